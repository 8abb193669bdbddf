import { addToFingerprint, type Fingerprint, newFingerprint } from "./fingerprint.ts";

/**
 * Fingerprints of many sources, by their keys, and of groups of them: most groups are ruled out at one look, and of the
 * others most sources.
 */
export interface FingerprintIndex {
  /** Adds a source, or gives it another skeleton. Linear in that. */
  put(key: string, units: Uint16Array): void;
  drop(key: string): void;
  fingerprint(key: string): Fingerprint | null;
  /** The keys of the sources whose fingerprints pass, in no order. `passes` must not refuse a sum of fingerprints that it does not refuse one of. */
  filter(passes: (fingerprint: Fingerprint) => boolean): string[];
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
      open = { sum: newFingerprint(Math.max(units, mostUnits)), members: new Set(), units: 0 };
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
    put(key, units) {
      drop(key);
      const own = newFingerprint(units.length);
      addToFingerprint(own, units);
      const group = openGroup(units.length);
      addToFingerprint(group.sum, units);
      group.units += units.length;
      group.members.add(key);
      fingerprints.set(key, { own, group });
    },
    drop,
    fingerprint: (key) => fingerprints.get(key)?.own ?? null,
    filter(passes) {
      const found: string[] = [];
      for (const { sum, members } of groups) {
        if (!passes(sum)) continue;
        for (const key of members) if (passes(fingerprints.get(key)!.own)) found.push(key);
      }
      return found;
    },
  };
}
