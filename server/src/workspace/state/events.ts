import type { PiecedText } from "../../source/piecedText.ts";
import { createMemo } from "../memo.ts";
import { innermostFolder, isBelowAny } from "../uri.ts";
import type { FileChange, Workspace } from "../workspace.ts";
import { announceMarks, markDependents, markNote, markOpenDependents, markRested } from "./marks.ts";
import { newInventory, type WorkspaceState } from "./state.ts";

/** A document was opened or changed, or closed (null). Events only mark what they can touch. */
export function setDocument(
  state: WorkspaceState,
  uri: string,
  document: { readonly version: number; readonly text: PiecedText } | null,
): void {
  const { documents, memos, store } = state;
  const wasOpen = documents.delete(uri);
  if (document === null) memos.delete(uri);
  else {
    documents.set(uri, document);
    if (!memos.has(uri)) memos.set(uri, createMemo());
  }
  const known = store.loaded(uri);
  if (
    document === null ||
    known === null ||
    known.problem !== undefined ||
    known.source.text !== document.text.whole()
  ) {
    store.forget(uri);
    if (wasOpen && document !== null) markOpenDependents(state, uri);
    else markDependents(state, uri);
  }
  markNote(state, uri);
  announceMarks(state);
}

/** Nobody types any more. */
export function rested(state: WorkspaceState): void {
  if (state.typedIn.size === 0) return;
  markRested(state);
  announceMarks(state);
}

/** Files came, went or have another content. */
export function filesChanged(state: WorkspaceState, changes: readonly FileChange[]): void {
  const { inventory, documents, store, sourceFolders, dependencies, table } = state;
  const folders = new Set<string>();
  for (const { uri, type } of changes) {
    inventory.noteChange({ uri, type });
    if (type !== "changed") folders.add(uri);
    if (documents.has(uri)) continue;
    store.forget(uri);
    markDependents(state, uri);
    markNote(state, uri);
  }
  if (folders.size > 0) {
    sourceFolders.forget();
    store.forgetBelow(folders);
    for (const key of dependencies.keys()) if (isBelowAny(key, folders)) markDependents(state, key);
    for (const uri of table.entries.keys()) if (isBelowAny(uri, folders)) table.mark(uri, "text");
  }
  announceMarks(state);
}

/** What may be better by now, and nobody tells of. */
export function lookAgain(state: WorkspaceState, what: Parameters<Workspace["lookAgain"]>[0]): void {
  const { unread, table } = state;
  const again = [...unread];
  unread.clear();
  state.sourceFolders.forget();
  if (what === "everything") {
    renewInventory(state);
    state.store.outdateAll();
    for (const uri of table.entries.keys()) table.mark(uri, "text");
  }
  for (const uri of again) {
    state.inventory.noteChange({ uri, type: "created" });
    markDependents(state, uri);
    markNote(state, uri);
  }
  announceMarks(state);
}

/** Other folders are the workspace's. */
export function setRoots(state: WorkspaceState, roots: readonly string[]): void {
  state.roots = roots;
  // Of what stands outside nobody tells how it changes, and it may be inside again before it was looked at.
  for (const uri of state.table.entries.keys()) {
    if (innermostFolder(roots, uri) === null) state.table.mark(uri, "text");
  }
  rebuild(state);
}

/** Starts over with which notes and sources there are, but not with what was parsed: roots or settings have changed. */
export function rebuild(state: WorkspaceState): void {
  const { table, documents, roots, settings } = state;
  renewInventory(state);
  state.keptChecks = state.newKeptChecks(roots, settings);
  state.store.forgetAll();
  state.sourceFolders.forget();
  for (const uri of table.entries.keys()) table.mark(uri, "sources");
  for (const uri of documents.keys()) {
    if (!table.entries.has(uri) && state.inventory.isNote(uri)) table.mark(uri, "text");
  }
  announceMarks(state);
}

/** Other notes count from now on for what sources there are. */
export function lookBeside(state: WorkspaceState, uris: readonly string[]): void {
  state.beside = uris;
  renewInventory(state);
  announceMarks(state);
}

function renewInventory(state: WorkspaceState): void {
  state.inventory = newInventory(state);
  state.scan.isNeeded = state.scan.wasMade;
}
