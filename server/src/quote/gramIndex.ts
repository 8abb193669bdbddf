/**
 * Where the grams (stretches of `width` units) of a skeleton begin, for every second position: half the memory of a
 * full index, and any undamaged stretch of `width + 1` units of a quote still holds a gram that is indexed. Grams are
 * hashed to buckets, so a bucket may hold strangers; whoever reads one compares. Every entry has room for a few bits of
 * the units on either side of its gram: most strangers are known by them, without a look at the text.
 */
export interface GramIndex {
  readonly width: GramWidth;
  readonly mask: number;
  /** Bucket b holds `entries[starts[b]]` up to `entries[starts[b + 1]]`, in the order of their positions. */
  readonly starts: Uint32Array;
  /** Half the position of a gram, and its neighbours in the bits of {@link GramIndex.neighbourMask}. */
  readonly entries: Uint32Array;
  readonly neighbourMask: number;
}

export type GramWidth = 2 | 4;

/** Positions that are multiples of this are indexed. */
const stride = 2;

/** The bits of an entry that neighbours may take: seven, where the text has not more than 2²⁶ units. */
const neighbourBits = { before: 0x0e000000, behind: 0xf0000000 | 0 } as const;

/** Into so many groups at most entries are dealt out, each with as many buckets at most as sixteen bits can number. */
const mostGroups = 0x100;
/** The buckets of a group where there are fewer groups: their counts stay in the processor's first cache. */
const bucketsOfGroup = 0x1000;

/**
 * Linear in time: entries are dealt out to groups of buckets, and each group is sorted by counting. To sort all of them
 * by counting at once would be to wait for memory at every entry of a long text.
 */
export function buildGramIndex(units: Uint16Array, width: GramWidth): GramIndex {
  const last = units.length - width;
  const count = last < 0 ? 0 : (last >> 1) + 1;
  const neighbourMask = (neighbourBits.before | neighbourBits.behind) & ~((1 << (32 - Math.clz32(count))) - 1);
  let buckets = 64;
  while (buckets < count >> 2) buckets *= 2;
  const mask = buckets - 1;
  const shift = 31 - Math.clz32(Math.min(buckets, Math.max(bucketsOfGroup, buckets / mostGroups)));
  const groupMask = (1 << shift) - 1;

  const groupEnds = new Uint32Array(buckets >> shift);
  let first = pairAt(units, 0);
  for (let i = 0; i < count; i++) {
    const second = pairAt(units, (i + 1) * stride);
    groupEnds[bucketOf(first, second, width, mask) >> shift]++;
    first = second;
  }
  sumBefore(groupEnds);
  const dealt = new Uint32Array(count);
  const dealtBuckets = new Uint16Array(count);
  let before = 0;
  first = pairAt(units, 0);
  let second = pairAt(units, stride);
  for (let i = 0; i < count; i++) {
    const third = pairAt(units, (i + 2) * stride);
    const bucket = bucketOf(first, second, width, mask);
    const place = groupEnds[bucket >> shift]++;
    dealt[place] = i | (neighbours(before >>> 16, width === 4 ? third : second) & neighbourMask);
    dealtBuckets[place] = bucket & groupMask;
    before = first;
    first = second;
    second = third;
  }

  const starts = new Uint32Array(buckets + 1);
  const entries = new Uint32Array(count);
  let from = 0;
  for (let group = 0; group < groupEnds.length; group++) {
    const to = groupEnds[group];
    const base = group << shift;
    for (let i = from; i < to; i++) starts[base + dealtBuckets[i]]++;
    let end = from;
    for (let bucket = base; bucket <= base + groupMask; bucket++) {
      end += starts[bucket];
      starts[bucket] = end;
    }
    // From the last to the first, so that each bucket's end moves down to its start and its positions ascend.
    for (let i = to - 1; i >= from; i--) entries[--starts[base + dealtBuckets[i]]] = dealt[i];
    from = to;
  }
  starts[buckets] = count;
  return { width, mask, starts, entries, neighbourMask };
}

/** Replaces every count by the sum of those before it. */
function sumBefore(counts: Uint32Array): void {
  let sum = 0;
  for (let i = 0; i < counts.length; i++) {
    const count = counts[i];
    counts[i] = sum;
    sum += count;
  }
}

/** Two units in one number; behind the end there are zeros. */
function pairAt(units: Uint16Array, at: number): number {
  if (at + 1 < units.length) return units[at] | (units[at + 1] << 16);
  return at < units.length ? units[at] : 0;
}

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
      const bucket = gramBucket(pattern, at, index.width, index.mask);
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
  const bucket = gramBucket(pattern, seed.at, width, index.mask);
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

function gramBucket(units: Uint16Array, at: number, width: GramWidth, mask: number): number {
  return bucketOf(pairAt(units, at), pairAt(units, at + 2), width, mask);
}

/** The bucket of a gram, by multiplicative hashing of its first two units and, if it has them, of its second two. */
function bucketOf(first: number, second: number, width: GramWidth, mask: number): number {
  const hash = (Math.imul(first, 0x9e3779b1) + (width === 4 ? Math.imul(second, 0x85ebca6b) : 0)) | 0;
  return (hash ^ (hash >>> 15)) & mask;
}

/** The lowest bits of each neighbour, in which letters of an alphabet differ. */
function neighbours(before: number, behind: number): number {
  return ((before << 25) & neighbourBits.before) | ((behind << 28) & neighbourBits.behind);
}
