import { plural, t } from "../l10n.ts";
import type { Verdict } from "../quote/judgement.ts";
import type { Summary } from "../workspace/workspace.ts";

/** In the order in which they are named. */
const verdictWords: readonly (readonly [Verdict, (count: number) => string])[] = [
  ["exact", (count) => plural(count, "{0} exact", "{0} exact")],
  ["equivalent", (count) => plural(count, "{0} equivalent", "{0} equivalent")],
  ["moved", (count) => plural(count, "{0} moved", "{0} moved")],
  ["ambiguous", (count) => plural(count, "{0} ambiguous", "{0} ambiguous")],
  ["altered", (count) => plural(count, "{0} altered", "{0} altered")],
  ["elsewhere", (count) => plural(count, "{0} in another source", "{0} in another source")],
  ["absent", (count) => plural(count, "{0} not found", "{0} not found")],
  ["unchecked", (count) => plural(count, "{0} not checked", "{0} not checked")],
];

/**
 * "14 quotes in 3 notes: 11 exact, 2 altered, 1 not found", and how many quotations have no citation, so that nothing
 * passes silently.
 */
export function summaryInWords({ quotes, notes, verdicts, uncited }: Summary): string {
  const found = verdictWords
    .filter(([verdict]) => verdicts[verdict] > 0)
    .map(([verdict, inWords]) => inWords(verdicts[verdict]));
  const all = t("{0} in {1}", plural(quotes, "{0} quote", "{0} quotes"), plural(notes, "{0} note", "{0} notes"));
  const counted = found.length === 0 ? all : t("{0}: {1}", all, found.join(", "));
  if (uncited === 0) return counted;
  return t(
    "{0}; {1}",
    counted,
    plural(uncited, "{0} quotation without a citation", "{0} quotations without a citation"),
  );
}
