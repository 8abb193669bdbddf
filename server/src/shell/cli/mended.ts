import { positionAt } from "../../source/lines.ts";
import { visible } from "../../visible.ts";
import { counted } from "../../workspace/wording.ts";
import type { Paint } from "./colour.ts";
import { mendedCitations } from "./mend.ts";
import type { Mended, ReportContext } from "./report.ts";

/** Every citation that was mended, a line each, with an empty line behind the last. */
export function formatMended({ notes, isDryRun }: Mended, path: ReportContext["path"], paint: Paint): string {
  const lines = notes.flatMap((fixed) =>
    mendedCitations(fixed).map((citation) => {
      const { line, character } = positionAt(fixed.before, citation.span.start);
      const place = `${visible(path(fixed.before.uri))}:${line + 1}:${character + 1}`;
      const change = `${visible(citation.old)} → ${visible(citation.new)}`;
      return `${paint("strong", place)}  ${paint("good", isDryRun ? "would mend" : "mended")}  ${change}\n`;
    }),
  );
  return lines.length === 0 ? "" : `${lines.join("")}\n`;
}

/** "3 citations in 2 notes mended. " */
export function mendedLine({ notes, isDryRun }: Mended): string {
  const citations = notes.reduce((count, { edit }) => count + edit.edits.length, 0);
  if (citations === 0) return "Nothing to mend. ";
  const what = `${counted(citations, "citation")} in ${counted(notes.length, "note")}`;
  return isDryRun ? `${what} would be mended; then: ` : `${what} mended. `;
}
