import type { Span } from "../../span.ts";
import { findPattern, skim } from "../locate/search.ts";
import { lendSkeleton, offsetOfUnit, type Skeleton, unitAtOffset } from "../locate/skeleton.ts";
import type { PreparedSource } from "../prepare.ts";
import type { Part } from "../text/parse.ts";

/** Work that one verdict may still do, in characters of the source read; it keeps hostile text from costing more. */
export interface Budget {
  characters: number;
  /** Places that were found, since the parts of a quote may repeat each other. */
  readonly places: Map<PreparedSource, Map<string, Places>>;
}

export function newBudget(): Budget {
  return { characters: 1_000_000, places: new Map() };
}

/** Where a part's longest plain stretch stands in the prepared text: where it begins, and its last letter. */
export interface Places {
  readonly starts: Uint32Array;
  readonly lasts: Uint32Array;
}

const nowhere: Places = { starts: new Uint32Array(0), lasts: new Uint32Array(0) };

/** Ranges of the text up to this length are searched for themselves. */
const smallRange = 4096;

/** A search through that many units of a skeleton costs a character of the budget. */
const unitsPerCharacter = 100;

/**
 * Where the pattern, the longest plain stretch of the part, stands inside a range of the prepared text.
 */
export function placesOf(
  source: PreparedSource,
  part: Part,
  pattern: Uint16Array,
  { within, budget }: { readonly within: Span; readonly budget: Budget },
): Places {
  const first = part.elements[0].word.text;
  if (within.end - within.start <= smallRange) {
    if (pattern.length === 0) return placesOfSign(source.text, first, within);
    return placesOfLocalSkeleton(source, pattern, within);
  }
  // A large range is searched as part of the whole text, once for all ranges.
  let known = budget.places.get(source);
  if (known === undefined) {
    known = new Map();
    budget.places.set(source, known);
  }
  const key = pattern.length === 0 ? ` ${first}` : textOfUnits(pattern);
  let places = known.get(key);
  if (places === undefined) {
    const whole = { start: 0, end: source.text.length };
    if (pattern.length === 0) places = placesOfSign(source.text, first, whole);
    else places = source.mayHold(pattern) ? placesOfSkeleton(source, pattern, whole) : nowhere;
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
  return toOffsets(found, skeleton, pattern.length, 0);
}

/** The same for a short range, of which the skeleton is read for itself: the whole text's may not be needed. */
function placesOfLocalSkeleton(source: PreparedSource, pattern: Uint16Array, within: Span): Places {
  const { text } = source;
  const from = spaceBefore(text, within.start);
  const to = spaceBehind(text, within.end);
  if (from === null || to === null) return placesOfSkeleton(source, pattern, within);
  const skeleton = lendSkeleton(text.slice(from, to));
  const start = unitAtOffset(skeleton, within.start - from);
  const { places } = skim(skeleton.units, pattern, start, unitAtOffset(skeleton, within.end - from));
  return toOffsets(places, skeleton, pattern.length, from);
}

/** A word without a space for longer is looked at as a part of the whole text. */
const longestWord = 200;

/**
 * Between two letters the skeleton of a part may be another than the part of the skeleton; beside a space it is not.
 * Null where there is none nearby.
 */
function spaceBefore(text: string, offset: number): number | null {
  const limit = offset - longestWord;
  for (let at = offset; at >= limit; at--) if (at <= 0 || isBasicSpace(text.charCodeAt(at - 1))) return at;
  return null;
}

function spaceBehind(text: string, offset: number): number | null {
  const limit = offset + longestWord;
  for (let at = offset; at <= limit; at++) if (at >= text.length || isBasicSpace(text.charCodeAt(at))) return at;
  return null;
}

function isBasicSpace(unit: number): boolean {
  return unit === 0x20 || unit === 0x0a || unit === 0x0d || unit === 0x09;
}

function toOffsets(found: readonly number[], skeleton: Skeleton, length: number, from: number): Places {
  const starts = new Uint32Array(found.length);
  const lasts = new Uint32Array(found.length);
  for (let i = 0; i < found.length; i++) {
    starts[i] = from + offsetOfUnit(skeleton, found[i]);
    lasts[i] = from + offsetOfUnit(skeleton, found[i] + length - 1);
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

/** The index of the first entry of an ascending array that is not below `value`. */
export function firstAtLeast(sorted: Uint32Array, value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle] < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
