import type { BracketElement, PartialElement } from "./parse.ts";
import type { Word } from "./words.ts";

/** A bracket stands for at most so many words of the source. */
export const longestReplacement = 6;

/**
 * Whether the bracket is one of the source's own with other words in it, rather than one of the writer's that stands
 * for words `from` to `to`.
 */
export function repeatsOwnBracket(element: BracketElement, words: readonly Word[], from: number, to: number): boolean {
  return sharedWithOwnBrackets(element, words, from, to) > 0;
}

/** Whether most of the bracket's words are in brackets of the source's own among words `from` to `to`. */
export function quotesOwnBracket(element: BracketElement, words: readonly Word[], from: number, to: number): boolean {
  return 2 * sharedWithOwnBrackets(element, words, from, to) > element.words.length;
}

function sharedWithOwnBrackets(element: BracketElement, words: readonly Word[], from: number, to: number): number {
  const inside = new Set(element.words.map((word) => word.text.toLowerCase()));
  let shared = 0;
  let own = false;
  for (let i = Math.max(0, from); i < Math.min(to, words.length); i++) {
    if (words[i].gap.includes("]")) own = false;
    if (words[i].gap.endsWith("[")) own = true;
    if (own && inside.delete(words[i].text.toLowerCase())) shared++;
  }
  return shared;
}

/**
 * Whether the words from `from` on are a bracket of the source's own with as many words as the quote's bracket has: then
 * a word in it was changed, rather than all of it replaced.
 */
export function rewritesOwnBracket(element: BracketElement, words: readonly Word[], from: number): boolean {
  const behind = words[from + element.words.length];
  if (element.words.length === 0 || behind === undefined || words[from] === undefined) return false;
  return words[from].gap.endsWith("[") && behind.gap.startsWith("]");
}

/** The same word but for the case of its first letter. */
export function isInitialCase(quote: string, source: string): boolean {
  if (quote.length !== source.length) return false;
  const length = (quote.codePointAt(0) ?? 0) > 0xffff ? 2 : 1;
  if (quote.slice(length) !== source.slice(length)) return false;
  return initialOf(quote, length) === initialOf(source, length);
}

/** The first letter without its case: Turkish pairs I with ı, and İ with i. */
function initialOf(word: string, length: number): string {
  return word.slice(0, length).toLowerCase().replace("\u0307", "").replace("ı", "i");
}

/** Whether a word of the source can be the one that a bracket inside a word stands in. */
export function fitsPartial({ prefix, suffix, bracketed }: PartialElement, word: string, isFirst: boolean): boolean {
  if (word.length < prefix.length + suffix.length) return false;
  if (word.length - prefix.length - suffix.length > Math.max(4, bracketed + 2)) return false;
  const begins =
    word.startsWith(prefix) || (isFirst && prefix !== "" && isInitialCase(prefix, word.slice(0, prefix.length)));
  return begins && word.endsWith(suffix);
}
