import type { Span } from "../span.ts";
import { alignPart } from "./align.ts";
import { type AlignedPart, editsOf } from "./edits.ts";
import type { Edit } from "./judgement.ts";
import { languageOf } from "./language/detect.ts";
import { locate } from "./locate.ts";
import type { BracketUse, Stretch } from "./match.ts";
import { countPartWords, type ParsedQuote, type Part, partSkeleton } from "./parse.ts";
import type { PreparedSource } from "./prepare.ts";
import { likeness } from "./similarity.ts";
import { offsetOfUnit, unitAtOffset } from "./skeleton.ts";
import { type Budget, findPart, knownWords, overlaps, readStretch } from "./standing.ts";

/** Fewer words are never "altered": chance would find them anywhere. */
export const fewestAlteredWords = 4;

export interface AlteredOptions {
  /** The cited lines in the prepared text; null: any. */
  readonly cited: Span | null;
  readonly budget: Budget;
}

/** One part of an altered quote: where it was found and what differs. */
export interface AlteredPart {
  readonly span: Span;
  readonly edits: readonly Edit[];
  readonly brackets: readonly BracketUse[];
}

/** A quote whose passage is in the source, with other words or in another order. Spans are in the prepared text. */
export interface Altered {
  readonly span: Span;
  /** One for each part of the quote; null where the source has none. */
  readonly parts: readonly (AlteredPart | null)[];
  readonly edits: readonly Edit[];
  /** The part that should stand behind the one before it and does not, where there is one. */
  readonly reversedAt: number | null;
  /** From 0 to 1: how much of the quote was found. */
  readonly share: number;
}

/** Finds the passage that a quote altered: null where the source has too little of it. */
export function findAltered(source: PreparedSource, quote: ParsedQuote, options: AlteredOptions): Altered | null {
  const whole: Span = { start: 0, end: source.text.length };
  if (quote.parts.length === 1) {
    const best = bestAlignment(source, quote, quote.parts[0], whole, options);
    if (best === null) return null;
    const part = toAlteredPart(source, best.aligned);
    return { span: part.span, parts: [part], edits: part.edits, reversedAt: null, share: best.share };
  }
  return findParts(source, quote, options);
}

/** More parts are only looked for as they stand. */
const mostAlignedParts = 24;

function findParts(source: PreparedSource, quote: ParsedQuote, options: AlteredOptions): Altered | null {
  const whole: Span = { start: 0, end: source.text.length };
  const placed: (AlteredPart | null)[] = quote.parts.map(() => null);
  const byLength = [...quote.parts.keys()].sort((a, b) => partLength(quote.parts[b]) - partLength(quote.parts[a]));
  let aligned = 0;
  for (const index of byLength) {
    const part = quote.parts[index];
    const region = between(placed, index, whole);
    if (region.end <= region.start) continue;
    const near = region.start > 0 ? region.start : region.end < whole.end ? region.end : (options.cited?.start ?? 0);
    const standing = findPart(source, quote, part, { within: region, near, most: 1, budget: options.budget });
    if (standing !== null) placed[index] = { span: standing.span, edits: [], brackets: standing.brackets };
    else if (findPart(source, quote, part, { within: whole, near, most: 1, budget: options.budget }) !== null) continue;
    else if (aligned < mostAlignedParts && countPartWords(quote, part) >= fewestAlteredWords) {
      aligned++;
      const best = bestAlignment(source, quote, part, region, options);
      if (best !== null) placed[index] = toAlteredPart(source, best.aligned);
    }
  }

  let reversedAt: number | null = null;
  const edits: Edit[] = [];
  let found = 0;
  let total = 0;
  let span: Span | null = null;
  for (const [index, part] of quote.parts.entries()) {
    total += partLength(part);
    let place = placed[index];
    if (place === null) {
      const near = neighbour(placed, index)?.start ?? 0;
      const standing = findPart(source, quote, part, { within: whole, near, most: 1, budget: options.budget });
      if (standing === null) {
        edits.push(missing(quote, part, neighbour(placed, index)));
        continue;
      }
      place = { span: standing.span, edits: [], brackets: standing.brackets };
      placed[index] = place;
      reversedAt ??= Math.max(1, index);
    }
    found += partLength(part);
    edits.push(...place.edits);
    span = span === null ? place.span : hull(span, place.span);
  }
  const share = total === 0 ? 0 : found / total;
  if (span === null || share < 0.5) return null;
  return { span, parts: placed, edits, reversedAt, share };
}

/** A part of which the source has nothing: words that were added. */
function missing(quote: ParsedQuote, part: Part, neighbour: Span | null): Edit {
  const first = part.elements[0].word;
  const last = part.elements[part.elements.length - 1].word;
  const quoteSpan = { start: first.start, end: last.end };
  const text = quote.text.slice(quoteSpan.start, quoteSpan.end);
  return { kind: "insertion", quote: text, source: "", quoteSpan, sourceSpan: neighbour ?? { start: 0, end: 0 } };
}

function neighbour(placed: readonly (AlteredPart | null)[], index: number): Span | null {
  for (let distance = 1; distance < placed.length; distance++) {
    const place = placed[index - distance] ?? placed[index + distance];
    if (place !== undefined && place !== null) return place.span;
  }
  return null;
}

function between(placed: readonly (AlteredPart | null)[], index: number, whole: Span): Span {
  let { start, end } = whole;
  for (let i = index - 1; i >= 0; i--) {
    const place = placed[i];
    if (place === null) continue;
    start = place.span.end;
    break;
  }
  for (let i = index + 1; i < placed.length; i++) {
    const place = placed[i];
    if (place === null) continue;
    end = place.span.start;
    break;
  }
  return { start, end };
}

function hull(a: Span, b: Span): Span {
  return { start: Math.min(a.start, b.start), end: Math.max(a.end, b.end) };
}

function partLength(part: Part): number {
  return part.end - part.start;
}

interface Scored {
  readonly aligned: AlignedPart;
  readonly span: Span;
  readonly share: number;
  /** The longest run of words that are the same. */
  readonly run: number;
  readonly cost: number;
}

/** Candidates of one part that are aligned. */
const mostCandidates = 5;
/** A match at the cited lines is preferred to one elsewhere that is better by less than this. */
const citedBonus = 0.25;
/** A match at the cited lines that is this good needs no further look at them. */
const goodShare = 0.75;

function bestAlignment(
  source: PreparedSource,
  quote: ParsedQuote,
  part: Part,
  region: Span,
  { cited, budget }: AlteredOptions,
): Scored | null {
  const pattern = partSkeleton(part);
  const { skeleton } = source;
  const length = partLength(part);
  const slack = 80 + (length >> 1);
  const from = unitAtOffset(skeleton, region.start);
  const to = unitAtOffset(skeleton, region.end);
  const near = unitAtOffset(skeleton, cited?.start ?? region.start);
  const candidates = locate(source, pattern, { from, to, near, most: mostCandidates });
  const windows: Span[] = candidates.map((candidate) => ({
    start: Math.max(region.start, offsetOfUnit(skeleton, candidate.from) - slack),
    end: Math.min(region.end, offsetOfUnit(skeleton, candidate.to) + slack),
  }));
  windows.push(...bridged(windows, length));

  let best: Scored | null = null;
  let bestValue = Number.NEGATIVE_INFINITY;
  const consider = (window: Span) => {
    const scored = align(source, quote, part, window, budget);
    if (scored === null) return;
    const isCited = cited === null || overlaps(scored.span, cited);
    if (!isFound(scored, part, quote, isCited && cited !== null)) return;
    const value = scored.share + (isCited ? citedBonus : 0) - scored.cost / 1e6;
    if (value <= bestValue) return;
    best = scored;
    bestValue = value;
  };
  for (const window of windows) {
    consider(window);
    if (bestValue >= 1) break;
  }
  const lines = cited ?? region;
  if (lines.end > lines.start && bestValue < goodShare + citedBonus) {
    const window = { start: Math.max(region.start, lines.start), end: Math.min(region.end, lines.end) };
    if (window.end > window.start && window.end - window.start <= 4000 + 2 * length) consider(window);
  }
  return best;
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

function align(source: PreparedSource, quote: ParsedQuote, part: Part, window: Span, budget: Budget): Scored | null {
  if (budget.characters <= 0) return null;
  const stretch = readStretch(source, window.start, window.end, knownWords(part));
  budget.characters -= stretch.end - window.start + part.elements.length * stretch.words.length * 0.02;
  if (!canBeFound(part, stretch)) return null;
  const alignment = alignPart(part, stretch.words);
  if (alignment === null) return null;
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
    run = step.type === "same" ? run + 1 : 0;
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
  for (const index of exchanged) {
    const text = part.elements[index].word.text.toLowerCase();
    const left = unused.get(text) ?? 0;
    if (left === 0) continue;
    unused.set(text, left - 1);
    matched += sizeOf(part, index, index + 1) * 0.8;
    leftOut -= Math.min(leftOut, text.length + 1);
  }
  const span = { start: stretch.words[first].start, end: stretch.words[last - 1].end };
  const aligned = { quoteText: quote.text, part, stretch, alignment };
  return { aligned, span, share: matched / (total + leftOut / 4), run: longest, cost: alignment.cost };
}

/** Whether the stretch has enough of the part's words, in whatever order, for the part to be found in it. */
function canBeFound(part: Part, stretch: Stretch): boolean {
  const words = new Set(stretch.words.map((word) => word.text));
  let there = 0;
  let total = 0;
  for (const element of part.elements) {
    if (element.type === "bracket") continue;
    const size = element.word.text.length + 1;
    total += size;
    if (element.type === "partial" || words.has(element.word.text)) there += size;
  }
  return there >= total * 0.35;
}

function sizeOf(part: Part, from: number, to: number): number {
  let size = 0;
  for (let i = from; i < to; i++) size += part.elements[i].word.text.length + 1;
  return size;
}

/** Whether enough of the part is there to say that its passage is there: at the cited lines less will do. */
function isFound({ share, run }: Scored, part: Part, quote: ParsedQuote, isCited: boolean): boolean {
  const words = countPartWords(quote, part);
  const length = partLength(part);
  if (isCited) return share >= 0.4 && run >= (words < 8 || share >= 0.6 ? 2 : 3);
  // Chance likeness in unrelated text falls with length.
  const needed = length <= 24 ? 0.78 : length >= 240 ? 0.5 : 0.78 - (0.28 * (length - 24)) / 216;
  return share >= needed && run >= (share >= 0.8 ? 2 : 3);
}

function toAlteredPart(source: PreparedSource, aligned: AlignedPart): AlteredPart {
  const { part, stretch, alignment } = aligned;
  const language = languageOf([...part.elements.map((element) => element.word), ...stretch.words], source.sample());
  const edits = editsOf(aligned, language);
  const used = alignment.steps.filter((step) => step.type === "same");
  let span: Span = {
    start: stretch.words[used[0].sourceFrom].start,
    end: stretch.words[used[used.length - 1].sourceTo - 1].end,
  };
  for (const edit of edits) if (edit.source !== "" && edit.kind !== "insertion") span = hull(span, edit.sourceSpan);
  return { span, edits, brackets: bracketsOf(aligned) };
}

function bracketsOf({ part, stretch, alignment }: AlignedPart): BracketUse[] {
  return alignment.steps.flatMap((step) => {
    const element = part.elements[step.quoteFrom];
    if (step.type === "changed" || element === undefined || element.type === "word") return [];
    const replaced = stretch.words.slice(step.sourceFrom, step.sourceTo);
    const place = stretch.words[step.sourceFrom]?.start ?? stretch.end;
    const span = { start: place, end: replaced[replaced.length - 1]?.end ?? place };
    return [{ element, replaced, span }];
  });
}
