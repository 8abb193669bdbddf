import type { CursorPlace } from "../../note/cursor/cursorPlace.ts";
import type { Note } from "../../note/note.ts";
import type { CheckedNote } from "../checkedNote.ts";
import type { Inventory } from "../inventory.ts";
import { loadCitations } from "../loadCitations.ts";
import type { Settings } from "../settings.ts";
import type { SourcedCitation } from "../sourcedCitation.ts";
import type { LoadedSource, SourceStore } from "../sources.ts";
import { reachOf } from "../target.ts";

/** What suggestions for one place of one note are made from. */
export interface SuggestContext {
  readonly noteUri: string;
  readonly text: string;
  readonly cursor: number;
  readonly place: CursorPlace;
  /** What the note's last check found: of an older text perhaps. Null where it was not checked yet. */
  readonly checked: CheckedNote | null;
  readonly roots: readonly string[];
  readonly settings: Settings;
  readonly inventory: Inventory;
  readonly store: SourceStore;
  /** Whether some note cites the file. */
  readonly isCited: (uri: string) => boolean;
  readonly isCancelled: () => boolean;
}

/** The citations of a note, or of a part of it, with their sources; null for links that are none. */
export async function sourcedCitations(
  context: SuggestContext,
  note: Note,
): Promise<readonly (SourcedCitation | null)[]> {
  const { noteUri, roots, settings, inventory, store } = context;
  const loaded = await loadCitations({
    noteUri,
    note,
    roots,
    sourceRoots: settings.sourceRoots,
    inventory,
    store,
    depend: () => {},
    isOvertaken: () => false,
  });
  return loaded?.citations ?? [];
}

/** Null where the file cannot be quoted from. */
export async function loadSource(context: SuggestContext, uri: string): Promise<LoadedSource | null> {
  const { folders } = reachOf(context.noteUri, context.roots, context.settings.sourceRoots);
  const state = context.store.loaded(uri) ?? (await context.store.load(uri, folders));
  return state.problem === undefined ? state : null;
}

/** The sources that the note cites, the one cited nearest to the cursor first. */
export function citedSources({ checked, cursor, text }: SuggestContext): string[] {
  if (checked === null) return [];
  // Behind the cursor the text that was checked may be longer or shorter by now.
  const shift = text.length - checked.text.length;
  const distance = (start: number) => Math.abs((start > cursor ? start + shift : start) - cursor);
  const cited = checked.citations
    .flatMap(({ sourceUri, citation }) =>
      sourceUri === null ? [] : { uri: sourceUri, away: distance(citation.span.start) },
    )
    .sort((a, b) => a.away - b.away);
  return [...new Set(cited.map(({ uri }) => uri))];
}
