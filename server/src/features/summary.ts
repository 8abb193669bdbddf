import { plural, t } from "../l10n.ts";
import type { Verdict } from "../quote/judgement.ts";
import type { Summary } from "../workspace/workspace.ts";
import { verdictLabel, verdictOrder } from "./verdictLabel.ts";

/** "11 exact", "2 altered": each verdict that some quotes have, in its turn. */
export function verdictCounts(counts: Readonly<Partial<Record<Verdict, number>>>): string[] {
  return verdictOrder.flatMap((verdict) => {
    const count = counts[verdict] ?? 0;
    return count === 0 ? [] : t("{0} {1}", count, verdictLabel(verdict));
  });
}

/**
 * "14 quotes in 3 notes: 11 exact, 2 altered, 1 not found", and how many quotations have no citation, so that nothing
 * passes silently.
 */
export function summaryInWords({ quotes, notes, verdicts, uncited }: Summary): string {
  const found = verdictCounts(verdicts);
  const all = t("{0} in {1}", plural(quotes, "{0} quote", "{0} quotes"), plural(notes, "{0} note", "{0} notes"));
  const counted = found.length === 0 ? all : t("{0}: {1}", all, found.join(", "));
  if (uncited === 0) return counted;
  const loose = plural(uncited, "{0} quotation without a citation", "{0} quotations without a citation");
  return t("{0}; {1}", counted, loose);
}
