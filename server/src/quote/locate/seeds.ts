import { type GramIndex, gramBucket, neighbourBits, neighbours, stride } from "./gramIndex.ts";

/** A stretch of a pattern, and a gram in it by which places of the whole stretch are found. */
export interface Seed {
  /** Where in the pattern the gram begins. */
  readonly at: number;
  readonly from: number;
  readonly to: number;
  /** How many entries the gram's bucket has. */
  readonly count: number;
}

/**
 * The rarest gram of a stretch of the pattern at an even place and at an odd one, where the source has any: together they
 * lead to each place of the stretch once.
 */
export function rarestGrams(index: GramIndex, pattern: Uint16Array, from: number, to: number): Seed[] {
  const seeds: Seed[] = [];
  for (let parity = 0; parity < stride; parity++) {
    let rarest = -1;
    let count = Number.POSITIVE_INFINITY;
    for (let at = from + parity; at + index.width <= to && count > 0; at += stride) {
      const bucket = gramBucket(pattern, at, index);
      const here = index.starts[bucket + 1] - index.starts[bucket];
      if (here >= count) continue;
      rarest = at;
      count = here;
    }
    if (rarest >= 0 && count > 0) seeds.push({ at: rarest, from, to, count });
  }
  return seeds;
}

/** Adds to `places` where the seed's stretch begins, between `from` and `to` of the skeleton, ascending. */
export function findSeed(
  units: Uint16Array,
  index: GramIndex,
  pattern: Uint16Array,
  seed: Seed,
  { from, to, places }: { readonly from: number; readonly to: number; readonly places: number[] },
): void {
  const { entries, starts, width, neighbourMask } = index;
  const start = seed.from;
  const length = seed.to - start;
  const bucket = gramBucket(pattern, seed.at, index);
  // Only the neighbours that belong to the stretch have to be the same.
  const known =
    neighbourMask &
    ((seed.at > start ? neighbourBits.before : 0) | (seed.at + width < seed.to ? neighbourBits.behind : 0));
  const wanted = neighbours(pattern[seed.at - 1] ?? 0, pattern[seed.at + width] ?? 0);
  for (let i = starts[bucket], end = starts[bucket + 1]; i < end; i++) {
    const entry = entries[i];
    if (((entry ^ wanted) & known) !== 0) continue;
    const place = (entry & ~neighbourMask) * stride - seed.at + start;
    if (place < from || place + length > to) continue;
    let same = 0;
    while (same < length && units[place + same] === pattern[start + same]) same++;
    if (same === length) places.push(place);
  }
}
