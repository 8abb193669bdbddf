import { plural } from "../../l10n.ts";
import type { Verdict } from "../../quote/judgement.ts";
import { verdictCounts } from "../summary.ts";
import type { Occurrence } from "./occurrences.ts";

/** How many quotes have each verdict, and how many citations have no quote. */
export interface Tally {
  readonly verdicts: Partial<Record<Verdict, number>>;
  bare: number;
}

export function newTally(): Tally {
  return { verdicts: {}, bare: 0 };
}

export function count(tally: Tally, { quote }: Pick<Occurrence, "quote">): void {
  if (quote === null) tally.bare++;
  else tally.verdicts[quote.verdict] = (tally.verdicts[quote.verdict] ?? 0) + 1;
}

export function tallyOf(occurrences: Iterable<Occurrence>): Tally {
  const tally = newTally();
  for (const occurrence of occurrences) count(tally, occurrence);
  return tally;
}

/** "2 altered, 11 exact, 1 without a quote": what is wrong first, since the end of a long row is cut off. */
export function tallyInWords({ verdicts, bare }: Tally): string {
  const { exact = 0, equivalent = 0, ...wrong } = verdicts;
  const parts = [...verdictCounts(wrong), ...verdictCounts({ exact, equivalent })];
  if (bare > 0) parts.push(plural(bare, "{0} without a quote", "{0} without a quote"));
  return parts.join(", ");
}
