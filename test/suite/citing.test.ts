import assert from "node:assert/strict";
import { commands, env, Selection, type TextDocument, type TextEditor, window, workspace } from "vscode";
import { positionOf, removeNotes, show, showNote } from "./notebook.ts";
import { until, untilFindings } from "./until.ts";

const words = "48,000 tonnes of silt out of the channel in 13 weeks";
const quoted = `"${words}" ([channel](articles/channel.txt#L9))`;
const block = `> ${words}\n>\n> — [channel](articles/channel.txt#L9)`;

describe("words copied in a source", () => {
  afterEach(async () => {
    await workspace.getConfiguration("verbatim").update("paste.default", undefined, true);
    await removeNotes();
  });

  it("become a quotation where they are pasted into a note, which has no finding", async () => {
    await copy(words);
    const note = await noteAtEnd("The plan takes ");
    await paste(note, `The plan takes ${quoted}`);
    await untilFindings(note, []);
    await commands.executeCommand("undo");
    assert.equal(note.getText(), "The plan takes ");
  });

  it("become what the setting says", async () => {
    await workspace.getConfiguration("verbatim").update("paste.default", "plain", true);
    await copy(words);
    await paste(await noteAtEnd("The plan takes "), `The plan takes ${words}`);
    await workspace.getConfiguration("verbatim").update("paste.default", "blockQuote", true);
    const note = await noteAtEnd("The plan:\n\n");
    await paste(note, `The plan:\n\n${block}`);
    await untilFindings(note, []);
  });

  it("become a block quote on Paste As", async () => {
    await copy(words);
    const note = await noteAtEnd("The plan:\n\n");
    await commands.executeCommand("editor.action.pasteAs", { kind: "verbatim.blockQuote" });
    await untilText(note, `The plan:\n\n${block}`);
  });

  it("stay plain where something else was copied since", async () => {
    await copy(words);
    await env.clipboard.writeText("Something else");
    await paste(await noteAtEnd("It says "), "It says Something else");
  });

  it("stay plain in the note that they are from, and in another one", async () => {
    const note = await noteAtEnd(`Twice: ${quoted} and `);
    select(window.activeTextEditor!, "Twice");
    await commands.executeCommand("editor.action.clipboardCopyAction");
    const end = note.lineAt(0).range.end;
    window.activeTextEditor!.selection = new Selection(end, end);
    await paste(note, `Twice: ${quoted} and Twice`);
    const other = await noteAtEnd("Again: ");
    await paste(other, "Again: Twice");
  });

  it("are those of the moment of copying", async () => {
    const source = await copy(words);
    const editor = await window.showTextDocument(source);
    await editor.edit((edit) => edit.insert(source.positionAt(0), "A new first line\n"));
    const note = await noteAtEnd("It takes ");
    await paste(note, `It takes "${words}" ([channel](articles/channel.txt#L10))`);
    await untilFindings(note, []);
  });

  it("go to the clipboard with their citation, which fits the note that it is pasted into", async () => {
    await show("articles/channel.txt");
    select(window.activeTextEditor!, words);
    await commands.executeCommand("verbatim.copyAsCitation");
    assert.equal(await env.clipboard.readText(), quoted);
    await show("notes/verdicts.md");
    const note = window.activeTextEditor!;
    const end = note.document.lineAt(note.document.lineCount - 1).range.end;
    note.selection = new Selection(end, end);
    await commands.executeCommand("editor.action.clipboardPasteAction");
    await until(
      () => note.document.getText().slice(-200),
      () => note.document.getText().endsWith("(../articles/channel.txt#L9))"),
    );
  });

  it("can be cited in a note without the clipboard", async () => {
    const note = await noteAtEnd("The plan takes ");
    await show("articles/channel.txt");
    select(window.activeTextEditor!, words);
    const done = commands.executeCommand("verbatim.citeSelectionIn");
    // Nothing tells that the list is shown, which has the only open note at its top. Accepting does nothing before.
    await until(
      () => note.getText(),
      () => {
        if (!note.isDirty) void commands.executeCommand("workbench.action.acceptSelectedQuickOpenItem");
        return note.getText() === `The plan takes ${quoted}`;
      },
    );
    await done;
    assert.equal(window.activeTextEditor?.document, note);
    await untilFindings(note, []);
  });
});

async function copy(text: string): Promise<TextDocument> {
  const source = await show("articles/channel.txt");
  select(window.activeTextEditor!, text);
  await commands.executeCommand("editor.action.clipboardCopyAction");
  assert.equal(await env.clipboard.readText(), text);
  return source;
}

function select(editor: TextEditor, text: string): void {
  const start = positionOf(editor.document, text);
  editor.selection = new Selection(start, editor.document.positionAt(editor.document.offsetAt(start) + text.length));
}

async function noteAtEnd(text: string): Promise<TextDocument> {
  const note = await showNote(text);
  const end = note.lineAt(note.lineCount - 1).range.end;
  window.activeTextEditor!.selection = new Selection(end, end);
  return note;
}

async function paste(note: TextDocument, expected: string): Promise<void> {
  await commands.executeCommand("editor.action.clipboardPasteAction");
  await untilText(note, expected);
}

function untilText(note: TextDocument, expected: string): Promise<void> {
  return until(
    () => `wanted ${JSON.stringify(expected)}, found ${JSON.stringify(note.getText())}`,
    () => note.getText() === expected,
  );
}
