/** Patterns longer than a machine word are not searched for. */
export const longestMyersPattern = 32;

export interface MyersMatch {
  /** Behind the last unit of the place. */
  readonly end: number;
  readonly errors: number;
}

/** A pattern made ready for searching. */
export interface MyersPattern {
  readonly length: number;
  /** A small open table from units to the places of the pattern that hold them, as bits. */
  readonly keys: Int32Array;
  readonly bits: Int32Array;
}

const slots = 128;

/** Null where the pattern is empty or too long. */
export function prepareMyers(pattern: Uint16Array): MyersPattern | null {
  if (pattern.length === 0 || pattern.length > longestMyersPattern) return null;
  const keys = new Int32Array(slots).fill(-1);
  const bits = new Int32Array(slots);
  for (let i = 0; i < pattern.length; i++) {
    let slot = pattern[i] & (slots - 1);
    while (keys[slot] !== -1 && keys[slot] !== pattern[i]) slot = (slot + 1) & (slots - 1);
    keys[slot] = pattern[i];
    bits[slot] |= 1 << i;
  }
  return { length: pattern.length, keys, bits };
}

/**
 * The ends of places between `from` and `to` at which the pattern stands with at most `most` units inserted, dropped or
 * exchanged: of neighbouring ends, the one with the fewest errors. Myers, "A fast bit-vector algorithm for approximate
 * string matching based on dynamic programming", J. ACM 46 (1999), for patterns of one word: linear in the range.
 */
export function searchMyers(
  units: Uint16Array,
  { length, keys, bits }: MyersPattern,
  from: number,
  to: number,
  most: number,
): MyersMatch[] {
  const lastBit = 1 << (length - 1);
  const matches: MyersMatch[] = [];
  let positive = -1;
  let negative = 0;
  let errors = length;
  let best: MyersMatch | null = null;
  for (let i = from; i < to; i++) {
    const unit = units[i];
    let slot = unit & (slots - 1);
    while (keys[slot] !== -1 && keys[slot] !== unit) slot = (slot + 1) & (slots - 1);
    const equal = bits[slot];
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
