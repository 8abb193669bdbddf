import { type GramIndex, gramBucket, gramCount } from "./gramIndex.ts";
import type { PreparedSource } from "./prepare.ts";

/** Below this many units a range is searched as it is; above it, by the gram index. */
const smallRange = 4096;

/**
 * Every place from `from` up to `to` of the skeleton at which `pattern` stands, ascending, overlapping ones included.
 * With the gram index the work is that of reading the pattern's two rarest grams' places; where these are many, Knuth,
 * Morris and Pratt's search takes over, which is linear in the range whatever the text.
 */
export function findPattern(source: PreparedSource, pattern: Uint16Array, from: number, to: number): number[] {
  const { units } = source.skeleton;
  if (pattern.length === 0 || to - from < pattern.length) return [];
  if (to - from <= smallRange) return scan(units, pattern, from, to);
  const grams = source.grams();
  if (pattern.length <= grams.width) return scan(units, pattern, from, to);
  const even = rarestGram(grams, pattern, 0);
  const odd = rarestGram(grams, pattern, 1);
  if ((even.count + odd.count) * pattern.length > 4 * (to - from)) return scan(units, pattern, from, to);
  const places = placesBy(source, grams, pattern, even.at, from, to);
  return places.concat(placesBy(source, grams, pattern, odd.at, from, to)).sort((a, b) => a - b);
}

/** The rarest gram of the pattern among those at even or at odd places. */
function rarestGram(grams: GramIndex, pattern: Uint16Array, parity: number): { at: number; count: number } {
  let at = parity;
  let count = Number.POSITIVE_INFINITY;
  for (let i = parity; i + grams.width <= pattern.length; i += 2) {
    const here = gramCount(grams, pattern, i);
    if (here < count) {
      at = i;
      count = here;
    }
    if (count === 0) break;
  }
  return { at, count };
}

function placesBy(
  source: PreparedSource,
  grams: GramIndex,
  pattern: Uint16Array,
  gramAt: number,
  from: number,
  to: number,
): number[] {
  const places: number[] = [];
  const bucket = gramBucket(pattern, gramAt, grams.width, grams.mask);
  for (let i = grams.starts[bucket]; i < grams.starts[bucket + 1]; i++) {
    const place = grams.positions[i] - gramAt;
    if (place >= from && place + pattern.length <= to && standsAt(source.skeleton.units, pattern, place)) {
      places.push(place);
    }
  }
  return places;
}

function standsAt(units: Uint16Array, pattern: Uint16Array, place: number): boolean {
  for (let i = 0; i < pattern.length; i++) if (units[place + i] !== pattern[i]) return false;
  return true;
}

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
