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
 * The alignment with a quote's first and last words tied to what a reader would tie them to. They may have been taken
 * for added ones because words are left out between them and the rest: “Given Russia’s” for “Given the focus on
 * Russia’s”. Or for words of the sentence before or behind, which the quote has nothing else of. `isTelling` says of a
 * word that it does not stand somewhere by chance. Linear in the words that may be left out.
 */
export function tieEnds(
  alignment: Alignment,
  elements: readonly Element[],
  words: readonly Word[],
  isTelling: (word: string) => boolean,
): Alignment {
  let { steps } = alignment;
  steps = untieStart(steps, elements, words) ?? steps;
  steps = untieEnd(steps, elements, words) ?? steps;
  steps = tieFirst(steps, elements, words) ?? steps;
  steps = tieLast(steps, elements, words) ?? steps;
  const atStart = leadingChange(steps, elements, isTelling);
  steps = (atStart === null ? null : tieStart(steps, atStart, elements, words)) ?? steps;
  const atEnd = leadingChange([...steps].reverse(), elements, isTelling);
  steps = (atEnd === null ? null : tieEnd(steps, atEnd, elements, words)) ?? steps;
  return { ...alignment, steps };
}

/** So many words at an end, and so many more or fewer of the source, are one rewriting. */
const longestRewriting = 8;
const countDifferences = [0, 1, -1, 2, -2];

/** The first word of a rewritten beginning, where the source's words in the same place begin with it. */
function tieFirst(steps: readonly Step[], elements: readonly Element[], words: readonly Word[]): Step[] | null {
  const count = rewritten(steps, elements);
  if (count < 2) return null;
  const rest = steps[count].sourceFrom;
  for (const difference of countDifferences) {
    const from = rest - count - difference;
    if (from < 0 || from >= rest || !areSame(elements, 0, words, from, 1)) continue;
    if (words.slice(from + 1, rest + 1).some(endsSentence)) continue;
    return [...tied(0, from, 1), ...exchanged(1, count, from + 1, rest), ...steps.slice(count)];
  }
  return null;
}

function tieLast(steps: readonly Step[], elements: readonly Element[], words: readonly Word[]): Step[] | null {
  const count = rewritten([...steps].reverse(), elements);
  if (count < 2) return null;
  const kept = steps.slice(0, steps.length - count);
  const rest = kept[kept.length - 1].sourceTo;
  const last = elements.length - 1;
  for (const difference of countDifferences) {
    const at = rest + count + difference - 1;
    if (at < rest || at >= words.length || !areSame(elements, last, words, at, 1)) continue;
    if (words.slice(rest, at + 1).some(endsSentence)) continue;
    return [...kept, ...exchanged(last + 1 - count, last, rest, at), ...tied(last, at, 1)];
  }
  return null;
}

/** How many words at the beginning were rewritten, one by one; 0 where nothing, too much or all was. */
function rewritten(steps: readonly Step[], elements: readonly Element[]): number {
  let count = 0;
  while (count < steps.length && isOneWord(steps[count], elements)) count++;
  return count <= longestRewriting && steps[count]?.type === "same" ? count : 0;
}

function isOneWord({ type, quoteFrom, quoteTo }: Step, elements: readonly Element[]): boolean {
  return type === "changed" && quoteTo - quoteFrom === 1 && elements[quoteFrom].type === "word";
}

/** Words against words in their order, and what is left over against nothing. */
function exchanged(quoteFrom: number, quoteTo: number, sourceFrom: number, sourceTo: number): Step[] {
  const count = Math.max(quoteTo - quoteFrom, sourceTo - sourceFrom);
  return Array.from({ length: count }, (_, i) => ({
    type: "changed",
    quoteFrom: Math.min(quoteFrom + i, quoteTo),
    quoteTo: Math.min(quoteFrom + i + 1, quoteTo),
    sourceFrom: Math.min(sourceFrom + i, sourceTo),
    sourceTo: Math.min(sourceFrom + i + 1, sourceTo),
  }));
}

/** How many steps at the beginning only add or exchange telling words; null where there is no such beginning. */
function leadingChange(
  steps: readonly Step[],
  elements: readonly Element[],
  isTelling: (word: string) => boolean,
): number | null {
  let count = 0;
  while (count < steps.length && steps[count].type === "changed") {
    if (!isOneWord(steps[count], elements)) return null;
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

/** Of the first words, tied to another sentence than the rest, that the quote has them added in front. */
function untieStart(steps: readonly Step[], elements: readonly Element[], words: readonly Word[]): Step[] | null {
  const count = tiedByChance(steps);
  if (count === 0) return null;
  let to = count;
  while (to < steps.length && isOmission(steps[to])) to++;
  if (to === steps.length || steps[to].quoteFrom !== count || endsSentence(elements[count].word)) return null;
  const { sourceFrom: rest } = steps[to];
  const crosses = words.slice(steps[count].sourceFrom, rest + 1).some(endsSentence);
  return crosses ? [...added(0, count, rest), ...steps.slice(to)] : null;
}

function untieEnd(steps: readonly Step[], elements: readonly Element[], words: readonly Word[]): Step[] | null {
  const count = tiedByChance([...steps].reverse());
  if (count === 0) return null;
  const first = elements.length - count;
  let from = steps.length - count;
  while (from > 0 && isOmission(steps[from - 1])) from--;
  if (from === 0 || steps[from - 1].quoteTo !== first || endsSentence(elements[first].word)) return null;
  const { sourceTo: rest } = steps[from - 1];
  const crosses = words.slice(rest, steps[steps.length - count].sourceFrom + 1).some(endsSentence);
  return crosses ? [...steps.slice(0, from), ...added(first, count, rest)] : null;
}

/** How many words at the beginning are tied and have words left out behind them, where they are too few to tell. */
function tiedByChance(steps: readonly Step[]): number {
  let count = 0;
  while (count < steps.length && steps[count].type === "same") count++;
  return count < mostBeyond && count < steps.length && isOmission(steps[count]) ? count : 0;
}

function isOmission({ type, quoteFrom, quoteTo }: Step): boolean {
  return type === "changed" && quoteFrom === quoteTo;
}

function added(quote: number, count: number, source: number): Step[] {
  return Array.from({ length: count }, (_, i) => ({
    type: "changed",
    quoteFrom: quote + i,
    quoteTo: quote + i + 1,
    sourceFrom: source,
    sourceTo: source,
  }));
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
