import assert from "node:assert/strict";
import {
  CancellationTokenSource,
  type ClientCapabilities,
  type CodeLens,
  type DocumentHighlight,
  type Hover,
  type Location,
  type MarkupContent,
} from "vscode-languageserver/node";
import type { CitedPassages } from "../../server/src/shell/protocol.ts";
import { able, buildServer, type Client, endServers, positionIn, startClient } from "./client.ts";
import { type Notebook, notebook, post, removeNotebooks } from "./notebook.ts";

const right = "He said “the longest time in memory” ([Post](articles/post.txt#L3)).\n";
const wrong = "“The harbour was shut for 30 days” ([Post](articles/post.txt#L3)).\n";

/** As VS Code: it can be told that what it shows is out of date. */
const refreshable: ClientCapabilities = {
  ...able,
  workspace: { ...able.workspace, codeLens: { refreshSupport: true }, inlayHint: { refreshSupport: true } },
};

describe("from a source back to its notes, over stdio", function () {
  this.timeout(30_000);
  before(buildServer);
  afterEach(endServers);
  after(removeNotebooks);

  it("references of a line wait for the first scan, and are the quotes in all notes", async () => {
    const { client, notes } = await opened();
    const found = await references(client, notes.uri("articles/post.txt"), 2);
    assert.deepEqual(found, [
      { uri: notes.uri("a.md"), range: rangeIn(right, "“the longest time in memory”") },
      { uri: notes.uri("b.md"), range: rangeIn(wrong, "“The harbour was shut for 30 days”") },
    ]);
    assert.deepEqual(await references(client, notes.uri("articles/post.txt"), 0), []);
    assert.deepEqual(await references(client, notes.uri("nowhere.txt"), 0), []);
  });

  it("references of a quote begin with the passage", async () => {
    const { client, notes } = await opened();
    const found = await references(client, notes.uri("a.md"), 0, { character: 12, includeDeclaration: true });
    assert.deepEqual(
      found.map(({ uri }) => uri),
      [notes.uri("articles/post.txt"), notes.uri("a.md"), notes.uri("b.md")],
    );
    assert.deepEqual(found[0]?.range, rangeIn(post, "the longest time in memory"));
  });

  it("references see what was typed a moment ago, in the note and in the source", async () => {
    const { client, notes } = await opened();
    client.open(notes.uri("a.md"), right);
    client.open(notes.uri("articles/post.txt"), post, 1, "plaintext");
    await references(client, notes.uri("articles/post.txt"), 2);
    client.change(notes.uri("a.md"), 2, { text: `A line before.\n\n${right}` });
    client.change(notes.uri("articles/post.txt"), 2, { text: `A new headline\n${post}` });
    const [first] = await references(client, notes.uri("articles/post.txt"), 3);
    assert.deepEqual([first?.uri, first?.range.start.line], [notes.uri("a.md"), 2]);
  });

  it("references report progress and can be cancelled", async () => {
    const files = Object.fromEntries(Array.from({ length: 300 }, (_, index) => [`${index}.md`, wrong]));
    const { client, notes } = await opened(able, files);
    const uri = notes.uri("articles/post.txt");
    const cancellation = new CancellationTokenSource();
    const params = { textDocument: { uri }, position: { line: 2, character: 0 }, context: {}, workDoneToken: "t" };
    const asked = client.request("textDocument/references", params, cancellation.token);
    await client.notification<{ token: string }>("$/progress", ({ token }) => token === "t");
    cancellation.cancel();
    await assert.rejects(asked, { code: -32800 });
    // The check goes on, and the connection is watched for reports of it behind the end.
    assert.equal((await references(client, uri, 2)).length, 302);
  });

  it("a Markdown source that is a note itself has both roles", async () => {
    const minutes = "We vote now.\n\n“the longest time in memory” ([Post](articles/post.txt#L3))\n";
    const { client, notes } = await opened(able, {
      "c.md": "“We vote now” ([m](minutes.md#L1))\n",
      "minutes.md": minutes,
    });
    const uri = notes.uri("minutes.md");
    assert.deepEqual(
      (await references(client, uri, 0)).map(({ uri }) => uri),
      [notes.uri("c.md")],
    );
    assert.equal((await references(client, uri, 2, { character: 5 })).length, 3);
  });

  it("lenses count notes and what is wrong, and come again when that changes", async () => {
    const { client, notes } = await opened(refreshable);
    const uri = notes.uri("articles/post.txt");
    await client.request("verbatim/checkAll", {});
    const [lens, ...others] = await lenses(client, uri);
    assert.deepEqual([lens?.range.start.line, others, lens?.command], [2, [], undefined]);
    assert.deepEqual((await resolved(client, lens)).command, { title: "2 notes · 1 altered", command: "" });
    const mended = new Promise<void>((resolve) => {
      client.answer("workspace/codeLens/refresh", async () => {
        if ((await resolved(client, lens)).command?.title === "2 notes") resolve();
      });
    });
    notes.write("b.md", right);
    client.notify("workspace/didChangeWatchedFiles", { changes: [{ uri: notes.uri("b.md"), type: 2 }] });
    await mended;
  });

  it("lenses carry the client's own command where it has one", async () => {
    const { client, notes } = await opened(able, {}, { verbatim: { showCitingPlaces: true } });
    await client.request("verbatim/checkAll", {});
    const uri = notes.uri("articles/post.txt");
    const [lens] = await lenses(client, uri);
    assert.deepEqual((await resolved(client, lens)).command, {
      title: "2 notes · 1 altered",
      command: "verbatim.showCitingPlaces",
      arguments: [{ uri, line: 2 }],
    });
    const places = await client.request<Location[]>("verbatim/citingPlaces", { uri, line: 2 });
    assert.deepEqual(places, await references(client, uri, 2));
  });

  it("lenses follow the source as it is typed, and can be turned off", async () => {
    const { client, notes } = await opened();
    const uri = notes.uri("articles/post.txt");
    await client.request("verbatim/checkAll", {});
    client.open(uri, post, 1, "plaintext");
    client.change(uri, 2, { text: `A new headline\n${post}` });
    assert.deepEqual(
      (await lenses(client, uri)).map(({ range }) => range.start.line),
      [2, 3],
      "above the line that is cited, and above the words that have moved",
    );
    client.notify("workspace/didChangeConfiguration", { settings: { verbatim: { codeLens: { enabled: false } } } });
    assert.equal(await client.request("textDocument/codeLens", { textDocument: { uri } }), null);
  });

  it("a client that cannot be told to refresh is not told", async () => {
    const { client } = await opened();
    let asked = 0;
    client.answer("workspace/codeLens/refresh", () => asked++);
    await client.request("verbatim/checkAll", {});
    await client.request("shutdown");
    assert.equal(asked, 0);
  });

  it("hover and highlights say what is cited of a line", async () => {
    const { client, notes } = await opened();
    await client.request("verbatim/checkAll", {});
    const textDocument = { uri: notes.uri("articles/post.txt") };
    const at = (line: number) => ({ textDocument, position: { line, character: 0 } });
    const hover = await client.request<Hover>("textDocument/hover", at(2));
    const { value } = hover.contents as MarkupContent;
    assert.match(value, /^\*\*Cited by 2 notes · 1 altered\*\*$/m);
    assert.match(value, /^- \[a\.md, line 1\]\(file:.*a\.md#L1,9-L1,37\): exact, “the longest time in memory”$/m);
    const highlights = await client.request<DocumentHighlight[]>("textDocument/documentHighlight", at(2));
    assert.deepEqual(
      highlights.map(({ range }) => range),
      [rangeIn(post, "The harbour was shut for 13 days"), rangeIn(post, "the longest time in memory")],
    );
    assert.equal(await client.request("textDocument/hover", at(0)), null);
    assert.equal(await client.request("textDocument/documentHighlight", at(0)), null);
  });

  it("cited passages come with their verdicts and the version that they are of", async () => {
    const { client, notes } = await opened();
    const uri = notes.uri("articles/post.txt");
    await client.request("verbatim/checkAll", {});
    client.open(uri, post, 7, "plaintext");
    const { version, passages } = await client.request<CitedPassages>("verbatim/citedPassages", { uri });
    assert.equal(version, 7);
    assert.deepEqual(passages, [
      { range: rangeIn(post, "The harbour was shut for 13 days"), group: "wrong", found: true },
      { range: rangeIn(post, "the longest time in memory"), group: "exact", found: true },
    ]);
    assert.equal(await client.request("verbatim/citedPassages", { uri: notes.uri("a.md") }), null);
  });

  it("answers nonsense without an error", async () => {
    const { client, notes } = await opened();
    const textDocument = { uri: notes.uri("articles/post.txt") };
    for (const position of [
      { line: -1, character: 0 },
      { line: 0.5, character: 0 },
      { line: 1e9, character: 1e9 },
      {},
    ]) {
      for (const method of ["references", "documentHighlight", "hover"]) {
        const found = await client.request<unknown[] | null>(`textDocument/${method}`, { textDocument, position });
        assert.deepEqual(found ?? [], []);
      }
    }
    const lens = { range: rangeIn(post, "Harbour"), data: { uri: 7 } };
    assert.deepEqual(await client.request("codeLens/resolve", lens), lens);
  });
});

describe("marks in a note, over stdio", function () {
  this.timeout(30_000);
  before(buildServer);
  afterEach(endServers);
  after(removeNotebooks);

  it("hints are off until they are asked for", async () => {
    const { client, notes } = await opened();
    const textDocument = { uri: notes.uri("a.md") };
    client.open(textDocument.uri, right);
    const range = { start: { line: 0, character: 0 }, end: { line: 9, character: 0 } };
    assert.equal(await client.request("textDocument/inlayHint", { textDocument, range }), null);
    client.notify("workspace/didChangeConfiguration", { settings: { "inlayHints.enabled": true } });
    const hints = await client.request<{ label: string }[]>("textDocument/inlayHint", { textDocument, range });
    assert.deepEqual(
      hints.map(({ label }) => label),
      ["✓ exact"],
    );
  });

  it("tokens name the citations that lead nowhere", async () => {
    const { client, notes } = await opened();
    const textDocument = { uri: notes.uri("c.md") };
    client.open(textDocument.uri, "See [it](gone.txt#L1).");
    assert.deepEqual(await client.request("textDocument/semanticTokens/full", { textDocument }), {
      data: [0, 9, 11, 0, 1],
    });
    assert.equal(
      await client.request("textDocument/semanticTokens/full", {
        textDocument: { uri: notes.uri("articles/post.txt") },
      }),
      null,
    );
  });
});

async function opened(
  capabilities: ClientCapabilities = able,
  more: Readonly<Record<string, string>> = {},
  initializationOptions: object = {},
): Promise<{ client: Client; notes: Notebook }> {
  const notes = notebook({ "a.md": right, "b.md": wrong, "articles/post.txt": post, ...more });
  const client = startClient();
  await client.start({ capabilities, rootUri: notes.uri(), initializationOptions });
  return { client, notes };
}

function references(
  client: Client,
  uri: string,
  line: number,
  { character = 0, includeDeclaration = false } = {},
): Promise<Location[]> {
  const params = { textDocument: { uri }, position: { line, character }, context: { includeDeclaration } };
  return client.request<Location[]>("textDocument/references", params);
}

function lenses(client: Client, uri: string): Promise<CodeLens[]> {
  return client.request<CodeLens[]>("textDocument/codeLens", { textDocument: { uri } });
}

function resolved(client: Client, lens: CodeLens | undefined): Promise<CodeLens> {
  return client.request<CodeLens>("codeLens/resolve", lens);
}

function rangeIn(text: string, words: string) {
  return { start: positionIn(text, words), end: positionIn(text, words, words.length) };
}
