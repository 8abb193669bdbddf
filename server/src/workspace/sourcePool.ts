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
  const lastSeen = new Map<string, LoadedSource>();

  return {
    put(note, sources) {
      let changed = false;
      for (const uri of notes.set(note, new Set(sources.map(({ uri }) => uri)))) {
        changed = true;
        if (!notes.has(uri)) lastSeen.delete(uri);
      }
      for (const source of sources) {
        if (lastSeen.get(source.uri) === source) continue;
        lastSeen.set(source.uri, source);
        changed = true;
      }
      return changed;
    },
    othersOf(note) {
      const uris = [...notes.keys()].filter((uri) => uri !== note).sort();
      const isOwn = (uri: string) => notes.notesOf(uri).has(note);
      return [...uris.filter(isOwn), ...uris.filter((uri) => !isOwn(uri))];
    },
    citedBy: (uri) => notes.notesOf(uri).values().next().value ?? null,
  };
}
