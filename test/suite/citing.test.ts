import assert from "node:assert/strict";
import { commands, env, Selection, window } from "vscode";
import { positionOf, removeNotes, show, showNote } from "./notebook.ts";
import { untilFindings } from "./until.ts";

const words = "48,000 tonnes of silt out of the channel in 13 weeks";
const quoted = `"${words}" ([channel](articles/channel.txt#L9))`;

// What is copied by keyboard, and pasted, is tested in the page: a browser lets no command read or write the clipboard
// in a person's place, but for its text.
describe("the words selected in a source", () => {
  afterEach(removeNotes);

  it("go to the clipboard with their citation", async () => {
    await select();
    await commands.executeCommand("verbatim.copyAsCitation");
    assert.equal(await env.clipboard.readText(), quoted);
  });

  it("are cited in a note, at its cursor", async () => {
    const note = await showNote("The plan takes ");
    const end = note.lineAt(0).range.end;
    window.activeTextEditor!.selection = new Selection(end, end);
    await select();
    await commands.executeCommand("verbatim.citeSelectionIn", { note: note.uri });
    assert.equal(note.getText(), `The plan takes ${quoted}`);
    assert.equal(window.activeTextEditor?.document, note);
    await untilFindings(note, []);
  });

  it("are not cited in code", async () => {
    const note = await showNote("```\n\n```\n");
    window.activeTextEditor!.selection = new Selection(1, 0, 1, 0);
    await select();
    await commands.executeCommand("verbatim.citeSelectionIn", { note: note.uri });
    assert.equal(note.getText(), "```\n\n```\n");
  });
});

async function select(): Promise<void> {
  // What is only looked at gives its tab to the next file.
  await commands.executeCommand("workbench.action.keepEditor");
  const source = await show("articles/channel.txt");
  const start = positionOf(source, words);
  window.activeTextEditor!.selection = new Selection(start, start.translate(0, words.length));
}
