import type { WorkspaceState } from "./state.ts";

/** Marks the notes whose findings depend on a file, or on which files of a name there are. */
export function markDependents({ dependencies, table }: WorkspaceState, key: string): void {
  for (const note of dependencies.notesOf(key)) table.mark(note, "sources");
}

/** The same of those that are open alone; the others are marked once nobody types in the document any more. */
export function markOpenDependents(state: WorkspaceState, uri: string): void {
  const { documents, dependencies, table, typedIn } = state;
  for (const note of documents.keys()) if (dependencies.keysOf(note).has(uri)) table.mark(note, "sources");
  typedIn.add(uri);
}

/** Marks the notes that wait for a person to pause. */
export function markRested(state: WorkspaceState): void {
  for (const uri of state.typedIn) markDependents(state, uri);
  state.typedIn.clear();
}

/** Marks what is a note, or was one. */
export function markNote({ table, inventory }: WorkspaceState, uri: string): void {
  if (table.entries.has(uri) || inventory.isNote(uri)) table.mark(uri, "text");
}

/** Tells that there is something to do, where there is. */
export function announceMarks({ table, typedIn, inventory, scan, markListeners }: WorkspaceState): void {
  if (table.marked.size === 0 && typedIn.size === 0 && !inventory.hasChanges && !scan.isNeeded) return;
  for (const listener of markListeners) listener();
}
