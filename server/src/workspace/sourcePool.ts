import { createRelation } from "./relation.ts";
import type { LoadedSource } from "./sources.ts";

/** All sources that some note can quote from: where a quote is looked for that is not in its own. */
export interface SourcePool {
  /** Says what a note can quote from. Returns whether that added, dropped or changed a source of the pool. */
  put(note: string, sources: readonly LoadedSource[]): boolean;
  /**
   * The URIs of all sources but the note itself, those that it cites first, each part in order. `own` is what it cites;
   * where given, in place of what {@link put} was told of it.
   */
  othersOf(note: string, own?: ReadonlySet<string>): string[];
  /** A note that cites the source. */
  citedBy(uri: string): string | null;
}

export function createSourcePool(): SourcePool {
  const notes = createRelation();
  const lastSeen = new Map<string, number>();
  let sorted: readonly string[] | null = null;

  function isCitedByOthers(uri: string, note: string): boolean {
    const citing = notes.notesOf(uri);
    return citing.size > 1 || !citing.has(note);
  }

  return {
    put(note, sources) {
      let changed = false;
      for (const uri of notes.set(note, new Set(sources.map(({ uri }) => uri)))) {
        changed = true;
        sorted = null;
        if (!notes.has(uri)) lastSeen.delete(uri);
      }
      for (const { uri, revision } of sources) {
        if (lastSeen.get(uri) === revision) continue;
        lastSeen.set(uri, revision);
        changed = true;
      }
      return changed;
    },
    othersOf(note, own = notes.keysOf(note)) {
      sorted ??= [...notes.keys()].sort();
      const foreign = sorted.filter((uri) => uri !== note && !own.has(uri) && isCitedByOthers(uri, note));
      return [...[...own].filter((uri) => uri !== note).sort(), ...foreign];
    },
    citedBy: (uri) => notes.notesOf(uri).values().next().value ?? null,
  };
}
