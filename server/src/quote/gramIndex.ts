/**
 * Where the grams (stretches of `width` units) of a skeleton begin, for every second position: half the memory of a
 * full index, and any undamaged stretch of `width + 1` units of a quote still holds a gram that is indexed. Grams are
 * hashed to buckets, so a bucket may hold strangers; whoever reads one compares. A counting sort, linear in time.
 */
export interface GramIndex {
  readonly width: number;
  readonly mask: number;
  /** Bucket b holds `positions[starts[b]]` up to `positions[starts[b + 1]]`, ascending. */
  readonly starts: Uint32Array;
  readonly positions: Uint32Array;
}

/** Positions of this parity are indexed: even ones. */
export const stride = 2;

const base = 0x9e3779b1 | 1;

export function buildGramIndex(units: Uint16Array, width: number): GramIndex {
  const last = units.length - width;
  const count = last < 0 ? 0 : (last >> 1) + 1;
  let buckets = 64;
  while (buckets < count >> 2) buckets *= 2;
  const mask = buckets - 1;
  const starts = new Uint32Array(buckets + 1);
  const hashes = new Uint32Array(count);
  for (let i = 0, at = 0; i < count; i++, at += stride) {
    const bucket = gramBucket(units, at, width, mask);
    hashes[i] = bucket;
    starts[bucket]++;
  }
  let sum = 0;
  for (let bucket = 0; bucket <= buckets; bucket++) {
    sum += starts[bucket];
    starts[bucket] = sum;
  }
  // Filled from behind, so that each bucket's end moves down to its start and its positions ascend.
  const positions = new Uint32Array(count);
  for (let i = count - 1; i >= 0; i--) positions[--starts[hashes[i]]] = i * stride;
  return { width, mask, starts, positions };
}

/** The bucket of the gram that begins at `at`. */
export function gramBucket(units: Uint16Array, at: number, width: number, mask: number): number {
  let hash = 0;
  for (let i = at, end = at + width; i < end; i++) hash = Math.imul(hash ^ units[i], base);
  return (hash ^ (hash >>> 15)) & mask;
}

/** How many positions the bucket of that gram holds. */
export function gramCount(index: GramIndex, units: Uint16Array, at: number): number {
  const bucket = gramBucket(units, at, index.width, index.mask);
  return index.starts[bucket + 1] - index.starts[bucket];
}
