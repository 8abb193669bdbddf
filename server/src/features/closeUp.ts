import type { Position, Range } from "vscode-languageserver-types";
import type { CheckedNote, CheckedPart, PartPlace } from "../workspace/checkedNote.ts";
import { offsetOf } from "./position.ts";
import { type Target, targetAt } from "./target.ts";

/** A part of a note as a small note of its own, in which all stands that is to be said of a place. */
export interface CloseUp {
  readonly checked: CheckedNote;
  /** Of the place, in the part. */
  readonly offset: number;
  readonly place: PartPlace;
}

/**
 * What is around a position of a note that was checked in parts, so that not all of it has to be looked at. Null where there
 * may be more to be said of the position than its part knows.
 */
export function closeUp({ inParts }: CheckedNote, position: Position): CloseUp | null {
  if (inParts === undefined) return null;
  const index = partAt(inParts.places, position);
  const place = inParts.places[index];
  const part = inParts.parts[index];
  const line = position.line - place.line;
  const offset = offsetOf(part.checked, {
    line,
    character: line === 0 ? position.character - place.character : position.character,
  });
  if (offset === null) return null;
  const target = targetAt(part.checked, offset);
  const isEnough = target === null ? !part.lends : isAllKnown(part, target);
  return isEnough ? { checked: part.checked, offset, place } : null;
}

function partAt(places: readonly PartPlace[], { line, character }: Position): number {
  let low = 0;
  let high = places.length;
  while (low + 1 < high) {
    const middle = (low + high) >>> 1;
    const place = places[middle];
    if (place.line < line || (place.line === line && place.character <= character)) low = middle;
    else high = middle;
  }
  return low;
}

/** Whether nothing is found about the citation in other parts, and no quotes of theirs are attached to it. */
function isAllKnown({ lends, unsure }: CheckedPart, { citation, quote }: Target): boolean {
  return (quote !== null || !lends) && !unsure.has(citation.citation);
}

/** A range in a part, as one of the note. */
export function placedRange({ line, character }: PartPlace, { start, end }: Range): Range {
  const placed = (position: Position): Position => ({
    line: line + position.line,
    character: position.line === 0 ? character + position.character : position.character,
  });
  return { start: placed(start), end: placed(end) };
}
