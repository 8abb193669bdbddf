import type { Position, Range } from "vscode-languageserver-types";
import type { CheckedNote } from "../workspace/checkedNote.ts";
import type { CheckedPart } from "../workspace/parts/checkedPart.ts";
import type { PartPlace } from "../workspace/parts/places.ts";
import { isOutside } from "../workspace/sourcedCitation.ts";
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
  const { each } = inParts.places;
  const index = partAt(each, position);
  const place = each[index];
  const part = inParts.parts[index];
  const line = position.line - place.line;
  const offset = offsetOf(part.checked, {
    line,
    character: line === 0 ? position.character - place.character : position.character,
  });
  if (offset === null) return null;
  const target = targetAt(part.checked, offset);
  const isEnough = target === null ? !part.loaded.read.part.lends : isAllKnown(part, target);
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
function isAllKnown({ loaded }: CheckedPart, { citation, quote }: Target): boolean {
  const { read, citations } = loaded;
  if (quote === null && read.part.lends) return false;
  const index = read.note.citations.indexOf(citation.citation);
  if (index < read.own && !read.loose.has(index)) return true;
  const sourced = citations[index];
  const lines = citation.citation.lines;
  return sourced?.source.problem === undefined && lines !== null && !isOutside(lines, sourced!.source.source);
}

/** A range in a part, as one of the note. */
export function placedRange({ line, character }: PartPlace, { start, end }: Range): Range {
  const placed = (position: Position): Position => ({
    line: line + position.line,
    character: position.line === 0 ? character + position.character : position.character,
  });
  return { start: placed(start), end: placed(end) };
}
