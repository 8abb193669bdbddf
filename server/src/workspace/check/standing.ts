import type { CheckedNote } from "../checkedNote.ts";
import type { NoteEntry } from "../noteTable.ts";
import type { LoadedPart } from "../parts/loadedPart.ts";
import type { LoadedSource } from "../sources.ts";
import type { WorkspaceState } from "../state/state.ts";

/** Makes what was found the note's findings, in place of those that it had; null for a note that has none any more. */
export function show(state: WorkspaceState, entry: NoteEntry, checked: CheckedNote | null): void {
  const { totals, noteList, backlinks, updateListeners } = state;
  if (entry.checked !== null) totals.remove(entry.checked);
  if (checked !== null) totals.add(checked);
  entry.checked = checked;
  noteList.put(entry.uri, checked);
  backlinks.put(entry.uri, checked);
  for (const listener of updateListeners) listener({ uri: entry.uri, checked });
}

/** Ends the work on what is no note any longer, or could not be checked: nothing is left standing. */
export function drop(state: WorkspaceState, entry: NoteEntry): void {
  const { uri, checked } = entry;
  state.table.remove(entry);
  state.dependencies.set(uri, new Set());
  state.unfound.set(uri, []);
  state.toLookAgain.delete(uri);
  putInPool(state, uri, []);
  if (checked !== null) show(state, entry, null);
}

/** Says what a note can quote from, and marks the notes with quotes that what came, went or changed may concern. */
export function putInPool(state: WorkspaceState, note: string, sources: readonly LoadedSource[]): void {
  markConcerned(state, note, state.pool.put(note, sources));
}

/** The same of a note in parts. */
export function putPartsInPool(state: WorkspaceState, note: string, parts: readonly LoadedPart[]): void {
  const lists = parts.map(({ own }) => own);
  markConcerned(state, note, state.pool.putLists(note, lists));
}

function markConcerned({ pool, unfound, toLookAgain, table }: WorkspaceState, by: string, changed: string[]): void {
  for (const uri of changed) {
    for (const note of unfound.touchedBy(uri, () => pool.fingerprint(uri))) {
      toLookAgain.add(note);
      if (note !== by) table.mark(note, "sources");
    }
  }
}
