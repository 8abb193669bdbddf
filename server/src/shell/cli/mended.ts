import { positionAt } from "../../source/lines.ts";
import { visible } from "../../visible.ts";
import { counted } from "../../workspace/wording.ts";
import type { Paint } from "./colour.ts";
import { mendedCitations } from "./mend.ts";
import type { Report } from "./report.ts";

/** Every citation that was mended, a line each, with an empty line behind the last. */
export function formatMended(report: Report, paint: Paint): string {
  const lines = report.notes.flatMap(({ uri }) => {
    const fixed = report.mended?.notes.get(uri);
    if (fixed === undefined) return [];
    return mendedCitations(fixed).map((citation) => {
      const { line, character } = positionAt(fixed.before, citation.span.start);
      const place = `${visible(report.path(uri))}:${line + 1}:${character + 1}`;
      const change = `${visible(citation.old)} → ${visible(citation.new)}`;
      return `${paint("strong", place)}  ${paint("good", report.mended?.isDryRun ? "would mend" : "mended")}  ${change}\n`;
    });
  });
  return lines.length === 0 ? "" : `${lines.join("")}\n`;
}

/** "3 citations in 2 notes mended. " Empty where nothing was asked for. */
export function mendedLine({ mended }: Report): string {
  if (mended === null) return "";
  const citations = [...mended.notes.values()].reduce((count, { edit }) => count + edit.edits.length, 0);
  if (citations === 0) return "Nothing to mend. ";
  const what = `${counted(citations, "citation")} in ${counted(mended.notes.size, "note")}`;
  return mended.isDryRun ? `${what} would be mended; then: ` : `${what} mended. `;
}
