import {
  addToGroup,
  type Fingerprint,
  keptGrams,
  mayHold,
  newGroupFingerprint,
  takeFingerprint,
} from "./fingerprint.ts";

/**
 * Fingerprints of many sources, by their keys, and of groups of them: most groups are ruled out at one look, and of the
 * others most sources.
 */
export interface FingerprintIndex {
  /** Adds a source, or gives it another skeleton, and returns its fingerprint. Linear in the skeleton. */
  put(key: string, units: Uint16Array, known?: Fingerprint | null): Fingerprint;
  drop(key: string): void;
  fingerprint(key: string): Fingerprint | null;
  /** The keys of the sources that may hold all grams of one of the lists, in no order. */
  filter(alternatives: readonly Int32Array[]): string[];
}

interface Group {
  readonly sum: Fingerprint;
  readonly members: Set<string>;
  /** What was added to the sum, and is in it for good. */
  units: number;
}

/** A group is full with so many sources, or with the first that takes it past so many units. */
const mostMembers = 64;
const mostUnits = 1 << 19;

export function createFingerprintIndex(): FingerprintIndex {
  const fingerprints = new Map<string, { readonly own: Fingerprint; readonly group: Group }>();
  const groups = new Set<Group>();
  let open: Group | null = null;

  function openGroup(units: number): Group {
    if (open === null || open.members.size >= mostMembers || open.units + units > mostUnits) {
      open = { sum: newGroupFingerprint(Math.max(units, mostUnits)), members: new Set(), units: 0 };
      groups.add(open);
    }
    return open;
  }

  function drop(key: string): void {
    const known = fingerprints.get(key);
    if (known === undefined) return;
    const { group } = known;
    fingerprints.delete(key);
    group.members.delete(key);
    if (group.members.size > 0) return;
    groups.delete(group);
    if (group === open) open = null;
  }

  return {
    put(key, units, known = null) {
      drop(key);
      const group = openGroup(units.length);
      if (known !== null) addToGroup(group.sum, units);
      const own = known ?? takeFingerprint(units, group.sum);
      group.units += units.length;
      group.members.add(key);
      fingerprints.set(key, { own, group });
      return own;
    },
    drop,
    fingerprint: (key) => fingerprints.get(key)?.own ?? null,
    filter(alternatives) {
      const found = new Set<string>();
      for (const grams of alternatives) {
        const kept = keptGrams(grams);
        for (const { sum, members } of groups) {
          if (!mayHold(sum, kept)) continue;
          for (const key of members) if (mayHold(fingerprints.get(key)!.own, grams)) found.add(key);
        }
      }
      return [...found];
    },
  };
}
