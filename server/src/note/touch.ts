import type { Analysis } from "./citationGroup.ts";
import { longestGap } from "./citationGroup.ts";
import type { RunningText } from "./markdown/runningText.ts";
import type { FoundQuotation } from "./quotation.ts";
import { firstIndex } from "./search.ts";

/** A group of links that touches a quotation. */
export interface Touch {
  /** Empty where a note (see `isNote`) names only links that are no citations. */
  readonly citations: readonly number[];
  /** Whether it is a footnote's mark, or stands in a parenthesis that opens behind the quotation. */
  readonly isNote: boolean;
  /** Whether punctuation stands between that keeps things apart. */
  readonly isSeparate: boolean;
  /** Whether it stands in front with a colon. */
  readonly introduces: boolean;
}

/** The group behind a quotation, if only white space, punctuation or brackets stand between. */
export function touchAfter(
  analysis: Analysis,
  found: FoundQuotation,
  sentence: number,
  firstGroup: number,
): Touch | null {
  const { groups, text } = analysis;
  const { start, end } = found.marked;
  let next = firstGroup;
  while (next < groups.length && groups[next].read.end <= end && groups[next].read.start < end) next++;
  const group = groups[next];
  if (!group || group.sentence !== sentence) return null;
  // A link that starts inside the marks and ends outside of them.
  const gap = group.read.start < end ? "" : gapBetween(text, found, end, group.read.start);
  if (gap === null || group.read.start < start) return null;
  const isNote = group.links[0].form === "footnote" || /[([（［]\s*$/.test(gap);
  if (!isNote && !group.edges.first) return null;
  return { citations: group.citations, isNote, isSeparate: /[,;.。，；]/.test(gap), introduces: false };
}

/** The group in front of a quotation, on the same terms. */
export function touchBefore(
  analysis: Analysis,
  found: FoundQuotation,
  sentence: number,
  firstGroup: number,
): Touch | null {
  const { groups, text } = analysis;
  const { start } = found.marked;
  let last = firstGroup - 1;
  while (last >= 0 && groups[last].read.end > start) last--;
  const group = groups[last];
  // A footnote's mark speaks for what it follows.
  if (!group || group.sentence !== sentence || group.links.at(-1)?.form === "footnote") return null;
  const gap = gapBetween(text, found, group.read.end, start);
  if (gap === null || !group.edges.last) return null;
  const isSeparate = /[,;.)\]。，；）］]/.test(gap);
  return { citations: group.citations, isNote: false, isSeparate, introduces: /[:：]/.test(gap) };
}

/** Signs, an arrow perhaps, and the number of a note. */
const wordless = /^[\s\p{P}\p{S}\p{Cf}⁰¹²³⁴-⁹]*$/u;

/** What stands between, or null where it keeps the two apart. */
function gapBetween(
  { reading, cells }: RunningText,
  { marked }: FoundQuotation,
  from: number,
  to: number,
): string | null {
  if (to - from > longestGap) return null;
  const gap = reading.text.slice(from, to);
  if (!wordless.test(gap)) return null;
  const cell = cells[firstIndex(cells, ({ end }) => end >= marked.end)];
  if (!cell || (cell.start <= from && to <= cell.end)) return gap;
  // Into another cell of the row a quotation reaches only if it fills its own.
  const rest = reading.text.slice(cell.start, marked.start) + reading.text.slice(marked.end, cell.end);
  return wordless.test(rest) ? gap : null;
}
