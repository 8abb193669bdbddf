import type { Fingerprint } from "../quote/locate/fingerprint.ts";
import { createFingerprintIndex } from "../quote/locate/fingerprintIndex.ts";
import type { Trace } from "../quote/trace.ts";
import { createRelation } from "./relation.ts";
import type { LoadedSource } from "./sources.ts";
import { createUnion, type Union } from "./union.ts";

/** All sources that some note can quote from: where a quote is looked for that is not in its own. */
export interface SourcePool {
  /** Another number after every change. */
  readonly generation: number;
  /** Says what a note can quote from. Returns the URIs that came, went, or have another text. */
  put(note: string, sources: readonly LoadedSource[]): string[];
  /** The same of sources in lists, of which only those are looked at that it was not given last: {@link Union.update}. */
  putLists(note: string, lists: readonly QuotableList[]): string[];
  /** Null for what is not in the pool. */
  fingerprint(uri: string): Fingerprint | null;
  /** The URIs of the sources in which the quote may stand, in order. No text is looked at. */
  mayHold(trace: Trace): readonly string[];
  has(uri: string): boolean;
  /** The URIs of all sources, in no order. */
  uris(): Iterable<string>;
  /** The URIs of all sources but the note itself, those that it cites first, each part in order. */
  othersOf(note: string): string[];
  /** Whether another note cites the source too, or only another one. */
  isCitedByOthers(uri: string, note: string): boolean;
  /** A note that cites the source. */
  citedBy(uri: string): string | null;
  /** Takes the fingerprints of sources that have none yet, with pauses in between. */
  takeFingerprints(pause: () => Promise<void> | undefined): Promise<void>;
}

/** Sources with their URIs, in arrays that stay the same objects as long as they hold the same. */
export interface QuotableList {
  readonly quotable: readonly LoadedSource[];
  readonly uris: readonly string[];
}

export interface SourcePoolOptions {
  /** Whether what is read of a source for its fingerprint is kept with it: most sources of a notebook have a quote that asks for it. */
  readonly keepsSkeletons?: boolean;
}

export function createSourcePool({ keepsSkeletons = false }: SourcePoolOptions = {}): SourcePool {
  const notes = createRelation();
  /** The sources of notes that give them in lists. */
  const unions = new Map<string, Union<LoadedSource>>();
  const revisions = new Map<string, number>();
  const fingerprints = createFingerprintIndex();
  /** Sources whose fingerprint was not taken yet. */
  const waiting = new Map<string, LoadedSource>();
  let generation = 0;

  function takeFingerprint(uri: string): void {
    const source = waiting.get(uri);
    if (source === undefined) return;
    waiting.delete(uri);
    const prepared = source.prepared();
    const units = keepsSkeletons ? prepared.skeleton.units : prepared.lendUnits();
    prepared.traits.fingerprint = fingerprints.put(uri, units, prepared.traits.fingerprint);
  }

  function drop(uri: string): void {
    revisions.delete(uri);
    waiting.delete(uri);
    fingerprints.drop(uri);
  }

  /** `used`: URIs that came into use or went out of it. Returns those that the pool has another text of now, or none. */
  function changedBy(used: readonly string[], sources: readonly LoadedSource[]): string[] {
    const changed: string[] = [];
    for (const uri of used) {
      if (notes.has(uri)) continue;
      drop(uri);
      changed.push(uri);
    }
    for (const source of sources) {
      const { uri, revision } = source;
      if (revisions.get(uri) === revision) continue;
      revisions.set(uri, revision);
      waiting.set(uri, source);
      changed.push(uri);
    }
    if (changed.length > 0) generation++;
    return changed;
  }

  function isCitedByOthers(uri: string, note: string): boolean {
    const citing = notes.notesOf(uri);
    return citing.size > 1 || !citing.has(note);
  }

  return {
    get generation() {
      return generation;
    },
    put(note, sources) {
      unions.delete(note);
      return changedBy(notes.set(note, new Set(sources.map(({ uri }) => uri))), sources);
    },
    putLists(note, lists) {
      const union = unions.get(note) ?? createUnion();
      unions.set(note, union);
      const { came } = union.update(lists.map(({ quotable }) => quotable));
      const uris = lists.map((list) => list.uris);
      return changedBy(notes.setLists(note, uris), came);
    },
    fingerprint(uri) {
      takeFingerprint(uri);
      return fingerprints.fingerprint(uri);
    },
    mayHold(trace) {
      for (const uri of waiting.keys()) takeFingerprint(uri);
      return fingerprints.filter(trace).sort();
    },
    has: (uri) => revisions.has(uri),
    uris: () => revisions.keys(),
    isCitedByOthers,
    othersOf(note) {
      const own = [...notes.keysOf(note).keys()].filter((uri) => uri !== note);
      const foreign = [...notes.keys()].filter((uri) => uri !== note && isCitedByOthers(uri, note));
      const isForeign = (uri: string) => !notes.keysOf(note).has(uri);
      return [...own.sort(), ...foreign.filter(isForeign).sort()];
    },
    citedBy: (uri) => notes.notesOf(uri).values().next().value ?? null,
    async takeFingerprints(pause) {
      for (const [uri, source] of waiting) {
        await readAhead(source, pause);
        takeFingerprint(uri);
        await pause();
      }
    },
  };
}

/** In UTF-16 units. Shorter sources are read in a millisecond. */
const longSource = 1 << 16;

/** Reads a long source, with a pause after each step: to decode it and to fold it takes several milliseconds each. */
async function readAhead({ prepared }: LoadedSource, pause: () => Promise<void> | undefined): Promise<void> {
  const source = prepared();
  if (source.length < longSource) return;
  for (const read of [() => source.text, () => source.skeleton]) {
    read();
    await pause();
  }
}
