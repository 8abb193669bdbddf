import type { Citation, Note } from "../note/note.ts";
import { linkTest, placeOf, type SourcePlace } from "./citedSources.ts";
import type { Inventory } from "./inventory.ts";
import type { Pause } from "./pause.ts";
import type { Relation } from "./relation.ts";
import { type SourcedCitation, sourcedCitation } from "./sourcedCitation.ts";
import type { SourceState, SourceStore } from "./sources.ts";
import { reachOf, type Target, targetOf } from "./target.ts";

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
  /** Awaited before a file that was read is dealt with. */
  readonly pause?: Pause;
}

/** The citations of a note, and what else was asked for them. */
export interface LoadedCitations {
  /** One for each citation of the note; null for links that are none. */
  readonly citations: readonly (SourcedCitation | null)[];
  /** The files that were looked at, whatever came of it. */
  readonly files: readonly string[];
  /** The files of each name that was asked for. */
  readonly names: readonly { readonly name: string; readonly uris: readonly string[] }[];
}

/** The key of what depends on which files of a name there are. */
export function nameKey(name: string): string {
  return `name:${name}`;
}

/**
 * The citations of a note with their sources. Loads what is not loaded yet, and awaits
 * nothing where all is. Null where it was overtaken.
 */
export async function loadCitations(options: LoadCitationsOptions): Promise<LoadedCitations | null> {
  const { noteUri, note, roots, inventory, store, dependencies, isOvertaken } = options;
  const reach = reachOf(noteUri, roots, options.sourceRoots);
  const { leads, leadOf } = leadsOf(note, (citation) => targetOf(citation, noteUri, reach));
  const names = [...new Set(leads.flatMap(({ target }) => (target.kind === "name" ? spellingsOf(target.name) : [])))];
  const keys = new Set(names.map(nameKey));
  dependencies.set(noteUri, new Set(keys));
  const filesNamed = names.length === 0 ? () => [] : await inventory.filesNamed(names);
  if (isOvertaken()) return null;

  const named = (name: string) => [...new Set(spellingsOf(name).flatMap(filesNamed))];
  const places = new Map(leads.map((lead) => [lead, placeOf(lead.target, { roots, named })]));
  const states = new Map<string, SourceState>();
  const load = async (uris: Iterable<string>): Promise<void> => {
    const loading: Promise<unknown>[] = [];
    for (const uri of uris) {
      keys.add(uri);
      const state = store.loaded(uri);
      if (state !== null) states.set(uri, state);
      else loading.push(store.load(uri, reach.folders, options.pause).then((loaded) => states.set(uri, loaded)));
    }
    dependencies.set(noteUri, new Set(keys));
    if (loading.length > 0) await Promise.all(loading);
  };
  await load(new Set(Array.from(places.values(), (place) => (place.kind === "file" ? [place.uri] : [])).flat()));
  if (isOvertaken()) return null;
  const respelled = new Map<Lead, readonly string[]>();
  for (const [lead, place] of places) {
    if (place.kind === "file" && states.get(place.uri)?.problem === "source-not-found") {
      respelled.set(lead, respellings(lead.citation, place.uri));
    }
  }
  const others = [...respelled.values()].flat();
  if (others.length > 0) {
    await load(new Set(others));
    if (isOvertaken()) return null;
  }
  for (const [uri, { problem }] of states) if (problem === "source-not-found") inventory.noteMissing(uri);
  const realUris = [...states.keys()].flatMap((uri) => store.realUri(uri) ?? []);
  if (realUris.length > 0) dependencies.set(noteUri, new Set([...keys, ...realUris]));

  const sources = new Map(Array.from(places, ([lead, place]) => [lead, sourceAt(lead, place)]));
  const citations = note.citations.map((citation, index) => {
    const lead = leadOf[index];
    if (lead === null) return null;
    const { uri, source } = sources.get(lead)!;
    return sourcedCitation({ index, citation, uri, source });
  });
  return { citations, files: [...states.keys()], names: names.map((name) => ({ name, uris: filesNamed(name) })) };

  function sourceAt(lead: Lead, place: SourcePlace): { readonly uri: string | null; readonly source: SourceState } {
    if (place.kind === "problem") return { uri: null, source: place.problem };
    const other = respelled.get(lead)?.find((each) => states.get(each)?.problem !== "source-not-found");
    const uri = other ?? place.uri;
    return { uri, source: states.get(uri)! };
  }

  /** Where the citation leads if the letters of its path are put together otherwise. */
  function respellings(citation: Citation, uri: string): string[] {
    return spellingsOf(citation.path).flatMap((path) => {
      const target = targetOf({ ...citation, path }, noteUri, reach);
      return target.kind === "file" && target.uri !== uri ? target.uri : [];
    });
  }
}

/** Where all citations of one path lead. */
interface Lead {
  readonly target: Target;
  /** One of them. */
  readonly citation: Citation;
}

/** A note cites few sources, however often. `leadOf` has one for each citation, null for what is nothing but a link. */
function leadsOf(note: Note, targetOf: (citation: Citation) => Target) {
  const known = { link: new Map<string, Lead>(), wikilink: new Map<string, Lead>() };
  const leads: Lead[] = [];
  const isLink = linkTest(note);
  const leadOf = note.citations.map((citation, index) => {
    if (isLink(citation, index)) return null;
    const byPath = citation.form === "wikilink" ? known.wikilink : known.link;
    const found = byPath.get(citation.path);
    if (found !== undefined) return found;
    const lead = { target: targetOf(citation), citation };
    byPath.set(citation.path, lead);
    leads.push(lead);
    return lead;
  });
  return { leads, leadOf };
}

/** A name in the Unicode forms that file systems keep names in: what looks the same may be another file to them. */
export function spellingsOf(name: string): string[] {
  return [...new Set([name, name.normalize("NFC"), name.normalize("NFD")])];
}
