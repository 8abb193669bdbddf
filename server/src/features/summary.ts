import type { Verdict } from "../quote/judgement.ts";
import { counted } from "../workspace/wording.ts";
import type { Summary } from "../workspace/workspace.ts";

const verdictWords: readonly (readonly [Verdict, string])[] = [
  ["exact", "exact"],
  ["equivalent", "equivalent"],
  ["moved", "moved"],
  ["ambiguous", "ambiguous"],
  ["altered", "altered"],
  ["elsewhere", "in another source"],
  ["absent", "not found"],
  ["unchecked", "not checked"],
];

/**
 * "14 quotes in 3 notes: 11 exact, 2 altered, 1 not found", and how many quotations have no citation, so that nothing
 * passes silently.
 */
export function summaryInWords({ quotes, notes, verdicts, uncited }: Summary): string {
  const found = verdictWords
    .filter(([verdict]) => verdicts[verdict] > 0)
    .map(([verdict, words]) => `${verdicts[verdict]} ${words}`);
  const whole = `${counted(quotes, "quote")} in ${counted(notes, "note")}`;
  const rest = uncited === 0 ? "" : `; ${counted(uncited, "quotation")} without a citation`;
  return (found.length === 0 ? whole : `${whole}: ${found.join(", ")}`) + rest;
}
