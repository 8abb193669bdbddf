import assert from "node:assert/strict";
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { commands, type TextDocument, WorkspaceEdit, workspace } from "vscode";
import { at, removeNotes, showNote, writeNote } from "./notebook.ts";
import { until, untilFindings } from "./until.ts";

const letter = "articles/letter-to-the-council.txt";
const moved = "archive/letters/to the council.txt";
const closed = "notes/closed.md";

describe("a source that is renamed in the editor", () => {
  before(async () => {
    writeFileSync(at(letter).fsPath, "Dear council,\nWe ask for a season with fish and a paper that says so.\n");
    writeNote(closed, `They ask for "a paper that says so" ([Letter](../${letter}#L2)).\n`);
    // It looks for the notes there are, whenever the editor tells of the new one.
    await commands.executeCommand("verbatim.checkAllNotes");
  });

  afterEach(removeNotes);

  after(() => {
    for (const path of [letter, "archive"]) rmSync(at(path).fsPath, { recursive: true, force: true });
  });

  it("is followed by open and closed notes, in one step that is undone in one", async () => {
    const text = `They ask for ["a season with fish and a paper"](${letter}#L2).\n`;
    const document = await showNote(text);
    await untilFindings(document, []);
    const edit = new WorkspaceEdit();
    edit.renameFile(at(letter), at(moved));
    assert.ok(await workspace.applyEdit(edit));
    assert.equal(document.getText(), text.replace(letter, "archive/letters/to%20the%20council.txt"));
    const other = await workspace.openTextDocument(at(closed));
    assert.match(other.getText(), /\(\[Letter\]\(\.\.\/archive\/letters\/to%20the%20council\.txt#L2\)\)/);
    assert.ok(existsSync(at(moved).fsPath));
    await untilFindings(document, []);

    await commands.executeCommand("undo");
    await untilText(document, text);
    await until(
      () => "the file in its old place",
      () => existsSync(at(letter).fsPath) && !existsSync(at(moved).fsPath),
    );
    await untilText(other, readFileSync(at(closed).fsPath, "utf8"));
    await untilFindings(document, []);
  });
});

function untilText(document: TextDocument, text: string): Promise<void> {
  return until(
    () => `wanted ${JSON.stringify(text)}, found ${JSON.stringify(document.getText())}`,
    () => document.getText() === text,
  );
}
