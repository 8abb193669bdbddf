import type { PreparedSource } from "../prepare.ts";
import { isWordKind, kindAt } from "./characters.ts";
import type { Part } from "./parse.ts";
import type { KnownWords } from "./wordEnd.ts";
import { readingStart, readWords, type Word } from "./words.ts";

/** A stretch of the source that was read into words. */
export interface Stretch {
  readonly text: string;
  readonly words: readonly Word[];
  /** The marks behind the last word. */
  readonly after: string;
  /** Where reading ended. */
  readonly end: number;
}

/** Words of the prepared text around a range, whole ones at both ends. */
export function readStretch(source: PreparedSource, from: number, to: number, known?: KnownWords): Stretch {
  const { text } = source;
  const start = readingStart(text, Math.min(from, text.length));
  const end = readingEnd(text, to);
  const { words, after } = readWords(text, start, end, known);
  return { text, words, after, end };
}

/** The part's words, for telling how a word that is broken at a line's end is meant. */
export function knownWords(part: Part): ReadonlySet<string> {
  return new Set(part.elements.map((element) => element.word.text));
}

/** Whether a line ends with a hyphen in a range: what stands on either side may be halves of a word, or two words. */
export function hasBrokenWords(text: string, from: number, to: number): boolean {
  return /\p{L}[\p{Pd}\u00ad][^\S\n\r]*[\n\r]/u.test(text.slice(Math.max(0, from), to));
}

/** Behind the word and the marks at `offset`: at most 200 units further. */
function readingEnd(text: string, offset: number): number {
  const limit = Math.min(text.length, offset + 200);
  let at = Math.min(offset, text.length);
  while (at < limit && !/\s/u.test(text[at])) at++;
  while (at < limit && /\s/u.test(text[at])) at++;
  while (at < limit && !isWordKind(kindAt(text, at))) at++;
  return at;
}
