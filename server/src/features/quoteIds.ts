import type { CheckedNote, CheckedQuote } from "../workspace/checkedNote.ts";

/** One quote of the workspace. */
export interface QuoteName {
  /** The note's URI. */
  readonly note: string;
  /** As {@link quoteIdsOf} names it. */
  readonly quote: string;
}

/** How many UTF-16 units of a quote's words its id has at most. */
const maxWords = 80;

const known = new WeakMap<CheckedNote, ReadonlyMap<CheckedQuote, string>>();

/**
 * A name for each quote of a note that stays the same while other parts of the note are edited: its words and, where
 * the note quotes the same words several times, which of them it is. Linear in the quotes, and once for a check.
 */
export function quoteIdsOf(checked: CheckedNote): ReadonlyMap<CheckedQuote, string> {
  const ids = known.get(checked) ?? nameQuotes(checked);
  known.set(checked, ids);
  return ids;
}

function nameQuotes({ citations }: CheckedNote): ReadonlyMap<CheckedQuote, string> {
  const ids = new Map<CheckedQuote, string>();
  const seen = new Map<string, number>();
  for (const { quotes } of citations) {
    for (const quote of quotes) {
      const words = quote.quotation.reading.text.slice(0, maxWords);
      const count = (seen.get(words) ?? 0) + 1;
      seen.set(words, count);
      ids.set(quote, `${count} ${words}`);
    }
  }
  return ids;
}
