import type { Span } from "../span.ts";
import { inOrder } from "./changes.ts";
import type { Judgement, PermittedChange } from "./judgement.ts";
import { type ParsedQuote, parseQuote, readLiterally } from "./parse.ts";
import { fromSourceSpan, type PreparedSource, toSourceSpan } from "./prepare.ts";
import { type Budget, findStanding, overlaps, type Placement } from "./standing.ts";

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

/** Characters of sources that one verdict may read beside searching. */
const budgetOfVerdict = 3_000_000;

/**
 * Judges one quote against its source: at the cited lines, elsewhere in the source, in other sources, altered, absent,
 * in that order. Never throws. Independent of what was judged before.
 */
export function judge<Key>(quote: QuoteInput, source: PreparedSource, options: JudgeOptions<Key>): Judgement<Key> {
  const budget: Budget = { characters: budgetOfVerdict };
  const readings = readingsOf(quote.text);
  if (readings.every((reading) => reading.parts.length === 0)) return nothingClaimed();

  const whole: Span = { start: 0, end: source.text.length };
  const cited = options.cited === null ? null : fromSourceSpan(source, options.cited);
  const near = cited?.start ?? 0;
  for (const reading of readings) {
    const here = findStanding(source, reading, { within: cited ?? whole, near, most: 1, budget })[0];
    if (here !== undefined) return found(quote, reading, source, here);
  }
  if (cited !== null) {
    for (const reading of readings) {
      const places = findStanding(source, reading, { within: whole, near, most: mostPlaces, budget });
      if (places.length > 0) return foundElsewhere(quote, reading, source, places, cited);
    }
  }
  for (const other of options.others?.() ?? []) {
    for (const reading of readings) {
      const within = { start: 0, end: other.source.text.length };
      const there = findStanding(other.source, reading, { within, near: 0, most: 1, budget })[0];
      if (there === undefined) continue;
      return { ...found(quote, reading, other.source, there), verdict: "elsewhere", other: other.key };
    }
  }
  return { ...nothingClaimed(), verdict: "absent" };
}

/** Whether the quote stands in the source, exact or equivalent, inside a range of its text (null: anywhere). */
export function standsIn(quote: QuoteInput, source: PreparedSource, within: Span | null): boolean {
  const budget: Budget = { characters: budgetOfVerdict };
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
    remarks: [],
  };
}

function foundElsewhere(
  quote: QuoteInput,
  reading: ParsedQuote,
  source: PreparedSource,
  places: readonly Placement[],
  cited: Span,
): Judgement<never> {
  const beyond = places.find((place) => overlaps(place.span, cited));
  const nearest = beyond ?? places.reduce((a, b) => (distance(b.span, cited) < distance(a.span, cited) ? b : a));
  const judgement = found(quote, reading, source, nearest);
  if (beyond !== undefined || places.length === 1) return { ...judgement, verdict: "moved" };
  return { ...judgement, verdict: "ambiguous", places: places.map((place) => toSourceSpan(source, place.span)) };
}

function distance(a: Span, b: Span): number {
  return Math.max(a.start - b.end, b.start - a.end, 0);
}
