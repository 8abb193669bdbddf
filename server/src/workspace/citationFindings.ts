import { plural } from "../l10n.ts";
import { countLines } from "../source/lines.ts";
import type { LineRange } from "../span.ts";
import type { CheckedQuote } from "./checkedNote.ts";
import { isWholeFile } from "./citedSources.ts";
import type { DraftFinding } from "./draftFinding.ts";
import { fileNameOf, isOutside, type SourcedCitation } from "./sourcedCitation.ts";
import { linesInWords } from "./wording.ts";

/** What is wrong with a citation's source and lines, whatever its quotes say. */
export function citationFindings(cited: SourcedCitation, quotes: readonly CheckedQuote[]): readonly DraftFinding[] {
  const { citation, source, index } = cited;
  const { target, fragment, lines } = citation;
  if (source.problem !== undefined) {
    const { problem, variant, args } = source;
    const span = { start: target.start, end: fragment?.start ?? target.end };
    return [{ rule: problem, variant, args: { path: citation.path, ...args }, span, citation: index }];
  }
  if (lines !== null && isOutside(lines, source.source)) {
    const count = plural(countLines(source.source), "{0} line", "{0} lines");
    const args = { file: fileNameOf(cited), count, cited: linesInWords(lines) };
    return [{ rule: "range-outside-source", args, span: fragment ?? target, citation: index }];
  }
  const found = isWholeFile(citation) ? foundInWords(quotes) : null;
  if (found === null) return none;
  return [{ rule: "citation-without-lines", args: { found }, span: target, citation: index }];
}

const none: readonly DraftFinding[] = [];

/** The lines around all quotes that were found in the cited source; null where none was. */
function foundInWords(quotes: readonly CheckedQuote[]): string | null {
  let found: LineRange | null = null;
  for (const { verdict, passage } of quotes) {
    if (passage === null || verdict === "elsewhere") continue;
    const { start, end } = passage.lines;
    found = found === null ? passage.lines : { start: Math.min(found.start, start), end: Math.max(found.end, end) };
  }
  return found === null ? null : linesInWords(found);
}
