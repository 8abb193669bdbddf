import type { GramIndex } from "./gramIndex.ts";
import { findSeed, rarestGrams, type Seed } from "./seeds.ts";

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
  /** How many pieces stand at places that are not among these. */
  readonly unread: number;
}

/** Pieces are numbered below this, so that a diagonal and a piece fit in one number that doubles hold exactly. */
const pieceLimit = 0x4000;
/** So many hits are told apart. */
export const mostHits = 8192;

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

export interface FindOptions {
  /** The range of the skeleton to look in. */
  readonly from: number;
  readonly to: number;
  /** So many entries of the index are read; what is left out are the pieces whose grams are most frequent. */
  readonly mostRead: number;
  /** A piece that stands in more places is left out, unless no rarer one stands anywhere. */
  readonly mostPlaces: number;
}

/** Where the pieces stand: all places, but for those of frequent pieces (see {@link FindOptions}). */
export function findPieces(
  units: Uint16Array,
  grams: GramIndex,
  { pattern, count: pieceCount, length, seeds }: Pieces,
  { from, to, mostRead, mostPlaces }: FindOptions,
): Hits {
  const pieceOf = (seed: Seed) => Math.min(Math.floor(seed.from / length), pieceCount - 1);
  const places: number[] = [];
  let count = 0;
  let read = 0;
  let left = mostRead;
  for (const seed of seeds) {
    left -= seed.count;
    places.length = 0;
    if (left >= 0) findSeed(units, grams, pattern, seed, { from, to, places });
    // Of a piece all places count, or none: some of them would speak for themselves alone.
    if (left < 0 || count + places.length > mostHits || (count > 0 && places.length > mostPlaces)) break;
    const piece = pieceOf(seed);
    for (const place of places) found[count++] = (place - seed.from) * pieceLimit + piece;
    read++;
  }
  const unread = read === seeds.length ? 0 : new Set(seeds.slice(read).map(pieceOf)).size;
  found.subarray(0, count).sort();
  const diagonals = new Int32Array(count);
  const pieces = new Uint16Array(count);
  for (let i = 0; i < count; i++) {
    diagonals[i] = Math.floor(found[i] / pieceLimit);
    pieces[i] = found[i] - diagonals[i] * pieceLimit;
  }
  return { diagonals, pieces, unread };
}
