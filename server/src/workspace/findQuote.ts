import type { Quotation } from "../note/note.ts";
import { linesOfSpan } from "../source/lines.ts";
import type { Passage } from "./checkedNote.ts";
import { judgeInOthers } from "./judgeGroup.ts";
import type { LoadedSource } from "./sources.ts";

/** Where the quotation stands, exact or equivalent: in the first of the sources that has it. Null where none has. */
export function findQuote(quotation: Quotation, sources: readonly LoadedSource[]): Passage | null {
  const judgement = judgeInOthers(quotation, [], sources)?.judgement;
  if (!judgement?.other || judgement.passage === null) return null;
  const { uri, source } = judgement.other;
  return { uri, span: judgement.passage, lines: linesOfSpan(source.lineStarts, judgement.passage) };
}
