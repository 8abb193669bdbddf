import { t } from "../../l10n.ts";
import type { Verdict } from "../../quote/judgement.ts";
import { verdictLabel, verdictOrder } from "../verdictLabel.ts";
import type { Occurrence } from "./occurrences.ts";

/** How many quotes have each verdict, and how many citations have no quote. */
export interface Tally {
  readonly verdicts: Map<Verdict, number>;
  bare: number;
}

export function newTally(): Tally {
  return { verdicts: new Map(), bare: 0 };
}

export function count(tally: Tally, { quote }: Pick<Occurrence, "quote">): void {
  if (quote === null) tally.bare++;
  else tally.verdicts.set(quote.verdict, (tally.verdicts.get(quote.verdict) ?? 0) + 1);
}

export function tallyOf(occurrences: Iterable<Occurrence>): Tally {
  const tally = newTally();
  for (const occurrence of occurrences) count(tally, occurrence);
  return tally;
}

/** "11 exact, 2 altered" */
export function tallyInWords({ verdicts, bare }: Tally): string {
  const parts = verdictOrder.flatMap((verdict) => {
    const number = verdicts.get(verdict);
    return number === undefined ? [] : t("{0} {1}", number, verdictLabel(verdict));
  });
  if (bare > 0) parts.push(t("{0} without a quote", bare));
  return parts.join(", ");
}
