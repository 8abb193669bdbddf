import type { Verdict } from "../../quote/judgement.ts";
import type { CheckedCitation, CheckedNote, CheckedQuote } from "../../workspace/checkedNote.ts";
import { type QuoteName, quoteIdsOf } from "../quoteIds.ts";

/** Which quotes are shown. What is null lets everything through. */
export interface EvidenceFilter {
  readonly verdicts: readonly Verdict[] | null;
  /** These alone, as far as they are there. */
  readonly quotes: readonly QuoteName[] | null;
}

/** A quote at its citation, or a citation that has none. */
export interface Occurrence {
  readonly note: CheckedNote;
  readonly citation: CheckedCitation;
  readonly quote: CheckedQuote | null;
}

/** What a filter lets through of the citations of a note. Citations without a quote pass only where nothing is asked. */
export type Sieve = (note: CheckedNote, citations?: readonly CheckedCitation[]) => Occurrence[];

/** Linear in the citations and quotes that it is given, and once in the filter. */
export function createSieve({ verdicts, quotes }: EvidenceFilter): Sieve {
  const wantedVerdicts = verdicts && new Set(verdicts);
  const wantedQuotes = quotes && quotesByNote(quotes);
  return (note, citations = note.citations) => {
    const names = wantedQuotes?.get(note.uri);
    if (wantedQuotes !== null && names === undefined) return [];
    const ids = names && quoteIdsOf(note);
    const passes = (quote: CheckedQuote) =>
      (wantedVerdicts?.has(quote.verdict) ?? true) && (ids === undefined || names!.has(ids.get(quote)!));
    const isOpen = wantedVerdicts === null && wantedQuotes === null;
    return citations.flatMap((citation): Occurrence[] => {
      if (citation.quotes.length === 0) return isOpen ? [{ note, citation, quote: null }] : [];
      return citation.quotes.filter(passes).map((quote) => ({ note, citation, quote }));
    });
  };
}

function quotesByNote(quotes: readonly QuoteName[]): Map<string, Set<string>> {
  const byNote = new Map<string, Set<string>>();
  for (const { note, quote } of quotes) byNote.set(note, (byNote.get(note) ?? new Set()).add(quote));
  return byNote;
}
