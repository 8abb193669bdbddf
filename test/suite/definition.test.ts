import assert from "node:assert/strict";
import { commands, type LocationLink, type Position, type TextDocument, workspace } from "vscode";
import { at, positionOf, removeNotes, show, showNote } from "./notebook.ts";

describe("definition", () => {
  afterEach(removeNotes);

  it("of a quote is its passage, in whole lines", async () => {
    const document = await show("start-here.md");
    const quote = "48,000 tonnes of silt out of the channel in 30 weeks";
    const link = await definitionAt(document, positionOf(document, quote).translate(0, 5));
    assert.equal(document.getText(link.originSelectionRange), `"${quote}"`);
    const source = await workspace.openTextDocument(link.targetUri);
    assert.equal(source.uri.path, at("articles/channel.txt").path);
    assert.equal(source.getText(link.targetSelectionRange), quote.replace("30", "13"));
    assert.equal(source.getText(link.targetRange), source.lineAt(8).text);
  });

  it("of a citation without a passage is the cited lines", async () => {
    const document = await showNote('It is "nothing that anybody said" [so](articles/channel.txt#L5-L7).\n');
    const link = await definitionAt(document, positionOf(document, "nothing").translate(0, 3));
    assert.equal(link.targetSelectionRange?.start.line, 4);
    assert.equal(link.targetSelectionRange?.end.line, 6);
  });

  it("of a quote that moved is where the words are", async () => {
    const document = await showNote('"We vote" is all ("[minutes](articles/council-meeting.md#L3)").\n');
    const link = await definitionAt(document, positionOf(document, "We vote").translate(0, 3));
    const source = await workspace.openTextDocument(link.targetUri);
    assert.equal(source.getText(link.targetSelectionRange), "We vote");
  });

  it("of ordinary words is none", async () => {
    const document = await show("start-here.md");
    assert.deepEqual(await definitionsAt(document, positionOf(document, "This note is one")), []);
  });
});

async function definitionsAt(document: TextDocument, position: Position): Promise<LocationLink[]> {
  return commands.executeCommand<LocationLink[]>("vscode.executeDefinitionProvider", document.uri, position);
}

async function definitionAt(document: TextDocument, position: Position): Promise<LocationLink> {
  const links = await definitionsAt(document, position);
  assert.equal(links.length, 1, JSON.stringify(links));
  return links[0] ?? assert.fail();
}
