/**
 * Tells of most texts that they stand in none of some sources, without the sources: a Bloom filter (Bloom, CACM 13, 1970)
 * of grams of their skeletons. Of all grams only those are in it whose hash says so, the same ones in every text. A quarter
 * of a byte a letter, or less.
 */
export interface Fingerprint {
  /** A power of two of them. */
  readonly bits: Uint32Array;
}

/** Shorter ones are in every long source. */
const gramLength = 10;
/** One gram in so many is kept. */
const keptShare = 4;
/** `multiplier` to the power of `gramLength`: what a unit has become when it leaves the gram. */
const multiplier = 0x01000193;
const leaving = Array.from({ length: gramLength }).reduce<number>((power) => Math.imul(power, multiplier), 1);

/** One for texts of so many units together; with more it tells less. */
export function newFingerprint(units: number): Fingerprint {
  let size = 2;
  while (size * 32 < units) size *= 2;
  return { bits: new Uint32Array(size) };
}

/** Linear in the skeleton. */
export function addToFingerprint({ bits }: Fingerprint, units: Uint16Array): void {
  const mask = bits.length * 32 - 1;
  forEachKept(units, (hash) => {
    const bit = hash & mask;
    bits[bit >>> 5] |= 1 << (bit & 31);
  });
}

/** The grams by which a pattern is known. None where it is short: it may then stand anywhere. */
export function gramsOf(pattern: Uint16Array): number[] {
  const grams: number[] = [];
  forEachKept(pattern, (hash) => grams.push(hash));
  return grams;
}

/** Whether a text with these grams may stand in what was added. May say yes where it does not, but never no where it does. */
export function mayHold({ bits }: Fingerprint, grams: readonly number[]): boolean {
  const mask = bits.length * 32 - 1;
  for (const hash of grams) {
    const bit = hash & mask;
    if ((bits[bit >>> 5] & (1 << (bit & 31))) === 0) return false;
  }
  return true;
}

/** The hash of each gram that is kept, by Karp and Rabin's rolling sum (IBM J. Res. Dev. 31, 1987). */
function forEachKept(units: Uint16Array, keep: (hash: number) => void): void {
  let sum = 0;
  for (let i = 0; i < units.length; i++) {
    sum = (Math.imul(sum, multiplier) + units[i]) | 0;
    if (i >= gramLength) sum = (sum - Math.imul(units[i - gramLength], leaving)) | 0;
    if (i < gramLength - 1) continue;
    let hash = Math.imul(sum ^ (sum >>> 15), 0x85ebca6b);
    hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
    hash ^= hash >>> 16;
    if (hash >>> 0 < 2 ** 32 / keptShare) keep(hash);
  }
}
