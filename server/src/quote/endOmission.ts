import type { Alignment, Step } from "./alignment.ts";
import { isInitialCase } from "./bracket.ts";
import { isSentenceEnd } from "./characters.ts";
import type { Element } from "./parse.ts";
import type { Word } from "./words.ts";

/** So many words may be missing between a quote's first or last words and the rest of it. */
const mostLeftOut = 12;
/** So many words of the quote may stand beyond the gap: more of them hold the alignment by themselves. */
const mostBeyond = 3;

/**
 * The alignment with a quote's first or last words tied to the same words of the source, where they were taken for
 * added ones because others are left out between them and the rest: “Given Russia’s” for “Given the focus on Russia’s”.
 * `isTelling` says of a word that it does not stand there by chance. Linear in the words that may be left out.
 */
export function keepEndOmission(
  alignment: Alignment,
  elements: readonly Element[],
  words: readonly Word[],
  isTelling: (word: string) => boolean,
): Alignment {
  const { steps } = alignment;
  const atStart = leadingChange(steps, elements, isTelling);
  const front = atStart === null ? null : tieStart(steps, atStart, elements, words);
  const begun = front ?? steps;
  const atEnd = leadingChange([...begun].reverse(), elements, isTelling);
  const back = atEnd === null ? null : tieEnd(begun, atEnd, elements, words);
  return front === null && back === null ? alignment : { ...alignment, steps: back ?? begun };
}

/** How many steps at the beginning only add or exchange telling words; null where there is no such beginning. */
function leadingChange(
  steps: readonly Step[],
  elements: readonly Element[],
  isTelling: (word: string) => boolean,
): number | null {
  let count = 0;
  while (count < steps.length && steps[count].type === "changed") {
    const { quoteFrom, quoteTo } = steps[count];
    if (quoteTo - quoteFrom !== 1 || elements[quoteFrom].type !== "word") return null;
    count++;
  }
  if (count === 0 || count > mostBeyond || count === steps.length || steps[count].type !== "same") return null;
  const added = steps.slice(0, count).map(({ quoteFrom }) => elements[quoteFrom].word.text);
  return added.some(isTelling) ? count : null;
}

function tieStart(
  steps: readonly Step[],
  count: number,
  elements: readonly Element[],
  words: readonly Word[],
): Step[] | null {
  const rest = steps[count].sourceFrom;
  for (let from = rest - count; from >= 0 && rest - count - from <= mostLeftOut; from--) {
    if (endsSentence(words[from + count])) return null;
    if (!areSame(elements, 0, words, from, count)) continue;
    return [...tied(0, from, count), ...leftOut(from + count, rest, count), ...steps.slice(count)];
  }
  return null;
}

function tieEnd(
  steps: readonly Step[],
  count: number,
  elements: readonly Element[],
  words: readonly Word[],
): Step[] | null {
  const kept = steps.slice(0, steps.length - count);
  const rest = kept[kept.length - 1].sourceTo;
  const first = elements.length - count;
  for (let from = rest; from + count <= words.length && from - rest <= mostLeftOut; from++) {
    if (endsSentence(words[from])) return null;
    if (!areSame(elements, first, words, from, count)) continue;
    return [...kept, ...leftOut(rest, from, first), ...tied(first, from, count)];
  }
  return null;
}

function areSame(elements: readonly Element[], at: number, words: readonly Word[], from: number, count: number) {
  for (let i = 0; i < count; i++) {
    const quote = elements[at + i].word.text;
    const source = words[from + i].text;
    if (quote !== source && !(at + i === 0 && isInitialCase(quote, source))) return false;
  }
  return true;
}

function endsSentence(word: Word): boolean {
  return [...word.gap].some((mark) => mark !== "…" && isSentenceEnd(mark));
}

function tied(quote: number, source: number, count: number): Step[] {
  return Array.from({ length: count }, (_, i) => ({
    type: "same",
    quoteFrom: quote + i,
    quoteTo: quote + i + 1,
    sourceFrom: source + i,
    sourceTo: source + i + 1,
  }));
}

function leftOut(from: number, to: number, quote: number): Step[] {
  return Array.from({ length: to - from }, (_, i) => ({
    type: "changed",
    quoteFrom: quote,
    quoteTo: quote,
    sourceFrom: from + i,
    sourceTo: from + i + 1,
  }));
}
