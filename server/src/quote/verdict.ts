import type { Span } from "../span.ts";
import { type Altered, fewestAlteredWords, findAltered } from "./edit/altered.ts";
import type { Edit, Judgement, PermittedChange, Remark } from "./judgement.ts";
import { countWords } from "./locate/partMeasures.ts";
import { type PreparedSource, toSourceSpan } from "./prepare.ts";
import type { QuoteInput } from "./quoteInput.ts";
import { bracketRemarks } from "./remark/bracketRemarks.ts";
import { elisionRemarks, type PartSpans, reversedRemark } from "./remark/elisionRemarks.ts";
import { hiddenRemark } from "./remark/hiddenCharacters.ts";
import { inOrder } from "./stand/changes.ts";
import type { BracketUse } from "./stand/match.ts";
import type { Budget } from "./stand/places.ts";
import type { Placement } from "./stand/standing.ts";
import { hasEllipsis } from "./text/gapMarks.ts";
import type { ParsedQuote } from "./text/parse.ts";
import { lengthOf, overlaps } from "./text/spans.ts";

/** A quote, and what its remarks are to be judged by. */
export interface Claim {
  readonly quote: QuoteInput;
  readonly elisionMaxWords: number;
}

/** The judgement of a quote that was not found, or that claims nothing. */
export function judgeNothing(quote: QuoteInput, verdict: "exact" | "absent"): Judgement<never> {
  return { verdict, changes: [], passage: null, places: [], other: null, edits: [], remarks: hiddenRemarks(quote) };
}

/** The judgement of a quote that stands there letter for letter. */
export function judgePlain(quote: QuoteInput, source: PreparedSource, place: Span): Judgement<never> {
  const changes: readonly PermittedChange[] = quote.emphasis ? ["emphasis"] : [];
  const verdict = quote.emphasis ? "equivalent" : "exact";
  const passage = toSourceSpan(source, place);
  return { verdict, changes, passage, places: [], other: null, edits: [], remarks: [] };
}

/** The judgement of a quote that stands where it was looked for. */
export function judgeFound(
  claim: Claim,
  reading: ParsedQuote,
  source: PreparedSource,
  placement: Placement,
): Judgement<never> {
  const changes = new Set<PermittedChange>(placement.parts.flatMap((part) => [...part.changes]));
  addWriterChanges(changes, claim.quote, reading);
  const spans = placement.parts.map((part) => part.span);
  const brackets = placement.parts.flatMap((part) => part.brackets);
  return {
    verdict: [...changes].every((change) => change === "whitespace") ? "exact" : "equivalent",
    changes: inOrder(changes),
    passage: toSourceSpan(source, placement.span),
    places: [],
    other: null,
    edits: [],
    remarks: remarksOf(claim, reading, source, spans, brackets),
  };
}

/** The judgement of a quote that stands in the source, but not inside the cited lines; `places` are all its places. */
export function judgeMoved(
  claim: Claim,
  reading: ParsedQuote,
  source: PreparedSource,
  all: readonly Placement[],
  cited: Span,
): Judgement<never> {
  const beyond = all.find((place) => overlaps(place.span, cited));
  const places = beyond === undefined ? alikeInLength(all) : [beyond];
  const nearest = places.reduce((a, b) => (distance(b.span, cited) < distance(a.span, cited) ? b : a));
  const judgement = judgeFound(claim, reading, source, nearest);
  if (places.length === 1) return { ...judgement, verdict: "moved" };
  return { ...judgement, verdict: "ambiguous", places: places.map((place) => toSourceSpan(source, place.span)) };
}

/** The judgement of a quote that was altered; null where too little of it is in the source to say so. */
export function judgeAltered(
  claim: Claim,
  readings: readonly ParsedQuote[],
  source: PreparedSource,
  cited: Span | null,
  budget: Budget,
): Judgement<never> | null {
  const best = nearestReading(readings, source, cited, budget);
  if (best === null) return null;
  const { altered, reading } = best;
  const changes = new Set<PermittedChange>();
  addWriterChanges(changes, claim.quote, reading);
  const brackets = altered.parts.flatMap((part) => part?.brackets ?? []);
  for (const { element } of brackets) {
    changes.add(element.type === "partial" || element.role === "words" ? "brackets" : element.role);
  }
  const spans = altered.parts.map((part) => part?.span ?? null);
  const remarks = remarksOf(claim, reading, source, spans, brackets);
  if (altered.reversedAt !== null) remarks.push(reversedRemark(reading, altered.reversedAt));
  const edits = showsNothing(altered) ? [wholeEdit(claim.quote.text, source, altered.span)] : altered.edits;
  return {
    verdict: "altered",
    changes: inOrder(changes),
    passage: toSourceSpan(source, altered.span),
    places: [],
    other: null,
    edits: edits.map((edit) => ({ ...edit, sourceSpan: toSourceSpan(source, edit.sourceSpan) })),
    remarks,
  };
}

interface AlteredReading {
  readonly reading: ParsedQuote;
  readonly altered: Altered;
}

/** The way to read the quote in which it is nearest to the source. */
function nearestReading(
  readings: readonly ParsedQuote[],
  source: PreparedSource,
  cited: Span | null,
  budget: Budget,
): AlteredReading | null {
  let best: AlteredReading | null = null;
  const hasElision = readings.some((reading) => reading.elisions.length > 0);
  for (const reading of readings) {
    if (countWords(reading) < fewestAlteredWords) continue;
    const altered = findAltered(source, reading, { cited, budget });
    if (altered === null) continue;
    // With an ellipsis that is the writer's, the quote must not be read as one piece.
    const isWhole = hasElision && !reading.edited;
    if (isWhole && !hasEllipsis(source.text.slice(altered.span.start, altered.span.end))) continue;
    // Where the ellipsis is the source's, the quote read with it is the better reading of two that are as good.
    const isOwn = hasElision && best !== null && !best.reading.edited && weightOf(altered) === weightOf(best.altered);
    if (best === null || (!isOwn && isNearer(altered, best.altered, source))) best = { reading, altered };
  }
  return best;
}

function addWriterChanges(changes: Set<PermittedChange>, quote: QuoteInput, reading: ParsedQuote): void {
  for (const elision of reading.elisions) changes.add(elision.role === "ellipsis" ? "ellipsis" : "sic");
  if (quote.emphasis) changes.add("emphasis");
}

/**
 * A reading that shows what differs is better than one that does not; then the one that finds more, with fewer edits.
 * With as many edits, brackets are the writer's where an edit would cut one, and unless the passage has some.
 */
function isNearer(altered: Altered, best: Altered, { text }: PreparedSource): boolean {
  if (showsNothing(altered) !== showsNothing(best)) return showsNothing(best);
  if (weightOf(altered) === weightOf(best)) {
    if (best.edits.some(({ quote }) => /[[\]]/u.test(quote))) return true;
    return altered.share > best.share - 0.1 && !text.slice(altered.span.start, altered.span.end).includes("[");
  }
  return weightOf(altered) < weightOf(best) || altered.share > best.share + 0.1;
}

function weightOf({ edits, reversedAt }: Altered): number {
  return edits.length + (reversedAt === null ? 0 : 1);
}

function showsNothing(altered: Altered): boolean {
  return altered.edits.length === 0 && altered.reversedAt === null;
}

/** Where only marks beside brackets differ, or a bracket of the source's, so that no edit holds them: all of the quote. */
function wholeEdit(text: string, source: PreparedSource, span: Span): Edit {
  const quoteSpan = { start: 0, end: text.length };
  const words = source.text.slice(span.start, span.end);
  return {
    kind: words.includes("[") ? "word" : "punctuation",
    quote: text,
    source: words,
    quoteSpan,
    sourceSpan: span,
  };
}

/** Without the placements whose ellipses skip far more than the others', which are chance. */
function alikeInLength(places: readonly Placement[]): readonly Placement[] {
  const shortest = Math.min(...places.map((place) => lengthOf(place.span)));
  return places.filter((place) => place.parts.length === 1 || lengthOf(place.span) <= 2 * shortest + 200);
}

function distance(a: Span, b: Span): number {
  return Math.max(a.start - b.end, b.start - a.end, 0);
}

function remarksOf(
  { quote, elisionMaxWords }: Claim,
  reading: ParsedQuote,
  source: PreparedSource,
  spans: PartSpans,
  brackets: readonly BracketUse[],
): Remark[] {
  return [
    ...hiddenRemarks(quote),
    ...bracketRemarks(reading, brackets, source),
    ...elisionRemarks(reading, spans, source, elisionMaxWords),
  ];
}

function hiddenRemarks(quote: QuoteInput): Remark[] {
  const hidden = hiddenRemark(quote.text);
  return hidden === null ? [] : [hidden];
}
