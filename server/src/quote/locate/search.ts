import type { PreparedSource } from "../prepare.ts";
import { findSeed, rarestGrams } from "./seeds.ts";

/**
 * Every place from `from` up to `to` of the skeleton at which `pattern` stands, ascending, overlapping ones included.
 * With the gram index the work is that of reading the places of two grams, the pattern's rarest; without it, of one unit
 * in as many as the pattern has. Where it is more, Knuth, Morris and Pratt's search takes over (SIAM J. Comput. 6, 1977),
 * which is linear in the range whatever the text.
 */
export function findPattern(source: PreparedSource, pattern: Uint16Array, from: number, to: number): number[] {
  const { units } = source.skeleton;
  if (pattern.length === 0 || to - from < pattern.length) return [];
  const grams = pattern.length < shortestIndexed ? null : source.grams.whole;
  if (grams === null) {
    const { places, work } = skim(units, pattern, from, to);
    source.grams.addWork(work);
    return places;
  }
  const seeds = rarestGrams(grams, pattern, 0, pattern.length);
  const cost = seeds.reduce((sum, seed) => sum + seed.count, 0);
  if (cost * pattern.length > 4 * (to - from)) return scan(units, pattern, from, to);
  const places: number[] = [];
  for (const seed of seeds) findSeed(units, grams, pattern, seed, { from, to, places });
  return seeds.length > 1 ? places.sort((a, b) => a - b) : places;
}

/** Shorter patterns have no gram that is sure to be indexed. */
const shortestIndexed = 5;
/** Of shorter patterns little can be skipped. */
const shortestSkimmed = 4;
/** By the hash of three units: how far the pattern may be moved on where they stand at its end. */
const moves = new Uint16Array(1 << 12);

/**
 * The same without an index, and how many units were read: by Horspool's search (Software: Practice and Experience 10,
 * 1980) with three units for one (Lecroq, "Fast exact string matching algorithms", Inf. Process. Lett. 102, 2007).
 */
export function skim(
  units: Uint16Array,
  pattern: Uint16Array,
  from: number,
  to: number,
): { readonly places: number[]; readonly work: number } {
  const { length } = pattern;
  if (to - from < length) return { places: [], work: 0 };
  if (length < shortestSkimmed) return { places: scan(units, pattern, from, to), work: to - from };
  const last = length - 3;
  moves.fill(Math.min(last + 1, 0xffff));
  for (let at = Math.max(0, last - 0xffff); at < last; at++) moves[threeAt(pattern, at)] = last - at;
  const again = moves[threeAt(pattern, last)];
  moves[threeAt(pattern, last)] = 0;
  const places: number[] = [];
  let left = to - from;
  let at = from;
  while (at + length <= to && left > 0) {
    const move = moves[threeAt(units, at + last)];
    left--;
    if (move > 0) {
      at += move;
      continue;
    }
    let same = 0;
    while (same < length && units[at + same] === pattern[same]) same++;
    left -= same;
    if (same === length) places.push(at);
    at += again;
  }
  const rest = at + length <= to ? scan(units, pattern, at, to) : [];
  for (const place of rest) places.push(place);
  return { places, work: to - from - left };
}

function threeAt(units: Uint16Array, at: number): number {
  return ((units[at] << 8) ^ (units[at + 1] << 4) ^ units[at + 2]) & (moves.length - 1);
}

/** The same, linear whatever the text. */
function scan(units: Uint16Array, pattern: Uint16Array, from: number, to: number): number[] {
  const border = borders(pattern);
  const places: number[] = [];
  let matched = 0;
  for (let i = from; i < to; i++) {
    const unit = units[i];
    while (matched > 0 && pattern[matched] !== unit) matched = border[matched - 1];
    if (pattern[matched] === unit) matched++;
    if (matched === pattern.length) {
      places.push(i - matched + 1);
      matched = border[matched - 1];
    }
  }
  return places;
}

/** The length of the longest proper prefix of each prefix that is also its suffix. */
function borders(pattern: Uint16Array): Uint32Array {
  const border = new Uint32Array(pattern.length);
  for (let i = 1, length = 0; i < pattern.length; i++) {
    while (length > 0 && pattern[i] !== pattern[length]) length = border[length - 1];
    if (pattern[i] === pattern[length]) length++;
    border[i] = length;
  }
  return border;
}
