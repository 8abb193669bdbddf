import { commands, Range, type TextDocument, WorkspaceEdit, workspace } from "vscode";
import { positionOf, removeNotes, show, showNote } from "./notebook.ts";
import { untilFindings } from "./until.ts";

const note =
  'The plan takes "48,000 tonnes of silt out of the channel in 13 weeks" ([report](articles/channel.txt#L9)).\n';

describe("editing", () => {
  afterEach(removeNotes);

  it("a note changes its findings, and undoing it restores them", async () => {
    const document = await showNote(note);
    await replace(document, "13 weeks", "30 weeks");
    await untilFindings(document, ["quote-altered: 30"]);
    await commands.executeCommand("undo");
    await untilFindings(document, []);
    await commands.executeCommand("redo");
    await untilFindings(document, ["quote-altered: 30"]);
  });

  it("moves a finding with the words it is about", async () => {
    const document = await showNote(note.replace("13", "30"));
    await untilFindings(document, ["quote-altered: 30"]);
    await replace(document, "The plan takes", "Two lines more.\n\nThe plan of the council takes");
    await untilFindings(document, ["quote-altered: 30"]);
  });

  it("a source in its editor, unsaved, re-checks the notes that cite it", async () => {
    const document = await showNote(note.replace("13", "30"));
    await untilFindings(document, ["quote-altered: 30"]);
    const source = await show("articles/channel.txt");
    await replace(source, "13 weeks", "30 weeks");
    await untilFindings(document, []);
    await commands.executeCommand("undo");
    await untilFindings(document, ["quote-altered: 30"]);
  });

  it("a source so that its lines move says where the words are now", async () => {
    const document = await showNote(note);
    const source = await show("articles/channel.txt");
    await replace(source, "Council votes", "A new first line\n\nCouncil votes");
    await untilFindings(document, ["quote-moved: 48,000 tonnes of silt out of the channel in 13 weeks"]);
    await commands.executeCommand("undo");
    await untilFindings(document, []);
  });
});

async function replace(document: TextDocument, before: string, after: string): Promise<void> {
  const start = positionOf(document, before);
  const edit = new WorkspaceEdit();
  edit.replace(document.uri, new Range(start, document.positionAt(document.offsetAt(start) + before.length)), after);
  await workspace.applyEdit(edit);
}
