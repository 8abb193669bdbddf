import { buildGramIndex, buildGramIndexFor, type GramIndex, type GramWidth, longestGathered } from "./gramIndex.ts";

/**
 * The gram index of a skeleton, built where it pays: to look for one pattern a pass through the skeleton for its grams
 * alone costs a tenth.
 */
export interface GramLookup {
  /** An index that has all grams of the pattern. */
  of(pattern: Uint16Array): GramIndex;
  /** The index of all grams, or null as long as it does not pay. */
  readonly whole: GramIndex | null;
  /** Builds the index of all grams now. */
  build(): GramIndex;
  /** Says that so many units were read because there was no index. */
  addWork(units: number): void;
}

/** The index is built where the skeleton was read so many times without it, which costs about as much. */
const passesWorthIndex = 16;
/** A pattern that is no shorter than so much of the skeleton has most of its grams. */
const longShare = 8;

/** `unitsOf` is asked when units are needed first, and `onBuilt` told of the index of all grams. */
export function createGramLookup(unitsOf: () => Uint16Array, onBuilt: (index: GramIndex) => void): GramLookup {
  let whole: GramIndex | null = null;
  let work = 0;
  const lookup: GramLookup = {
    of(pattern) {
      const units = unitsOf();
      const isLong = pattern.length * longShare > units.length || pattern.length > longestGathered;
      if (isLong || lookup.whole !== null) return lookup.build();
      work += units.length;
      return buildGramIndexFor(units, gramWidth(units), pattern);
    },
    get whole() {
      return whole === null && work > 0 && work >= passesWorthIndex * unitsOf().length ? lookup.build() : whole;
    },
    build() {
      if (whole === null) {
        const units = unitsOf();
        whole = buildGramIndex(units, gramWidth(units));
        onBuilt(whole);
      }
      return whole;
    },
    addWork(units) {
      work += units;
    },
  };
  return lookup;
}

/** Scripts without spaces say in two characters what others say in five. */
function gramWidth(units: Uint16Array): GramWidth {
  const sample = Math.min(units.length, 4096);
  let dense = 0;
  for (let i = 0; i < sample; i++) if (units[i] >= 0x2e80) dense++;
  return dense * 2 > sample ? 2 : 4;
}
