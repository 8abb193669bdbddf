import { t } from "../../../l10n.ts";
import type { Passage } from "../../checkedNote.ts";
import { linesInWords, shown } from "../../wording.ts";
import { citeLinesEdit } from "../citationEdit.ts";
import type { FixContext } from "../context.ts";
import type { Candidate } from "../fix.ts";

/** More are no choice. */
const mostPlaces = 6;
/** What is shown of the source around a place, so that a person can tell it from the others. */
const context = 40;

/** One fix for each place where an ambiguous quote stands, the nearest to the cited lines first. */
export function choosePlace({ checked, finding, citation, quote, source }: FixContext): Candidate[] {
  if (finding.rule !== "quote-ambiguous" || citation === null || quote === null || source === null) return [];
  const cited = citation.citation.lines?.start ?? 1;
  const distance = ({ lines }: Passage) => Math.abs(lines.start - cited);
  const nearest = [...quote.places].sort((a, b) => distance(a) - distance(b)).slice(0, mostPlaces);
  return nearest.map(({ lines, span }): Candidate => {
    const words = source.text.slice(Math.max(0, span.start - context), span.end + context);
    const title = t("Cite {0}: “{1}”", linesInWords(lines), shown(words));
    return { kind: "choose-place", title, ways: [{ edits: [citeLinesEdit(checked, citation, lines)] }] };
  });
}
