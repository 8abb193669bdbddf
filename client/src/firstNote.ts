import { Disposable, type TextDocument, type WorkspaceFolder, workspace } from "vscode";
import { findNotes, noteGlobs } from "./noteGlobs.ts";

/**
 * Calls back once, as soon as there is a note: one that is open, one that is somewhere in the workspace, or the first
 * that is written. No file is read for it, and a search through the workspace ends with the first that is found.
 */
export function whenNoteExists(callback: () => void): Disposable {
  let watchers = Disposable.from();
  const found = () => {
    if (listeners === null) return;
    end();
    callback();
  };
  const end = () => {
    watchers.dispose();
    listeners?.dispose();
    listeners = null;
  };
  const search = oneAtATime(async () => {
    if (listeners !== null && (await someNote(workspace.workspaceFolders ?? []))) found();
  });
  const searchAnew = () => {
    watchers.dispose();
    watchers = Disposable.from(...(workspace.workspaceFolders ?? []).flatMap((folder) => watch(folder, search)));
    search();
  };
  let listeners: Disposable | null = Disposable.from(
    workspace.onDidOpenTextDocument((document) => isNote(document) && found()),
    workspace.onDidChangeWorkspaceFolders(searchAnew),
    workspace.onDidChangeConfiguration((change) => change.affectsConfiguration("verbatim") && searchAnew()),
  );
  if (workspace.textDocuments.some(isNote)) found();
  else searchAnew();
  return { dispose: end };
}

/** As far as can be told at once: the server knows better, but has to run for it. */
function isNote({ languageId, uri }: TextDocument): boolean {
  return languageId === "markdown" && ["file", "untitled"].includes(uri.scheme);
}

async function someNote(folders: readonly WorkspaceFolder[]): Promise<boolean> {
  for (const folder of folders) {
    try {
      if ((await findNotes(folder, 1)).length > 0) return true;
    } catch {
      // A glob that VS Code cannot read. What it means, if anything, the server will know.
      return true;
    }
  }
  return false;
}

function watch(folder: WorkspaceFolder, onCreated: () => void): Disposable[] {
  return noteGlobs(folder).flatMap((pattern) => {
    const watcher = workspace.createFileSystemWatcher(pattern, false, true, true);
    return [watcher, watcher.onDidCreate(onCreated)];
  });
}

/** The action, run once more after it has ended where it was asked for meanwhile, and never twice at a time. */
function oneAtATime(action: () => Promise<void>): () => void {
  let isRunning = false;
  let isWanted = false;
  return async () => {
    isWanted = true;
    if (isRunning) return;
    isRunning = true;
    while (isWanted) {
      isWanted = false;
      await action();
    }
    isRunning = false;
  };
}
