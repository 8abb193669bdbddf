import { plural, t } from "../l10n.ts";
import type { Verdict } from "../quote/judgement.ts";
import type { CitingPlace } from "./citingPlaces.ts";
import { verdictCounts } from "./summary.ts";

/** "2 notes · 1 altered": how many notes cite, and what is to be mended in how many of their quotes. */
export function citedByInWords(places: readonly CitingPlace[]): string {
  const notes = new Set(places.map(({ note }) => note.uri)).size;
  if (notes === 0) return t("No note cites this line");
  const faults: Partial<Record<Verdict, number>> = {};
  for (const { verdict } of places) {
    if (verdict === null || verdict === "exact" || verdict === "equivalent") continue;
    faults[verdict] = (faults[verdict] ?? 0) + 1;
  }
  return [plural(notes, "{0} note", "{0} notes"), ...verdictCounts(faults)].join(" · ");
}
