import type { Verdict } from "../quote/judgement.ts";
import type { CheckedNote } from "../workspace/checkedNote.ts";
import { counted } from "./words.ts";

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
 * passes silently. Notes that cite nothing do not count as notes.
 */
export function summaryInWords(notes: readonly CheckedNote[]): string {
  const counts = new Map<Verdict, number>();
  let quotes = 0;
  let citing = 0;
  let uncited = 0;
  for (const { citations, uncited: quotations } of notes) {
    if (citations.length > 0) citing += 1;
    uncited += quotations.length;
    for (const citation of citations) {
      for (const { verdict } of citation.quotes) {
        quotes += 1;
        counts.set(verdict, (counts.get(verdict) ?? 0) + 1);
      }
    }
  }
  const found = verdictWords.flatMap(([verdict, words]) => {
    const count = counts.get(verdict);
    return count === undefined ? [] : [`${count} ${words}`];
  });
  const whole = `${counted(quotes, "quote")} in ${counted(citing, "note")}`;
  const rest = uncited === 0 ? "" : `; ${counted(uncited, "quotation")} without a citation`;
  return (found.length === 0 ? whole : `${whole}: ${found.join(", ")}`) + rest;
}
