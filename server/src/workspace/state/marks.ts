import type { WorkspaceState } from "./state.ts";

/** Marks the notes whose findings depend on a file, or on which files of a name there are. */
export function markDependents({ dependencies, table }: WorkspaceState, key: string): void {
  for (const note of dependencies.notesOf(key)) table.mark(note, "sources");
}

/** Marks what is a note, or was one. */
export function markNote({ table, inventory }: WorkspaceState, uri: string): void {
  if (table.entries.has(uri) || inventory.isNote(uri)) table.mark(uri, "text");
}

/** Tells that there is something to do, where there is. */
export function announceMarks({ table, inventory, scan, markListeners }: WorkspaceState): void {
  if (table.marked.size === 0 && !inventory.hasChanges && !scan.isNeeded) return;
  for (const listener of markListeners) listener();
}
