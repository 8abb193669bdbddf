import assert from "node:assert/strict";
import {
  type CodeLens,
  commands,
  type DocumentHighlight,
  type DocumentLink,
  type DocumentSymbol,
  type Hover,
  type InlayHint,
  type Location,
  type LocationLink,
  MarkdownString,
  type Position,
  Range,
  type SemanticTokens,
  type TextDocument,
  WorkspaceEdit,
  workspace,
} from "vscode";
import { folder, positionOf, removeNotes, show, showNote } from "./notebook.ts";
import { until } from "./until.ts";

const source = "articles/channel.txt";

describe("from a source back to its notes", () => {
  afterEach(async () => {
    for (const name of ["codeLens.enabled", "inlayHints.enabled"]) {
      await workspace.getConfiguration("verbatim").update(name, undefined);
    }
    await removeNotes();
  });

  it("references of a line are the quotes that notes have of it", async () => {
    const document = await show(source);
    await untilLens(document, 8, "2 notes · 2 altered");
    const places = await references(document, positionOf(document, "Nobody has to telephone"));
    assert.deepEqual(await inWords(places), [
      'notes/harbour-story.md: "If the water turns cloudy, the dredger stops"',
      'notes/harbour-story.md: "every one of them"',
      'notes/verdicts.md: "The fish will find another place to hide,"',
      'start-here.md: "[I]f the water turns cloudy … Nobody has to telephone me first"',
    ]);
  });

  it("references of a quote come once, Markdown's own support beside ours", async () => {
    const document = await showNote(
      'He said "I do not want to do it a third time" ([report](articles/channel.txt#L11)), that is all.\n',
    );
    const places = await references(document, positionOf(document, "third time"));
    const words = await inWords(places);
    assert.equal(new Set(words).size, words.length, JSON.stringify(words));
    assert.ok(words.includes('notes/verdicts.md: "I do want to do it a third time,"'), JSON.stringify(words));
  });

  it("lenses count the notes and what is wrong, and follow edits", async () => {
    const document = await show(source);
    await untilLens(document, 8, "2 notes · 2 altered");
    const edit = new WorkspaceEdit();
    edit.insert(document.uri, document.positionAt(0), "A headline before the headline\n");
    await workspace.applyEdit(edit);
    await untilLens(document, 9, "2 notes · 2 altered");
    const lens = (await lenses(document)).find(({ range }) => range.start.line === 9);
    assert.equal(lens?.command?.command, "verbatim.showCitingPlaces");
    await commands.executeCommand("undo");
    await untilLens(document, 8, "2 notes · 2 altered");
  });

  it("lenses can be turned off", async () => {
    const document = await show(source);
    await untilLens(document, 8, "2 notes · 2 altered");
    await workspace.getConfiguration("verbatim").update("codeLens.enabled", false);
    await until(
      () => "no lenses",
      async () => (await lenses(document)).length === 0,
    );
  });

  it("a hover says who cites the line, as plain links to files", async () => {
    const document = await show(source);
    await untilLens(document, 8, "2 notes · 2 altered");
    const hovers = await commands.executeCommand<Hover[]>(
      "vscode.executeHoverProvider",
      document.uri,
      document.lineAt(8).range.start,
    );
    const [content] = hovers.flatMap(({ contents }) => contents);
    assert.ok(content instanceof MarkdownString && !content.isTrusted && !content.supportHtml);
    assert.match(content.value, /^\*\*Cited by 2 notes · 2 altered\*\*$/m);
    assert.match(
      content.value,
      /^- \[notes\/verdicts\.md, line \d+\]\(file:\/\/\/\S+verdicts\.md#L\d+,\d+-L\d+,\d+\): altered, “48,000/m,
    );
    assert.doesNotMatch(content.value, /command:/);
  });

  it("highlights are the passage around the cursor; beside it the editor's own stay", async () => {
    const document = await show(source);
    await untilLens(document, 8, "2 notes · 2 altered");
    const [highlight, ...others] = await highlights(document, positionOf(document, "tonnes of silt"));
    assert.deepEqual(others, []);
    assert.equal(document.getText(highlight?.range), "48,000 tonnes of silt out of the channel in 13 weeks");
    const beside = await highlights(document, positionOf(document, "plan takes"));
    assert.ok(beside.every(({ range }) => document.getText(range) !== document.getText(highlight?.range)));
  });

  it("inlay hints say the verdict behind a citation when they are turned on", async () => {
    const document = await showNote('"We have waited long enough" ([report](articles/channel.txt#L7))\n');
    const hints = () =>
      commands.executeCommand<InlayHint[]>("vscode.executeInlayHintProvider", document.uri, new Range(0, 0, 1, 0));
    assert.deepEqual(await hints(), []);
    await workspace.getConfiguration("verbatim").update("inlayHints.enabled", true);
    await until(
      () => "an inlay hint",
      async () => (await hints())[0]?.label === "✓ exact",
    );
  });

  it("semantic tokens are given for citations that lead nowhere, and for nothing else", async () => {
    const broken = await showNote("See [it](articles/nowhere.txt#L1).\n");
    const tokens = (document: TextDocument) =>
      commands.executeCommand<SemanticTokens | undefined>("vscode.provideDocumentSemanticTokens", document.uri);
    await until(
      () => "a token",
      async () => ((await tokens(broken))?.data.length ?? 0) === 5,
    );
    assert.deepEqual([...((await tokens(broken))?.data ?? [])], [0, 9, 23, 0, 1]);
  });
});

describe("from a source back to its notes, beside Markdown's own support", () => {
  afterEach(removeNotes);

  it("a link to lines leads to one place, has one hover, and is listed once", async () => {
    const text = "See [the report](articles/channel.txt#L7) and [it](articles/channel.txt#L7-L9).\n";
    const document = await showNote(text);
    await until(
      () => "a link of each of the two",
      async () =>
        (await commands.executeCommand<DocumentLink[]>("vscode.executeLinkProvider", document.uri)).length === 2,
    );
    for (const words of ["channel.txt#L7)", "channel.txt#L7-L9"]) {
      const position = positionOf(document, words);
      const hovers = await commands.executeCommand<Hover[]>("vscode.executeHoverProvider", document.uri, position);
      assert.equal(hovers.length, 1);
      const definitions = await commands.executeCommand<(Location | LocationLink)[]>(
        "vscode.executeDefinitionProvider",
        document.uri,
        position,
      );
      assert.deepEqual([...new Set(definitions.map(lineOf))], ["articles/channel.txt 7"]);
      const own = (await references(document, position)).filter(({ uri }) => uri.path === document.uri.path);
      const listed = new Set(own.map(({ range }) => document.getText(range)));
      assert.deepEqual(listed, new Set(["articles/channel.txt"]));
      assert.equal(new Set(own.map(({ range }) => JSON.stringify(range))).size, 2);
    }
  });

  it("a note has the outline and the folding of Markdown alone", async () => {
    const document = await showNote('# A\n\n"We vote" ([x](articles/channel.txt#L7))\n\n## B\n\nWords.\n');
    const symbols = () =>
      commands.executeCommand<DocumentSymbol[]>("vscode.executeDocumentSymbolProvider", document.uri);
    await until(
      () => "an outline",
      async () => (await symbols())?.length === 1,
    );
    const [top] = await symbols();
    assert.deepEqual([top?.name, top?.children.map(({ name }) => name)], ["# A", ["## B"]]);
  });
});

function lineOf(place: Location | LocationLink): string {
  const { path } = "targetUri" in place ? place.targetUri : place.uri;
  const range = "targetUri" in place ? (place.targetSelectionRange ?? place.targetRange) : place.range;
  return `${path.slice(folder.path.length + 1)} ${range.start.line + 1}`;
}

function references(document: TextDocument, position: Position): Thenable<Location[]> {
  return commands.executeCommand<Location[]>("vscode.executeReferenceProvider", document.uri, position);
}

function lenses(document: TextDocument): Thenable<CodeLens[]> {
  return commands.executeCommand<CodeLens[]>("vscode.executeCodeLensProvider", document.uri, 100);
}

function highlights(document: TextDocument, position: Position): Thenable<DocumentHighlight[]> {
  return commands.executeCommand<DocumentHighlight[]>("vscode.executeDocumentHighlights", document.uri, position);
}

async function untilLens(document: TextDocument, line: number, title: string): Promise<void> {
  let found = "";
  await until(
    () => `wanted ${title} at line ${line + 1}, found ${found}`,
    async () => {
      const all = await lenses(document);
      found = all.map(({ range, command }) => `${range.start.line}: ${command?.title}`).join(", ");
      return all.some(({ range, command }) => range.start.line === line && command?.title === title);
    },
  );
}

/** `path: words` of each location, in order. */
async function inWords(places: readonly Location[]): Promise<string[]> {
  const words: string[] = [];
  for (const { uri, range } of places) {
    const document = await workspace.openTextDocument(uri);
    words.push(`${uri.path.slice(folder.path.length + 1)}: ${document.getText(range).replace(/\s+/g, " ")}`);
  }
  return words.sort();
}
