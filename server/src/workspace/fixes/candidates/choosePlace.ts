import { t } from "../../../l10n.ts";
import type { Span } from "../../../span.ts";
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
    const title = t("Cite {0}: “{1}”", linesInWords(lines), shown(withContext(source.text, span)));
    return { kind: "choose-place", title, ways: [{ edits: [citeLinesEdit(checked, citation, lines)] }] };
  });
}

/** The words with some on either side, none of them cut. */
function withContext(text: string, { start, end }: Span): string {
  const [before, behind] = [text.slice(Math.max(0, start - context), start), text.slice(end, end + context)];
  const front = start > context ? before.replace(/^\S*\s*/, "") : before;
  const back = end + context < text.length ? behind.replace(/\s*\S*$/, "") : behind;
  return (front + text.slice(start, end) + back).trim();
}
