import { homedir } from "node:os";
import { commands, FileSystemError, FileType, l10n, Uri, window, workspace } from "vscode";

const folderName = "verbatim-sample";
const firstNote = "start-here.md";

/**
 * Writes the sample notebook into a new folder of one that the person picks, and opens its first note. Returns the new
 * folder, or undefined where the person picked none. Rejects with words for a person where it cannot be written.
 * @param sample the notebook that comes with the extension
 * @param parent picked already
 */
export async function createSampleNotebook(sample: Uri, parent?: Uri): Promise<Uri | undefined> {
  const folder = parent ?? (await pickFolder());
  if (folder === undefined) return undefined;
  const notebook = await writeNotebook(sample, folder);
  await window.showTextDocument(Uri.joinPath(notebook, firstNote), { preview: false });
  void sayWhatIsNext(notebook);
  return notebook;
}

async function pickFolder(): Promise<Uri | undefined> {
  const picked = await window.showOpenDialog({
    title: l10n.t("Where should the sample notebook go?"),
    openLabel: l10n.t("Create Here"),
    defaultUri: workspace.workspaceFolders?.[0]?.uri ?? Uri.file(homedir()),
    canSelectFiles: false,
    canSelectFolders: true,
  });
  return picked?.[0];
}

async function writeNotebook(sample: Uri, folder: Uri): Promise<Uri> {
  try {
    const notebook = await freeName(folder);
    await copyFolder(sample, notebook);
    return notebook;
  } catch (error) {
    const where = workspace.asRelativePath(folder);
    if (isOfKind(error, FileSystemError.NoPermissions())) {
      throw new Error(l10n.t("Nothing may be written to {0}. Pick another folder for the sample notebook.", where));
    }
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(l10n.t("The sample notebook could not be written to {0}: {1}", where, reason));
  }
}

/** Nothing that is there is touched. */
async function freeName(folder: Uri): Promise<Uri> {
  for (let count = 1; ; count++) {
    const uri = Uri.joinPath(folder, count === 1 ? folderName : `${folderName}-${count}`);
    if (!(await exists(uri))) return uri;
  }
}

async function exists(uri: Uri): Promise<boolean> {
  try {
    await workspace.fs.stat(uri);
    return true;
  } catch (error) {
    if (isOfKind(error, FileSystemError.FileNotFound())) return false;
    throw error;
  }
}

function isOfKind(error: unknown, { code }: FileSystemError): boolean {
  return error instanceof FileSystemError && error.code === code;
}

/** File by file: a copy of the whole folder would be read-only wherever the installed extension is. */
async function copyFolder(from: Uri, to: Uri): Promise<void> {
  await workspace.fs.createDirectory(to);
  for (const [name, type] of await workspace.fs.readDirectory(from)) {
    const [source, target] = [Uri.joinPath(from, name), Uri.joinPath(to, name)];
    if (type === FileType.Directory) await copyFolder(source, target);
    else await workspace.fs.writeFile(target, await workspace.fs.readFile(source));
  }
}

async function sayWhatIsNext(notebook: Uri): Promise<void> {
  const where = workspace.asRelativePath(notebook);
  if (workspace.getWorkspaceFolder(notebook) !== undefined) {
    const check = l10n.t("Check All Notes");
    const message = l10n.t("The sample notebook is in {0}. Its first note is open: try it line by line.", where);
    if (await window.showInformationMessage(message, check)) await commands.executeCommand("verbatim.checkAllNotes");
    return;
  }
  const here = l10n.t("Open Folder");
  const elsewhere = l10n.t("Open in New Window");
  const message = l10n.t("The sample notebook is in {0}. Open that folder to have its notes checked.", where);
  const chosen = await window.showInformationMessage(message, here, elsewhere);
  if (chosen === undefined) return;
  const filesToOpen = [Uri.joinPath(notebook, firstNote)];
  await commands.executeCommand("vscode.openFolder", notebook, { forceNewWindow: chosen === elsewhere, filesToOpen });
}
