/**
 * Tells of most texts that they do not stand in a source, without the source: a Bloom filter (Bloom, CACM 13, 1970) of all
 * grams of its skeleton, two bits a letter at most. About half of the bits are set: each gram of a stranger rules out half
 * of the sources.
 */
export interface Fingerprint {
  /** A power of two of them. */
  readonly bits: Uint32Array;
}

/** Shorter ones are in every long source. */
const gramLength = 8;
/** Of several sources together one gram in so many is kept, the same ones of every text: see {@link isKept}. */
const keptShare = 4;
const multiplier = 0x01000193;
/** `multiplier` to the power of `gramLength - 1`: what the first unit of a gram has become in its sum. */
const leaving = Array.from({ length: gramLength - 1 }).reduce<number>((power) => Math.imul(power, multiplier), 1);

/** An empty one for the grams that are kept of sources of so many units together; with more it tells less. */
export function newGroupFingerprint(units: number): Fingerprint {
  return emptyFingerprint(units / keptShare);
}

/** The fingerprint of a source with these units. What is kept of it is added to that of a group. Linear. */
export function takeFingerprint(units: Uint16Array, group: Fingerprint = nobody()): Fingerprint {
  const own = emptyFingerprint(units.length);
  addGrams(units, own, group);
  return own;
}

/** Adds to the fingerprint of a group what is kept of a source. Linear in its units. */
export function addToGroup(group: Fingerprint, units: Uint16Array): void {
  addGrams(units, nobody(), group);
}

function emptyFingerprint(grams: number): Fingerprint {
  let size = 2;
  while (size * 32 < grams) size *= 2;
  return { bits: new Uint32Array(size) };
}

/** One to write to for nothing. */
function nobody(): Fingerprint {
  return emptyFingerprint(0);
}

/** Every gram to one, and those that are kept to another: by Karp and Rabin's rolling sum (IBM J. Res. Dev. 31, 1987). */
function addGrams(units: Uint16Array, { bits }: Fingerprint, { bits: keptBits }: Fingerprint): void {
  const mask = bits.length * 32 - 1;
  const keptMask = keptBits.length * 32 - 1;
  const first = Math.min(gramLength - 1, units.length);
  let sum = 0;
  for (let i = 0; i < first; i++) sum = (Math.imul(sum, multiplier) + units[i]) | 0;
  for (let i = first; i < units.length; i++) {
    sum = (Math.imul(sum, multiplier) + units[i]) | 0;
    const hash = hashOf(sum);
    const bit = hash & mask;
    bits[bit >>> 5] |= 1 << bit;
    const keptBit = hash & keptMask;
    keptBits[keptBit >>> 5] |= isKept(hash) << keptBit;
    sum = (sum - Math.imul(units[i - gramLength + 1], leaving)) | 0;
  }
}

/** The grams by which a pattern is known, as hashes. None where it is short: it may then stand anywhere. */
export function gramsOf(pattern: Uint16Array): Int32Array {
  const grams = new Int32Array(Math.max(0, pattern.length - gramLength + 1));
  for (let at = 0; at < grams.length; at++) {
    let sum = 0;
    for (let i = at; i < at + gramLength; i++) sum = (Math.imul(sum, multiplier) + pattern[i]) | 0;
    grams[at] = hashOf(sum);
  }
  return grams;
}

/** Those of the grams by which a group of sources is asked. */
export function keptGrams(grams: Int32Array): Int32Array {
  return grams.filter((gram) => isKept(gram) === 1);
}

/** Whether a text with these grams may stand in what was added. May say yes where it does not, but never no where it does. */
export function mayHold({ bits }: Fingerprint, grams: Int32Array): boolean {
  const mask = bits.length * 32 - 1;
  for (let i = 0; i < grams.length; i++) {
    const bit = grams[i] & mask;
    if ((bits[bit >>> 5] & (1 << bit)) === 0) return false;
  }
  return true;
}

/** The sum with its bits mixed. */
function hashOf(sum: number): number {
  const hash = Math.imul(sum ^ (sum >>> 15), 0x85ebca6b);
  return hash ^ (hash >>> 15);
}

/** 1 where it is, else 0: told by the highest bits, as the lowest say where in a fingerprint. */
function isKept(hash: number): number {
  return ((hash >>> 30) - 1) >>> 31;
}
