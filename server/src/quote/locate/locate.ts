import type { PreparedSource } from "../prepare.ts";
import { type Candidate, type LocateOptions, scan, verify, vote } from "./candidates.ts";
import type { GramIndex } from "./gramIndex.ts";
import { type MyersPattern, prepareMyers } from "./myers.ts";
import { cutIntoPieces, findPieces, loosen, mostHits } from "./pieces.ts";

/** Shorter ranges are searched as they are, without the index. */
const smallRange = 2000;
/** Of a short pattern's grams, so many entries of the index are read where none of its pieces led to it. */
const fewRead = 300;
/** With fewer pieces, two errors may leave one alone, and one is chance. */
const fewestPieces = 4;

/**
 * Where a pattern stands with errors, likeliest first. Partition into exact search: of a pattern that is cut into k + 1
 * pieces, one at least outlives k errors (Wu and Manber, "Fast text searching allowing errors", CACM 35, 1992; Navarro,
 * "A guided tour to approximate string matching", ACM Computing Surveys 33, 2001). The pieces are found by their rarest
 * grams. Around each, patterns of up to 32 units are verified by Myers' algorithm; of longer ones, pieces on
 * neighbouring diagonals (place in the source less place in the pattern) vote for each other.
 *
 * What is promised, for patterns of eight units or more: a place at which two units at most are inserted, dropped or
 * exchanged is found, unless `most` others have as few errors or, in longer patterns, as many pieces; in texts that
 * repeat themselves thousands of times, as long as a piece of the place is rarer. Where more differs, a place is found
 * that two pieces outlive, or of a long pattern one in seventeen.
 *
 * Time: that of reading the places of rare grams, a thousandth of the source's units or so; linear in the range for
 * patterns that are too short for pieces, or made of what is everywhere.
 */
export function locate(source: PreparedSource, pattern: Uint16Array, options: LocateOptions): Candidate[] {
  const { units } = source.skeleton;
  const range = options.to - options.from;
  if (pattern.length < 3 || range <= 0) return [];
  const grams = source.grams.of(pattern);
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
  const hits = isBlind
    ? null
    : findPieces(units, grams, pieces, { ...options, mostRead: pieces.cost, mostPlaces: mostHits });
  const found = hits?.unread === 0 ? verify(units, short, hits, most, options) : scan(units, short, most, options);
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
