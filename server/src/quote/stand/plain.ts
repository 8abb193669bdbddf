import type { Span } from "../../span.ts";
import type { PreparedSource } from "../prepare.ts";

/** Letters and digits, and between them marks that mean the same in a quote as in its source; a full stop at the end. */
const plainText =
  /^[A-Za-z0-9\u00c0-\u024f\u0370-\u03ff\u0400-\u04ff][A-Za-z0-9\u00c0-\u024f\u0370-\u03ff\u0400-\u04ff ,;:.?!'’“”"()–—-]*$/;
const endsInWord = /[A-Za-z0-9\u00c0-\u024f\u0370-\u03ff\u0400-\u04ff]$/;
const endsInMark = /[A-Za-z0-9\u00c0-\u024f\u0370-\u03ff\u0400-\u04ff][,;:.?!]$/;

/** So many characters in front of the words and behind them tell whether they are whole. */
const mostBefore = 3;
const mostBehind = 3;

/**
 * What stands in front of a word that nothing joins it to: a line's beginning, or a space behind a word or its mark, and perhaps
 * an opening mark.
 */
const before = /(?:^|[A-Za-z0-9,;:.?!)”"\n]\n|[A-Za-z0-9,;:.?!)”"] )“?$/;
/** What stands behind a word, or a word's mark, that nothing goes on with. */
const behindWord = /^[,;:.?!)”"]{0,2}[ \n]/;
const behindMark = /^[”"]?(?: [A-Za-z0-9“]|\n)/;

/**
 * Where a quote stands as it is, letter for letter, first inside a range of the prepared text. Null is no answer: what it
 * finds, {@link findStanding} finds as well, with no change. Most quotes of most notes stand so.
 */
export function standsPlainly(quote: string, source: PreparedSource, within: Span): Span | null {
  if (!plainText.test(quote)) return null;
  const behind = endsInWord.test(quote) ? behindWord : endsInMark.test(quote) ? behindMark : null;
  if (behind === null) return null;
  const from = Math.max(0, within.start - mostBefore);
  const text = source.slice(from, within.end + mostBehind);
  const start = text.slice(0, within.end - from).indexOf(quote, within.start - from);
  if (start < 0) return null;
  const end = start + quote.length;
  const isWhole =
    before.test(text.slice(Math.max(0, start - mostBefore), start)) &&
    (from + end === source.length || behind.test(text.slice(end, end + mostBehind)));
  return isWhole ? { start: from + start, end: from + end } : null;
}
