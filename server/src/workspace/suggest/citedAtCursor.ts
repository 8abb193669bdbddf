import type { OpenDestination } from "../../note/cursor/destination.ts";
import type { Note } from "../../note/note.ts";
import { parseNote } from "../../note/parse.ts";
import { judge } from "../../quote/judge.ts";
import { linesOfSpan } from "../../source/lines.ts";
import type { LineRange } from "../../span.ts";
import { quoteInput } from "../judgeGroup.ts";
import { loadedSourceOf } from "../sourcedCitation.ts";
import type { LoadedSource } from "../sources.ts";
import { type SuggestContext, sourcedCitations } from "./context.ts";

/** What a citation that is being written cites. */
export interface Cited {
  readonly loaded: LoadedSource;
  /** Where the quotes of the citation stand, all of them first. */
  readonly quoted: readonly LineRange[];
}

/** The source of the citation that is being written, read as if its fragment and its end were written already. */
export async function citedAtCursor(
  context: SuggestContext,
  open: OpenDestination,
  hash: number,
): Promise<Cited | null> {
  const { surroundings } = context.place;
  const { text, cursor } = surroundings;
  const start = cursor + open.span.start;
  const path = open.typed.slice(0, hash);
  const behind = text.slice(cursor + open.span.end);
  const written = `${open.isBracketed ? path : path.replaceAll(" ", "%20")}#L1`;
  const note = parseNote(text.slice(0, start) + written + missingEnd(open, text.slice(0, start), behind) + behind);
  const index = note.citations.findIndex(({ target }) => target.start === start);
  if (index < 0) return null;
  const alone: Note = { citations: [note.citations[index]], quotations: [], problems: [], ignores: [] };
  const [citation] = await sourcedCitations(context, alone);
  const loaded = citation ? loadedSourceOf(citation) : null;
  return loaded === null ? null : { loaded, quoted: quotedLines(loaded, note, index) };
}

/** What has to follow the destination for a link to be one. */
function missingEnd({ form, isBracketed }: OpenDestination, before: string, behind: string): string {
  if (form === "wikilink") return /^[^[\]\n]*\]\]/.test(behind) ? "" : "]]";
  const isInline = /\]\(<?$/.test(before);
  const angle = isBracketed && !behind.startsWith(">") ? ">" : "";
  if (!isInline) return angle;
  const rest = isBracketed && angle === "" ? behind.slice(1) : behind;
  const [paragraph] = rest.split(/\n[ \t>]*\n/, 1);
  return titleAndEnd.test(paragraph) ? angle : `${angle})`;
}

/** What may follow a destination: a title, in which marks may be escaped, and the bracket. */
const titleAndEnd = /^(?:\s+(?:"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|\((?:\\.|[^)\\])*\)))?\s*\)/s;

/** The lines at which each quote of the citation stands; of several quotes first the range that holds all. */
function quotedLines({ source, prepared }: LoadedSource, note: Note, citation: number): LineRange[] {
  const found: LineRange[][] = [];
  for (const quotation of note.quotations) {
    const [first] = quotation.candidates;
    if (!first?.citations.includes(citation)) continue;
    const { verdict, passage, places } = judge(quoteInput(quotation), prepared(), {
      // As if no right line were cited: then all places are told.
      cited: { start: source.text.length, end: source.text.length },
      elisionMaxWords: Number.POSITIVE_INFINITY,
    });
    if (passage === null || verdict === "absent") continue;
    found.push((places.length > 0 ? places : [passage]).map((span) => linesOfSpan(source.lineStarts, span)));
  }
  const firsts = found.map(([lines]) => lines);
  const all = { start: Math.min(...firsts.map(({ start }) => start)), end: Math.max(...firsts.map(({ end }) => end)) };
  return firsts.length > 1 ? [all, ...found.flat()] : found.flat();
}
