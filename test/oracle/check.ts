import type { CheckedNote } from "../../server/src/workspace/checkedNote.ts";
import { createWorkspace } from "../../server/src/workspace/createWorkspace.ts";
import { defaultSettings } from "../../server/src/workspace/settings.ts";
import { createMemoryFileSystem } from "../unit/workspace/memoryFileSystem.ts";
import type { CaseNote } from "./case.ts";
import type { Shelf } from "./shelf.ts";

/** Checks many notes in one workspace, as the editor and the command line do. Returns them in the order of the notes. */
export async function checkNotes(shelf: Shelf, notes: readonly CaseNote[]): Promise<CheckedNote[]> {
  const pathOf = (index: number) => `/wiki/notes/${String(index).padStart(6, "0")}.md`;
  const fileSystem = createMemoryFileSystem({
    ...Object.fromEntries(shelf.sources.map(({ path, laid }) => [`/wiki/${path}`, laid.text])),
    ...Object.fromEntries(notes.map(({ text }, index) => [pathOf(index), text])),
    // Cites every source, so that words of one are found there when they are given as another's.
    "/wiki/sources.md": shelf.sources.map(({ path }) => `[source](<${path}#L1>)`).join("\n\n"),
  });
  const workspace = createWorkspace({
    fileSystem,
    roots: ["file:///wiki"],
    settings: defaultSettings,
    onError: (_, error) => {
      throw error;
    },
  });
  await workspace.scan();
  await workspace.refresh();
  const checked = new Map(workspace.notes().map((note) => [note.uri, note]));
  return notes.map((_, index) => {
    const found = checked.get(`file://${pathOf(index)}`);
    if (found === undefined) throw new Error(`${pathOf(index)} was not checked`);
    return found;
  });
}
