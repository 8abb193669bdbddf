import { t } from "../../../l10n.ts";
import { writtenQuotation } from "../../../note/write/quotation.ts";
import { quoteStyleOf, straightMarks } from "../../../note/write/quoteStyle.ts";
import type { Source } from "../../../source/source.ts";
import type { CheckedCitation, CheckedNote } from "../../checkedNote.ts";
import { linesInWords } from "../../wording.ts";
import type { Candidate } from "../fix.ts";
import { beforeMarks, noteLineAt } from "../noteLine.ts";
import { readSpan, sourceText } from "../readText.ts";

/** A quotation is hardly longer. */
const mostCharacters = 1500;

/** Puts the cited lines' words, as a quotation in the note's own marks, in front of a citation that has no quote. */
export function insertQuotation(checked: CheckedNote, citation: CheckedCitation, source: Source): Candidate[] {
  const { lines, span } = citation.citation;
  if (lines === null || citation.cited === null || citation.quotes.length > 0) return [];
  const words = sourceText(source);
  const { start, end } = readSpan(words, citation.cited);
  if (end - start > mostCharacters) return [];
  const style = quoteStyleOf(checked.note, checked.text) ?? straightMarks;
  const at = beforeMarks(checked, span.start);
  const line = noteLineAt(checked, at);
  const place = /\|/.test(checked.text.slice(line.start, line.end)) ? "tableCell" : "inline";
  const quotation = writtenQuotation(words.text.slice(start, end), { style, place });
  if (quotation === null) return [];
  const front = at > line.contentStart && /\S/.test(checked.text[at - 1]) ? " " : "";
  const edits = [{ span: { start: at, end: at }, text: `${front}${quotation} ` }];
  const title = t("Quote {0} here", linesInWords(lines));
  return [{ kind: "insert-quotation", title, ways: [{ edits }], right: edits[0].span }];
}
