import { Range, Selection, Uri, window } from "vscode";
import type { SelectArguments } from "../../server/src/shell/protocol.ts";

/** Selects, in the editor of a document that was just edited, what a person is to write there. */
export function select(...[uri, { start, end }]: SelectArguments): void {
  const wanted = Uri.parse(uri).toString();
  const editor = window.visibleTextEditors.find(({ document }) => document.uri.toString() === wanted);
  if (editor === undefined) return;
  const range = new Range(start.line, start.character, end.line, end.character);
  editor.selection = new Selection(range.start, range.end);
  editor.revealRange(range);
}
