import type { Span } from "../../span.ts";
import { findPattern } from "../locate/search.ts";
import { offsetOfUnit, unitAtOffset } from "../locate/skeleton.ts";
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
