import { t } from "../../l10n.ts";
import { linesInWords } from "../wording.ts";
import { around, citeLinesEdit, isSameLines, linesOfQuotes } from "./citationEdit.ts";
import type { FixContext } from "./context.ts";
import type { Candidate } from "./fix.ts";

/**
 * A fix of a quote's words, and the same with the lines put right, where the quote stands at other lines than the cited
 * ones: words that are right are found there.
 */
export function andWithLines({ checked, citation }: FixContext, candidate: Candidate): Candidate[] {
  const cited = citation?.citation.lines ?? null;
  const lines = citation && linesOfQuotes(checked, citation);
  if (cited === null || lines === null || isSameLines(around(cited, lines), cited)) return [candidate];
  const edit = citeLinesEdit(checked, citation!, lines);
  const title = t("{0}, and cite {1}", candidate.title, linesInWords(lines));
  return [candidate, { ...candidate, title, ways: candidate.ways.map(({ edits }) => ({ edits: [...edits, edit] })) }];
}

/** As {@link andWithLines}, where nothing else is wrong with the words. */
export function andWithLinesIfLast(context: FixContext, candidate: Candidate): Candidate[] {
  return context.quote?.edits.length === 1 ? andWithLines(context, candidate) : [candidate];
}
