import type { CitedPlace } from "./citation.ts";
import { writtenCitation } from "./citation.ts";
import { escapedWords } from "./escape.ts";
import { paragraphsOf } from "./words.ts";

export interface BlockQuoteWriting {
  /** In front of every line but the first: a list's indentation, the `> ` of a quote around it. */
  readonly prefix?: string;
  /** What each line of the quote begins with: nothing, where `prefix` is that of a block quote which it is to fill. */
  readonly mark?: "> " | "";
}

/**
 * A source's text as a block quote with its attribution in a paragraph of its own, so that no word of the text can be
 * taken for part of it. Lines end with `\n`, the last one with nothing. Null where the text has no letter or digit.
 */
export function writtenBlockQuote(
  text: string,
  cited: CitedPlace,
  { prefix = "", mark = "> " }: BlockQuoteWriting = {},
): string | null {
  if (!/[\p{L}\p{N}]/u.test(text)) return null;
  const paragraphs = [...paragraphsOf(text).map((words) => escapedWords(words, "line")), `— ${writtenCitation(cited)}`];
  const between = `\n${(prefix + mark).trimEnd()}\n${prefix}`;
  return paragraphs.map((paragraph) => mark + paragraph).join(between);
}
