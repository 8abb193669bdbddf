import { findSeed, type GramIndex, rarestGrams, type Seed } from "./gramIndex.ts";

/** A pattern cut into pieces, and the grams that lead to where they stand. */
export interface Pieces {
  readonly pattern: Uint16Array;
  readonly count: number;
  /** Of every piece but the last, which may be longer. */
  readonly length: number;
  /** Of all pieces, rarest first. */
  readonly seeds: readonly Seed[];
  /** How many entries of the index have to be read to find all pieces. */
  readonly cost: number;
}

/** Where pieces stand in the source, by diagonal: where the pattern would begin if all of it went with the piece. */
export interface Hits {
  /** Ascending. */
  readonly diagonals: Int32Array;
  readonly pieces: Uint16Array;
  /** Whether these are all places of all pieces. */
  readonly isComplete: boolean;
}

/** Pieces are numbered below this, so that a diagonal and a piece fit in one number that doubles hold exactly. */
const pieceLimit = 0x4000;
/** So many hits are told apart; more are a text that repeats itself. */
const mostHits = 8192;

/** Hits that are being gathered; no call leaves anything in it for the next. */
const found = new Float64Array(mostHits);

/** Cuts a pattern into pieces of `length` units, of which the last takes what is left over. */
export function cutIntoPieces(grams: GramIndex, pattern: Uint16Array, length: number): Pieces {
  const count = Math.max(1, Math.min(Math.floor(pattern.length / length), pieceLimit - 1));
  const seeds: Seed[] = [];
  for (let piece = 0; piece < count; piece++) {
    const end = piece === count - 1 ? pattern.length : (piece + 1) * length;
    for (const seed of rarestGrams(grams, pattern, piece * length, end)) seeds.push(seed);
  }
  return withSeeds(pattern, count, length, seeds);
}

/** The same pieces, each of them content with any one of its grams: more is found, more of it by chance. */
export function loosen({ pattern, count, length }: Pieces, grams: GramIndex): Pieces {
  const seeds: Seed[] = [];
  for (let from = 0; from + grams.width <= pattern.length; from++) {
    for (const seed of rarestGrams(grams, pattern, from, from + grams.width)) seeds.push(seed);
  }
  return withSeeds(pattern, count, length, seeds);
}

function withSeeds(pattern: Uint16Array, count: number, length: number, seeds: Seed[]): Pieces {
  const cost = seeds.reduce((sum, seed) => sum + seed.count, 0);
  return { pattern, count, length, seeds: seeds.sort((a, b) => a.count - b.count), cost };
}

/**
 * Where the pieces stand between `from` and `to`: all places, but for those of the most frequent grams where more than
 * `mostRead` entries of the index would have to be read or thousands of places told apart.
 */
export function findPieces(
  units: Uint16Array,
  grams: GramIndex,
  { pattern, count: pieceCount, length, seeds }: Pieces,
  { from, to, mostRead }: { readonly from: number; readonly to: number; readonly mostRead: number },
): Hits {
  const lastPiece = pieceCount - 1;
  const places: number[] = [];
  let count = 0;
  let left = mostRead;
  let isComplete = true;
  for (const seed of seeds) {
    left -= seed.count;
    places.length = 0;
    if (left >= 0) findSeed(units, grams, pattern, seed, { from, to, places });
    // Some of a piece's places would speak for themselves alone.
    isComplete = left >= 0 && count + places.length <= mostHits;
    if (!isComplete) break;
    const piece = Math.min(Math.floor(seed.from / length), lastPiece);
    for (const place of places) found[count++] = (place - seed.from) * pieceLimit + piece;
  }
  found.subarray(0, count).sort();
  const diagonals = new Int32Array(count);
  const pieces = new Uint16Array(count);
  for (let i = 0; i < count; i++) {
    diagonals[i] = Math.floor(found[i] / pieceLimit);
    pieces[i] = found[i] - diagonals[i] * pieceLimit;
  }
  return { diagonals, pieces, isComplete };
}
