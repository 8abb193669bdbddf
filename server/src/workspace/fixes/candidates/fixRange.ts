import { t } from "../../../l10n.ts";
import { countLines } from "../../../source/lines.ts";
import type { LineRange } from "../../../span.ts";
import { linesInWords } from "../../wording.ts";
import { around, citeLinesEdit, isSameLines, linesOfQuotes } from "../citationEdit.ts";
import type { FixContext } from "../context.ts";
import type { Candidate } from "../fix.ts";

/**
 * Makes a range of lines of what is none, or is not in the source: as it was hardly meant otherwise, where the
 * citation's quotes stand in those lines, and as they stand.
 */
export function fixRange(context: FixContext): Candidate[] {
  const { checked, finding, citation } = context;
  if ((finding.rule !== "range-invalid" && finding.rule !== "range-outside-source") || citation === null) return [];
  const found = linesOfQuotes(checked, citation);
  const meant = meantLines(context);
  const fix = (lines: LineRange, title: string, safe: boolean): Candidate => ({
    kind: "fix-range",
    title,
    ways: [{ edits: [citeLinesEdit(checked, citation, lines)] }],
    natural: true,
    safe,
  });
  const candidates: Candidate[] = [];
  if (meant !== null && (found === null || isSameLines(around(meant.lines, found), meant.lines))) {
    candidates.push(fix(meant.lines, t("Cite {0}", linesInWords(meant.lines)), found !== null || meant.isCertain));
  }
  if (found !== null && (meant === null || !isSameLines(found, meant.lines))) {
    candidates.push(fix(found, t("Cite {0}, where the quotes of this citation stand", linesInWords(found)), true));
  }
  return candidates;
}

/** The lines that a wrong range hardly leaves a doubt of: its ends in order, from line 1, to the last line. */
function meantLines({
  checked,
  citation,
  source,
}: FixContext): { readonly lines: LineRange; readonly isCertain: boolean } | null {
  const { fragment, lines } = citation!.citation;
  const count = source === null ? null : countLines(source);
  if (lines !== null) {
    return count === null || lines.start > count
      ? null
      : { lines: { start: lines.start, end: count }, isCertain: false };
  }
  if (fragment === null) return null;
  const written = /^#(line=)?L?(\d+)(?:[C,]\d+)?(?:[-,\u2010-\u2015\u2212]L?(\d+)(?:[C,]\d+)?)?$/i.exec(
    checked.text.slice(fragment.start, fragment.end),
  );
  if (written === null) return null;
  const [, rfc, first, second] = written;
  const ends = [Number(first), Number(second ?? first)].sort((a, b) => a - b);
  const [start, end] = rfc === undefined ? ends : [ends[0] + 1, ends[1]];
  if (count !== null && end > count) return null;
  return { lines: { start: Math.max(1, start), end: Math.max(1, end) }, isCertain: start > 0 };
}
