import type { Span } from "../../span.ts";
import type { PermittedChange } from "../judgement.ts";
import {
  fitsPartial,
  isInitialCase,
  longestReplacement,
  quotesOwnBracket,
  repeatsOwnBracket,
  rewritesOwnBracket,
} from "../text/bracket.ts";
import { Folded } from "../text/foldWord.ts";
import { compareGaps, compareTrailingGaps, type GapAnswer, leadingGapStands } from "../text/gaps.ts";
import type { BracketElement, Part, PartialElement, PlainElement } from "../text/parse.ts";
import type { Stretch } from "../text/stretch.ts";
import { beginsSentence, type Word } from "../text/words.ts";
import { addEdgeChanges, addGapChanges, addWordChanges } from "./changes.ts";
import { endOfCommonMarks } from "./edgeMarks.ts";
import type { Budget } from "./places.ts";

/** A part of a quote that stands in the source, up to permitted changes. */
export interface PartMatch {
  /** The words found, in the text that was searched, with the marks that the quote begins and ends with. */
  readonly span: Span;
  readonly changes: ReadonlySet<PermittedChange>;
  readonly brackets: readonly BracketUse[];
}

/** A bracket of the quote's writer and the source's words that it stands for. */
export interface BracketUse {
  readonly element: BracketElement | PartialElement;
  readonly replaced: readonly Word[];
  /** Where in the source: the replaced words, or an empty span between two. */
  readonly span: Span;
  /** Of a bracket at a part's end: the nearest words of the source's sentence beyond the part, which it may stand for. */
  readonly beyond: readonly Word[];
}

/** What trying a bracket at a word of the source costs of the budget. */
const charactersPerBracket = 16;

/** How the marks in front of a word are to be compared. */
type Before = "start" | "word" | "free";

interface State {
  readonly at: number;
  readonly source: number;
  readonly before: Before;
  /** Marks of the quote that stand in front of the element at `at` beside its own. */
  readonly carried: string;
}

interface Pair {
  readonly quote: Word;
  readonly source: Word;
  readonly before: Before;
}

interface Trail {
  readonly pairs: Pair[];
  readonly brackets: BracketUse[];
  readonly changes: Set<PermittedChange>;
}

/**
 * Whether the part stands in the source with its first word (or bracket) at word `first` of the stretch. A bracket is
 * taken as the source's own first, then as standing for as few words as will do. Linear in the part, times the number
 * of its brackets at worst, and no longer than the budget lets it be.
 */
export function matchPart(
  quoteText: string,
  part: Part,
  stretch: Stretch,
  { first, budget }: { readonly first: number; readonly budget: Budget },
): PartMatch | null {
  const trail: Trail = { pairs: [], brackets: [], changes: new Set() };
  const failed = new Set<string>();
  let trailing: GapAnswer = "same";
  if (!follow({ at: 0, source: first, before: "start", carried: "" })) return null;
  return finish();

  function follow(from: State): boolean {
    let { at, source, before, carried } = from;
    const mark = { pairs: trail.pairs.length, brackets: trail.brackets.length };
    const undo = () => {
      trail.pairs.length = mark.pairs;
      trail.brackets.length = mark.brackets;
      return false;
    };
    for (; at < part.elements.length; at++) {
      const element = part.elements[at];
      if (element.type !== "word") {
        return followBracket(element, { at, source, before, carried }) || undo();
      }
      if (pair(element.word, source, before, carried)) source++;
      else if (at === part.elements.length - 1 && pairOwner(element.word, source, before, carried)) source++;
      else if (pairHalves(element, source, before, carried)) source += 2;
      else return undo();
      before = "word";
      carried = "";
    }
    return (before === "free" || trailingStands(source, carried)) && trail.pairs.length > 0 ? true : undo();
  }

  function pair(word: Word, source: number, before: Before, carried: string): boolean {
    const other = stretch.words[source];
    if (other === undefined) return false;
    if (word.text !== other.text && !(before === "start" && isInitialCase(word.text, other.text))) return false;
    if (!gapStands(carried + word.gap, other.gap, before)) return false;
    trail.pairs.push({ quote: word, source: other, before });
    return true;
  }

  /** A quote may end in front of a possessive “’s”, and is the source's own all the same; not so in front of “n’t”. */
  function pairOwner(word: Word, source: number, before: Before, carried: string): boolean {
    const other = stretch.words[source];
    if (other?.text !== `${word.text}'s`) return false;
    if (!gapStands(carried + word.gap, other.gap, before)) return false;
    const owner = { ...other, text: word.text, end: other.end - 2, folded: other.folded & ~Folded.apostrophe };
    trail.pairs.push({ quote: word, source: owner, before });
    return true;
  }

  function pairHalves({ halves }: PlainElement, source: number, before: Before, carried: string): boolean {
    if (halves === null || !pair(halves[0], source, before, carried)) return false;
    if (pair(halves[1], source + 1, "word", "")) return true;
    trail.pairs.pop();
    return false;
  }

  function followBracket(element: BracketElement | PartialElement, state: State): boolean {
    const key = `${state.at} ${state.source} ${state.before} ${state.carried}`;
    budget.characters -= charactersPerBracket;
    if (failed.has(key) || budget.characters <= 0) return false;
    if (followLiteral(element, state) || followReplacement(element, state)) return true;
    failed.add(key);
    return false;
  }

  function followLiteral(element: BracketElement | PartialElement, state: State): boolean {
    const mark = trail.pairs.length;
    let { source, before, carried } = state;
    carried += element.word.gap;
    for (const word of element.literal.words) {
      if (!pair(word, source, before, carried)) {
        trail.pairs.length = mark;
        return false;
      }
      source++;
      before = "word";
      carried = "";
    }
    if (follow({ at: state.at + 1, source, before, carried: carried + element.literal.after })) return true;
    trail.pairs.length = mark;
    return false;
  }

  function followReplacement(element: BracketElement | PartialElement, state: State): boolean {
    if (element.type === "partial") {
      const other = stretch.words[state.source];
      if (other === undefined || !fitsPartial(element, other.text, state.before === "start")) return false;
      if (!gapStands(state.carried + element.word.gap, other.gap, state.before)) return false;
      trail.pairs.push({ quote: element.word, source: other, before: "free" });
      trail.brackets.push({ element, replaced: [other], span: { start: other.start, end: other.end }, beyond: [] });
      if (follow({ at: state.at + 1, source: state.source + 1, before: "word", carried: "" })) return true;
      trail.pairs.pop();
      trail.brackets.pop();
      return false;
    }
    const outermost = state.before === "start" || state.at === part.elements.length - 1;
    const most = element.role !== "words" || outermost ? 0 : longestReplacement;
    if (outermost && meetsOwnBracket(element, state.source, state.before === "start")) return false;
    for (let count = 0; count <= most && state.source + count <= stretch.words.length; count++) {
      if (repeatsOwnBracket(element, stretch.words, state.source, state.source + count)) continue;
      if (count === element.words.length && rewritesOwnBracket(element, stretch.words, state.source)) continue;
      const isStart = state.before === "start";
      trail.brackets.push(outermost ? useAtEnd(element, state.source, isStart) : use(element, state.source, count));
      const before = isStart ? "start" : "free";
      // A remark stands for nothing, so the marks around it are compared as if it were not there.
      const remark = element.role !== "words" && state.before !== "start";
      const next: State = remark
        ? { at: state.at + 1, source: state.source, before: state.before, carried: state.carried + element.word.gap }
        : { at: state.at + 1, source: state.source + count, before, carried: "" };
      if (follow(next)) return true;
      trail.brackets.pop();
    }
    return false;
  }

  /** A bracket at the part's end stands for nothing, but the source may have one there. */
  function meetsOwnBracket(element: BracketElement, source: number, isStart: boolean): boolean {
    const { words } = stretch;
    if (rewritesOwnBracket(element, words, isStart ? source - element.words.length : source)) return true;
    const { length } = element.words;
    const from = isStart ? source - length : source;
    if (element.words.every(({ text }, i) => text === words[from + i]?.text)) return false;
    const reach = longestReplacement + length;
    return element.role === "words" && quotesOwnBracket(element, words, source - reach, source + reach);
  }

  /**
   * At the part's beginning a bracket stands for nothing that could be known, unless it says a word that stands there
   * with others behind it: “[does] say” for “does not say”.
   */
  function repeatedInFront(element: BracketElement, source: number): number {
    const { length } = element.words;
    for (let count = length + 1; length > 0 && count <= longestReplacement && count <= source; count++) {
      const from = source - count;
      if (element.words.every(({ text }, i) => text === stretch.words[from + i].text)) return count;
    }
    return 0;
  }

  /** The word in front of the part, or the two behind it, as far as its sentence goes. */
  function wordsBeyond(source: number, isStart: boolean): readonly Word[] {
    const { words } = stretch;
    if (source >= words.length || beginsSentence(words[source])) return [];
    if (isStart) return words.slice(Math.max(0, source - 1), source);
    return words.slice(
      source,
      source + 2 < words.length && !beginsSentence(words[source + 1]) ? source + 2 : source + 1,
    );
  }

  function useAtEnd(element: BracketElement, source: number, isStart: boolean): BracketUse {
    const repeated = isStart ? repeatedInFront(element, source) : 0;
    return { ...use(element, source - repeated, repeated), beyond: repeated > 0 ? [] : wordsBeyond(source, isStart) };
  }

  function use(element: BracketElement, source: number, count: number): BracketUse {
    const replaced = stretch.words.slice(source, source + count);
    const place = source > 0 ? stretch.words[source - 1].end : (stretch.words[0]?.start ?? 0);
    const span = count > 0 ? { start: replaced[0].start, end: replaced[count - 1].end } : { start: place, end: place };
    return { element, replaced, span, beyond: [] };
  }

  function gapStands(quote: string, source: string, before: Before): boolean {
    if (before === "free" || quote === source) return true;
    if (before === "start") return leadingGapStands(quote, source, { afterEllipsis: part.afterEllipsis });
    return compareGaps(quote, source) !== "different";
  }

  function trailingStands(source: number, carried: string): boolean {
    trailing = compareTrailingGaps(carried + part.after, gapBehind(source));
    return trailing !== "different";
  }

  function gapBehind(source: number): string {
    return source < stretch.words.length ? stretch.words[source].gap : stretch.after;
  }

  function finish(): PartMatch {
    const { pairs, brackets, changes } = trail;
    for (const [index, { quote, source, before }] of pairs.entries()) {
      addWordChanges(changes, { text: quoteText, word: quote }, { text: stretch.text, word: source });
      if (before === "start" && quote.text !== source.text) changes.add("initial-case");
      if (before !== "word" || index === 0) continue;
      const previous = pairs[index - 1];
      const interrupted = brackets.some(({ element }) => isBetween(element.word, previous.quote, quote));
      if (interrupted) continue;
      const rawQuote = quoteText.slice(previous.quote.end, quote.start);
      const rawSource = stretch.text.slice(previous.source.end, source.start);
      addGapChanges(changes, rawQuote, rawSource);
      if (compareGaps(quote.gap, source.gap) === "final-punctuation") changes.add("final-punctuation");
    }
    const first = pairs[0];
    const last = pairs[pairs.length - 1];
    const span = { start: extendBack(first), end: extendForward(last) };
    addEdgeChanges(changes, {
      quote: quoteText.slice(leadingLimit(first), first.quote.start),
      source: stretch.text.slice(span.start, first.source.start),
      gap: first.source.gap,
    });
    addEdgeChanges(changes, {
      quote: quoteText.slice(last.quote.end, trailingLimit(last)),
      source: stretch.text.slice(last.source.end, span.end),
      gap: gapBehind(stretch.words.findIndex(({ start }) => start === last.source.start) + 1),
    });
    if (trailing === "final-punctuation") changes.add("final-punctuation");
    for (const { element } of brackets) {
      if (element.type === "partial" || element.role === "words") changes.add("brackets");
      else changes.add(element.role);
    }
    return { span, changes, brackets };
  }

  /** The marks that the quote begins with and that the source has there too belong to the passage. */
  function extendBack(first: Pair): number {
    const quote = { text: quoteText, at: first.quote.start, limit: leadingLimit(first) };
    const source = { text: stretch.text, at: first.source.start, limit: 0 };
    // The dots of an ellipsis are not the full stop of the sentence before.
    const withDots = first.source.gap.includes("…") || !first.quote.gap.includes("…");
    return endOfCommonMarks(quote, source, { direction: -1, withDots });
  }

  function extendForward(last: Pair): number {
    const quote = { text: quoteText, at: last.quote.end, limit: trailingLimit(last) };
    const source = { text: stretch.text, at: last.source.end, limit: stretch.text.length };
    return endOfCommonMarks(quote, source, { direction: 1, withDots: true });
  }

  /** Where the marks in front of the part's first word begin: a bracket of the writer's is none of them. */
  function leadingLimit({ quote: { start } }: Pair): number {
    const ends = trail.brackets.map(({ element }) => element.word.end);
    return Math.max(part.start, ...ends.filter((at) => at <= start));
  }

  function trailingLimit({ quote: { end } }: Pair): number {
    const starts = trail.brackets.map(({ element }) => element.word.start);
    return Math.min(part.end, ...starts.filter((at) => at >= end));
  }
}

function isBetween(word: Word, first: Word, second: Word): boolean {
  return word.start >= first.end && word.end <= second.start;
}
