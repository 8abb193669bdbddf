import type { GramIndex } from "./gramIndex.ts";
import { type MyersPattern, prepareMyers, searchMyers } from "./myers.ts";
import { cutIntoPieces, findPieces, type Hits, loosen, type Pieces } from "./pieces.ts";
import type { PreparedSource } from "./prepare.ts";

/** A stretch of the skeleton that a pattern may stand in with errors. */
export interface Candidate {
  readonly from: number;
  readonly to: number;
  /** How much speaks for it: how many pieces of the pattern stand there; of a short one, how few errors it has. */
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

/** Shorter ranges are searched as they are, without the index. */
const smallRange = 2000;
/** Of a short pattern's grams, so many entries of the index are read where none of its pieces led to it. */
const fewRead = 600;
/** A place that fewer of the pieces stand at is chance. */
const fewestShare = 0.06;
/** With fewer pieces, two errors may leave one alone, and one is chance. */
const fewestPieces = 4;

/**
 * Where a pattern stands with errors, likeliest first. Partition into exact search: of a pattern that is cut into k + 1
 * pieces, one at least outlives k errors (Wu and Manber, "Fast text searching allowing errors", CACM 35, 1992; Navarro,
 * "A guided tour to approximate string matching", ACM Computing Surveys 33, 2001). The pieces are found by their rarest
 * grams. Around each, patterns of up to 32 units are verified by Myers' algorithm; of longer ones, pieces on
 * neighbouring diagonals (place in the source less place in the pattern) vote for each other.
 *
 * What is promised: a place that differs by two units inserted, dropped or exchanged is found, whatever the source, but
 * for `most` others that are as good, and texts that repeat themselves thousands of times. Where much more differs, a
 * place is found that two pieces outlive.
 *
 * Time: that of reading the places of rare grams, a thousandth of the source's units or so; linear in the range for
 * patterns that are too short for pieces, or made of what is everywhere.
 */
export function locate(source: PreparedSource, pattern: Uint16Array, options: LocateOptions): Candidate[] {
  const { units } = source.skeleton;
  const range = options.to - options.from;
  if (pattern.length < 3 || range <= 0) return [];
  const grams = source.grams();
  const short = prepareMyers(pattern);
  return short === null
    ? locateLong(units, grams, pattern, options)
    : locateShort(units, grams, { pattern, short }, options);
}

function locateLong(units: Uint16Array, grams: GramIndex, pattern: Uint16Array, options: LocateOptions): Candidate[] {
  const mostRead = Math.max(20_000, units.length >> 2);
  const length = pieceLength(grams, pattern.length, units.length);
  // Pieces of twice the length are rare: most places are found by them alone, with a fraction of the work.
  const few = cutIntoPieces(grams, pattern, 2 * length);
  if (few.count >= fewestPieces) {
    const found = vote(units, grams, few, { ...options, mostRead });
    if (found.length > 0 && found[0].reachesEnds && found[0].votes * 2 > few.count) return found;
  }
  return vote(units, grams, cutIntoPieces(grams, pattern, length), { ...options, mostRead });
}

interface ShortPattern {
  readonly pattern: Uint16Array;
  readonly short: MyersPattern;
}

function locateShort(
  units: Uint16Array,
  grams: GramIndex,
  { pattern, short }: ShortPattern,
  options: LocateOptions,
): Candidate[] {
  const range = options.to - options.from;
  const most = allowedErrors(pattern.length);
  const shortest = grams.width + 1;
  const pieces = cutIntoPieces(grams, pattern, Math.max(shortest, Math.floor(pattern.length / (most + 1))));
  const isBlind = range <= smallRange || pieces.count <= most || pieces.cost > range >> 2;
  const hits = isBlind ? null : findPieces(units, grams, pieces, { ...options, mostRead: pieces.cost });
  const found = hits?.isComplete ? verified(units, short, hits, most, options) : scan(units, short, most, options);
  // A word left out is more errors than a short pattern is allowed, but leaves two pieces as they were.
  if (found.length > 0) return found;
  return vote(units, grams, loosen(cutIntoPieces(grams, pattern, shortest), grams), { ...options, mostRead: fewRead });
}

/** An eighth of the pattern, and two at least. */
function allowedErrors(length: number): number {
  return length < 8 ? 1 : Math.max(2, length >> 3);
}

/** Pieces are longer in longer sources, so that few stand somewhere by chance, where that leaves eight of them. */
function pieceLength(grams: GramIndex, length: number, sourceLength: number): number {
  const shortest = grams.width + 1;
  const wanted = shortest + (sourceLength < 0x10000 ? 0 : sourceLength < 0x80000 ? 1 : sourceLength < 0x800000 ? 2 : 3);
  return Math.max(shortest, Math.min(wanted, length >> 3));
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
  pattern: MyersPattern,
  { diagonals }: Hits,
  most: number,
  options: LocateOptions,
): Candidate[] {
  const candidates: Candidate[] = [];
  let last = Number.NEGATIVE_INFINITY;
  for (const diagonal of diagonals) {
    if (diagonal - last <= most) continue;
    last = diagonal;
    const from = Math.max(options.from, diagonal - most);
    const to = Math.min(options.to, diagonal + pattern.length + 3 * most);
    const [match] = searchMyers(units, pattern, from, to, most);
    if (match !== undefined) candidates.push({ from, to, votes: most + 1 - match.errors });
  }
  return bestOf(candidates, options);
}

interface Elected extends Candidate {
  /** Whether one of the first two pieces stands there and one of the last two. */
  readonly reachesEnds: boolean;
}

/** Stretches in which several pieces stand on diagonals so near each other that some words may be added or left out. */
function vote(
  units: Uint16Array,
  grams: GramIndex,
  cut: Pieces,
  options: LocateOptions & { readonly mostRead: number },
): Elected[] {
  const { count, pattern } = cut;
  const { diagonals, pieces } = findPieces(units, grams, cut, options);
  const reach = 24 + (pattern.length >> 3);
  const fewestVotes = Math.max(2, Math.ceil(count * fewestShare));
  const seen = new Uint32Array(count);
  const candidates: Elected[] = [];
  let distinct = 0;
  let first = 0;
  let lastDiagonal = Number.NEGATIVE_INFINITY;
  for (let next = 0; next < diagonals.length; next++) {
    if (seen[pieces[next]]++ === 0) distinct++;
    while (diagonals[next] - diagonals[first] > reach) {
      if (--seen[pieces[first]] === 0) distinct--;
      first++;
    }
    if (distinct < fewestVotes) continue;
    const isApart = diagonals[first] > lastDiagonal;
    if (!isApart && distinct <= candidates[candidates.length - 1].votes) continue;
    lastDiagonal = diagonals[next];
    const from = Math.max(options.from, diagonals[first]);
    const to = Math.min(options.to, lastDiagonal + pattern.length);
    const reachesEnds = seen[0] + seen[1] > 0 && seen[count - 1] + seen[count - 2] > 0;
    candidates[candidates.length - (isApart ? 0 : 1)] = { from, to, votes: distinct, reachesEnds };
  }
  const found = bestOf(candidates, options);
  // With far fewer votes, only what may be another part of the same passage is of interest.
  const near = 2 * pattern.length + 400;
  return found.filter(({ from, votes }) => votes * 3 >= found[0].votes || Math.abs(from - found[0].from) <= near);
}

function bestOf<Found extends Candidate>(candidates: Found[], { near, most }: LocateOptions): Found[] {
  const extent = ({ from, to }: Candidate) => to - from;
  const distance = ({ from }: Candidate) => Math.abs(from - near);
  return candidates
    .sort((a, b) => b.votes - a.votes || extent(a) - extent(b) || distance(a) - distance(b))
    .slice(0, most);
}
