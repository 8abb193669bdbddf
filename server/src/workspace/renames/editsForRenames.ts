import { isFoundByName } from "../fileNames.ts";
import type { NoteEdit } from "../noteEdit.ts";
import { readNoteFile } from "../readNote.ts";
import type { WorkspaceState } from "../state/state.ts";
import type { RenameEditsOptions } from "../workspace.ts";
import { linkedNotes } from "./linkedNotes.ts";
import { renameEdits } from "./renameEdits.ts";
import type { Renaming } from "./renaming.ts";

/** What has to be written in all notes before the renames, for their text as it is now; null where it was cancelled. */
export async function editsForRenames(
  state: WorkspaceState,
  renaming: Renaming,
  { cancellation, editorKeeps = { movedNotes: false, movedFolders: false } }: RenameEditsOptions,
): Promise<readonly NoteEdit[] | null> {
  const notes = await linkedNotes(state, renaming, cancellation);
  if (notes === null) return null;
  const { roots, store } = state;
  const edits = await renameEdits(notes, {
    renaming,
    roots,
    realUri: store.realUri,
    filesNamed: (names) => state.inventory.filesNamed(names),
    isFoundByName: (uri) => isFoundByName(uri, roots),
    editorKeeps,
    cancellation,
  });
  if (cancellation?.isCancellationRequested) return null;
  return (await markOutdated(state, edits)) ? editsForRenames(state, renaming, { cancellation, editorKeeps }) : edits;
}

/** Marks notes on disk that have changed without a word, and whose edits would go astray. Whether there are any. */
async function markOutdated(state: WorkspaceState, edits: readonly NoteEdit[]): Promise<boolean> {
  const { documents, fileSystem, table } = state;
  let isAny = false;
  for (const { uri, text } of edits) {
    if (documents.has(uri)) continue;
    const file = await readNoteFile(fileSystem, uri).catch(() => null);
    if (file?.text === text) continue;
    isAny = true;
    state.inventory.noteChange({ uri, type: "created" });
    table.mark(uri, "text");
  }
  return isAny;
}
