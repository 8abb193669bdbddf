import { isInitialCase } from "../text/bracket.ts";
import type { Element } from "../text/parse.ts";
import { beginsSentence, type Word } from "../text/words.ts";
import type { Alignment, Step } from "./alignment.ts";

/** What is asked of words where it is doubtful which ones belong together. */
export interface WordSense {
  /** Whether the word is in every text, so that meeting it again says little. */
  isFrequent(word: string): boolean;
  /** Whether the word of the quote denies, or says the same kind of thing as the source's: then it was exchanged. */
  isExchange(quote: string, source: string): boolean;
}

/** So many words may be left out between a quote's first or last words and the rest of it … */
const mostLeftOut = 12;
/** … and behind a single word that is in every text. */
const mostBehindFrequent = 4;
/** A longer rewriting is taken as it is. */
const longestRewriting = 8;
/** So many words at an end may be tied to another sentence than the rest by chance. */
const fewestTelling = 3;

/**
 * The alignment with a quote's first and last words tied to what a reader would tie them to. They may have been taken
 * for added ones because words are left out or rewritten between them and the rest: “Given Russia’s” for “Given the
 * focus on Russia’s”. Or for words of the sentence before or behind, which the quote has nothing else of. Linear in the
 * words of the quote and those that may be left out.
 */
export function tieEnds(
  { steps, cost }: Alignment,
  elements: readonly Element[],
  words: readonly Word[],
  sense: WordSense,
): Alignment {
  const begun = tieOuter(steps, beginning(elements, words), sense);
  const size = { quote: elements.length, source: words.length };
  const ended = tieOuter(mirrored(begun, size), ending(elements, words), sense);
  return { steps: mirrored(ended, size), cost };
}

/** One end of a quote and its source, the outermost word first. */
interface Side {
  quote(index: number): Element;
  source(index: number): Word | undefined;
  /** Whether a sentence ends between a word and the one further out. */
  quoteEndsSentence(index: number): boolean;
  sourceEndsSentence(index: number): boolean;
  areSame(quote: number, source: number): boolean;
}

function beginning(elements: readonly Element[], words: readonly Word[]): Side {
  return {
    quote: (index) => elements[index],
    source: (index) => words[index],
    quoteEndsSentence: (index) => begins(elements[index]?.word),
    sourceEndsSentence: (index) => begins(words[index]),
    areSame: (quote, source) => {
      const [a, b] = [elements[quote].word.text, words[source].text];
      return a === b || (quote === 0 && isInitialCase(a, b));
    },
  };
}

function ending(elements: readonly Element[], words: readonly Word[]): Side {
  const [last, end] = [elements.length - 1, words.length - 1];
  return {
    quote: (index) => elements[last - index],
    source: (index) => words[end - index],
    quoteEndsSentence: (index) => begins(elements[last + 1 - index]?.word),
    sourceEndsSentence: (index) => begins(words[end + 1 - index]),
    areSame: (quote, source) => elements[last - quote].word.text === words[end - source].text,
  };
}

function begins(word: Word | undefined): boolean {
  return word !== undefined && beginsSentence(word);
}

function mirrored(steps: readonly Step[], { quote, source }: { quote: number; source: number }): Step[] {
  const turned = steps.map(({ type, quoteFrom, quoteTo, sourceFrom, sourceTo }) => ({
    type,
    quoteFrom: quote - quoteTo,
    quoteTo: quote - quoteFrom,
    sourceFrom: source - sourceTo,
    sourceTo: source - sourceFrom,
  }));
  return turned.reverse();
}

function tieOuter(steps: readonly Step[], side: Side, sense: WordSense): readonly Step[] {
  let at = 0;
  while (steps[at]?.type === "bracket" && steps[at].sourceFrom === steps[at].sourceTo) at++;
  const loose = untied(steps, at, side);
  return retied(loose, at, side, sense);
}

/** The first words as added ones where they are tied to a sentence that the quote has nothing else of. */
function untied(steps: readonly Step[], at: number, side: Side): readonly Step[] {
  let tied = at;
  while (steps[tied]?.type === "same") tied++;
  let to = tied;
  while (to < steps.length && isOmission(steps[to])) to++;
  if (tied === at || tied - at >= fewestTelling || to === tied || to === steps.length) return steps;
  const [quote, rest] = [steps[at].quoteFrom, steps[to].sourceFrom];
  if (side.quoteEndsSentence(quote + tied - at)) return steps;
  for (let word = steps[tied].sourceFrom; word <= rest; word++) {
    if (!side.sourceEndsSentence(word)) continue;
    return [
      ...steps.slice(0, at),
      ...run("changed", tied - at, { quote, source: rest, added: true }),
      ...steps.slice(to),
    ];
  }
  return steps;
}

/** Words at the end that were added or rewritten, as many of the outermost ones tied to the source's as can be. */
function retied(steps: readonly Step[], at: number, side: Side, sense: WordSense): readonly Step[] {
  let end = at;
  while (end < steps.length && isOneWord(steps[end], side)) end++;
  const count = end - at;
  if (count === 0 || count > longestRewriting || steps[end]?.type !== "same") return steps;
  const quote = steps[at].quoteFrom;
  const rest = steps[end].sourceFrom;
  for (let length = count; length > 0; length--) {
    for (let from = rest - length; from >= 0 && rest - from <= count + mostLeftOut; from--) {
      if (side.sourceEndsSentence(from + length) && !side.quoteEndsSentence(quote + length)) break;
      if (!mayTie({ quote, length, count, from, rest }, side, sense)) continue;
      return [
        ...steps.slice(0, at),
        ...run("same", length, { quote, source: from }),
        ...exchanged({ quoteFrom: quote + length, quoteTo: quote + count, sourceFrom: from + length, sourceTo: rest }),
        ...steps.slice(end),
      ];
    }
  }
  return steps;
}

interface Tie {
  readonly quote: number;
  /** How many of the quote's words are tied, and how many were added or rewritten in all. */
  readonly length: number;
  readonly count: number;
  /** Where in the source they would be, and where the rest of the quote begins there. */
  readonly from: number;
  readonly rest: number;
}

function mayTie({ quote, length, count, from, rest }: Tie, side: Side, sense: WordSense): boolean {
  for (let i = 0; i < length; i++) if (!side.areSame(quote + i, from + i)) return false;
  const leftOut = rest - from - length;
  const word = side.quote(quote).word.text;
  if (length === 1 && sense.isExchange(word, side.source(rest - count)?.text ?? "")) return false;
  if (length < count) return Math.abs(leftOut - (count - length)) <= (length > 1 ? 4 : 2);
  return leftOut <= (length === 1 && sense.isFrequent(word) ? mostBehindFrequent : mostLeftOut);
}

function isOneWord({ type, quoteFrom, quoteTo }: Step, side: Side): boolean {
  return type === "changed" && quoteTo - quoteFrom === 1 && side.quote(quoteFrom).type === "word";
}

function isOmission({ type, quoteFrom, quoteTo }: Step): boolean {
  return type === "changed" && quoteFrom === quoteTo;
}

/** One step a word; of words that were added the source has none. */
function run(type: Step["type"], count: number, from: { quote: number; source: number; added?: boolean }): Step[] {
  return Array.from({ length: count }, (_, i) => ({
    type,
    quoteFrom: from.quote + i,
    quoteTo: from.quote + i + 1,
    sourceFrom: from.added ? from.source : from.source + i,
    sourceTo: from.added ? from.source : from.source + i + 1,
  }));
}

/** Words against words in their order, and what is left over against nothing. */
function exchanged({ quoteFrom, quoteTo, sourceFrom, sourceTo }: Omit<Step, "type">): Step[] {
  const count = Math.max(quoteTo - quoteFrom, sourceTo - sourceFrom);
  return Array.from({ length: count }, (_, i) => ({
    type: "changed",
    quoteFrom: Math.min(quoteFrom + i, quoteTo),
    quoteTo: Math.min(quoteFrom + i + 1, quoteTo),
    sourceFrom: Math.min(sourceFrom + i, sourceTo),
    sourceTo: Math.min(sourceFrom + i + 1, sourceTo),
  }));
}
