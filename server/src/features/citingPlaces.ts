import type { Location } from "vscode-languageserver-types";
import type { Verdict } from "../quote/judgement.ts";
import type { Span } from "../span.ts";
import type { Backlink } from "../workspace/backlinks.ts";
import type { CheckedNote } from "../workspace/checkedNote.ts";
import { rangeOf } from "./position.ts";

/** A quote or citation in a note that cites a source. */
export interface CitingPlace {
  readonly note: CheckedNote;
  /** In the note's text: the quote with its marks, or the link. */
  readonly span: Span;
  /** The quote's words on their own; empty for a citation without a quote. */
  readonly words: string;
  /** Null for a citation without a quote. */
  readonly verdict: Verdict | null;
  readonly backlink: Backlink;
}

/** Each quote and citation once, in URI order of the notes and document order in each. */
export function citingPlaces(backlinks: readonly Backlink[]): CitingPlace[] {
  const places = new Map<CheckedNote, Map<number, CitingPlace>>();
  for (const backlink of backlinks) {
    const { note, citation, quote } = backlink;
    const span = quote?.quotation.marked ?? note.citations[citation].citation.span;
    const inNote = places.get(note) ?? new Map<number, CitingPlace>();
    places.set(note, inNote);
    if (inNote.has(span.start)) continue;
    const words = quote?.quotation.reading.text ?? "";
    inNote.set(span.start, { note, span, words, verdict: quote?.verdict ?? null, backlink });
  }
  return [...places.values()]
    .flatMap((inNote) => [...inNote.values()])
    .sort((a, b) => (a.note === b.note ? a.span.start - b.span.start : a.note.uri < b.note.uri ? -1 : 1));
}

/** The quote or the link. */
export function locationOf({ note, span }: Pick<CitingPlace, "note" | "span">): Location {
  return { uri: note.uri, range: rangeOf(note, span) };
}

/** The quote, or the path that a link names where it names one itself. */
export function locationByPath(place: CitingPlace): Location {
  const { note, span, verdict, backlink } = place;
  const { target, fragment } = note.citations[backlink.citation].citation;
  const isInside = span.start <= target.start && target.end <= span.end;
  if (verdict !== null || !isInside) return locationOf(place);
  return locationOf({ note, span: { start: target.start, end: fragment?.start ?? target.end } });
}
