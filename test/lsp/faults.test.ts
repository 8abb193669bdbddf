import assert from "node:assert/strict";
import { EventEmitter, once } from "node:events";
import { symlinkSync } from "node:fs";
import { join } from "node:path";
import { type CancellationToken, CancellationTokenSource } from "vscode-languageserver/node";
import { able, buildServer, type Client, codes, endServers, startClient } from "./client.ts";
import { notebook, post, removeNotebooks } from "./notebook.ts";

describe("the server, whatever happens around it,", function () {
  this.timeout(30_000);
  before(buildServer);
  afterEach(endServers);
  after(removeNotebooks);

  const altered = "He called it “the shortest time in memory” ([Post](post.txt#L3)).\n";
  const right = post.replace("longest", "shortest");
  const noWatching = { ...able, workspace: { workspaceFolders: true } };
  const hover = (client: Client, uri: string, token?: CancellationToken) =>
    client.request("textDocument/hover", { textDocument: { uri }, position: { line: 0, character: 20 } }, token);

  it("answers each of a thousand hovers that are cancelled at once, and the next as ever", async () => {
    const { uri } = notebook({ "a.md": altered, "post.txt": post });
    const client = startClient();
    await client.start({ capabilities: able, rootUri: uri() });
    const outcomes = Array.from({ length: 1000 }, () => {
      const source = new CancellationTokenSource();
      const reply = hover(client, uri("a.md"), source.token);
      source.cancel();
      return reply.then(
        () => "answered",
        ({ code }: { code: number }) => code,
      );
    });
    const other = (await Promise.all(outcomes)).filter((outcome) => outcome !== "answered" && outcome !== -32800);
    assert.deepEqual(other, []);
    assert.match(JSON.stringify(await hover(client, uri("a.md"))), /longest/);
  });

  it("asks a client that does not answer once, and again when it does", async () => {
    const { uri } = notebook({ "post.txt": post });
    const client = startClient();
    const answers: (() => void)[] = [];
    const requests = new EventEmitter();
    client.answer("workspace/codeLens/refresh", () => {
      requests.emit("refresh");
      return new Promise<null>((answer) => answers.push(() => answer(null)));
    });
    const workspace = { ...able.workspace, codeLens: { refreshSupport: true } };
    const first = once(requests, "refresh");
    await client.start({ capabilities: { ...able, workspace }, rootUri: uri() });
    client.open(uri("a.md"), altered);
    await first;
    for (let version = 2; version <= 6; version++) {
      client.change(uri("a.md"), version, { text: altered.repeat(version) });
      await client.diagnostics(uri("a.md"), (published) => published.version === version);
    }
    const second = once(requests, "refresh");
    answers[0]();
    await second;
    assert.equal(answers.length, 2);
  });

  it("finds changes of sources, notes and folders itself where the client does not tell of them", async () => {
    const notes = notebook({ "a.md": altered, "other.md": altered, "post.txt": post });
    const { uri } = notes;
    const client = startClient();
    await client.start({ capabilities: noWatching, rootUri: uri() });
    client.open(uri("a.md"), altered);
    await client.diagnostics(uri("a.md"), (published) => codes(published).length === 1);
    await client.diagnostics(uri("other.md"));
    notes.write("post.txt", right);
    await client.diagnostics(uri("a.md"), (published) => codes(published).length === 0);
    await client.diagnostics(uri("other.md"), (published) => codes(published).length === 0);
    notes.remove("post.txt");
    await client.diagnostics(uri("a.md"), (published) => codes(published).includes("source-not-found"));
    notes.write("post.txt", post);
    await client.diagnostics(uri("a.md"), (published) => codes(published)[0] === "quote-altered");

    notes.write("other.md", "Nothing is cited.\n");
    notes.write("sub/new.md", "“None of this.” ([p](../post.txt#L1))\n");
    client.notify("textDocument/didSave", { textDocument: { uri: uri("a.md") } });
    await client.diagnostics(uri("sub/new.md"), (published) => codes(published)[0] === "quote-not-found");
    await client.diagnostics(uri("other.md"), (published) => codes(published).length === 0);
  });

  it("takes nothing for known when all notes are checked", async () => {
    const notes = notebook({ "a.md": altered, "gone.md": altered, "post.txt": post });
    const { uri } = notes;
    const client = startClient();
    await client.start({ capabilities: able, rootUri: uri() });
    await client.diagnostics(uri("a.md"), (published) => codes(published).length === 1);
    await client.diagnostics(uri("gone.md"), (published) => codes(published).length === 1);
    notes.write("post.txt", right);
    notes.remove("gone.md");
    notes.write("new.md", "“None of this.” ([p](post.txt#L1))\n");
    await client.request("verbatim/checkAll", {});
    await client.diagnostics(uri("a.md"), (published) => codes(published).length === 0);
    await client.diagnostics(uri("gone.md"), (published) => codes(published).length === 0);
    await client.diagnostics(uri("new.md"), (published) => codes(published)[0] === "quote-not-found");
  });

  it("reads again by itself what it could not read for a while", async () => {
    const { folder, uri, write, remove } = notebook({ "a.md": altered });
    symlinkSync("post.txt", join(folder, "post.txt"));
    const client = startClient();
    await client.start({ capabilities: able, rootUri: uri() });
    client.open(uri("open.md"), altered);
    for (const name of ["a.md", "open.md"]) {
      await client.diagnostics(uri(name), (published) => codes(published)[0] === "source-unreadable");
    }
    remove("post.txt");
    write("post.txt", post);
    for (const name of ["a.md", "open.md"]) {
      await client.diagnostics(uri(name), (published) => codes(published)[0] === "quote-altered");
    }
  });

  it("checks all notes in the end where it may open only a few files at a time", async () => {
    const files = Object.fromEntries(Array.from({ length: 40 }, (_, index) => [`${index}.md`, altered]));
    const { uri } = notebook({ ...files, "post.txt": post });
    const client = startClient({ openFiles: 22 });
    await client.start({ capabilities: able, rootUri: uri() });
    for (const name of Object.keys(files)) {
      await client.diagnostics(uri(name), (published) => codes(published)[0] === "quote-altered");
    }
  });
});
