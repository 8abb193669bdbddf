import type { PermittedChange } from "../quote/judgement.ts";
import { withText } from "../source/heldText.ts";
import { lengthOf, linesOfSpan } from "../source/lines.ts";
import type { Span } from "../span.ts";
import type { CheckedCitation, CheckedNote, CheckedQuote } from "./checkedNote.ts";
import type { NoteToCheck } from "./checkNote.ts";
import { isOutside, loadedSourceOf, type SourcedCitation } from "./sourcedCitation.ts";
import type { LoadedSource } from "./sources.ts";

/** An edit so near to cited lines may change how a word at their edges is read: one that is broken at a line's end. */
const margin = 300;

/** What says more than the words at their place: of what an ellipsis skips, or a bracket stands for, the source around tells. */
const farReaching: ReadonlySet<PermittedChange> = new Set(["ellipsis", "brackets", "sic", "emphasis"]);

/**
 * The note as it is after its sources have changed, where they did so far from all that it cites of them: nothing but the
 * places of its passages is new then, or not even those. Null where something has to be judged again. `revisions` are
 * those of each citation's source that `checked` was made from. Linear in the note's citations and quotations.
 */
export function carriedOver(
  checked: CheckedNote,
  { note, held, citations: sourced }: NoteToCheck,
  revisions: readonly (number | null)[],
): CheckedNote | null {
  const moves = new Map<number, Move>();
  for (const [index, citation] of sourced.entries()) {
    const source = citation && loadedSourceOf(citation);
    if (source === null || revisions[index] === null) return null;
    if (source.revision === revisions[index]) continue;
    const move = moveOf(citation!, source, revisions[index]);
    if (move === null) return null;
    moves.set(index, move);
  }
  if (moves.size === 0 || !isOnlyAboutPlaces(checked, moves)) return null;

  let isSame = true;
  let index = 0;
  const citations: CheckedCitation[] = [];
  for (const citation of checked.citations) {
    while (note.citations[index] !== citation.citation) index++;
    const move = moves.get(index);
    const moved = move === undefined ? citation : movedCitation(citation, move);
    if (moved === null) return null;
    isSame &&= moved === citation;
    citations.push(moved);
  }
  if (isSame) return checked;
  const { uri, version, lineStarts, uncited, findings } = checked;
  return withText({ uri, version, lineStarts, note, citations, uncited, findings }, held);
}

/** Where the cited lines have gone. */
export interface Move {
  readonly source: LoadedSource;
  readonly by: number;
  readonly cited: Span;
}

/** Null where the lines are not what they were, or something near them is not. */
export function moveOf({ citation, cited }: SourcedCitation, source: LoadedSource, from: number): Move | null {
  const change = source.changes.find((each) => each.from === from);
  if (change === undefined || cited === null || citation.lines === null || source.source.reading !== null) return null;
  if (isOutside(citation.lines, source.source)) return null;
  const length = lengthOf(source.source);
  if (cited.end + margin <= change.prefix) return { source, by: 0, cited };
  if (cited.start - margin < length - change.suffix) return null;
  return { source, by: length - change.fromLength, cited };
}

/** Whether every quotation that could be from the changed sources belongs to one citation alone, and no finding is about it. */
function isOnlyAboutPlaces({ note, findings, citations }: CheckedNote, moves: ReadonlyMap<number, Move>): boolean {
  const uris = new Set([...moves.values()].map(({ source }) => source.uri));
  let attachable = 0;
  for (const { candidates } of note.quotations) {
    if (!candidates.some((candidate) => candidate.citations.some((citation) => moves.has(citation)))) continue;
    if (candidates.length > 1 || candidates[0].citations.length > 1) return false;
    attachable++;
  }
  const concerned = new Set([...moves.keys()].map((index) => note.citations[index]));
  let attached = 0;
  for (const { citation, quotes } of citations) if (concerned.has(citation)) attached += quotes.length;
  if (attached !== attachable) return false;
  return findings.every(
    ({ citation, related }) => (citation === null || !moves.has(citation)) && !related.some(({ uri }) => uris.has(uri)),
  );
}

function movedCitation(citation: CheckedCitation, move: Move): CheckedCitation | null {
  if (!citesTheSame(citation, move)) return null;
  const { by, cited } = move;
  const quotes: CheckedQuote[] = [];
  for (const quote of citation.quotes) {
    const moved = movedQuote(quote, move);
    if (moved === null) return null;
    quotes.push(moved);
  }
  return by === 0 ? citation : { ...citation, cited, quotes };
}

/** Whether the lines that are cited now are those that were. */
export function citesTheSame({ cited }: CheckedCitation, { by, cited: now }: Move): boolean {
  return cited !== null && cited.start + by === now.start && cited.end + by === now.end;
}

/** Null for a quote that is not right, or of which more than the words at its place tells that it is. */
export function movedQuote(quote: CheckedQuote, { by, source }: Move): CheckedQuote | null {
  const { verdict, passage, changes, remarks } = quote;
  if ((verdict !== "exact" && verdict !== "equivalent") || passage === null) return null;
  if (remarks.some(({ sourceSpan }) => sourceSpan !== null) || changes.some((change) => farReaching.has(change))) {
    return null;
  }
  if (by === 0) return quote;
  const span = { start: passage.span.start + by, end: passage.span.end + by };
  return { ...quote, passage: { ...passage, span, lines: linesOfSpan(source.source.lineStarts, span) } };
}
