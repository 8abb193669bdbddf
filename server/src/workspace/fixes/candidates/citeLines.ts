import { t } from "../../../l10n.ts";
import { countLines, linesOverlap } from "../../../source/lines.ts";
import type { Source } from "../../../source/source.ts";
import type { LineRange } from "../../../span.ts";
import { linesInWords } from "../../wording.ts";
import { around, citeLinesEdit, isSameLines, linesOfQuotes } from "../citationEdit.ts";
import type { FixContext } from "../context.ts";
import type { Candidate } from "../fix.ts";

/** Lines that are no further apart are cited as one range. */
const near = 10;
/** Over more lines a citation says little of where a quote stands. */
export const mostLines = 200;
/** So wide a range is not cited without a person having a look. */
const mostUnseen = 40;

/** Makes the citation of a quote that stands at other lines name those, or extends it to them. */
export function citeLines({ checked, finding, citation, quote, source }: FixContext): Candidate[] {
  if (finding.rule !== "quote-moved" || citation === null || !quote?.passage) return [];
  const { lines } = quote.passage;
  const cited = linesWithin(citation.citation.lines, source);
  const all = linesOfQuotes(checked, citation) ?? lines;
  const cite = (kind: "cite-lines" | "extend-lines", range: LineRange, title: string): Candidate[] => {
    if (range.end - range.start >= mostLines) return [];
    const edits = [citeLinesEdit(checked, citation, range)];
    return [{ kind, title, ways: [{ edits }], natural: true, safe: range.end - range.start < mostUnseen }];
  };
  const extended = cited === null ? all : around(cited, all);
  const extend = cite("extend-lines", extended, t("Extend the citation to {0}", linesInWords(extended)));
  if (cited !== null && linesOverlap(cited, lines)) return extend;
  const words = linesInWords(all);
  const repoint = isSameLines(all, lines)
    ? cite("cite-lines", all, t("Cite {0}, where the quote stands", words))
    : cite("extend-lines", all, t("Cite {0}, where the quotes of this citation stand", words));
  return cited !== null && gapBetween(cited, lines) <= near ? [...repoint, ...extend] : repoint;
}

/** What of the lines the source has; null where it has none of them. */
function linesWithin(lines: LineRange | null, source: Source | null): LineRange | null {
  if (lines === null || source === null) return lines;
  const end = Math.min(lines.end, countLines(source));
  return lines.start > end ? null : { start: lines.start, end };
}

function gapBetween(a: LineRange, b: LineRange): number {
  return Math.max(a.start - b.end, b.start - a.end);
}
