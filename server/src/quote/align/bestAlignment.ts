import type { Span } from "../../span.ts";
import { languageOf } from "../language/detect.ts";
import type { Language } from "../language/language.ts";
import { locate } from "../locate/locate.ts";
import { countPartWords, lengthOfPart, partSkeleton } from "../locate/partMeasures.ts";
import { offsetOfUnit, unitAtOffset } from "../locate/skeleton.ts";
import type { PreparedSource } from "../prepare.ts";
import type { Budget } from "../stand/places.ts";
import type { Element, ParsedQuote, Part } from "../text/parse.ts";
import { hull, intersection, lengthOf, overlaps } from "../text/spans.ts";
import { knownWords, readStretch, type Stretch } from "../text/stretch.ts";
import { alignPart } from "./align.ts";
import type { AlignedPart, Alignment } from "./alignment.ts";
import { settleBesideBrackets } from "./besideBrackets.ts";
import { tieEnds } from "./ends.ts";
import { keepReordered } from "./reordered.ts";
import { likeness } from "./similarity.ts";

interface Scored {
  readonly aligned: AlignedPart;
  readonly span: Span;
  readonly share: number;
  /** The share of its words that are the same, long or short. */
  readonly words: number;
  /** The longest run of words that are the same, brackets between them or not; all where only their order differs. */
  readonly run: number;
  readonly cost: number;
}

/** So many times a window that cuts the passage is made larger. */
const mostWidenings = 2;
/** What a cell of an alignment costs of the budget. */
const charactersPerCell = 0.1;
/** Candidates of one part that are aligned. */
const mostCandidates = 5;
/** A match at the cited lines is preferred to one elsewhere that is better by less than this. */
const citedBonus = 0.25;
/** No other place can be much nearer than one with a single edit. */
const costOfOneEdit = 150;

export interface AlignmentOptions {
  /** The cited lines in the prepared text; null: any. */
  readonly cited: Span | null;
  readonly budget: Budget;
  /** Whether the part is nowhere if not in the region, so that less of it will do. */
  readonly isPlace?: boolean;
}

/**
 * The alignment of one part of a quote with the stretch of the region that has most of its words, one at the cited lines
 * before one that is little better elsewhere; null where nothing is like it. A few candidates are aligned, whatever the
 * source's length.
 */
export function bestAlignment(
  source: PreparedSource,
  quote: ParsedQuote,
  part: Part,
  region: Span,
  { cited, budget, isPlace = false }: AlignmentOptions,
): Scored | null {
  const length = lengthOfPart(part);
  const slack = 60 + (length >> 2);
  let best: Scored | null = null;
  let bestValue = Number.NEGATIVE_INFINITY;
  let isSettled = false;
  const consider = (window: Span) => {
    const mayBeCited = isPlace || (cited !== null && overlaps(window, cited));
    const least = isPlace ? placeShare : (mayBeCited ? citedShare : neededShare(length)) - likenessShare;
    let scored = align(source, quote, part, { window, least, budget });
    for (let i = 0, wider = window; scored !== null && i < mostWidenings; i++) {
      const next = widened(scored, wider, region, slack);
      if (next === null) break;
      wider = next;
      scored = align(source, quote, part, { window: wider, least, budget });
    }
    if (scored === null) return;
    const isCited = cited === null || overlaps(scored.span, cited);
    const isEnough = isPlace
      ? Math.max(scored.share, scored.words) >= citedShare
      : isFound(scored, part, quote, isCited && cited !== null);
    if (!isEnough) return;
    // Of sentences that are nearly alike the one with the fewest edits is meant.
    const value = scored.share + (isCited ? citedBonus : 0) - scored.cost / (200 * part.elements.length);
    if (value <= bestValue) return;
    best = scored;
    bestValue = value;
    isSettled = isCited && scored.cost <= costOfOneEdit;
  };
  const lines = isPlace ? region : cited;
  if (lines !== null && lines.end > lines.start && lines.end - lines.start <= 4000 + 2 * length) {
    const window = intersection(region, lines);
    if (window.end > window.start) consider(window);
  }
  if (isSettled) return best;
  for (const window of candidateWindows(source, part, region, { slack, near: cited?.start ?? region.start })) {
    consider(window);
    if (isSettled) break;
  }
  return best;
}

/** Stretches of the region that have enough of the part's characters in order. */
function candidateWindows(
  source: PreparedSource,
  part: Part,
  region: Span,
  { slack, near }: { readonly slack: number; readonly near: number },
): Span[] {
  const { skeleton } = source;
  const units = (offset: number) => unitAtOffset(skeleton, offset);
  const options = { from: units(region.start), to: units(region.end), near: units(near), most: mostCandidates };
  const windows = locate(source, partSkeleton(part), options).map(({ from, to }) =>
    intersection(region, {
      start: offsetOfUnit(skeleton, from) - slack,
      end: offsetOfUnit(skeleton, to) + slack,
    }),
  );
  return [...windows, ...bridged(windows, lengthOfPart(part))];
}

/** The window made larger where words at a quote's end found nothing and the window ends there; null where none does. */
function widened({ aligned }: Scored, window: Span, region: Span, slack: number): Span | null {
  const { steps } = aligned.alignment;
  const used = steps.filter((step) => step.sourceTo > step.sourceFrom);
  const inFront = steps.findIndex((step) => step.type === "same");
  const behind = [...steps].reverse().findIndex((step) => step.type === "same");
  const left = aligned.stretch.words.length - (used[used.length - 1]?.sourceTo ?? 0);
  const start = inFront > 0 && (used[0]?.sourceFrom ?? 0) <= inFront + 2 ? window.start - slack : window.start;
  const end = behind > 0 && left <= behind + 2 ? window.end + slack : window.end;
  const wider = intersection(region, { start, end });
  return lengthOf(wider) > lengthOf(window) ? wider : null;
}

/** Windows that are near each other may be two halves of one passage with words left out between. */
function bridged(windows: readonly Span[], length: number): Span[] {
  const sorted = [...windows].sort((a, b) => a.start - b.start);
  const bridges: Span[] = [];
  for (let i = 1; i < sorted.length; i++) {
    const gap = sorted[i].start - sorted[i - 1].end;
    if (gap < length + 400) bridges.push(hull(sorted[i - 1], sorted[i]));
  }
  return bridges;
}

function align(
  source: PreparedSource,
  quote: ParsedQuote,
  part: Part,
  { window, least, budget }: { readonly window: Span; readonly least: number; readonly budget: Budget },
): Scored | null {
  if (budget.characters <= 0) return null;
  const stretch = readStretch(source, window.start, window.end, knownWords(part));
  budget.characters -= stretch.end - window.start + part.elements.length * stretch.words.length * charactersPerCell;
  if (!canBeFound(part, stretch, least)) return null;
  const found = alignPart(part, stretch.words);
  if (found === null) return null;
  const alignment = asRead(found, part.elements, stretch, source);
  const { steps } = alignment;
  let matched = 0;
  let total = 0;
  let leftOut = 0;
  let run = 0;
  let longest = 0;
  let first = -1;
  let last = -1;
  const exchanged: number[] = [];
  const unused = new Map<string, number>();
  for (const step of steps) {
    const size = sizeOf(part, step.quoteFrom, step.quoteTo);
    if (step.type !== "bracket") total += size;
    if (step.type !== "bracket") run = step.type === "same" ? run + 1 : 0;
    longest = Math.max(longest, run);
    if (step.type === "same") {
      matched += size;
      if (first < 0) first = step.sourceFrom;
      last = step.sourceTo;
    } else if (step.type === "changed") {
      for (let i = step.quoteFrom; i < step.quoteTo; i++) exchanged.push(i);
      for (let j = step.sourceFrom; j < step.sourceTo; j++) {
        const text = stretch.words[j].text.toLowerCase();
        unused.set(text, (unused.get(text) ?? 0) + 1);
      }
      if (step.quoteFrom === step.quoteTo) leftOut += stretch.words[step.sourceFrom].text.length + 1;
      else if (step.sourceTo > step.sourceFrom) {
        const alike = likeness(part.elements[step.quoteFrom].word.text, stretch.words[step.sourceFrom].text);
        if (alike > 0.5) matched += size * alike * 0.5;
      }
    }
  }
  if (first < 0 || total === 0) return null;
  // Words in another order are there all the same.
  let displaced = 0;
  for (const index of exchanged) {
    const text = part.elements[index].word.text.toLowerCase();
    const left = unused.get(text) ?? 0;
    if (left === 0) continue;
    unused.set(text, left - 1);
    displaced++;
    matched += sizeOf(part, index, index + 1) * 0.8;
    leftOut -= Math.min(leftOut, text.length + 1);
  }
  const span = { start: stretch.words[first].start, end: stretch.words[last - 1].end };
  const aligned = { quoteText: quote.text, part, stretch, alignment };
  const onlyReordered = displaced > 0 && displaced === exchanged.length && leftOut === 0;
  run = onlyReordered ? part.elements.length : longest;
  const words = steps.filter(({ type }) => type === "same").length / part.elements.length;
  return { aligned, span, share: matched / (total + leftOut / 4), words, run, cost: alignment.cost };
}

/** Whether the stretch has enough of the part's words, in whatever order, for the part to be found in it. */
function canBeFound(part: Part, stretch: Stretch, least: number): boolean {
  const words = new Set(stretch.words.map((word) => word.text));
  let there = 0;
  let total = 0;
  for (const element of part.elements) {
    if (element.type === "bracket") continue;
    const size = element.word.text.length + 1;
    total += size;
    if (element.type === "partial" || words.has(element.word.text)) there += size;
  }
  return there >= total * least;
}

/** The cheapest alignment as a reader would see it. */
function asRead(found: Alignment, elements: readonly Element[], stretch: Stretch, source: PreparedSource): Alignment {
  const { words } = stretch;
  let known: Language | null = null;
  const language = () => {
    known ??= languageOf(words, source.languages());
    return known;
  };
  const sensesOf = (word: string) =>
    new Set(
      language()
        .senses([word])
        .map(({ kind }) => kind),
    );
  const areAlike = (a: string, b: string) => {
    const other = sensesOf(b);
    return [...sensesOf(a)].some((kind) => other.has(kind));
  };
  const tied = tieEnds(keepReordered(found, elements, words), elements, words, {
    isFrequent: (word) => language().frequent.has(word.toLowerCase()),
    isExchange: (quote, original) => sensesOf(quote).has("negation") || areAlike(quote, original),
  });
  return { ...tied, steps: settleBesideBrackets(tied.steps, elements, words, areAlike) };
}

function sizeOf(part: Part, from: number, to: number): number {
  let size = 0;
  for (let i = from; i < to; i++) size += part.elements[i].word.text.length + 1;
  return size;
}

/** The share that must be found at the cited lines. */
const citedShare = 0.4;
/** The share of letters where words are counted instead, of a part that is nowhere if not here. */
const placeShare = 0.15;
/** At most so much of a share comes from words that are only alike. */
const likenessShare = 0.1;

/** The share that must be found elsewhere: chance likeness in unrelated text falls with length. */
function neededShare(length: number): number {
  if (length <= 24) return 0.78;
  return length >= 240 ? 0.5 : 0.78 - (0.28 * (length - 24)) / 216;
}

/** Whether enough of the part is there to say that its passage is there: at the cited lines less will do. */
function isFound({ share, run }: Scored, part: Part, quote: ParsedQuote, isCited: boolean): boolean {
  const words = countPartWords(quote, part);
  if (isCited) return share >= citedShare && run >= (words < 8 || share >= 0.6 ? 2 : 3);
  return share >= neededShare(lengthOfPart(part)) && run >= (share >= 0.8 ? 2 : 3);
}
