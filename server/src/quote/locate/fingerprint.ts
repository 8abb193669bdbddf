/**
 * Tells of most texts that they do not stand in a source, without the source: a Bloom filter (Bloom, CACM 13, 1970) of all
 * grams of its skeleton, two bits a letter at most. Half of the bits are set: each gram of a stranger rules out half of
 * the sources.
 */
export interface Fingerprint {
  /** A power of two of them. */
  readonly bits: Uint32Array;
}

/** Shorter ones are in every long source. */
const gramLength = 8;
/** Of several sources together, one gram in so many is kept: the same ones of every text. */
const keptShare = 4;
/** `multiplier` to the power of `gramLength`: what a unit has become when it leaves the gram. */
const multiplier = 0x01000193;
const leaving = Array.from({ length: gramLength }).reduce<number>((power) => Math.imul(power, multiplier), 1);

/** The fingerprint of a source with these units. Linear. */
export function takeFingerprint(units: Uint16Array): Fingerprint {
  let size = 2;
  while (size * 32 < units.length) size *= 2;
  const bits = new Uint32Array(size);
  const mask = size * 32 - 1;
  let sum = 0;
  for (let i = 0; i < units.length; i++) {
    sum = rolled(sum, units, i);
    if (i < gramLength - 1) continue;
    const bit = hashOf(sum) & mask;
    bits[bit >>> 5] |= 1 << (bit & 31);
  }
  return { bits };
}

/** An empty one for sources of so many units together, which are added with {@link addToGroup}; with more it tells less. */
export function newGroupFingerprint(units: number): Fingerprint {
  let size = 2;
  while (size * 32 * keptShare < units) size *= 2;
  return { bits: new Uint32Array(size) };
}

/** Linear in the skeleton. */
export function addToGroup({ bits }: Fingerprint, units: Uint16Array): void {
  const mask = bits.length * 32 - 1;
  let sum = 0;
  for (let i = 0; i < units.length; i++) {
    sum = rolled(sum, units, i);
    if (i < gramLength - 1) continue;
    const hash = hashOf(sum);
    if (!isKept(hash)) continue;
    const bit = hash & mask;
    bits[bit >>> 5] |= 1 << (bit & 31);
  }
}

/** The grams by which a pattern is known, as hashes. None where it is short: it may then stand anywhere. */
export function gramsOf(pattern: Uint16Array): Int32Array {
  const grams = new Int32Array(Math.max(0, pattern.length - gramLength + 1));
  let sum = 0;
  for (let i = 0; i < pattern.length; i++) {
    sum = rolled(sum, pattern, i);
    if (i >= gramLength - 1) grams[i - gramLength + 1] = hashOf(sum);
  }
  return grams;
}

/** Those of the grams by which a group of sources is asked. */
export function keptGrams(grams: Int32Array): Int32Array {
  return grams.filter(isKept);
}

/** Whether a text with these grams may stand in what was added. May say yes where it does not, but never no where it does. */
export function mayHold({ bits }: Fingerprint, grams: Int32Array): boolean {
  const mask = bits.length * 32 - 1;
  for (let i = 0; i < grams.length; i++) {
    const bit = grams[i] & mask;
    if ((bits[bit >>> 5] & (1 << (bit & 31))) === 0) return false;
  }
  return true;
}

/** The sum of the gram that ends at `i`, by that of the one before: Karp and Rabin's (IBM J. Res. Dev. 31, 1987). */
function rolled(sum: number, units: Uint16Array, i: number): number {
  const next = Math.imul(sum, multiplier) + units[i];
  return (i < gramLength ? next : next - Math.imul(units[i - gramLength], leaving)) | 0;
}

/** The sum with its bits mixed. */
function hashOf(sum: number): number {
  const hash = Math.imul(sum ^ (sum >>> 15), 0x85ebca6b);
  return hash ^ (hash >>> 15);
}

/** By the highest bits: the lowest say where in a fingerprint. */
function isKept(hash: number): boolean {
  return hash >>> 0 < 2 ** 32 / keptShare;
}
