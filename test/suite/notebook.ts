import assert from "node:assert/strict";
import { rmSync, writeFileSync } from "node:fs";
import {
  commands,
  type Diagnostic,
  languages,
  type Position,
  Range,
  type TextDocument,
  Uri,
  WorkspaceEdit,
  window,
  workspace,
} from "vscode";

/** The copy of the sample notebook that is open as the workspace. */
export const folder = workspace.workspaceFolders?.[0]?.uri ?? assert.fail("no folder is open");

export function at(path: string): Uri {
  return Uri.joinPath(folder, path);
}

export async function show(path: string): Promise<TextDocument> {
  const document = await workspace.openTextDocument(at(path));
  await window.showTextDocument(document);
  return document;
}

/**
 * Writes a note to disk, under a name of its own, and opens it; {@link removeNotes} takes it away again. (VS Code keeps
 * the text of a closed document for a while, and gives it to whoever opens that name again.)
 */
export async function showNote(text: string): Promise<TextDocument> {
  const name = `note-${++notes}.md`;
  writeNote(name, text);
  return show(name);
}

/** Writes a note to disk that nobody opens; {@link removeNotes} takes it away again. */
export function writeNote(path: string, text: string): void {
  written.add(at(path).fsPath);
  writeFileSync(at(path).fsPath, text);
}

/** Whether {@link showNote} gave a note this name: VS Code may still have it open. */
export function isOfTests(name: string): boolean {
  return /^note-\d+\.md$/.test(name);
}

let notes = 0;
const written = new Set<string>();

/**
 * For `afterEach`: reverts and closes every editor, and deletes the notes that the test wrote. They are emptied first: VS
 * Code keeps a document open for minutes that a test has opened, and what it cites would count in the next tests.
 */
export async function removeNotes(): Promise<void> {
  for (const document of workspace.textDocuments) {
    if (!written.has(document.uri.fsPath)) continue;
    const edit = new WorkspaceEdit();
    edit.replace(document.uri, new Range(0, 0, document.lineCount, 0), "");
    await workspace.applyEdit(edit);
    await document.save();
  }
  for (const document of workspace.textDocuments) {
    if (!document.isDirty) continue;
    await window.showTextDocument(document);
    await commands.executeCommand("workbench.action.revertAndCloseActiveEditor");
  }
  await commands.executeCommand("workbench.action.closeAllEditors");
  for (const path of written) rmSync(path, { force: true });
  written.clear();
}

/** Where a text stands in a document; it must stand there once. */
export function positionOf(document: TextDocument, text: string): Position {
  const offset = document.getText().indexOf(text);
  assert.ok(offset >= 0, `"${text}" is not in ${document.uri.path}`);
  assert.equal(document.getText().indexOf(text, offset + 1), -1, `"${text}" is twice in ${document.uri.path}`);
  return document.positionAt(offset);
}

/** Verbatim's diagnostics of a document, in document order: the rule, and the very words that are underlined. */
export function findings(document: TextDocument): string[] {
  return verbatimDiagnostics(document.uri).map(
    (diagnostic) => `${diagnostic.code}: ${document.getText(diagnostic.range).replace(/\s+/g, " ")}`,
  );
}

export function verbatimDiagnostics(uri: Uri): Diagnostic[] {
  return languages
    .getDiagnostics(uri)
    .filter(({ source }) => source === "Verbatim")
    .sort((a, b) => a.range.start.compareTo(b.range.start));
}
