/**
 * Where the grams (stretches of `width` units) of a skeleton begin, for every second position: half the memory of a
 * full index, and any undamaged stretch of `width + 1` units of a quote still holds a gram that is indexed. Grams are
 * hashed to buckets, so a bucket may hold strangers; whoever reads one compares. Every entry has room for a few bits of
 * the units on either side of its gram: most strangers are known by them, without a look at the text.
 */
export interface GramIndex {
  readonly width: GramWidth;
  readonly mask: number;
  /** Of an index of some grams: the buckets that it has, by hash, of which the first is empty and stands for all others. */
  readonly slots: Uint16Array | null;
  /** Bucket b holds `entries[starts[b]]` up to `entries[starts[b + 1]]`, in the order of their positions. */
  readonly starts: Uint32Array;
  /** Half the position of a gram, and its neighbours in the bits of {@link GramIndex.neighbourMask}. */
  readonly entries: Uint32Array;
  readonly neighbourMask: number;
}

export type GramWidth = 2 | 4;

/** Positions that are multiples of this are indexed. */
export const stride = 2;

/** The bits of an entry that neighbours may take: seven, where the text has not more than 2²⁶ units. */
export const neighbourBits = { before: 0x0e000000, behind: 0xf0000000 | 0 } as const;

/** The buckets of a group: their counts stay in the processor's first cache. */
const bucketsOfGroup = 0x1000;
/** Of a long text the groups get larger, lest entries be dealt out to more of them than this … */
const mostGroups = 0x100;
/** … as long as sixteen bits can number the buckets of one. */
const mostOfGroup = 0x10000;

/**
 * Linear in time: entries are dealt out to groups of buckets, and each group is sorted by counting. To sort all of them
 * by counting at once would be to wait for memory at every entry of a long text.
 */
export function buildGramIndex(units: Uint16Array, width: GramWidth): GramIndex {
  const { count, buckets, mask, neighbourMask } = extentOf(units, width);
  const wanted = Math.min(Math.max(bucketsOfGroup, buckets / mostGroups), mostOfGroup);
  const shift = 31 - Math.clz32(Math.min(buckets, wanted));
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
  return { width, mask, slots: null, starts, entries, neighbourMask };
}

/** In bytes. */
export function sizeOfIndex({ starts, entries }: GramIndex): number {
  return starts.byteLength + entries.byteLength;
}

/** Of a pattern of more units the grams are not told apart by sixteen bits. */
export const longestGathered = 0xfff0;

/** What the index would have of the grams of a pattern, of up to {@link longestGathered} units. One pass, a tenth of the work. */
export function buildGramIndexFor(units: Uint16Array, width: GramWidth, pattern: Uint16Array): GramIndex {
  const { count, buckets, mask, neighbourMask } = extentOf(units, width);
  const slots = new Uint16Array(buckets);
  let slotCount = 1;
  for (let at = 0; at + width <= pattern.length; at++) {
    const bucket = bucketOf(pairAt(pattern, at), pairAt(pattern, at + 2), width, mask);
    if (slots[bucket] === 0) slots[bucket] = slotCount++;
  }
  let found = 0;
  let before = 0;
  let first = pairAt(units, 0);
  let second = pairAt(units, stride);
  for (let i = 0; i < count; i++) {
    const third = pairAt(units, (i + 2) * stride);
    const slot = slots[bucketOf(first, second, width, mask)];
    if (slot !== 0) {
      if (found === gathered.length) growGathered();
      gathered[found] = i | (neighbours(before >>> 16, width === 4 ? third : second) & neighbourMask);
      gatheredSlots[found++] = slot;
    }
    before = first;
    first = second;
    second = third;
  }
  const starts = new Uint32Array(slotCount + 1);
  for (let i = 0; i < found; i++) starts[gatheredSlots[i]]++;
  let end = 0;
  for (let slot = 0; slot < slotCount; slot++) {
    end += starts[slot];
    starts[slot] = end;
  }
  starts[slotCount] = end;
  const entries = new Uint32Array(found);
  for (let i = found - 1; i >= 0; i--) entries[--starts[gatheredSlots[i]]] = gathered[i];
  if (found > mostKept) makeGathered(mostKept);
  return { width, mask, slots, starts, entries, neighbourMask };
}

/** Room for more entries is not kept: only texts that repeat themselves need it. */
const mostKept = 1 << 14;
/** Entries that are being gathered, and their slots; no call leaves anything in it for the next. */
let gathered = new Uint32Array(mostKept);
let gatheredSlots = new Uint16Array(mostKept);

function makeGathered(length: number): void {
  gathered = new Uint32Array(length);
  gatheredSlots = new Uint16Array(length);
}

function growGathered(): void {
  const [entries, slots] = [gathered, gatheredSlots];
  makeGathered(2 * entries.length);
  gathered.set(entries);
  gatheredSlots.set(slots);
}

interface Extent {
  /** How many grams are indexed. */
  readonly count: number;
  readonly buckets: number;
  readonly mask: number;
  readonly neighbourMask: number;
}

function extentOf(units: Uint16Array, width: GramWidth): Extent {
  const last = units.length - width;
  const count = last < 0 ? 0 : (last >> 1) + 1;
  const neighbourMask = (neighbourBits.before | neighbourBits.behind) & ~((1 << (32 - Math.clz32(count))) - 1);
  let buckets = 64;
  while (buckets < count >> 2) buckets *= 2;
  return { count, buckets, mask: buckets - 1, neighbourMask };
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

/** The bucket of the gram that begins at `at`. */
export function gramBucket(units: Uint16Array, at: number, { width, mask, slots }: GramIndex): number {
  const bucket = bucketOf(pairAt(units, at), pairAt(units, at + 2), width, mask);
  return slots === null ? bucket : slots[bucket];
}

/** The bucket of a gram, by multiplicative hashing of its first two units and, if it has them, of its second two. */
function bucketOf(first: number, second: number, width: GramWidth, mask: number): number {
  const hash = (Math.imul(first, 0x9e3779b1) + (width === 4 ? Math.imul(second, 0x85ebca6b) : 0)) | 0;
  return (hash ^ (hash >>> 15)) & mask;
}

/** A gram's neighbours as an entry has them: the lowest bits of each, in which letters of an alphabet differ. */
export function neighbours(before: number, behind: number): number {
  return ((before << 25) & neighbourBits.before) | ((behind << 28) & neighbourBits.behind);
}
