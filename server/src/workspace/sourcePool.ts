import { createRelation } from "./relation.ts";
import type { LoadedSource } from "./sources.ts";

/** All sources that some note can quote from: where a quote is looked for that is not in its own. */
export interface SourcePool {
  /** Says what a note can quote from. Returns whether that added, dropped or changed a source of the pool. */
  put(note: string, sources: readonly LoadedSource[]): boolean;
  /** The URIs of all sources but the note itself, those that it cites first, each part in order. */
  othersOf(note: string): string[];
  /** A note that cites the source. */
  citedBy(uri: string): string | null;
}

export function createSourcePool(): SourcePool {
  const notes = createRelation();
  const lastSeen = new Map<string, number>();
  let sorted: readonly string[] | null = null;

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
    othersOf(note) {
      sorted ??= [...notes.keys()].sort();
      const own = notes.keysOf(note);
      const foreign = sorted.filter((uri) => uri !== note && !own.has(uri));
      return [...[...own].filter((uri) => uri !== note).sort(), ...foreign];
    },
    citedBy: (uri) => notes.notesOf(uri).values().next().value ?? null,
  };
}
