import { t } from "../../l10n.ts";
import type { LineRange } from "../../span.ts";

/** A range of lines as part of an id. */
export function rangeKey(lines: LineRange | null): string {
  return lines === null ? "none" : `${lines.start}-${lines.end}`;
}

/** "Line 3", "Lines 3–5" */
export function rangeLabel(lines: LineRange | null): string {
  if (lines === null) return t("No lines named");
  return lines.start === lines.end ? t("Line {0}", lines.start) : t("Lines {0}–{1}", lines.start, lines.end);
}

/** In the order of the source; what names no lines comes last. */
export function compareRanges(a: LineRange | null, b: LineRange | null): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  return a.start - b.start || a.end - b.end;
}
