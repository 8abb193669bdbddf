/** Patterns longer than a machine word are not searched for. */
export const longestMyersPattern = 32;

export interface MyersMatch {
  /** Behind the last unit of the place. */
  readonly end: number;
  readonly errors: number;
}

/**
 * The ends of places between `from` and `to` at which the pattern stands with at most `most` units inserted, dropped or
 * exchanged: of neighbouring ends, the one with the fewest errors. Myers, "A fast bit-vector algorithm for approximate
 * string matching based on dynamic programming", J. ACM 46 (1999), for patterns of one word: linear in the range.
 */
export function searchMyers(
  units: Uint16Array,
  pattern: Uint16Array,
  from: number,
  to: number,
  most: number,
): MyersMatch[] {
  const length = pattern.length;
  if (length === 0 || length > longestMyersPattern) return [];
  const masks = patternMasks(pattern);
  const lastBit = 1 << (length - 1);
  const matches: MyersMatch[] = [];
  let positive = -1;
  let negative = 0;
  let errors = length;
  let best: MyersMatch | null = null;
  for (let i = from; i < to; i++) {
    const equal = masks.get(units[i]);
    const x = equal | negative;
    const diagonal = (((equal & positive) + positive) ^ positive) | equal;
    let horizontalPositive = negative | ~(diagonal | positive);
    let horizontalNegative = positive & diagonal;
    if (horizontalPositive & lastBit) errors++;
    if (horizontalNegative & lastBit) errors--;
    horizontalPositive <<= 1;
    horizontalNegative <<= 1;
    positive = horizontalNegative | ~(x | horizontalPositive);
    negative = horizontalPositive & x;
    if (errors > most) continue;
    if (best !== null && i + 1 - best.end > length) {
      matches.push(best);
      best = null;
    }
    if (best === null || errors < best.errors) best = { end: i + 1, errors };
  }
  if (best !== null) matches.push(best);
  return matches;
}

interface Masks {
  get(unit: number): number;
}

/** For each unit, the places of the pattern that hold it, as bits; a small open table, since patterns are short. */
function patternMasks(pattern: Uint16Array): Masks {
  const size = 128;
  const keys = new Int32Array(size).fill(-1);
  const bits = new Int32Array(size);
  for (let i = 0; i < pattern.length; i++) {
    let slot = pattern[i] & (size - 1);
    while (keys[slot] !== -1 && keys[slot] !== pattern[i]) slot = (slot + 1) & (size - 1);
    keys[slot] = pattern[i];
    bits[slot] |= 1 << i;
  }
  return {
    get: (unit) => {
      let slot = unit & (size - 1);
      while (keys[slot] !== -1) {
        if (keys[slot] === unit) return bits[slot];
        slot = (slot + 1) & (size - 1);
      }
      return 0;
    },
  };
}
