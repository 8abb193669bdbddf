import assert from "node:assert/strict";
import type { DocumentLink, Hover, Location, LocationLink, MarkupContent } from "vscode-languageserver/node";
import { able, buildServer, type Client, endServers, positionIn, startClient } from "./client.ts";
import { type Notebook, notebook, post, removeNotebooks } from "./notebook.ts";

const note = [
  "He said “the longest time in memory” ([Post](articles/post.txt#L3-L4)).",
  "",
  "> The ferries sail again on Tuesday.",
  ">",
  "> — [Post](articles/post.txt#L5)",
  "",
  "See [the harbour](articles/post.txt#3) and [[post.txt#L1]].",
  "",
].join("\r\n");

describe("hover, definition and links over stdio", function () {
  this.timeout(30_000);
  before(buildServer);
  afterEach(endServers);
  after(removeNotebooks);

  it("show the verdict, the cited lines and the passage", async () => {
    const { client, uri } = await opened();
    const found = await ask<Hover>(client, "hover", uri, "longest");
    assert.deepEqual(found.range, {
      start: positionIn(note, "“the longest"),
      end: positionIn(note, "memory”", "memory”".length),
    });
    const { kind, value } = found.contents as MarkupContent;
    assert.equal(kind, "markdown");
    assert.match(value, /^\*\*Exact\*\*: word for word\.$/m);
    assert.match(value, /^3 │ The harbour was shut for 13 days, ⟦the longest time in memory⟧\.$/m);
    assert.match(value, /^4 │ “We ignored the warning,”/m);
  });

  it("say what the source says instead", async () => {
    const { client, uri } = await opened();
    const { contents } = await ask<Hover>(client, "hover", uri, "ferries");
    assert.match((contents as MarkupContent).value, /^- word: the source says “Monday”, the quote “Tuesday”$/m);
  });

  it("speak plainly to a client that reads no Markdown", async () => {
    const { client, uri } = await opened({});
    const { contents } = await ask<Hover>(client, "hover", uri, "longest");
    assert.equal((contents as MarkupContent).kind, "plaintext");
    assert.match((contents as MarkupContent).value, /^Exact: /);
  });

  it("lead from a quote to the passage, selected in its whole line", async () => {
    const { client, uri, notes } = await opened();
    const [link] = await ask<LocationLink[]>(client, "definition", uri, "longest");
    const passage = { start: positionIn(post, "the longest"), end: positionIn(post, "memory", 6) };
    assert.deepEqual(link, {
      originSelectionRange: { start: positionIn(note, "“the"), end: positionIn(note, "memory”", 7) },
      targetUri: notes.uri("articles/post.txt"),
      targetRange: { start: { line: 2, character: 0 }, end: { line: 2, character: post.split("\n")[2].length } },
      targetSelectionRange: passage,
    });
  });

  it("lead to a plain location for a client that knows no other", async () => {
    const { client, uri, notes } = await opened({});
    const [location] = await ask<Location[]>(client, "definition", uri, "Post](articles/post.txt#L3");
    assert.deepEqual(location, {
      uri: notes.uri("articles/post.txt"),
      range: { start: positionIn(post, "the longest"), end: positionIn(post, "memory", 6) },
    });
  });

  it("lead from a citation without a quote to its lines", async () => {
    const { client, uri } = await opened();
    const [link] = await ask<LocationLink[]>(client, "definition", uri, "the harbour](");
    assert.deepEqual(link.targetSelectionRange.start, { line: 2, character: 0 });
  });

  it("link what the editor would open at the wrong place", async () => {
    const { client, uri, notes } = await opened();
    const links = await client.request<DocumentLink[]>("textDocument/documentLink", { textDocument: { uri } });
    const source = notes.uri("articles/post.txt");
    const lines = post.split("\n");
    assert.deepEqual(
      links.map(({ target }) => target),
      [
        `${source}#L3,1-L4,${lines[3].length + 1}`,
        `${source}#L3,1-L3,${lines[2].length + 1}`,
        `${source}#L1,1-L1,${lines[0].length + 1}`,
      ],
    );
    assert.deepEqual(links[1].range.start, positionIn(note, "articles/post.txt#3"));
  });

  it("see what was typed a moment ago", async () => {
    const { client, uri } = await opened();
    const start = positionIn(note, "longest");
    const range = { start, end: { line: start.line, character: start.character + 7 } };
    client.change(uri, 2, { range, text: "shortest" });
    const { contents } = await ask<Hover>(client, "hover", uri, "longest");
    assert.match((contents as MarkupContent).value, /^\*\*Altered\*\*/);
  });

  it("answer anywhere, in the document and outside it, and never with an error", async () => {
    const { client, uri } = await opened();
    const lines = note.split("\r\n");
    let hovers = 0;
    for (let line = 0; line <= lines.length; line++) {
      for (const character of [0, 1, 9, 40, 69, (lines[line] ?? "").length, 1e6, 2 ** 31 - 1]) {
        const params = { textDocument: { uri }, position: { line, character } };
        const hover = await client.request<Hover | null>("textDocument/hover", params);
        const links = await client.request<LocationLink[] | null>("textDocument/definition", params);
        if (hover !== null) hovers += 1;
        if (line >= lines.length) assert.deepEqual([hover, links], [null, null]);
      }
    }
    assert.ok(hovers > 5);
    for (const position of [{ line: -1, character: 0 }, { line: 0, character: -1 }, { line: 0.5, character: 0 }, {}]) {
      assert.equal(await client.request("textDocument/hover", { textDocument: { uri }, position }), null);
    }
  });
});

async function opened(capabilities: object = able): Promise<{ client: Client; uri: string; notes: Notebook }> {
  const notes = notebook({ "note.md": note, "articles/post.txt": post });
  const client = startClient();
  await client.start({ capabilities, rootUri: notes.uri() });
  client.open(notes.uri("note.md"), note);
  return { client, uri: notes.uri("note.md"), notes };
}

function ask<R>(client: Client, what: "hover" | "definition", uri: string, words: string): Promise<R> {
  return client.request<R>(`textDocument/${what}`, { textDocument: { uri }, position: positionIn(note, words) });
}
