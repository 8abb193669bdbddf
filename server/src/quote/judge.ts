import type { Span } from "../span.ts";
import type { Judgement } from "./judgement.ts";
import { fromSourceSpan, type PreparedSource } from "./prepare.ts";
import type { QuoteInput } from "./quoteInput.ts";
import { newBudget } from "./stand/places.ts";
import { standsPlainly } from "./stand/plain.ts";
import { countReplaced, findStanding, type Placement } from "./stand/standing.ts";
import type { ParsedQuote } from "./text/parse.ts";
import { lazyReadingsOf, readingsOf } from "./text/readings.ts";
import { lengthOf } from "./text/spans.ts";
import { type Claim, judgeAltered, judgeFound, judgeMoved, judgeNothing, judgePlain } from "./verdict.ts";

export type { QuoteInput } from "./quoteInput.ts";

export interface JudgeOptions {
  /**
   * The cited whole lines, as offsets into the source's text. Null where the citation names no lines: then the quote
   * may stand anywhere. Where the lines are past the source's end: the empty span at its end, so that a quote which is
   * found is `moved`.
   */
  readonly cited: Span | null;
  /** An ellipsis that skips more words gets a remark. */
  readonly elisionMaxWords: number;
}

/** At most so many places of a repeated passage are told apart, and so many of those at the cited lines. */
const mostPlaces = 100;
const mostCitedPlaces = 20;

/**
 * Judges one quote against its source: at the cited lines, elsewhere in the source, altered, absent, in that order. What
 * is altered or absent may still be from another source, and {@link judgeElsewhere} goes before both. A quote of fewer
 * than four words is found as it stands or not at all; of a quotation without a word nothing is claimed, and it is
 * `exact` without a passage. Never throws. What was judged before makes no difference, neither to the verdict nor to its
 * time.
 */
export function judge(quote: QuoteInput, source: PreparedSource, options: JudgeOptions): Judgement<never> {
  const whole: Span = { start: 0, end: source.length };
  const cited = options.cited === null ? null : fromSourceSpan(source, options.cited);
  const within = cited ?? whole;
  const plainly = standsPlainly(quote.text, source, within);
  if (plainly !== null) return judgePlain(quote, source, plainly);

  const readings = lazyReadingsOf(quote.text);
  if (!hasParts(readings)) return judgeNothing(quote, "exact");
  const budget = newBudget();
  const claim: Claim = { quote, elisionMaxWords: options.elisionMaxWords };
  const near = cited?.start ?? 0;
  for (const reading of readings) {
    const here = preferred(findStanding(source, reading, { within, near, most: mostCitedPlaces, budget }));
    if (here !== null) return judgeFound(claim, reading, source, here);
  }
  if (cited !== null) {
    for (const reading of readings) {
      const places = findStanding(source, reading, { within: whole, near, most: mostPlaces, budget });
      if (places.length > 0) return judgeMoved(claim, reading, source, places, cited);
    }
  }
  return judgeAltered(claim, [...readings], source, cited, budget) ?? judgeNothing(quote, "absent");
}

function hasParts(readings: Iterable<ParsedQuote>): boolean {
  for (const { parts } of readings) if (parts.length > 0) return true;
  return false;
}

/** The first of several sources in which the quote stands, exact or equivalent: `elsewhere`, or null where none has it. */
export function judgeElsewhere<Key>(
  quote: QuoteInput,
  others: Iterable<{ readonly key: Key; readonly source: PreparedSource }>,
): Judgement<Key> | null {
  const readings = readingsOf(quote.text);
  for (const { key, source } of others) {
    const budget = newBudget();
    const within = { start: 0, end: source.length };
    for (const reading of readings) {
      const [place] = findStanding(source, reading, { within, near: 0, most: 1, budget });
      if (place === undefined) continue;
      const found = judgeFound({ quote, elisionMaxWords: Number.POSITIVE_INFINITY }, reading, source, place);
      // What an ellipsis or a bracket does to another source is beside the point.
      const { remarks } = judgeNothing(quote, "absent");
      return { ...found, verdict: "elsewhere", other: key, remarks };
    }
  }
  return null;
}

/** Whether the quote stands in the source, exact or equivalent, inside a range of its text (null: anywhere). */
export function standsIn(quote: QuoteInput, source: PreparedSource, within: Span | null): boolean {
  const budget = newBudget();
  const range = within === null ? { start: 0, end: source.length } : fromSourceSpan(source, within);
  if (standsPlainly(quote.text, source, range) !== null) return true;
  for (const reading of lazyReadingsOf(quote.text)) {
    if (findStanding(source, reading, { within: range, near: range.start, most: 1, budget }).length > 0) return true;
  }
  return false;
}

/** Of several placements the shortest, which skips least; then that whose brackets stand for least; then by changes. */
function preferred(places: readonly Placement[]): Placement | null {
  let chosen: Placement | null = null;
  for (const place of places) if (chosen === null || isBetter(place, chosen)) chosen = place;
  return chosen;
}

function isBetter(a: Placement, b: Placement): boolean {
  const shorter = a.parts.length > 1 ? lengthOf(a.span) - lengthOf(b.span) : 0;
  return (shorter || countReplaced(a) - countReplaced(b) || countChanges(a) - countChanges(b)) < 0;
}

function countChanges(place: Placement): number {
  return place.parts.reduce((sum, part) => sum + part.changes.size, 0);
}
