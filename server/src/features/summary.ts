import { plural, t } from "../l10n.ts";
import type { Summary } from "../workspace/workspace.ts";
import { verdictLabel, verdictOrder } from "./verdictLabel.ts";

/**
 * "14 quotes in 3 notes: 11 exact, 2 altered, 1 not found", and how many quotations have no citation, so that nothing
 * passes silently.
 */
export function summaryInWords({ quotes, notes, verdicts, uncited }: Summary): string {
  const found = verdictOrder
    .filter((verdict) => verdicts[verdict] > 0)
    .map((verdict) => t("{0} {1}", verdicts[verdict], verdictLabel(verdict)));
  const all = t("{0} in {1}", plural(quotes, "{0} quote", "{0} quotes"), plural(notes, "{0} note", "{0} notes"));
  const counted = found.length === 0 ? all : t("{0}: {1}", all, found.join(", "));
  if (uncited === 0) return counted;
  const loose = plural(uncited, "{0} quotation without a citation", "{0} quotations without a citation");
  return t("{0}; {1}", counted, loose);
}
