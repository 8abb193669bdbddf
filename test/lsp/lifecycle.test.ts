import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { CancellationTokenSource, type InitializeResult } from "vscode-languageserver/node";
import { able, buildServer, type Client, codes, endServers, startClient, startIpcClient } from "./client.ts";
import { notebook, post, removeNotebooks } from "./notebook.ts";

describe("the server's life", function () {
  this.timeout(30_000);
  before(buildServer);
  afterEach(endServers);
  after(removeNotebooks);

  const hover = (client: Client, uri = "file:///nowhere/a.md") =>
    client.request("textDocument/hover", { textDocument: { uri }, position: { line: 0, character: 0 } });

  it("answers initialize with what it can do", async () => {
    const { capabilities, serverInfo } = await startClient().start();
    assert.equal(capabilities.positionEncoding, "utf-16");
    assert.equal(capabilities.hoverProvider, true);
    assert.equal(capabilities.definitionProvider, true);
    assert.equal(serverInfo?.name, "Verbatim");
    assert.match(serverInfo?.version ?? "", /^\d+\.\d+\.\d+$/);
  });

  it("refuses requests before initialize, known and unknown ones, and drops notifications", async () => {
    const client = startClient();
    client.open("file:///nowhere/a.md", "x");
    await assert.rejects(hover(client), { code: -32002 });
    await assert.rejects(client.request("workspace/symbol", { query: "" }), { code: -32002 });
    await client.start();
    assert.equal(await hover(client), null);
  });

  it("serves a client that says nothing of itself, or nonsense", async () => {
    const { uri } = notebook({ "a.md": "x" });
    for (const params of [undefined, {}, { capabilities: null }, { capabilities: "all", workspaceFolders: 3 }]) {
      const client = startClient();
      const { capabilities } = await client.request<InitializeResult>("initialize", params);
      assert.equal(capabilities.hoverProvider, true);
      client.notify("initialized");
      assert.equal(await hover(client, uri("a.md")), null);
    }
  });

  it("refuses a second initialize", async () => {
    const client = startClient();
    await client.start();
    await assert.rejects(client.start(), { code: -32600 });
    assert.equal(await hover(client), null);
  });

  it("refuses requests after shutdown and exits with 0", async () => {
    const client = startClient();
    await client.start();
    await client.request("shutdown");
    await assert.rejects(hover(client), { code: -32600 });
    await assert.rejects(client.request("workspace/symbol", { query: "" }), { code: -32600 });
    client.notify("exit");
    assert.equal(await client.exit(), 0);
  });

  it("exits with 1 where nobody shut it down", async () => {
    const client = startClient();
    await client.start();
    client.notify("exit");
    assert.equal(await client.exit(), 1);
  });

  it("exits when its input closes", async () => {
    const client = startClient();
    await client.start();
    client.process.stdin?.end();
    assert.equal(await client.exit(), 1);
  });

  it("exits when the process that it serves is gone, its input still open", async () => {
    const editor = spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)"]);
    const client = startClient();
    await client.start({ processId: editor.pid });
    editor.kill("SIGKILL");
    assert.equal(await client.exit(), 1);
  });

  it("says that it knows no such request", async () => {
    const client = startClient();
    await client.start();
    await assert.rejects(client.request("textDocument/rename", {}), { code: -32601 });
  });

  it("answers wrong parameters with an error, and the next request as ever", async () => {
    const client = startClient();
    await client.start();
    for (const params of [{}, { textDocument: {} }, { textDocument: { uri: 7 }, position: {} }, [], "x"]) {
      await assert.rejects(client.request("textDocument/hover", params), { code: -32602 });
    }
    client.notify("textDocument/didOpen", {});
    client.notify("textDocument/didChange", { textDocument: { uri: "file:///x.md" }, contentChanges: "no" });
    client.notify("workspace/didChangeWatchedFiles", {});
    assert.equal(await hover(client), null);
  });

  it("has no answer for documents that are none of its own", async () => {
    const { folder, uri } = notebook({ "a.md": "Nothing is cited.", "p.txt": post });
    const client = startClient();
    await client.start({ capabilities: able, rootUri: uri() });
    assert.equal(await hover(client, "file:///nowhere/a.md"), null);
    const strange = [
      "",
      "file:///nowhere/a.txt",
      "file:///%",
      "file://host/share/a.txt",
      "untitled:Untitled-1",
      "vscode-notebook-cell:/a.ipynb#W0",
      `git:${folder}/a.md?ref`,
      "not a uri",
      uri("p.txt"),
      uri(),
    ];
    for (const each of strange) {
      client.open(each, "“We” ([p](p.txt#L1))", 1, "plaintext");
      assert.equal(await hover(client, each), null, each);
      const document = { textDocument: { uri: each }, position: { line: 0, character: 1 } };
      assert.equal(await client.request("textDocument/definition", document), null, each);
      assert.equal(await client.request("textDocument/documentLink", document), null, each);
      client.close(each);
    }
  });

  it("serves a client that names its folder in an old way, or none", async () => {
    const { folder, uri } = notebook({ "a.md": "“None of this.” ([p](/p.txt#L1))", "p.txt": post });
    const old = startClient();
    await old.start({ rootPath: folder });
    assert.deepEqual(codes(await old.diagnostics(uri("a.md"))), ["quote-not-found"]);
    const single = startClient();
    await single.start();
    single.open(uri("a.md"), "“None of this.” ([p](p.txt#L1))", 4);
    const published = await single.diagnostics(uri("a.md"));
    assert.deepEqual([codes(published), published.version], [["quote-not-found"], 4]);
  });

  it("serves over the channel between processes, and exits when that closes", async () => {
    const { uri } = notebook({ "a.md": "“None of this.” ([p](p.txt#L1))", "p.txt": post });
    const client = startIpcClient();
    await client.start({ rootUri: uri() });
    assert.deepEqual(codes(await client.diagnostics(uri("a.md"))), ["quote-not-found"]);
    client.process.disconnect();
    assert.equal(await client.exit(), 1);
  });

  it("is what the command line starts", async () => {
    const { uri } = notebook({ "a.md": "“None of this.” ([p](p.txt#L1))", "p.txt": post });
    const client = startClient({ args: ["out/lsp/cli.js", "lsp", "--stdio"] });
    await client.start({ rootUri: uri() });
    assert.deepEqual(codes(await client.diagnostics(uri("a.md"))), ["quote-not-found"]);
  });

  it("answers every one of many requests that are cancelled at once", async () => {
    const { uri } = notebook({ "a.md": "“None of this.” ([p](p.txt#L1))", "p.txt": post });
    const client = startClient();
    await client.start({ capabilities: able, rootUri: uri() });
    const replies = Array.from({ length: 200 }, (_, index) => {
      const source = new CancellationTokenSource();
      const reply = client.request(
        "textDocument/hover",
        { textDocument: { uri: uri("a.md") }, position: { line: 0, character: 3 } },
        source.token,
      );
      if (index % 2 === 0) source.cancel();
      return reply.then(
        () => "answered",
        (error: { code: number }) => error.code,
      );
    });
    const outcomes = new Set(await Promise.all(replies));
    assert.deepEqual(
      [...outcomes].filter((outcome) => outcome !== "answered" && outcome !== -32800),
      [],
    );
    assert.ok(outcomes.has("answered"));
  });
});
