import assert from "node:assert/strict";
import { commands, env, window } from "vscode";
import { removeNotes, show } from "./notebook.ts";

const quote = "Nine councillors voted for the plan and four against it";

describe("the view of the evidence", () => {
  before(async () => {
    await show("start-here.md");
    await commands.executeCommand("verbatim.checkAllNotes");
  });
  after(removeNotes);

  /** Moves through the list that has the focus, as keys do. */
  async function press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) await commands.executeCommand(`list.${key}`);
  }

  function selected(): string {
    const editor = window.activeTextEditor;
    return editor === undefined ? "" : `${editor.document.fileName} ${editor.document.getText(editor.selection)}`;
  }

  it("leads from a note to its quotes, and from a quote to its place and its source", async () => {
    await commands.executeCommand("verbatim.evidence.groupByNote");
    // The tree comes in its own time: the keys are pressed until they lead to the first quote of the first note. To
    // expand what is expanded is to go to its first child.
    while (!selected().endsWith(quote)) {
      await commands.executeCommand("verbatim.evidence.focus");
      await press("focusFirst", "expand", "expand", "select");
    }
    assert.match(selected(), /harbour-story\.md/);
    await commands.executeCommand("verbatim.evidence.copy");
    assert.equal(await env.clipboard.readText(), quote);
    await commands.executeCommand("verbatim.evidence.openSource");
    assert.match(selected(), /channel\.txt/);
    assert.ok(selected().endsWith(quote));
  });
});
