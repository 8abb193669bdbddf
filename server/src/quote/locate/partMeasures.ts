import type { ParsedQuote, Part } from "../text/parse.ts";
import { countAsWords } from "../text/words.ts";
import { lendUnits, skeletonOf } from "./skeleton.ts";

/** How many words the quote gives as the source's own; see {@link countAsWords}. */
export function countWords(quote: ParsedQuote): number {
  return countAsWords(quote.text, quote.parts.flatMap(ownWords));
}

/** The same for one part. */
export function countPartWords(quote: ParsedQuote, part: Part): number {
  return countAsWords(quote.text, ownWords(part));
}

/** Where the words begin that are not in brackets. */
function ownWords(part: Part): number[] {
  return part.elements.flatMap((element) => (element.type === "bracket" ? [] : [element.word.start]));
}

/** The skeleton of all words that the part gives as the source's own. */
export function partSkeleton(part: Part): Uint16Array {
  const words = part.elements.filter((element) => element.type !== "bracket").map((element) => element.word.text);
  return skeletonOf(words.join(" "));
}

/** A stretch of plain words of a part, as a skeleton, and how many elements stand in front of it. */
export interface PlainStretch {
  readonly units: Uint16Array;
  readonly before: number;
}

/** The longest stretches of parts that were asked for: each is, in one source after the other. */
const longest = new WeakMap<Part, PlainStretch>();

/** The longest stretch of plain words of the part. */
export function longestStretch(part: Part): PlainStretch {
  const known = longest.get(part) ?? findLongest(part);
  longest.set(part, known);
  return known;
}

function findLongest(part: Part): PlainStretch {
  let best = { from: 0, to: 0, length: -1 };
  for (let from = 0; from < part.elements.length; ) {
    if (part.elements[from].type !== "word") {
      from++;
      continue;
    }
    let to = from;
    while (to < part.elements.length && part.elements[to].type === "word") to++;
    const length = part.elements[to - 1].word.end - part.elements[from].word.start;
    if (length > best.length) best = { from, to, length };
    from = to;
  }
  if (best.length < 0) return { units: fixedSkeleton(part), before: 0 };
  const words = part.elements.slice(best.from, best.to).map((element) => element.word.text);
  // Symbols are words without a skeleton.
  const signs = words.findIndex((word) => lendUnits(word).length > 0);
  return { units: skeletonOf(words.join(" ")), before: best.from + Math.max(0, signs) };
}

/** Of a part without a plain word: the word that results from its first partial one. */
function fixedSkeleton(part: Part): Uint16Array {
  const partial = part.elements.find((element) => element.type === "partial");
  return skeletonOf(partial?.word.text ?? "");
}

/** How long the part's words are as they are compared, in UTF-16 units, each with what keeps it from the next one. */
export function lengthOfPart(part: Part): number {
  return part.elements.reduce((sum, { word }) => sum + word.text.length + 1, 0);
}
