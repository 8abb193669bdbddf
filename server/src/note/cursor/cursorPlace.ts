import { destinationAt, type OpenDestination, titleAt } from "./destination.ts";
import { type OpenQuotation, openQuotationsAt } from "./openQuotation.ts";
import { type Surroundings, surroundingsOf } from "./surroundings.ts";
import { type TextAtCursor, textAtCursor } from "./textAtCursor.ts";

/** Where in a note somebody writes, as far as sources have to do with it. */
export interface CursorPlace {
  readonly surroundings: Surroundings;
  readonly text: TextAtCursor;
  /** What can be gone on with: a link's destination, or the open quotations, outermost first. */
  readonly open: OpenDestination | readonly OpenQuotation[];
}

/** Without any of these in front of the cursor nothing is open there. */
const telling = /["“”„«»‘’'‚‹›「」『』>]|\]\(|\[\[|\]:/;
/** How far back they are looked for, in characters. */
const farthest = 4000;

/**
 * What stands open at a cursor of a note that may be unfinished. Null where nothing does, and in code, comments and front
 * matter. Only the blocks around the cursor are parsed, so that this is quick in a note of any size.
 */
export function cursorPlace(note: string, cursor: number): CursorPlace | null {
  if (!telling.test(note.slice(Math.max(0, cursor - farthest), cursor))) return null;
  const surroundings = surroundingsOf(note, cursor);
  const text = surroundings && textAtCursor(surroundings);
  if (surroundings === null || text === null) return null;
  const destination = destinationAt(text);
  if (destination !== null) return { surroundings, text, open: destination };
  const quotations = openQuotationsAt(surroundings, text, titleAt(text));
  return quotations.length === 0 ? null : { surroundings, text, open: quotations };
}
