import type { CheckedNote } from "../../workspace/checkedNote.ts";
import { isRight } from "../lostQuotes.ts";
import type { EvidenceIndex } from "./index.ts";

/** The whole workspace in figures. */
export interface EvidenceTotals {
  readonly notes: number;
  /** Notes that cite something. */
  readonly citing: number;
  readonly quotes: number;
  /** Quotes that the filter lets through. */
  readonly shown: number;
  /** Quotes that have a finding for not being right; those that are ignored are not among them. */
  readonly wrong: number;
}

/** Linear in the quotes and findings of the workspace. */
export function totalsOf({ workspace, sieve }: EvidenceIndex): EvidenceTotals {
  const totals = { notes: workspace.noteUris().length, citing: 0, quotes: 0, shown: 0, wrong: 0 };
  for (const note of workspace.notes()) {
    if (note.citations.length === 0) continue;
    totals.citing++;
    for (const { quotes } of note.citations) totals.quotes += quotes.length;
    for (const { quote } of sieve(note)) if (quote !== null) totals.shown++;
    totals.wrong += wrongQuotes(note);
  }
  return totals;
}

function wrongQuotes({ citations, findings, note }: CheckedNote): number {
  if (findings.length === 0) return 0;
  const reported = new Set(
    findings.flatMap(({ quotation }) => (quotation === null ? [] : note.quotations[quotation].marked.start)),
  );
  let wrong = 0;
  for (const { quotes } of citations) {
    for (const { verdict, quotation } of quotes) {
      if (!isRight(verdict) && reported.has(quotation.marked.start)) wrong++;
    }
  }
  return wrong;
}
