import assert from "node:assert/strict";
import type {
  ClientCapabilities,
  CompletionItem,
  CompletionList,
  InitializeResult,
  InsertReplaceEdit,
  MarkupContent,
  TextEdit,
} from "vscode-languageserver/node";
import { TextDocument } from "vscode-languageserver-textdocument";
import { buildServer, type Client, codes, endServers, startClient } from "./client.ts";
import { notebook, post, removeNotebooks } from "./notebook.ts";

const rich: ClientCapabilities = {
  textDocument: {
    completion: {
      completionItem: { insertReplaceSupport: true, labelDetailsSupport: true, documentationFormat: ["markdown"] },
    },
  },
};

const start = "He said “the longest time in memory” ([Post](articles/post.txt#L3)).\r\n\r\n";

describe("completion over stdio", function () {
  this.timeout(30_000);
  before(buildServer);
  afterEach(endServers);
  after(removeNotebooks);

  it("is announced with what it begins with", async () => {
    const { result } = await opened(start);
    const { completionProvider } = result.capabilities;
    assert.equal(completionProvider?.resolveProvider, true);
    for (const character of ["(", "[", "#", " ", "“", '"']) {
      assert.ok(completionProvider?.triggerCharacters?.includes(character), character);
    }
  });

  it("writes a quotation that has no finding, for the plainest client", async () => {
    const { client, uri, text, list } = await opened(`${start}Then: "the ferries‸ and so on.\r\n`);
    assert.equal(list.isIncomplete, false);
    const [item] = list.items;
    assert.equal(item.label, "The ferries sail again on Monday.");
    assert.equal(item.detail, "post.txt, line 5");
    assert.equal(item.labelDetails, undefined);
    assert.equal(item.insertTextFormat, undefined);
    const result = taken(text, item);
    assert.equal(
      result,
      `${start}Then: "The ferries sail again on Monday" ([Post](articles/post.txt#L5)) and so on.\r\n`,
    );
    client.change(uri, 2, { text: result });
    assert.deepEqual(codes(await client.diagnostics(uri, ({ version }) => version === 2)), []);
  });

  it("changes the lines of the citation along", async () => {
    const { text, list } = await opened('"the ferries‸" ([Post](articles/post.txt#L3))\n');
    const [item] = list.items;
    assert.equal(item.detail, "post.txt, line 5: the citation is changed to that");
    assert.equal(taken(text, item), '"The ferries sail again on Monday." ([Post](articles/post.txt#L5))\n');
  });

  it("completes a path and then its lines", async () => {
    const path = await opened("See [a](po‸x.txt)\n");
    assert.equal(taken(path.text, path.list.items[0]), "See [a](articles/post.txt#L)\n");
    const lines = await opened("“the ferries sail again” ([a](articles/post.txt#L‸))\n");
    const [first] = lines.list.items;
    assert.equal(first.preselect, true);
    assert.equal(first.label, "L5 The ferries sail again on Monday.");
    assert.equal(taken(lines.text, first), "“the ferries sail again” ([a](articles/post.txt#L5))\n");
  });

  it("tells a client that knows the difference what to insert and what to replace", async () => {
    const { text, list } = await opened("See [a](po‸x.txt#L3)\n", rich);
    const [item] = list.items;
    const edit = item.textEdit as InsertReplaceEdit;
    assert.equal(edit.newText, "articles/post.txt");
    assert.equal(
      taken(text, { ...item, textEdit: { newText: edit.newText, range: edit.insert } }),
      "See [a](articles/post.txtx.txt#L3)\n",
    );
    assert.equal(
      taken(text, { ...item, textEdit: { newText: edit.newText, range: edit.replace } }),
      "See [a](articles/post.txt#L3)\n",
    );
    assert.deepEqual(item.labelDetails, { detail: " #L…", description: "not cited" });
  });

  it("shows the passage to who looks at an item", async () => {
    const { client, list } = await opened(`${start}“nobody w‸`, rich);
    assert.equal(list.items[0].documentation, undefined);
    const item = await client.request<CompletionItem>("completionItem/resolve", list.items[0]);
    const { kind, value } = item.documentation as MarkupContent;
    assert.equal(kind, "markdown");
    assert.match(value, /^\*\*post\.txt\*\*, line 4$/m);
    assert.match(value, /^4 │ .*said\. ⟦Nobody was hurt\.⟧$/m);
    assert.deepEqual({ ...item, documentation: undefined }, { ...list.items[0], documentation: undefined });
  });

  it("shows a plain client plain text", async () => {
    const { client, list } = await opened(`${start}“nobody w‸`);
    const item = await client.request<CompletionItem>("completionItem/resolve", list.items[0]);
    assert.equal((item.documentation as MarkupContent).kind, "plaintext");
  });

  it("believes no item that it did not send", async () => {
    const { client, notes } = await opened(start);
    for (const data of [
      undefined,
      null,
      1,
      {},
      { uri: 1 },
      { uri: "file:///etc/hostname", lines: null, passage: null },
    ]) {
      const item = await client.request<CompletionItem>("completionItem/resolve", { label: "x", data });
      assert.equal(item.documentation, undefined);
    }
    const data = {
      uri: notes.uri("articles/post.txt"),
      lines: { start: -4, end: 1e9 },
      passage: { start: 1e9, end: -1 },
    };
    await client.request<CompletionItem>("completionItem/resolve", { label: "x", data });
  });

  it("keeps the order and what is typed", async () => {
    const { list } = await opened("[a](articles/post.txt#‸)\n");
    const sorted = list.items.toSorted((a, b) => (a.sortText! < b.sortText! ? -1 : 1));
    assert.deepEqual(sorted, list.items);
    assert.ok(list.items.every(({ filterText }) => filterText?.startsWith("#L")));
  });

  it("sees what was typed a moment ago", async () => {
    const { client, uri, text } = await opened(start);
    const document = TextDocument.create(uri, "markdown", 1, text);
    const end = document.positionAt(text.length);
    client.change(uri, 2, { range: { start: end, end }, text: "“nobody" });
    const position = { line: end.line, character: end.character + 7 };
    const list = await complete(client, uri, position);
    assert.equal(list.items[0].label, "Nobody was hurt.");
  });

  it("is for notes, and for their places that there are", async () => {
    const { client, uri, notes } = await opened(start);
    client.open(notes.uri("articles/post.txt"), post, 1, "plaintext");
    assert.deepEqual((await complete(client, notes.uri("articles/post.txt"), { line: 2, character: 4 })).items, []);
    assert.equal(await complete(client, uri, { line: 99, character: 0 }), null);
    assert.equal(await complete(client, notes.uri("not-open.md"), { line: 0, character: 0 }), null);
    assert.deepEqual((await complete(client, uri, { line: 0, character: 2 })).items, []);
  });
});

async function opened(marked: string, capabilities: ClientCapabilities = {}) {
  const text = marked.replace("‸", "");
  const notes = notebook({ "note.md": text, "articles/post.txt": post });
  const client = startClient();
  const result: InitializeResult = await client.start({ capabilities, rootUri: notes.uri() });
  const uri = notes.uri("note.md");
  client.open(uri, text);
  await client.diagnostics(uri);
  const cursor = Math.max(0, marked.indexOf("‸"));
  const position = TextDocument.create(uri, "markdown", 1, text).positionAt(cursor);
  return { client, uri, notes, text, result, list: await complete(client, uri, position) };
}

function complete(client: Client, uri: string, position: { line: number; character: number }): Promise<CompletionList> {
  return client.request<CompletionList>("textDocument/completion", { textDocument: { uri }, position });
}

/** The text with the item, as a client without any extras writes it. */
function taken(text: string, { textEdit, additionalTextEdits = [] }: CompletionItem): string {
  const document = TextDocument.create("file:///note.md", "markdown", 1, text);
  return TextDocument.applyEdits(document, [textEdit as TextEdit, ...additionalTextEdits]);
}
