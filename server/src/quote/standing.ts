import type { Span } from "../span.ts";
import { isWordKind, kindAt } from "./characters.ts";
import { longestReplacement, matchPart, type PartMatch, type Stretch } from "./match.ts";
import { longestStretch, type ParsedQuote, type Part } from "./parse.ts";
import type { PreparedSource } from "./prepare.ts";
import { findPattern } from "./search.ts";
import { offsetOfUnit, unitAtOffset } from "./skeleton.ts";
import { readingStart, readWords } from "./words.ts";

/** A quote that stands in a source, up to permitted changes: each part with its match. */
export interface Placement {
  /** From the first part's start to the last one's end, in the prepared text. */
  readonly span: Span;
  readonly parts: readonly PartMatch[];
}

/** Work that one verdict may still do, in characters of the source read; it keeps hostile text from costing more. */
export interface Budget {
  characters: number;
  /** Places that were found, since the parts of a quote may repeat each other. */
  readonly places: Map<PreparedSource, Map<string, Places>>;
}

export function newBudget(): Budget {
  return { characters: 3_000_000, places: new Map() };
}

/** Where a part's longest plain stretch stands in the prepared text: where it begins, and its last letter. */
interface Places {
  readonly starts: Uint32Array;
  readonly lasts: Uint32Array;
}

export interface StandingOptions {
  /** Where to look, in the prepared text. */
  readonly within: Span;
  /** Places near this offset are looked at first. */
  readonly near: number;
  readonly most: number;
  readonly budget: Budget;
}

/**
 * The places at which every part of the quote stands in the quote's order, in document order and not overlapping: at
 * most `most`, the nearest ones. Of the placements that share a part, the one that skips least is taken.
 */
export function findStanding(source: PreparedSource, quote: ParsedQuote, options: StandingOptions): Placement[] {
  if (quote.parts.length === 0) return [];
  const finders: PartFinder[] = [];
  for (const part of quote.parts) {
    const finder = partFinder(source, quote, part, options);
    if (finder.starts.length === 0) return [];
    finders.push(finder);
  }
  const anchor = rarest(finders);
  const placements: Placement[] = [];
  for (const index of byDistance(finders[anchor].starts, options.near)) {
    if (placements.length >= options.most || options.budget.characters <= 0) break;
    const match = finders[anchor].matchOf(index);
    if (match === null || placements.some(({ span }) => overlaps(span, match.span))) continue;
    const parts = chain(finders, anchor, match);
    if (parts === null) continue;
    placements.push({ span: { start: parts[0].span.start, end: parts[parts.length - 1].span.end }, parts });
  }
  return apart(placements);
}

/** A place at which one part stands: the first that begins at `from` or behind it. */
export function findPart(
  source: PreparedSource,
  quote: ParsedQuote,
  part: Part,
  options: StandingOptions,
): PartMatch | null {
  const finder = partFinder(source, quote, part, options);
  for (const index of byDistance(finder.starts, options.near)) {
    if (options.budget.characters <= 0) return null;
    const match = finder.matchOf(index);
    if (match !== null) return match;
  }
  return null;
}

interface PartFinder {
  /** Where the part's longest plain stretch stands in the prepared text, ascending. */
  readonly starts: Uint32Array;
  matchOf(index: number): PartMatch | null;
  next(from: number): PartMatch | null;
  previous(to: number): PartMatch | null;
}

function partFinder(source: PreparedSource, quote: ParsedQuote, part: Part, options: StandingOptions): PartFinder {
  const { text } = source;
  const pattern = longestStretch(part);
  const { starts, lasts } = placesOf(source, part, pattern.units, options);
  const matches = new Map<number, PartMatch | null>();
  const slack = bracketSlack(part);

  const finder: PartFinder = {
    starts,
    matchOf: (index) => {
      let match = matches.get(index);
      if (match === undefined) {
        match = matchAt(starts[index], lasts[index]);
        matches.set(index, match);
      }
      return match;
    },
    next: (start) => {
      for (let i = firstAtLeast(starts, start); i < starts.length && options.budget.characters > 0; i++) {
        const match = finder.matchOf(i);
        if (match !== null && match.span.start >= start) return match;
      }
      return null;
    },
    previous: (end) => {
      for (let i = firstAtLeast(starts, end) - 1; i >= 0 && options.budget.characters > 0; i--) {
        const match = finder.matchOf(i);
        if (match !== null && match.span.end <= end) return match;
      }
      return null;
    },
  };
  return finder;

  function matchAt(offset: number, last: number): PartMatch | null {
    if (!beginsWord(text, offset)) {
      options.budget.characters -= 8;
      return null;
    }
    const before = pattern.before === 0 ? 0 : slack + (part.end - part.start);
    const behind =
      pattern.units.length === 0 || part.elements.length === 1
        ? 0
        : slack === 0
          ? 0
          : slack + (part.end - part.start) * 2;
    const stretch = readStretch(source, marksBefore(text, offset - before), last + 1 + behind, knownWords(part));
    options.budget.characters -= stretch.end - offset + before + 32;
    const at = stretch.words.findIndex((word) => word.start === offset);
    if (at < 0) return null;
    const furthest = pattern.before === 0 ? 0 : mostWordsBefore(part, pattern.before);
    for (let first = at - fewestWordsBefore(part, pattern.before); first >= Math.max(0, at - furthest); first--) {
      const match = matchPart(quote.text, part, stretch, first);
      if (match !== null && liesWithin(match.span, options.within)) return match;
    }
    return null;
  }
}

/** Ranges of the text up to this length are searched for themselves. */
const smallRange = 4096;

/** A search through that many units of a skeleton costs a character of the budget. */
const unitsPerCharacter = 100;

function placesOf(
  source: PreparedSource,
  part: Part,
  pattern: Uint16Array,
  { within, budget }: StandingOptions,
): Places {
  const first = part.elements[0].word.text;
  const find = (range: Span) =>
    pattern.length === 0 ? placesOfSign(source.text, first, range) : placesOfSkeleton(source, pattern, range);
  if (within.end - within.start <= smallRange) return find(within);
  // A large range is searched as part of the whole text, once for all ranges.
  let known = budget.places.get(source);
  if (known === undefined) {
    known = new Map();
    budget.places.set(source, known);
  }
  const key = pattern.length === 0 ? ` ${first}` : textOfUnits(pattern);
  let places = known.get(key);
  if (places === undefined) {
    places = find({ start: 0, end: source.text.length });
    known.set(key, places);
    if (pattern.length < 6) budget.characters -= source.text.length / unitsPerCharacter;
  }
  const from = firstAtLeast(places.starts, within.start);
  const to = firstAtLeast(places.starts, within.end);
  return { starts: places.starts.subarray(from, to), lasts: places.lasts.subarray(from, to) };
}

function textOfUnits(units: Uint16Array): string {
  let text = "";
  for (let at = 0; at < units.length; at += 4096) text += String.fromCharCode(...units.subarray(at, at + 4096));
  return text;
}

function placesOfSkeleton(source: PreparedSource, pattern: Uint16Array, within: Span): Places {
  const { skeleton } = source;
  const found = findPattern(source, pattern, unitAtOffset(skeleton, within.start), unitAtOffset(skeleton, within.end));
  const starts = new Uint32Array(found.length);
  const lasts = new Uint32Array(found.length);
  for (let i = 0; i < found.length; i++) {
    starts[i] = offsetOfUnit(skeleton, found[i]);
    lasts[i] = offsetOfUnit(skeleton, found[i] + pattern.length - 1);
  }
  return { starts, lasts };
}

/** Of a part that is only symbols, a text's skeleton has nothing. */
function placesOfSign(text: string, sign: string, within: Span): Places {
  const starts: number[] = [];
  for (
    let at = text.indexOf(sign, within.start);
    at >= 0 && at < within.end;
    at = text.indexOf(sign, at + sign.length)
  ) {
    if (starts.push(at) >= mostSigns) break;
  }
  return { starts: Uint32Array.from(starts), lasts: Uint32Array.from(starts) };
}

const mostSigns = 1000;

/** Words of the prepared text around a range, whole ones at both ends. */
export function readStretch(source: PreparedSource, from: number, to: number, known?: ReadonlySet<string>): Stretch {
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

/** Behind the word and the marks at `offset`: at most 200 units further. */
function readingEnd(text: string, offset: number): number {
  const limit = Math.min(text.length, offset + 200);
  let at = Math.min(offset, text.length);
  while (at < limit && !/\s/u.test(text[at])) at++;
  while (at < limit && /\s/u.test(text[at])) at++;
  while (at < limit && !isWordKind(kindAt(text, at))) at++;
  return at;
}

/** Where the marks in front of `offset` begin: at most 20 units before it. */
function marksBefore(text: string, offset: number): number {
  let at = Math.max(0, offset);
  while (at > 0 && offset - at < 20 && !isWordKind(kindAt(text, at - 1))) at--;
  return at;
}

function beginsWord(text: string, offset: number): boolean {
  if (offset === 0) return true;
  const before = kindAt(text, offset - 1);
  const isWord = isWordKind(before);
  return !isWord || !isWordKind(kindAt(text, offset));
}

function bracketSlack(part: Part): number {
  let slack = 0;
  for (const element of part.elements) if (element.type !== "word") slack += longestReplacement * 20 + 40;
  return Math.min(slack, 4000);
}

function fewestWordsBefore(part: Part, count: number): number {
  return part.elements.slice(0, count).filter((element) => element.type !== "bracket").length;
}

function mostWordsBefore(part: Part, count: number): number {
  let most = 0;
  for (const element of part.elements.slice(0, count)) {
    if (element.type === "word") most++;
    else most += Math.max(element.type === "partial" ? 1 : longestReplacement, element.literal.words.length);
  }
  return most;
}

function chain(finders: readonly PartFinder[], anchor: number, match: PartMatch): PartMatch[] | null {
  const parts = [match];
  for (let i = anchor + 1; i < finders.length; i++) {
    const next = finders[i].next(parts[parts.length - 1].span.end);
    if (next === null) return null;
    parts.push(next);
  }
  for (let i = anchor - 1; i >= 0; i--) {
    const previous = finders[i].previous(parts[0].span.start);
    if (previous === null) return null;
    parts.unshift(previous);
  }
  return parts;
}

function rarest(finders: readonly PartFinder[]): number {
  let best = 0;
  for (let i = 1; i < finders.length; i++) {
    if (finders[i].starts.length < finders[best].starts.length) best = i;
  }
  return best;
}

/** Placements that do not overlap, in document order: of those that do, the shorter. */
function apart(placements: Placement[]): Placement[] {
  const kept: Placement[] = [];
  for (const placement of placements.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end)) {
    const last = kept[kept.length - 1];
    if (last === undefined || !overlaps(last.span, placement.span)) kept.push(placement);
    else if (length(placement.span) < length(last.span)) kept[kept.length - 1] = placement;
  }
  return kept;
}

/** The indexes of ascending offsets, nearest to `near` first. */
function* byDistance(offsets: Uint32Array, near: number): Generator<number> {
  let above = firstAtLeast(offsets, near);
  let below = above - 1;
  while (below >= 0 || above < offsets.length) {
    const takeAbove = below < 0 || (above < offsets.length && offsets[above] - near <= near - offsets[below]);
    yield takeAbove ? above++ : below--;
  }
}

function firstAtLeast(sorted: Uint32Array, value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle] < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

export function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

export function liesWithin(inner: Span, outer: Span): boolean {
  return inner.start >= outer.start && inner.end <= outer.end;
}

function length(span: Span): number {
  return span.end - span.start;
}
