import type { GramIndex } from "./gramIndex.ts";
import { type MyersPattern, searchMyers } from "./myers.ts";
import { findPieces, type Hits, type Pieces } from "./pieces.ts";

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

/** A place that fewer of the pieces stand at is chance. */
const fewestShare = 0.06;

/** The stretches in which a short pattern stands with `most` errors or fewer: linear in the range. */
export function scan(units: Uint16Array, pattern: MyersPattern, most: number, options: LocateOptions): Candidate[] {
  const matches = searchMyers(units, pattern, options.from, options.to, most);
  const candidates = matches.map(({ end, errors }) => ({
    from: Math.max(options.from, end - pattern.length - most),
    to: Math.min(options.to, end + most),
    votes: most + 1 - errors,
  }));
  return bestOf(candidates, options);
}

/** The same, of the stretches that pieces of the pattern lead to: linear in their number. */
export function verify(
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

export interface Elected extends Candidate {
  /** Whether one of the first two pieces stands there and one of the last two. */
  readonly reachesEnds: boolean;
}

/** Stretches in which several pieces stand on diagonals so near each other that some words may be added or left out. */
export function vote(
  units: Uint16Array,
  grams: GramIndex,
  cut: Pieces,
  options: LocateOptions & { readonly mostRead: number },
): Elected[] {
  const { count, pattern } = cut;
  const mostPlaces = 1000 + (units.length >> 10);
  const { diagonals, pieces, unread } = findPieces(units, grams, cut, { ...options, mostPlaces });
  const reach = 24 + (pattern.length >> 3);
  // Where most pieces stand in thousands of places, a rare one tells enough alone.
  const fewestVotes = Math.max(2 * unread > count ? 1 : 2, Math.ceil((count - unread) * fewestShare));
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
