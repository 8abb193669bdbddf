import { plural } from "../../l10n.ts";
import type { Verdict } from "../../quote/judgement.ts";
import type { CheckedQuote } from "../../workspace/checkedNote.ts";
import { verdictCounts } from "../summary.ts";

/** How many quotes have each verdict, and how many citations have no quote. */
export interface Tally {
  readonly verdicts: Partial<Record<Verdict, number>>;
  bare: number;
}

export function newTally(): Tally {
  return { verdicts: {}, bare: 0 };
}

/** Counts a quote, or with null a citation that has none. */
export function count(tally: Tally, quote: CheckedQuote | null): void {
  if (quote === null) tally.bare++;
  else tally.verdicts[quote.verdict] = (tally.verdicts[quote.verdict] ?? 0) + 1;
}

export function tallyOf(quotes: Iterable<CheckedQuote | null>): Tally {
  const tally = newTally();
  for (const quote of quotes) count(tally, quote);
  return tally;
}

/** Adds a tally to another one. */
export function add(sum: Tally, { verdicts, bare }: Tally): void {
  sum.bare += bare;
  for (const verdict in verdicts) {
    const number = verdicts[verdict as Verdict]!;
    sum.verdicts[verdict as Verdict] = (sum.verdicts[verdict as Verdict] ?? 0) + number;
  }
}

/** Takes away a tally that was added. What there is none of any more is left out. */
export function subtract(sum: Tally, { verdicts, bare }: Tally): void {
  sum.bare -= bare;
  for (const verdict in verdicts) {
    const left = sum.verdicts[verdict as Verdict]! - verdicts[verdict as Verdict]!;
    if (left > 0) sum.verdicts[verdict as Verdict] = left;
    else delete sum.verdicts[verdict as Verdict];
  }
}

/** What remains of a tally with these verdicts alone. */
export function only(wanted: ReadonlySet<Verdict>, { verdicts }: Tally): Tally {
  const kept = newTally();
  for (const verdict of wanted) {
    const number = verdicts[verdict];
    if (number !== undefined) kept.verdicts[verdict] = number;
  }
  return kept;
}

export function quotesIn({ verdicts }: Tally): number {
  let sum = 0;
  for (const verdict in verdicts) sum += verdicts[verdict as Verdict]!;
  return sum;
}

export function isEmpty(tally: Tally): boolean {
  return tally.bare === 0 && quotesIn(tally) === 0;
}

/** "2 altered, 11 exact, 1 without a quote": what is wrong first, since the end of a long row is cut off. */
export function tallyInWords({ verdicts, bare }: Tally): string {
  const { exact = 0, equivalent = 0, ...wrong } = verdicts;
  const parts = [...verdictCounts(wrong), ...verdictCounts({ exact, equivalent })];
  if (bare > 0) parts.push(plural(bare, "{0} without a quote", "{0} without a quote"));
  return parts.join(", ");
}
