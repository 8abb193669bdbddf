import {
  type Definition,
  type DefinitionLink,
  Disposable,
  type Range,
  Selection,
  type TextEditor,
  window,
} from "vscode";

/** How long after a definition was asked for VS Code may take to show it, in milliseconds. */
const patience = 5000;

/**
 * Selects the passage that "Go to Definition" has led to. VS Code itself puts the cursor at its start and lights it up
 * for a moment only. Whatever way it was asked for (F12, a click, the menu), its answer comes through `remember`.
 */
export class Passages implements Disposable {
  #expected: readonly { readonly uri: string; readonly range: Range }[] = [];
  #until = 0;
  readonly #listeners = Disposable.from(
    window.onDidChangeTextEditorSelection(({ textEditor }) => this.#select(textEditor)),
    window.onDidChangeActiveTextEditor((editor) => editor && this.#select(editor)),
  );

  remember(definition: Definition | DefinitionLink[] | null | undefined): void {
    this.#expected = [definition ?? []].flat().flatMap((place) => {
      if (!("targetUri" in place) || !place.targetSelectionRange) return [];
      return { uri: place.targetUri.toString(), range: place.targetSelectionRange };
    });
    this.#until = Date.now() + patience;
  }

  /** Only a cursor that has landed on the very start of a passage just asked for is widened. */
  #select(editor: TextEditor): void {
    if (this.#expected.length === 0 || Date.now() > this.#until || !editor.selection.isEmpty) return;
    const uri = editor.document.uri.toString();
    const cursor = editor.selection.active;
    const place = this.#expected.find((each) => each.uri === uri && each.range.start.isEqual(cursor));
    if (place === undefined) return;
    this.#expected = [];
    editor.selection = new Selection(place.range.start, place.range.end);
  }

  dispose(): void {
    this.#listeners.dispose();
  }
}
