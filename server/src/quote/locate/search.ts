import type { PreparedSource } from "../prepare.ts";
import { findSeed, rarestGrams } from "./seeds.ts";

/** Below this many units a range is searched as it is; above it, by the gram index. */
const smallRange = 4096;

/**
 * Every place from `from` up to `to` of the skeleton at which `pattern` stands, ascending, overlapping ones included.
 * With the gram index the work is that of reading the places of two grams, the pattern's rarest; where these are many,
 * Knuth, Morris and Pratt's search takes over (SIAM J. Comput. 6, 1977), which is linear in the range whatever the text.
 */
export function findPattern(source: PreparedSource, pattern: Uint16Array, from: number, to: number): number[] {
  const { units } = source.skeleton;
  if (pattern.length === 0 || to - from < pattern.length) return [];
  if (to - from <= smallRange) return scan(units, pattern, from, to);
  const grams = source.grams();
  if (pattern.length <= grams.width) return scan(units, pattern, from, to);
  const seeds = rarestGrams(grams, pattern, 0, pattern.length);
  const cost = seeds.reduce((sum, seed) => sum + seed.count, 0);
  if (cost * pattern.length > 4 * (to - from)) return scan(units, pattern, from, to);
  const places: number[] = [];
  for (const seed of seeds) findSeed(units, grams, pattern, seed, { from, to, places });
  return seeds.length > 1 ? places.sort((a, b) => a - b) : places;
}

/** The same in a skeleton that has no index. Linear, whatever the text. */
export function scan(units: Uint16Array, pattern: Uint16Array, from: number, to: number): number[] {
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
