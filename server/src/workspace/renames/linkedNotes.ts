import { prepare } from "../check/prepare.ts";
import { parallelReads } from "../check/refresh.ts";
import { work } from "../check/work.ts";
import { isFoundByName } from "../fileNames.ts";
import { createPause } from "../pause.ts";
import { readNoteFile } from "../readNote.ts";
import { catchUp, scan } from "../state/scan.ts";
import type { WorkspaceState } from "../state/state.ts";
import type { Cancellation } from "../workspace.ts";
import { symbolicLinkNames } from "./linkNames.ts";
import { createMentionTest } from "./mention.ts";
import { type LinkedNote, linkedNote } from "./renameEdits.ts";
import type { Renaming } from "./renaming.ts";

/**
 * All notes that renames could concern, read where they changed, but not judged; null where it was cancelled. Of a
 * note that was not read yet the text is looked at first: most of a large notebook has nothing to do with one file.
 */
export async function linkedNotes(
  state: WorkspaceState,
  renaming: Renaming,
  cancellation?: Cancellation,
): Promise<LinkedNote[] | null> {
  const { table, documents, fileSystem } = state;
  await (state.scan.running ?? scan(state, cancellation));
  if (!(await catchUp(state, cancellation))) return null;
  const notes: LinkedNote[] = [];
  const waiting = [...table.entries.values()].values();
  const pause = createPause();
  const mayConcern = await mentionTest(state, renaming);
  const worker = async () => {
    for (const entry of waiting) {
      const { uri, mark, ready, parsed } = entry;
      const isNew = mark !== null && ready === null && parsed === null && !documents.has(uri);
      if (isNew && renaming.after(uri) === uri) {
        const file = await readNoteFile(fileSystem, uri).catch(() => null);
        await pause();
        if (file !== null && !mayConcern(file.text)) continue;
      }
      while (entry.mark !== null && entry.ready === null && !cancellation?.isCancellationRequested) {
        await work(state, entry, prepare);
      }
      const note = linkedNote(entry);
      if (note !== null) notes.push(note);
      await pause();
    }
  };
  await Promise.all(Array.from({ length: parallelReads }, worker));
  return cancellation?.isCancellationRequested ? null : notes.sort((a, b) => (a.uri < b.uri ? -1 : 1));
}

/** Of what lies outside of the workspace nobody knows whether a symbolic link leads from there. */
async function mentionTest(state: WorkspaceState, { renames }: Renaming): Promise<(text: string) => boolean> {
  const { roots, settings, fileSystem } = state;
  if (settings.sourceRoots.length > 0) return () => true;
  const linkNames = await symbolicLinkNames(fileSystem, roots);
  return createMentionTest({ renames, linkNames, isFoundByName: (uri) => isFoundByName(uri, roots) });
}
