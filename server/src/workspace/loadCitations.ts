import type { Note } from "../note/note.ts";
import { placeOf, targetsOf } from "./citedSources.ts";
import type { Inventory } from "./inventory.ts";
import type { Relation } from "./relation.ts";
import { type SourcedCitation, sourcedCitation } from "./sourcedCitation.ts";
import type { SourceState, SourceStore } from "./sources.ts";
import { reachOf } from "./target.ts";

export interface LoadCitationsOptions {
  readonly noteUri: string;
  readonly note: Note;
  readonly roots: readonly string[];
  readonly sourceRoots: readonly string[];
  readonly inventory: Inventory;
  readonly store: SourceStore;
  /** Given, before anything is awaited, the URIs of files and the {@link nameKey}s that the answer depends on. */
  readonly dependencies: Relation;
  /** Whether one of them changed in the meantime. */
  readonly isOvertaken: () => boolean;
}

/** The key of what depends on which files of a name there are. */
export function nameKey(name: string): string {
  return `name:${name}`;
}

/**
 * The citations of a note with their sources, null for links that are none. Loads what is not loaded yet, and awaits
 * nothing where all is. Null where it was overtaken.
 */
export async function loadCitations(options: LoadCitationsOptions): Promise<(SourcedCitation | null)[] | null> {
  const { noteUri, note, roots, inventory, store, dependencies, isOvertaken } = options;
  const reach = reachOf(noteUri, roots, options.sourceRoots);
  const targets = targetsOf(note, noteUri, reach);
  const names = [...new Set(targets.flatMap((target) => (target?.kind === "name" ? target.name : [])))];
  const nameKeys = names.map(nameKey);
  dependencies.set(noteUri, new Set(nameKeys));
  const named = names.length === 0 ? () => [] : await inventory.filesNamed(names);
  if (isOvertaken()) return null;

  const places = targets.map((target) => placeOf(target, { roots, named }));
  const uris = new Set(places.flatMap((place) => (place.kind === "file" ? place.uri : [])));
  dependencies.set(noteUri, new Set([...nameKeys, ...uris]));
  const states = new Map<string, SourceState>();
  const loading: Promise<unknown>[] = [];
  for (const uri of uris) {
    const state = store.loaded(uri);
    if (state !== null) states.set(uri, state);
    else loading.push(store.load(uri, reach.folders).then((loaded) => states.set(uri, loaded)));
  }
  if (loading.length > 0) await Promise.all(loading);
  if (isOvertaken()) return null;
  const realUris = [...uris].flatMap((uri) => store.realUri(uri) ?? []);
  if (realUris.length > 0) dependencies.set(noteUri, new Set([...nameKeys, ...uris, ...realUris]));

  return places.map((place, index) => {
    if (place.kind === "link") return null;
    const citation = note.citations[index];
    if (place.kind === "problem") return sourcedCitation({ index, citation, uri: null, source: place.problem });
    return sourcedCitation({ index, citation, uri: place.uri, source: states.get(place.uri)! });
  });
}
