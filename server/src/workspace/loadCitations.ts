import type { Citation, Note } from "../note/note.ts";
import { linkTest, placeOf, type SourcePlace } from "./citedSources.ts";
import type { Inventory } from "./inventory.ts";
import type { Pause } from "./pause.ts";
import { type SourcedCitation, sourcedCitation } from "./sourcedCitation.ts";
import type { SourceState, SourceStore } from "./sources.ts";
import { type Reach, reachOf, type Target, targetOf } from "./target.ts";

export interface LoadLeadsOptions {
  readonly noteUri: string;
  readonly roots: readonly string[];
  readonly sourceRoots: readonly string[];
  readonly inventory: Inventory;
  readonly store: SourceStore;
  /** Told, before anything is awaited, the URIs of files and the {@link nameKey}s that the answer depends on: all that are known. */
  readonly depend: (keys: ReadonlySet<string>) => void;
  /** Whether one of them changed in the meantime. */
  readonly isOvertaken: () => boolean;
  /** Awaited before a file that was read is dealt with. */
  readonly pause?: Pause;
}

export interface LoadCitationsOptions extends LoadLeadsOptions {
  readonly note: Note;
}

/** What was asked for the citations of a note. */
export interface LookedFor {
  /** The files that were looked at, whatever came of it. */
  readonly files: readonly string[];
  /** The files of each name that was asked for. */
  readonly names: readonly { readonly name: string; readonly uris: readonly string[] }[];
}

/** The citations of a note, and what else was asked for them. */
export interface LoadedCitations extends LookedFor {
  /** One for each citation of the note; null for links that are none. */
  readonly citations: readonly (SourcedCitation | null)[];
}

/** Where all citations of one path lead. */
export interface Lead {
  readonly target: Target;
  /** One of them. */
  readonly citation: Pick<Citation, "path" | "form">;
}

/** What a lead came to. */
export interface LeadSource {
  readonly uri: string | null;
  readonly source: SourceState;
  /** The URIs of files and the {@link nameKey}s that this depends on. */
  readonly keys: readonly string[];
}

export interface LoadedLeads extends LookedFor {
  /** In the order of the leads. */
  readonly sources: readonly LeadSource[];
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
  const { noteUri, note, roots, sourceRoots } = options;
  const { leads, leadOf } = leadsOf(note, noteUri, reachOf(noteUri, roots, sourceRoots));
  const loaded = await loadLeads(leads, options);
  if (loaded === null) return null;
  const { sources, files, names } = loaded;
  const citations = note.citations.map((citation, index) => {
    const lead = leadOf[index];
    if (lead === null) return null;
    const { uri, source } = sources[lead];
    return sourcedCitation({ index, citation, uri, source });
  });
  return { citations, files, names };
}

/** The same of where the citations of a note lead. */
export async function loadLeads(given: readonly Lead[], options: LoadLeadsOptions): Promise<LoadedLeads | null> {
  const { noteUri, roots, inventory, store, isOvertaken } = options;
  const reach = reachOf(noteUri, roots, options.sourceRoots);
  const leads = given.map(({ target, citation }): OpenLead => ({ target, citation, place: null }));
  const names = namesIn(given);
  let keys: ReadonlySet<string> = new Set(names.map(nameKey));
  let filesNamed: (name: string) => readonly string[] = () => none;
  if (names.length > 0) {
    options.depend(keys);
    filesNamed = await inventory.filesNamed(names);
    if (isOvertaken()) return null;
  }
  const named = (name: string) => [...new Set(spellingsOf(name).flatMap(filesNamed))];
  const wanted = new Set<string>();
  for (const lead of leads) {
    lead.place = placeOf(lead.target, { roots, named });
    if (lead.place.kind === "file") wanted.add(lead.place.uri);
  }

  const states = new Map<string, SourceState>();
  const depend = (more: Iterable<string>) => {
    keys = new Set([...keys, ...more]);
    options.depend(keys);
  };
  const realUrisOf = (uris: Iterable<string>) => [...uris].flatMap((uri) => store.realUri(uri) ?? []);
  const load = (uris: ReadonlySet<string>): Promise<unknown> | null => {
    // One that is at hand may change behind its symbolic link while others are loaded.
    depend([...uris, ...realUrisOf(uris)]);
    const loading: Promise<unknown>[] = [];
    for (const uri of uris) {
      const state = store.loaded(uri);
      if (state !== null) states.set(uri, state);
      else loading.push(store.load(uri, reach.folders, options.pause).then((loaded) => states.set(uri, loaded)));
    }
    return loading.length > 0 ? Promise.all(loading) : null;
  };
  const loading = load(wanted);
  if (loading !== null) {
    await loading;
    if (isOvertaken()) return null;
  }
  const respelled = respellings();
  if (respelled.size > 0) {
    await load(new Set([...respelled.values()].flat()));
    if (isOvertaken()) return null;
  }
  for (const [uri, { problem }] of states) if (problem === "source-not-found") inventory.noteMissing(uri);
  const realUris = realUrisOf(states.keys());
  if (realUris.length > 0) depend(realUris);

  const sources = leads.map(sourceAt);
  return { sources, files: [...states.keys()], names: names.map((name) => ({ name, uris: filesNamed(name) })) };

  function sourceAt(lead: OpenLead): LeadSource {
    const place = lead.place!;
    const named = lead.target.kind === "name" ? spellingsOf(lead.target.name).map(nameKey) : none;
    if (place.kind === "problem") return { uri: null, source: place.problem, keys: named };
    const others = respelled.get(lead) ?? none;
    const uri = others.find((each) => states.get(each)?.problem !== "source-not-found") ?? place.uri;
    const files = [place.uri, ...others];
    return {
      uri,
      source: states.get(uri)!,
      keys: [...named, ...files, ...realUrisOf(files)],
    };
  }

  /** Where citations of files that are not there lead if the letters of their paths are put together otherwise. */
  function respellings(): Map<OpenLead, readonly string[]> {
    const found = new Map<OpenLead, readonly string[]>();
    for (const lead of leads) {
      const { place, citation } = lead;
      if (place?.kind !== "file" || states.get(place.uri)?.problem !== "source-not-found") continue;
      const uris = spellingsOf(citation.path).flatMap((path) => {
        const target = targetOf({ ...citation, path }, noteUri, reach);
        return target.kind === "file" && target.uri !== place.uri ? target.uri : [];
      });
      if (uris.length > 0) found.set(lead, uris);
    }
    return found;
  }
}

const none: readonly never[] = [];

interface OpenLead extends Lead {
  /** Known once the files of a name are. */
  place: SourcePlace | null;
}

/** A note cites few sources, however often. `leadOf` has the index of one for each citation, null for what is nothing but a link. */
function leadsOf(note: Note, noteUri: string, reach: Reach) {
  const links = new Map<string, number>();
  const wikilinks = new Map<string, number>();
  const leads: Lead[] = [];
  const isLink = linkTest(note);
  const leadOf = note.citations.map((citation, index) => {
    if (isLink(citation, index)) return null;
    const byPath = citation.form === "wikilink" ? wikilinks : links;
    let lead = byPath.get(citation.path);
    if (lead === undefined) {
      lead = leads.push({ target: targetOf(citation, noteUri, reach), citation }) - 1;
      byPath.set(citation.path, lead);
    }
    return lead;
  });
  return { leads, leadOf };
}

/** Names that have to be looked for in all folders. */
function namesIn(leads: readonly Lead[]): readonly string[] {
  const names = new Set<string>();
  for (const { target } of leads) {
    if (target.kind === "name") for (const name of spellingsOf(target.name)) names.add(name);
  }
  return [...names];
}

/** A name in the Unicode forms that file systems keep names in: what looks the same may be another file to them. */
export function spellingsOf(name: string): string[] {
  return [...new Set([name, name.normalize("NFC"), name.normalize("NFD")])];
}
