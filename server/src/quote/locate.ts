import { type GramIndex, gramBucket, gramCount } from "./gramIndex.ts";
import { type MyersPattern, prepareMyers, searchMyers } from "./myers.ts";
import type { PreparedSource } from "./prepare.ts";

/** A stretch of the skeleton that a pattern may stand in with errors. */
export interface Candidate {
  readonly from: number;
  readonly to: number;
  /** Of the pattern's blocks, how many have a gram there. */
  readonly votes: number;
}

export interface LocateOptions {
  /** The range of the skeleton to look in. */
  readonly from: number;
  readonly to: number;
  /** Among equals, candidates near this unit come first. */
  readonly near: number;
  readonly most: number;
}

/** So many places of grams are looked at for one pattern; the rarest grams' come first. */
const mostHits = 1500;
/** Units of a long pattern in which one gram is chosen, the rarest. */
const blockLength = 6;
/** The same of a short pattern. */
const shortBlock = 5;
/** A place that fewer of the blocks vote for is chance. */
const fewestShare = 0.12;
/** A short pattern's single hits are all verified, up to so many. */
const mostVerified = 20_000;

/**
 * Where a pattern stands with errors, likeliest first. Long patterns: the rarest grams of each block of six units vote
 * for the diagonals (place in the source less place in the pattern) they lie on. Short ones (up to 32 units): every hit
 * is verified by Myers' algorithm, with enough blocks that two errors cannot damage all of them; those too short for
 * that are searched for without the index, linear in the range.
 */
export function locate(source: PreparedSource, pattern: Uint16Array, options: LocateOptions): Candidate[] {
  const { units } = source.skeleton;
  const range = options.to - options.from;
  if (pattern.length < 3 || range <= 0) return [];
  const most = allowedErrors(pattern.length);
  const grams = source.grams();
  const short = prepareMyers(pattern);
  if (short !== null) {
    const found = locateShort(units, grams, { pattern, short, most }, options);
    if (found.length > 0) return found;
  }
  // A word left out is more errors than a short pattern is allowed, but leaves two stretches undamaged.
  const seeds = chooseSeeds(grams, pattern, short === null ? blockLength : shortBlock);
  return voted(grams, pattern, seeds, options);
}

interface ShortPattern {
  readonly pattern: Uint16Array;
  readonly short: MyersPattern;
  readonly most: number;
}

function locateShort(units: Uint16Array, grams: GramIndex, wanted: ShortPattern, options: LocateOptions): Candidate[] {
  const { pattern, short, most } = wanted;
  const needed = (most + 1) * (grams.width + 1);
  if (options.to - options.from <= 2000 || pattern.length < needed) return scan(units, short, most, options);
  const seeds = chooseSeeds(grams, pattern, Math.floor(pattern.length / (most + 1)));
  if (total(seeds) > mostVerified) return scan(units, short, most, options);
  return verified(units, grams, wanted, seeds, options);
}

/** An eighth of the pattern, and two at least. */
function allowedErrors(length: number): number {
  return length < 8 ? 1 : Math.max(2, length >> 3);
}

interface Seed {
  /** In the pattern. */
  readonly at: number;
  readonly block: number;
  readonly count: number;
}

/** Of every block of the pattern the rarest gram at an even and at an odd place. */
function chooseSeeds(grams: GramIndex, pattern: Uint16Array, length: number): Seed[] {
  const seeds: Seed[] = [];
  const blocks = Math.min(blockLimit - 1, Math.max(1, Math.floor(pattern.length / length)));
  for (let block = 0; block < blocks; block++) {
    const from = block * length;
    const to = block === blocks - 1 ? pattern.length : from + length;
    for (const parity of [0, 1]) {
      let best: Seed | null = null;
      for (let at = from + ((from + parity) & 1); at + grams.width <= to; at += 2) {
        const count = gramCount(grams, pattern, at);
        if (best === null || count < best.count) best = { at, block, count };
      }
      if (best !== null && best.count > 0) seeds.push(best);
    }
  }
  return seeds;
}

function scan(units: Uint16Array, pattern: MyersPattern, most: number, options: LocateOptions): Candidate[] {
  const matches = searchMyers(units, pattern, options.from, options.to, most);
  const candidates = matches.map(({ end, errors }) => ({
    from: Math.max(options.from, end - pattern.length - most),
    to: Math.min(options.to, end + most),
    votes: most + 1 - errors,
  }));
  return bestOf(candidates, options);
}

function verified(
  units: Uint16Array,
  grams: GramIndex,
  { pattern, short, most }: ShortPattern,
  seeds: readonly Seed[],
  options: LocateOptions,
): Candidate[] {
  const candidates: Candidate[] = [];
  let last = Number.NEGATIVE_INFINITY;
  for (const hit of hitsOf(grams, pattern, seeds, options, mostVerified)) {
    const diagonal = Math.floor(hit / blockLimit);
    if (diagonal - last <= most) continue;
    last = diagonal;
    const from = Math.max(options.from, diagonal - most);
    const to = Math.min(options.to, diagonal + pattern.length + 2 * most);
    const [match] = searchMyers(units, short, from, to, most);
    if (match !== undefined) candidates.push({ from, to, votes: most + 1 - match.errors });
  }
  return bestOf(candidates, options);
}

/** Blocks are numbered below this, so that a hit's diagonal and block can be one number. */
const blockLimit = 0x4000;

/** Where the seeds' grams stand, ascending: each hit's diagonal times {@link blockLimit}, plus the seed's block. */
function hitsOf(
  grams: GramIndex,
  pattern: Uint16Array,
  seeds: readonly Seed[],
  options: LocateOptions,
  most: number,
): Float64Array {
  const hits = new Float64Array(Math.min(most, total(seeds)));
  let count = 0;
  for (const seed of [...seeds].sort((a, b) => a.count - b.count)) {
    if (count + seed.count > most) break;
    const bucket = gramBucket(pattern, seed.at, grams.width, grams.mask);
    for (let i = grams.starts[bucket]; i < grams.starts[bucket + 1]; i++) {
      const place = grams.positions[i];
      if (place < options.from || place >= options.to) continue;
      hits[count++] = (place - seed.at) * blockLimit + seed.block;
    }
  }
  return hits.subarray(0, count).sort();
}

function total(seeds: readonly Seed[]): number {
  return seeds.reduce((sum, seed) => sum + seed.count, 0);
}

function voted(grams: GramIndex, pattern: Uint16Array, seeds: readonly Seed[], options: LocateOptions): Candidate[] {
  const hits = hitsOf(grams, pattern, seeds, options, mostHits);
  const diagonal = (index: number) => Math.floor(hits[index] / blockLimit);
  const block = (index: number) => hits[index] - diagonal(index) * blockLimit;
  const reach = 24 + (pattern.length >> 3);
  const blockCount = (seeds[seeds.length - 1]?.block ?? 0) + 1;
  const fewestVotes = Math.max(2, Math.ceil(blockCount * fewestShare));
  const seen = new Uint32Array(blockCount);
  const candidates: Candidate[] = [];
  let distinct = 0;
  let first = 0;
  for (let next = 0; next < hits.length; next++) {
    if (seen[block(next)]++ === 0) distinct++;
    while (diagonal(next) - diagonal(first) > reach) {
      if (--seen[block(first)] === 0) distinct--;
      first++;
    }
    if (distinct < fewestVotes) continue;
    const from = Math.max(options.from, diagonal(first));
    const to = Math.min(options.to, diagonal(next) + pattern.length);
    const last = candidates[candidates.length - 1];
    if (last === undefined || last.to - from < pattern.length >> 2) candidates.push({ from, to, votes: distinct });
    else if (distinct > last.votes) candidates[candidates.length - 1] = { from, to, votes: distinct };
  }
  return bestOf(candidates, options);
}

function bestOf(candidates: Candidate[], { near, most }: LocateOptions): Candidate[] {
  const distance = (candidate: Candidate) => Math.abs(candidate.from - near);
  return candidates.sort((a, b) => b.votes - a.votes || distance(a) - distance(b)).slice(0, most);
}
