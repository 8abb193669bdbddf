import { t } from "../l10n.ts";
import type { Verdict } from "../quote/judgement.ts";
import type { CitingPlace } from "./citingPlaces.ts";
import { verdictLabel } from "./verdictLabel.ts";

/** "2 notes · 1 altered": how many notes cite, and what is wrong with how many of their quotes. */
export function citedByInWords(places: readonly CitingPlace[]): string {
  const notes = new Set(places.map(({ note }) => note.uri)).size;
  if (notes === 0) return t("No note cites this line");
  const parts = [notes === 1 ? t("1 note") : t("{0} notes", notes)];
  for (const verdict of reported) {
    const count = places.filter((place) => place.verdict === verdict).length;
    if (count > 0) parts.push(t("{0} {1}", count, verdictLabel(verdict)));
  }
  return parts.join(" · ");
}

/** Those that say that something is to be mended, the worst first. */
const reported = ["altered", "absent", "elsewhere", "moved", "ambiguous", "unchecked"] as const satisfies Verdict[];
