import type { Span } from "../span.ts";
import { type Altered, fewestAlteredWords, findAltered } from "./altered.ts";
import { inOrder } from "./changes.ts";
import type { Judgement, PermittedChange, Remark } from "./judgement.ts";
import type { BracketUse } from "./match.ts";
import { countWords, type ParsedQuote, parseQuote, readLiterally } from "./parse.ts";
import { fromSourceSpan, type PreparedSource, toSourceSpan } from "./prepare.ts";
import { bracketRemarks, elisionRemarks, hiddenRemark, type PartSpans, reversedRemark } from "./remarks.ts";
import { type Budget, findStanding, newBudget, overlaps, type Placement } from "./standing.ts";

/** A quote as the note gives it. */
export interface QuoteInput {
  /** The quotation as a reader sees it: without Markdown, without its outer marks. Spans of edits are offsets into it. */
  readonly text: string;
  /** Whether Markdown emphasis was read away. */
  readonly emphasis: boolean;
  readonly kind: "inline" | "block";
}

export interface JudgeOptions<Key> {
  /**
   * The cited whole lines, as offsets into the source's text. Null where the citation names no lines: then the quote
   * may stand anywhere. Where the lines are past the source's end: the empty span at its end, so that a quote which is
   * found is `moved`.
   */
  readonly cited: Span | null;
  /** Other sources that the quote may be from; read only if it is not in this one. */
  readonly others?: () => Iterable<{ readonly key: Key; readonly source: PreparedSource }>;
  /** An ellipsis that skips more words gets a remark. */
  readonly elisionMaxWords: number;
}

/** At most so many places of a repeated passage are told apart. */
const mostPlaces = 100;

/**
 * Judges one quote against its source: at the cited lines, elsewhere in the source, in other sources, altered, absent,
 * in that order. Never throws. Independent of what was judged before.
 */
export function judge<Key>(quote: QuoteInput, source: PreparedSource, options: JudgeOptions<Key>): Judgement<Key> {
  const budget = newBudget();
  const readings = readingsOf(quote.text);
  if (readings.every((reading) => reading.parts.length === 0))
    return { ...nothingClaimed(), remarks: hiddenRemarks(quote) };

  const whole: Span = { start: 0, end: source.text.length };
  const cited = options.cited === null ? null : fromSourceSpan(source, options.cited);
  const near = cited?.start ?? 0;
  for (const reading of readings) {
    const here = findStanding(source, reading, { within: cited ?? whole, near, most: 1, budget })[0];
    if (here !== undefined) return found(quote, reading, source, here, options.elisionMaxWords);
  }
  if (cited !== null) {
    for (const reading of readings) {
      const places = findStanding(source, reading, { within: whole, near, most: mostPlaces, budget });
      if (places.length > 0) return foundElsewhere(quote, reading, source, places, cited, options.elisionMaxWords);
    }
  }
  for (const other of options.others?.() ?? []) {
    for (const reading of readings) {
      const within = { start: 0, end: other.source.text.length };
      const there = findStanding(other.source, reading, { within, near: 0, most: 1, budget })[0];
      if (there === undefined) continue;
      const judgement = found(quote, reading, other.source, there, Number.POSITIVE_INFINITY);
      return { ...judgement, verdict: "elsewhere", other: other.key, remarks: hiddenRemarks(quote) };
    }
  }
  const judgement = alteredJudgement(quote, readings, source, cited, options.elisionMaxWords, budget);
  return judgement ?? { ...nothingClaimed(), verdict: "absent", remarks: hiddenRemarks(quote) };
}

function alteredJudgement(
  quote: QuoteInput,
  readings: readonly ParsedQuote[],
  source: PreparedSource,
  cited: Span | null,
  elisionMaxWords: number,
  budget: Budget,
): Judgement<never> | null {
  let best: { reading: ParsedQuote; altered: Altered } | null = null;
  // With an ellipsis that is the writer's, the quote must not be read as one piece.
  const candidates = readings.some((reading) => reading.elisions.length > 0) ? readings.slice(-1) : readings;
  for (const reading of candidates) {
    if (countWords(reading) < fewestAlteredWords) continue;
    const altered = findAltered(source, reading, { cited, budget });
    if (altered === null) continue;
    if (altered.edits.length === 0 && altered.reversedAt === null && readings.length > 1 && best !== null) continue;
    const fewer = best !== null && altered.edits.length < best.altered.edits.length;
    if (best === null || fewer || altered.share > best.altered.share + 0.1) best = { reading, altered };
  }
  if (best === null) return null;
  const { altered, reading } = best;
  const remarks = remarksOf(
    quote,
    reading,
    source,
    altered.parts.map((part) => part?.span ?? null),
    altered.parts.flatMap((part) => part?.brackets ?? []),
    elisionMaxWords,
  );
  if (altered.reversedAt !== null) remarks.push(reversedRemark(reading, altered.reversedAt));
  return {
    verdict: "altered",
    changes: quote.emphasis ? ["emphasis"] : [],
    passage: toSourceSpan(source, altered.span),
    places: [],
    other: null,
    edits: altered.edits.map((edit) => ({ ...edit, sourceSpan: toSourceSpan(source, edit.sourceSpan) })),
    remarks,
  };
}

function remarksOf(
  quote: QuoteInput,
  reading: ParsedQuote,
  source: PreparedSource,
  spans: PartSpans,
  brackets: readonly BracketUse[],
  elisionMaxWords: number,
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

/** Whether the quote stands in the source, exact or equivalent, inside a range of its text (null: anywhere). */
export function standsIn(quote: QuoteInput, source: PreparedSource, within: Span | null): boolean {
  const budget = newBudget();
  const range = within === null ? { start: 0, end: source.text.length } : fromSourceSpan(source, within);
  return readingsOf(quote.text).some(
    (reading) => findStanding(source, reading, { within: range, near: range.start, most: 1, budget }).length > 0,
  );
}

/** The ways to read the quote, most literal first: all of it the source's own, or brackets and ellipses the writer's. */
function readingsOf(text: string): ParsedQuote[] {
  const readings = [readLiterally(text)];
  if (/\p{L}\p{Pd}[^\S\n\r]*[\n\r]/u.test(text)) {
    readings.push(readLiterally(text, new Set(text.split(/[^\p{L}\p{M}\p{N}'’]+/u))));
  }
  const parsed = parseQuote(text);
  if (parsed.edited) readings.push(parsed);
  return readings;
}

/** Where a quotation holds no word, nothing is claimed, and nothing is wrong. */
function nothingClaimed(): Judgement<never> {
  return { verdict: "exact", changes: [], passage: null, places: [], other: null, edits: [], remarks: [] };
}

function found(
  quote: QuoteInput,
  reading: ParsedQuote,
  source: PreparedSource,
  placement: Placement,
  elisionMaxWords: number,
): Judgement<never> {
  const changes = new Set<PermittedChange>(placement.parts.flatMap((part) => [...part.changes]));
  for (const elision of reading.elisions) changes.add(elision.role === "ellipsis" ? "ellipsis" : "sic");
  if (quote.emphasis) changes.add("emphasis");
  const isExact = [...changes].every((change) => change === "whitespace");
  return {
    verdict: isExact ? "exact" : "equivalent",
    changes: inOrder(changes),
    passage: toSourceSpan(source, placement.span),
    places: [],
    other: null,
    edits: [],
    remarks: remarksOf(
      quote,
      reading,
      source,
      placement.parts.map((part) => part.span),
      placement.parts.flatMap((part) => part.brackets),
      elisionMaxWords,
    ),
  };
}

function foundElsewhere(
  quote: QuoteInput,
  reading: ParsedQuote,
  source: PreparedSource,
  places: readonly Placement[],
  cited: Span,
  elisionMaxWords: number,
): Judgement<never> {
  const beyond = places.find((place) => overlaps(place.span, cited));
  const nearest = beyond ?? places.reduce((a, b) => (distance(b.span, cited) < distance(a.span, cited) ? b : a));
  const judgement = found(quote, reading, source, nearest, elisionMaxWords);
  if (beyond !== undefined || places.length === 1) return { ...judgement, verdict: "moved" };
  return { ...judgement, verdict: "ambiguous", places: places.map((place) => toSourceSpan(source, place.span)) };
}

function distance(a: Span, b: Span): number {
  return Math.max(a.start - b.end, b.start - a.end, 0);
}
