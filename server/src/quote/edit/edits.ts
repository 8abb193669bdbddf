import type { AlignedPart, Step } from "../align/alignment.ts";
import type { Edit, EditKind } from "../judgement.ts";
import type { Language } from "../language/language.ts";
import { Kind, kindAt } from "../text/characters.ts";
import { compareGaps, compareTrailingGaps, leadingGapStands } from "../text/gaps.ts";
import type { Element, Part } from "../text/parse.ts";
import type { Stretch } from "../text/stretch.ts";
import { beginsSentence, type Word } from "../text/words.ts";
import { classify } from "./classify.ts";
import { type Run, toEdit } from "./editRun.ts";

/**
 * The edits of an aligned part, as a person would name them: neighbouring changes are one edit, a phrase that moved is
 * one edit, and words that were rewritten at the quote's ends stand against the source's words there.
 */
export function editsOf(aligned: AlignedPart, language: Language): Edit[] {
  const runs = withOrder(aligned, joinRewritten(changedRuns(aligned, language), aligned, language), language);
  return runs.map((run) => toEdit(run, aligned));
}

/** Changed steps that follow each other as one run, and marks that differ between words that do not. */
function changedRuns(aligned: AlignedPart, language: Language): Run[] {
  const { part, stretch, alignment } = aligned;
  const runs: Run[] = [];
  const { steps } = alignment;
  for (let at = 0; at < steps.length; at++) {
    if (steps[at].type !== "changed") {
      const marks = markRun(aligned, steps, at);
      if (marks !== null) runs.push(marks);
      continue;
    }
    let end = at;
    while (end < steps.length && steps[end].type === "changed") end++;
    const range = {
      quoteFrom: steps[at].quoteFrom,
      quoteTo: steps[end - 1].quoteTo,
      sourceFrom: steps[at].sourceFrom,
      sourceTo: steps[end - 1].sourceTo,
    };
    const whole = at === 0 && end === steps.length;
    const settled = whole ? range : settleAtEnds(range, part, stretch);
    // At the quote's ends what was added cannot be told from what was exchanged; a negation is not to hide there, unless
    // the modal verb that it denies was exchanged for another (won't, can't).
    const added = settled === range ? null : kindOf({ ...settled, sourceTo: settled.sourceFrom }, aligned, language);
    const exchanged = kindOf(settled, aligned, language);
    const kind = added === "negation" && exchanged !== "modal" ? added : exchanged;
    runs.push(withNegativeEnding({ ...settled, kind }, aligned, language));
    at = end - 1;
  }
  const trailing = trailingRun(aligned);
  return trailing === null ? runs : [...runs, trailing];
}

/** Words on either side that tell what a changed one means. */
const context = 8;

function kindOf(range: Omit<Run, "kind">, { part, stretch }: AlignedPart, language: Language): EditKind {
  return classify(
    {
      quote: part.elements.slice(range.quoteFrom, range.quoteTo).flatMap(wordsOf),
      source: stretch.words.slice(range.sourceFrom, range.sourceTo),
      before: stretch.words.slice(Math.max(0, range.sourceFrom - context), range.sourceFrom),
      behind: stretch.words.slice(range.sourceTo, range.sourceTo + context),
    },
    language,
  );
}

/**
 * Words rewritten at the quote's beginning or end have their counterpart in the source's words next to what was found,
 * as many of them, inside the sentence.
 */
function settleAtEnds(range: Omit<Run, "kind">, part: Part, stretch: Stretch): Omit<Run, "kind"> {
  const count = range.quoteTo - range.quoteFrom;
  if (count === 0) return range;
  if (part.elements.slice(0, range.quoteFrom).every(isBracket)) {
    let from = range.sourceTo;
    while (from > 0 && range.sourceTo - from < count) {
      const beyond = part.elements[range.quoteTo - (range.sourceTo - from)];
      if (!isInSentence(stretch.words[from]) && isInSentence(beyond?.word)) break;
      from--;
    }
    return { ...range, sourceFrom: from };
  }
  if (part.elements.slice(range.quoteTo).every(isBracket)) {
    let to = range.sourceFrom;
    while (to < stretch.words.length && to - range.sourceFrom < count) {
      const beyond = part.elements[range.quoteFrom + to - range.sourceFrom];
      if (!isInSentence(stretch.words[to]) && isInSentence(beyond.word)) break;
      to++;
    }
    return { ...range, sourceTo: to };
  }
  return range;
}

/** Brackets at a quote's ends stand for no words of the source. */
function isBracket(element: Element): boolean {
  return element.type === "bracket";
}

/** So many characters may follow in a verb's ending. */
const longestEnding = 6;

/** At a quote's end the ending of a Japanese verb may go on in the source, and deny: 行く for 行かない. */
function withNegativeEnding(run: Run, aligned: AlignedPart, language: Language): Run {
  const { part, stretch } = aligned;
  const words = part.elements.slice(run.quoteFrom, run.quoteTo);
  const isEnding = words.length > 0 && words.every(({ word }) => /^\p{Script=Hiragana}$/u.test(word.text));
  if (!language.dense || run.quoteTo < part.elements.length || !isEnding) return run;
  let sourceTo = run.sourceTo;
  while (sourceTo - run.sourceTo < longestEnding && stretch.words[sourceTo]?.gap === "") sourceTo++;
  const longer = { ...run, sourceTo };
  const kind = kindOf(longer, aligned, language);
  return kind === "negation" ? { ...longer, kind } : run;
}

/** Whether the sentence goes on from the word before to this one. */
function isInSentence(word: Word | undefined): boolean {
  return word !== undefined && !beginsSentence(word);
}

/** Marks that differ in front of the step at `at`, between two words that are the same; null where they do not. */
function markRun(aligned: AlignedPart, steps: readonly Step[], at: number): Run | null {
  const { part, stretch } = aligned;
  const { quoteFrom, sourceFrom, type } = steps[at];
  if (type === "bracket") return null;
  const gap = part.elements[quoteFrom].word.gap;
  const other = stretch.words[sourceFrom].gap;
  if (at === 0) {
    const stands = leadingGapStands(gap, other, { afterEllipsis: part.afterEllipsis });
    return stands ? null : { quoteFrom: 0, quoteTo: 1, sourceFrom, sourceTo: sourceFrom + 1, kind: "punctuation" };
  }
  if (steps[at - 1].type !== "same" || compareGaps(gap, other) !== "different") return null;
  if (
    isSigned(aligned.quoteText, part.elements[quoteFrom].word) !== isSigned(stretch.text, stretch.words[sourceFrom])
  ) {
    return { ...steps[at], kind: "number" };
  }
  return {
    quoteFrom: quoteFrom - 1,
    quoteTo: quoteFrom + 1,
    sourceFrom: sourceFrom - 1,
    sourceTo: sourceFrom + 1,
    kind: "punctuation",
  };
}

/** Whether a minus sign stands in front of a number, rather than a dash between two words. */
function isSigned(text: string, { start }: Word): boolean {
  if (kindAt(text, start) !== Kind.digit || start === 0 || kindAt(text, start - 1) !== Kind.dash) return false;
  return start === 1 || kindAt(text, start - 2) === Kind.space;
}

function trailingRun({ part, stretch, alignment }: AlignedPart): Run | null {
  const last = alignment.steps[alignment.steps.length - 1];
  if (last?.type !== "same") return null;
  const gap = last.sourceTo < stretch.words.length ? stretch.words[last.sourceTo].gap : stretch.after;
  if (compareTrailingGaps(part.after, gap) !== "different") return null;
  return { ...last, kind: "punctuation" };
}

/** Two rewritings with one word between them that happens to be the same are one rewriting. */
function joinRewritten(runs: readonly Run[], aligned: AlignedPart, language: Language): Run[] {
  const joined: Run[] = [];
  for (const run of runs) {
    const last = joined[joined.length - 1];
    if (last !== undefined && isOneRewriting(last, run, aligned.part, language)) {
      const range = { ...last, quoteTo: run.quoteTo, sourceTo: run.sourceTo };
      joined[joined.length - 1] = { ...range, kind: kindOf(range, aligned, language) };
    } else joined.push(run);
  }
  return joined;
}

function isOneRewriting(first: Run, second: Run, part: Part, language: Language): boolean {
  if (second.quoteFrom - first.quoteTo !== 1 || second.sourceFrom - first.sourceTo !== 1) return false;
  const atEnd = first.quoteFrom === 0 || second.quoteTo === part.elements.length;
  if (atEnd && isRewriting(first.kind) && isRewriting(second.kind)) return true;
  if (first.kind !== "word" || second.kind !== "word") return false;
  const quoted = first.quoteTo - first.quoteFrom + (second.quoteTo - second.quoteFrom);
  if (quoted >= 4) return true;
  const replaced = first.sourceTo - first.sourceFrom + (second.sourceTo - second.sourceFrom);
  return quoted + replaced >= 5 && language.frequent.has(part.elements[first.quoteTo].word.text.toLowerCase());
}

function isRewriting(kind: EditKind): boolean {
  return kind === "word" || kind === "insertion" || kind === "omission";
}

/** How far apart the two ends of a move may be, in words, for both to be shown as one stretch. */
const longestReordering = 12;
const furthestMove = 6;

/** Runs that together hold the same words on both sides are one `order` edit. */
function withOrder(aligned: AlignedPart, runs: readonly Run[], language: Language): Run[] {
  const kept: Run[] = [];
  for (let at = 0; at < runs.length; at++) {
    let reach = -1;
    for (let to = at; to < runs.length && to <= at + furthestMove; to++) {
      if (!isReordering(aligned, runs[at], runs[to])) continue;
      if (to === at || !isDenial(runs.slice(at, to + 1))) reach = to;
      break;
    }
    if (reach < 0) {
      kept.push(runs[at]);
      continue;
    }
    const order = orderRun(runs.slice(at, reach + 1), aligned);
    kept.push(isNumber(order, aligned, language) ? { ...order, kind: "number" } : order);
    at = reach;
  }
  return kept;
}

/** Number words in another order are another number: twelve and twenty in Chinese. */
function isNumber({ quoteFrom, quoteTo }: Run, { part }: AlignedPart, language: Language): boolean {
  const words = part.elements.slice(quoteFrom, quoteTo).map((element) => element.word.text);
  return language.senses(words).filter(({ kind }) => kind === "number").length === words.length;
}

/** A negation that went further than to the next word or two denies something else. */
function isDenial(runs: readonly Run[]): boolean {
  const count = runs[runs.length - 1].quoteTo - runs[0].quoteFrom;
  return count > 3 && runs.some(({ kind }) => kind === "negation");
}

function isReordering({ part, stretch }: AlignedPart, first: Run, last: Run): boolean {
  const count = last.quoteTo - first.quoteFrom;
  if (count < 2 || count > 60 || count !== last.sourceTo - first.sourceFrom) return false;
  const quote = part.elements.slice(first.quoteFrom, last.quoteTo).map((element) => element.word.text.toLowerCase());
  const source = stretch.words.slice(first.sourceFrom, last.sourceTo).map((word) => word.text.toLowerCase());
  return quote.join(" ") !== source.join(" ") && quote.sort().join(" ") === source.sort().join(" ");
}

/** The whole stretch where it is short; else only the phrase, where it went and where it came from. */
function orderRun(runs: readonly Run[], aligned: AlignedPart): Run {
  const first = runs[0];
  const last = runs[runs.length - 1];
  const whole: Run = { ...first, quoteTo: last.quoteTo, sourceTo: last.sourceTo, kind: "order" };
  const added = runs.find((run) => run.sourceFrom === run.sourceTo);
  const leftOut = runs.find((run) => run.quoteFrom === run.quoteTo);
  if (whole.quoteTo - whole.quoteFrom <= longestReordering || added === undefined || leftOut === undefined)
    return withoutSameEnds(whole, aligned);
  return { ...added, sourceFrom: leftOut.sourceFrom, sourceTo: leftOut.sourceTo, kind: "order" };
}

/** A run without the words at its ends that are the same on both sides. */
function withoutSameEnds(run: Run, { part, stretch }: AlignedPart): Run {
  const areSame = (quote: number, source: number) =>
    part.elements[quote].word.text.toLowerCase() === stretch.words[source].text.toLowerCase();
  let { quoteFrom, quoteTo, sourceFrom, sourceTo } = run;
  const isLong = () => quoteTo - quoteFrom > 1 && sourceTo - sourceFrom > 1;
  while (isLong() && areSame(quoteFrom, sourceFrom)) {
    quoteFrom++;
    sourceFrom++;
  }
  while (isLong() && areSame(quoteTo - 1, sourceTo - 1)) {
    quoteTo--;
    sourceTo--;
  }
  return { ...run, quoteFrom, quoteTo, sourceFrom, sourceTo };
}

/** The words of a bracket that is rather the source's, or of anything else. */
function wordsOf(element: Element): readonly Word[] {
  return element.type === "bracket" ? element.words : [element.word];
}
