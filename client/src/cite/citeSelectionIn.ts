import {
  l10n,
  type QuickPickItem,
  QuickPickItemKind,
  Selection,
  TabInputText,
  type TextDocument,
  type TextEditor,
  Uri,
  ViewColumn,
  window,
  workspace,
} from "vscode";
import { findNotes } from "../noteGlobs.ts";
import type { Server } from "../server/server.ts";
import { askForCitation } from "./ask.ts";
import { askForSelection } from "./askForSelection.ts";
import { originOfSelection } from "./origin.ts";

/** No list of notes is longer: what is typed finds the rest. */
const mostNotes = 1000;

interface NoteItem extends QuickPickItem {
  readonly uri?: Uri;
}

/** Writes the selection into a note that is chosen from a list, at that note's cursor, and shows it there. */
export class CiteSelectionIn {
  readonly #server: Server;
  #last: string | null = null;

  constructor(server: Server) {
    this.#server = server;
  }

  /** Without a note the person is asked for one. */
  async run(note?: Uri): Promise<void> {
    const editor = window.activeTextEditor;
    if (editor === undefined) return askForSelection();
    const source = originOfSelection(editor);
    const uri = note ?? (await this.#choose(editor.document.uri));
    if (uri === undefined) return;
    const document = await workspace.openTextDocument(uri);
    const isOpen = openNotes().some((open) => open.toString() === uri.toString());
    const shown = await show(document, editor);
    // The cursor of a note that was not open says nothing of where somebody wants to write.
    const range = isOpen ? shown.selection : undefined;
    const preferred = workspace.getConfiguration("verbatim", document).get<string>("paste.default");
    const shape = preferred === "blockQuote" ? "blockQuote" : "quotation";
    const { text, problem } = await askForCitation(this.#server, { source, note: { document, range }, shape });
    if (text === null) throw new Error(problem ?? "");
    const at = range ?? endOf(document);
    await shown.edit((edit) => edit.replace(at, text));
    this.#last = uri.toString();
    const end = document.positionAt(document.offsetAt(at.start) + text.length);
    shown.selection = new Selection(end, end);
    shown.revealRange(shown.selection);
  }

  async #choose(source: Uri): Promise<Uri | undefined> {
    const open = openNotes();
    const others = await notesOfWorkspace();
    const known = new Set([source.toString()]);
    const isNew = (uri: Uri) => !known.has(uri.toString()) && known.add(uri.toString());
    const last = this.#last === null ? [] : [Uri.parse(this.#last)].filter(isNew);
    const items: NoteItem[] = [];
    for (const [label, uris] of [
      [l10n.t("last used"), last],
      [l10n.t("open"), open.filter(isNew)],
      [l10n.t("in the workspace"), others.filter(isNew).sort((a, b) => (a.path < b.path ? -1 : 1))],
    ] as const) {
      if (uris.length > 0) items.push({ label, kind: QuickPickItemKind.Separator }, ...uris.map(itemOf));
    }
    if (items.length === 0) throw new Error(l10n.t("There is no note yet to cite in. Create a Markdown file first."));
    const chosen = await window.showQuickPick(items, {
      title: l10n.t("Cite Selection in…"),
      placeHolder: l10n.t("The note to write the quotation into"),
      matchOnDescription: true,
    });
    return chosen?.uri;
  }
}

async function notesOfWorkspace(): Promise<Uri[]> {
  const folders = workspace.workspaceFolders ?? [];
  // Of globs that VS Code cannot read the server tells; the notes that are open can be chosen all the same.
  return (await Promise.all(folders.map((folder) => findNotes(folder, mostNotes).catch(() => [])))).flat();
}

function itemOf(uri: Uri): NoteItem {
  const path = workspace.asRelativePath(uri);
  const slash = path.lastIndexOf("/");
  return { label: path.slice(slash + 1), description: path.slice(0, Math.max(0, slash)), uri };
}

/** Markdown files that have a tab, those in front first. */
function openNotes(): Uri[] {
  const tabs = window.tabGroups.all.flatMap(({ tabs }) => tabs);
  return tabs
    .sort((a, b) => Number(b.isActive) - Number(a.isActive))
    .flatMap(({ input }) => (input instanceof TabInputText ? [input.uri] : []))
    .filter(({ path }) => /\.(?:md|markdown)$/i.test(path));
}

/** Where the note is shown already, else beside the source. */
async function show(document: TextDocument, source: TextEditor): Promise<TextEditor> {
  const uri = document.uri.toString();
  const visible = window.visibleTextEditors.find((each) => each.document.uri.toString() === uri);
  const group = window.tabGroups.all.find(({ tabs }) =>
    tabs.some(({ input }) => input instanceof TabInputText && input.uri.toString() === uri),
  );
  const viewColumn = visible?.viewColumn ?? group?.viewColumn ?? beside(source);
  return window.showTextDocument(document, { viewColumn, preview: false });
}

function beside(source: TextEditor): ViewColumn {
  return source.viewColumn === undefined ? ViewColumn.Active : ViewColumn.Beside;
}

function endOf(document: TextDocument): Selection {
  const end = document.lineAt(document.lineCount - 1).range.end;
  return new Selection(end, end);
}
