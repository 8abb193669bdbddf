import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { symlinkSync } from "node:fs";
import { join } from "node:path";
import type { PublishDiagnosticsParams } from "vscode-languageserver/node";
import { able, buildServer, type Client, codes, endServers, positionIn, startClient } from "./client.ts";
import { type Notebook, notebook, post, removeNotebooks } from "./notebook.ts";

const good = "“the longest time in memory” ([Post](../articles/post.txt#L3))\n";
const wrong = good.replace("longest", "shortest");

describe("diagnostics over stdio", function () {
  this.timeout(30_000);
  before(buildServer);
  afterEach(endServers);
  after(removeNotebooks);

  it("come for every note of the workspace, at the very words, with the passage beside them", async () => {
    const { notes, client } = await started({
      "notes/a.md": wrong,
      "notes/deep/b.md": "“Nothing of it.” ([p](../../articles/post.txt#L4))",
    });
    const published = await client.diagnostics(notes.uri("notes/a.md"));
    const [diagnostic] = published.diagnostics;
    assert.equal(published.version, undefined);
    assert.deepEqual(diagnostic.range, {
      start: positionIn(wrong, "shortest"),
      end: positionIn(wrong, "shortest", "shortest".length),
    });
    assert.deepEqual([diagnostic.code, diagnostic.source, diagnostic.severity], ["quote-altered", "Verbatim", 1]);
    assert.equal(diagnostic.codeDescription, undefined);
    const [related] = diagnostic.relatedInformation ?? [];
    assert.equal(related.location.uri, notes.uri("articles/post.txt"));
    assert.equal(related.location.range.start.line, 2);
    assert.deepEqual(codes(await client.diagnostics(notes.uri("notes/deep/b.md"))), ["quote-not-found"]);
  });

  it("carry the version of an open note, also where nothing changed", async () => {
    const { notes, client } = await started({ "notes/a.md": wrong });
    const uri = notes.uri("notes/a.md");
    client.open(uri, wrong, 7);
    assert.deepEqual(codes(await client.diagnostics(uri, ({ version }) => version === 7)), ["quote-altered"]);
    client.change(uri, 8, { text: `${wrong}\nMore.\n` });
    assert.deepEqual(codes(await client.diagnostics(uri, ({ version }) => version === 8)), ["quote-altered"]);
    client.change(uri, 9);
    assert.deepEqual(codes(await client.diagnostics(uri, ({ version }) => version === 9)), ["quote-altered"]);
    client.change(uri, 10, { range: range(positionIn(wrong, "shortest"), 8), text: "longest" });
    assert.deepEqual(codes(await client.diagnostics(uri, ({ version }) => version === 10)), []);
  });

  it("follow a note that is opened again without having been closed", async () => {
    const { notes, client } = await started({ "notes/a.md": wrong });
    const uri = notes.uri("notes/a.md");
    client.open(uri, wrong, 7);
    await client.diagnostics(uri, ({ version }) => version === 7);
    client.open(uri, good, 1);
    assert.deepEqual(codes(await client.diagnostics(uri, ({ version }) => version === 1)), []);
  });

  it("end with the last version, whatever was typed in between", async () => {
    const { notes, client } = await started({ "notes/a.md": good });
    const uri = notes.uri("notes/a.md");
    client.open(uri, "", 1);
    let version = 1;
    for (const character of wrong) {
      client.change(uri, ++version, { range: range(positionIn(wrong, wrong.slice(version - 2)), 0), text: character });
    }
    assert.deepEqual(codes(await client.diagnostics(uri, (each) => each.version === version)), ["quote-altered"]);
    const versions = published(client, uri).flatMap((each) => each.version ?? []);
    assert.deepEqual(
      versions,
      [...versions].sort((a, b) => a - b),
    );
    assert.ok(versions.length < wrong.length / 2);
  });

  it("go when the note is closed as it was on disk, deleted, or no note any more", async () => {
    const { notes, client } = await started({ "notes/a.md": good, "notes/b.md": wrong });
    const [a, b] = [notes.uri("notes/a.md"), notes.uri("notes/b.md")];
    client.open(a, wrong, 1);
    await client.diagnostics(a, (each) => each.version === 1 && codes(each).length === 1);
    client.close(a);
    await client.diagnostics(a, (each) => each.version === undefined && codes(each).length === 0);
    await client.diagnostics(b, (each) => codes(each).length === 1);
    notes.remove("notes/b.md");
    changed(client, notes, "notes/b.md", 3);
    await client.diagnostics(b, (each) => codes(each).length === 0);
  });

  it("follow a source that changes in a buffer, before it is saved", async () => {
    const { notes, client } = await started({ "notes/a.md": wrong, "notes/b.md": good });
    const source = notes.uri("articles/post.txt");
    await client.diagnostics(notes.uri("notes/a.md"), (each) => codes(each).length === 1);
    client.open(source, post, 1, "plaintext");
    client.change(source, 2, { range: range(positionIn(post, "longest"), 7), text: "shortest" });
    await client.diagnostics(notes.uri("notes/a.md"), (each) => codes(each).length === 0);
    await client.diagnostics(notes.uri("notes/b.md"), (each) => codes(each).length === 1);
    client.close(source);
    await client.diagnostics(notes.uri("notes/a.md"), (each) => codes(each).length === 1);
    await client.diagnostics(notes.uri("notes/b.md"), (each) => codes(each).length === 0);
  });

  it("follow a source that changes, goes and comes back on disk", async () => {
    const { notes, client } = await started({ "notes/a.md": good, "notes/b.md": wrong });
    const a = notes.uri("notes/a.md");
    await client.diagnostics(notes.uri("notes/b.md"), (each) => codes(each).length === 1);
    notes.write("articles/post.txt", post.replace("longest", "shortest"));
    changed(client, notes, "articles/post.txt", 2);
    assert.deepEqual(codes(await client.diagnostics(a, (each) => codes(each).length > 0)), ["quote-altered"]);
    notes.remove("articles/post.txt");
    changed(client, notes, "articles/post.txt", 3);
    await client.diagnostics(a, (each) => codes(each).includes("source-not-found"));
    notes.write("articles/post.txt", post);
    changed(client, notes, "articles/post.txt", 1);
    await client.diagnostics(a, (each) => codes(each).length === 0);
  });

  it("are not repeated for notes on disk that stay as they are", async () => {
    const { notes, client } = await started({ "notes/a.md": wrong, "notes/b.md": wrong });
    const [a, b] = [notes.uri("notes/a.md"), notes.uri("notes/b.md")];
    await client.diagnostics(a);
    await client.diagnostics(b);
    notes.write("articles/post.txt", `${post}One more line.\n`);
    notes.write("notes/b.md", good);
    client.notify("workspace/didChangeWatchedFiles", {
      changes: ["articles/post.txt", "notes/b.md"].map((path) => ({ uri: notes.uri(path), type: 2 })),
    });
    await client.diagnostics(b, (each) => codes(each).length === 0);
    assert.equal(published(client, a).length, 1);
  });

  it("come for open notes only where that is wanted", async () => {
    const { notes, client } = await started(
      { "notes/a.md": wrong, "notes/b.md": wrong },
      { initializationOptions: { settings: { check: { scope: "open" } } } },
    );
    client.open(notes.uri("notes/b.md"), wrong, 1);
    await client.diagnostics(notes.uri("notes/b.md"), (each) => codes(each).length === 1);
    client.notify("workspace/didChangeConfiguration", { settings: { verbatim: { "check.scope": "workspace" } } });
    await client.diagnostics(notes.uri("notes/a.md"), (each) => codes(each).length === 1);
    const first = client.received.findIndex(
      ({ params }) => (params as PublishDiagnosticsParams).uri === notes.uri("notes/a.md"),
    );
    const opened = client.received.findIndex(
      ({ params }) => (params as PublishDiagnosticsParams).uri === notes.uri("notes/b.md"),
    );
    assert.ok(opened < first);
    client.notify("workspace/didChangeConfiguration", { settings: { verbatim: { "check.scope": "open" } } });
    await client.diagnostics(notes.uri("notes/a.md"), (each) => codes(each).length === 0);
  });

  it("cover several workspace folders, and folders that come and go", async () => {
    const other = notebook({ "c.md": "“Nothing of it.” ([p](/post.txt#L4))", "post.txt": post });
    const { notes, client } = await started({ "notes/a.md": wrong });
    await client.diagnostics(notes.uri("notes/a.md"), (each) => codes(each).length === 1);
    const folder = { uri: other.uri(), name: "other" };
    client.notify("workspace/didChangeWorkspaceFolders", { event: { added: [folder], removed: [] } });
    assert.deepEqual(codes(await client.diagnostics(other.uri("c.md"))), ["quote-not-found"]);
    client.notify("workspace/didChangeWorkspaceFolders", { event: { added: [], removed: [folder] } });
    await client.diagnostics(other.uri("c.md"), (each) => codes(each).length === 0);
    assert.equal(codes(await client.diagnostics(notes.uri("notes/a.md"))).length, 1);
  });

  it("come for an unsaved note, whose paths begin at the only folder", async () => {
    const { client } = await started({});
    client.open("untitled:Untitled-1", wrong.replace("../", ""), 1);
    assert.deepEqual(codes(await client.diagnostics("untitled:Untitled-1", (each) => each.version === 1)), [
      "quote-altered",
    ]);
  });

  it("say of each bad citation one thing, check all others, and leave hover and definition working", async () => {
    const outside = notebook({ "secret.txt": post });
    const bad: readonly (readonly [target: string, code: string])[] = [
      ["articles/gone.txt#L1", "source-not-found"],
      ["articles#L1", "source-not-a-file"],
      ["articles/pipe#L1", "source-not-a-file"],
      ["articles/binary.txt#L1", "source-binary"],
      ["articles/post.txt#L0", "range-invalid"],
      ["articles/post.txt#L4-L2", "range-invalid"],
      ["articles/post.txt#L99", "range-outside-source"],
      ["articles/post.txt#L1000000000000000", "range-outside-source"],
      ["100%.txt#L1", "source-not-found"],
      ["../../../../../../../../etc/hostname#L1", "source-outside-workspace"],
      ["articles/link.txt#L1", "source-outside-workspace"],
    ];
    const lines = [...bad.map(([target]) => `See [it](${target}) here.\r`), wrong.replace("../", ""), "\r"];
    const text = lines.join("\n");
    const { notes, client } = await started({
      "a.md": text,
      "articles/binary.txt": "\0\u0001\u0002PK\0\0",
      "empty.md": "",
    });
    execFileSync("mkfifo", [join(notes.folder, "articles/pipe")]);
    symlinkSync(join(outside.folder, "secret.txt"), join(notes.folder, "articles/link.txt"));
    const uri = notes.uri("a.md");
    client.open(uri, text, 2);
    const { diagnostics } = await client.diagnostics(uri, ({ version }) => version === 2);
    const byLine = lines.map((_, line) =>
      diagnostics.flatMap(({ code, range }) => (range.start.line === line ? code : [])),
    );
    assert.deepEqual(byLine, [...bad.map(([, code]) => [code]), ["quote-altered"], []]);
    for (const { message } of diagnostics) assert.doesNotMatch(String(message), /\bat .*:\d+:\d+|Error:/);
    for (let line = 0; line < lines.length; line++) {
      const params = { textDocument: { uri }, position: { line, character: 6 } };
      const hover = await client.request<{ contents: { value: string } } | null>("textDocument/hover", params);
      await client.request("textDocument/definition", params);
      assert.equal(hover === null, line === lines.length - 1, lines[line]);
    }
  });

  it("stand at an open note's URI as the client spells it", async () => {
    const { notes, client } = await started({ "a(b).md": wrong.replace("../", "") });
    const spelled = notes.uri("a(b).md");
    const encoded = spelled.replace("(", "%28").replace(")", "%29");
    await client.diagnostics(encoded, (each) => codes(each).length === 1);
    client.open(spelled, `${wrong.replace("../", "")}\n`, 1);
    await client.diagnostics(spelled, (each) => each.version === 1 && codes(each).length === 1);
    await client.diagnostics(encoded, (each) => codes(each).length === 0);
  });
});

async function started(
  files: Readonly<Record<string, string>>,
  params = {},
): Promise<{ notes: Notebook; client: Client }> {
  const notes = notebook({ "articles/post.txt": post, ...files });
  const client = startClient();
  const workspaceFolders = [{ uri: notes.uri(), name: "notes" }];
  await client.start({ capabilities: able, workspaceFolders, ...params });
  return { notes, client };
}

function published(client: Client, uri: string): PublishDiagnosticsParams[] {
  return client.received
    .filter(({ method }) => method === "textDocument/publishDiagnostics")
    .map(({ params }) => params as PublishDiagnosticsParams)
    .filter((each) => each.uri === uri);
}

function changed(client: Client, notes: Notebook, path: string, type: 1 | 2 | 3): void {
  client.notify("workspace/didChangeWatchedFiles", { changes: [{ uri: notes.uri(path), type }] });
}

function range(start: { line: number; character: number }, length: number) {
  return { start, end: { line: start.line, character: start.character + length } };
}
