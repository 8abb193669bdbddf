import type { Span } from "../../span.ts";
import { findPattern } from "../locate/search.ts";
import { offsetOfUnit, skeletonOf, unitAtOffset } from "../locate/skeleton.ts";
import { fromSourceSpan, type PreparedSource } from "../prepare.ts";
import { isWordKind, Kind, kindAt } from "../text/characters.ts";
import { readWords } from "../text/words.ts";
import { type PassageEnd, passageEnds } from "./passageEnds.ts";

/** A place of a source that goes on with the words. Offsets are into the prepared text. */
export interface Continuation {
  /** Where the words begin there. */
  readonly start: number;
  /** Where what was given of them ends: in the middle of a word perhaps. */
  readonly given: number;
  /** Where a quotation may end, best first; never empty. */
  readonly ends: readonly PassageEnd[];
}

export interface ContinuationOptions {
  /** In the source's text: places are given nearest first, those inside before all others. Null: from the beginning. */
  readonly near: Span | null;
  /** At most so many places. */
  readonly most: number;
}

export interface Continuations {
  readonly places: readonly Continuation[];
  /** Whether there are more. */
  readonly isCut: boolean;
}

/** Of that many places those nearest are taken: more are places of a word that is everywhere. */
const mostCandidates = 1000;

/**
 * The places of a source at which the words stand, the last one perhaps begun, with where a quotation could end there.
 * Words are compared by the letters of their skeletons, and have to begin where a word does. Passages of the same words
 * count once. What is read beside the search are the places that are returned.
 */
export function findContinuations(
  source: PreparedSource,
  words: string,
  { near, most }: ContinuationOptions,
): Continuations {
  const { skeleton } = source;
  const pattern = skeletonOf(words);
  if (pattern.length === 0) return { places: [], isCut: false };
  const home = near === null ? { start: 0, end: 0 } : fromSourceSpan(source, near);
  const found = findPattern(source, pattern, 0, skeleton.units.length);
  const ordered = byDistance(found, unitAtOffset(skeleton, home.start), unitAtOffset(skeleton, home.end));
  const places: Continuation[] = [];
  const seen = new Set<string>();
  const given = givenWords(words);
  for (const [index, unit] of ordered.entries()) {
    if (index >= mostCandidates) return { places, isCut: true };
    const place = placeAt(source, given, unit, unit + pattern.length - 1);
    if (place === null) continue;
    const key = source.text.slice(place.start, place.ends[0].end).replace(/\s+/g, " ");
    if (seen.has(key)) continue;
    seen.add(key);
    if (places.length >= most) return { places, isCut: true };
    places.push(place);
  }
  return { places, isCut: false };
}

/**
 * Passages that begin inside a range of the source's text, one for each of its sentences, as places at which no words
 * were given yet.
 */
export function passagesIn(source: PreparedSource, within: Span, most: number): Continuations {
  const { start, end } = fromSourceSpan(source, within);
  const places: Continuation[] = [];
  let at = start;
  while (at < end) {
    const [first] = readWords(source.text, at, Math.min(end, at + longestWordSearch)).words;
    if (first === undefined) break;
    if (places.length >= most) return { places, isCut: true };
    const ends = passageEnds(source.text, first.start, first.start);
    if (ends.length === 0) break;
    places.push({ start: first.start, given: first.start, ends });
    at = Math.max(ends[0].end, first.end);
  }
  return { places, isCut: false };
}

const longestWordSearch = 400;

interface GivenWords {
  readonly count: number;
  /** Signs in front of the first letter: a currency's, an opening mark. */
  readonly lead: string;
  /** Whether the last word is whole: something that is no word stands behind it. */
  readonly isWhole: boolean;
}

function givenWords(text: string): GivenWords {
  const first = text.search(/[\p{L}\p{N}]/u);
  // A sign behind the last word may belong to the next one: “it costs $”.
  const last = text.replace(/(?<![^\p{L}\p{N}\p{M}])[^\p{L}\p{N}\p{M}]+$/u, "").length;
  return {
    count: countWords(text, first, last),
    lead: text.slice(0, first).replace(/\s+/g, ""),
    isWhole: !isWordKind(kindAt(text, text.length - 1)) && kindAt(text, text.length - 1) !== Kind.ideograph,
  };
}

function placeAt(source: PreparedSource, words: GivenWords, first: number, last: number): Continuation | null {
  const { text, skeleton } = source;
  const start = offsetOfUnit(skeleton, first);
  if (start > 0 && kindAt(text, start) !== Kind.ideograph && isWordKind(kindAt(text, start - 1))) return null;
  const given = behindCharacter(text, offsetOfUnit(skeleton, last));
  if (words.isWhole && isWordKind(kindAt(text, given)) && given < text.length) return null;
  // “a part” is no “apart”.
  if (countWords(text, start, given) !== words.count) return null;
  const begin = start - leadAt(text, start, words.lead);
  const ends = passageEnds(text, begin, given);
  return ends.length === 0 ? null : { start: begin, given, ends };
}

function countWords(text: string, from: number, to: number): number {
  return readWords(text, from, to).words.length;
}

/** Behind the character at an offset, with the marks that belong to it. */
function behindCharacter(text: string, at: number): number {
  let end = at + (text.codePointAt(at)! > 0xffff ? 2 : 1);
  while (end < text.length && kindAt(text, end) === Kind.mark) end++;
  return end;
}

/** How many of the signs in front of a word are those that were given: marks of any style are alike. */
function leadAt(text: string, start: number, lead: string): number {
  let length = 0;
  while (length < lead.length && length < start) {
    const there = text[start - length - 1];
    const here = lead[lead.length - length - 1];
    const isQuote = (sign: string) => kindAt(sign, 0) === Kind.quote || kindAt(sign, 0) === Kind.apostrophe;
    if (there !== here && !(isQuote(there) && isQuote(here))) break;
    length++;
  }
  return length;
}

/** Places in ascending order, by their distance from a range; those inside in their order. */
function byDistance(places: readonly number[], start: number, end: number): number[] {
  let above = 0;
  while (above < places.length && places[above] < start) above++;
  const ordered: number[] = [];
  let below = above - 1;
  while (above < places.length && places[above] < end) ordered.push(places[above++]);
  while (ordered.length < mostCandidates + 1 && (below >= 0 || above < places.length)) {
    const takesAbove = below < 0 || (above < places.length && places[above] - end <= start - places[below]);
    ordered.push(takesAbove ? places[above++] : places[below--]);
  }
  return ordered;
}
