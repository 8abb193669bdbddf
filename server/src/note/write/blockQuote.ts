import type { CitedPlace } from "./citation.ts";
import { writtenCitation } from "./citation.ts";
import { escapedWords } from "./escape.ts";
import { paragraphsOf } from "./words.ts";

/**
 * A source's text as a block quote with its attribution in a paragraph of its own, so that no word of the text can be
 * taken for part of it. Lines end with `\n`, the last one with nothing; `prefix` goes in front of every line but the
 * first (a list's indentation, the `> ` of a quote around it). Null where the text has no letter or digit.
 */
export function writtenBlockQuote(text: string, cited: CitedPlace, prefix = ""): string | null {
  const paragraphs = paragraphsOf(text).map((words) => escapedWords(words, "line"));
  if (!/[\p{L}\p{N}]/u.test(text)) return null;
  const lines = [...paragraphs, `— ${writtenCitation(cited)}`].flatMap((line) => [">", `> ${line}`]).slice(1);
  return lines.join(`\n${prefix}`);
}
