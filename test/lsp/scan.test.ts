import assert from "node:assert/strict";
import {
  CancellationTokenSource,
  type Location,
  type ProgressToken,
  type PublishDiagnosticsParams,
  type WorkDoneProgressBegin,
} from "vscode-languageserver/node";
import type { CheckResult, StatusParams } from "../../server/src/shell/protocol.ts";
import { makeNotebook } from "../bench/notebook/notebook.ts";
import { ableToAll, buildServer, type Client, codes, endServers, positionIn, startClient } from "./client.ts";
import { notebook, post, removeNotebooks } from "./notebook.ts";

const good = "“the longest time in memory” ([Post](post.txt#L3))\n";
const wrong = good.replace("longest", "shortest");

describe("a first scan over stdio", function () {
  this.timeout(60_000);
  before(buildServer);
  afterEach(endServers);
  after(removeNotebooks);

  it("is stopped by the person who sees its progress, and open notes are checked all the same", async () => {
    const { client, uri } = await scanning();
    client.open(uri("open.md"), good);
    const token = await whileAsking(client, uri("open.md"), progressBegun(client));
    client.notify("window/workDoneProgress/cancel", { token });
    const { summary: told } = await status(client, "ready");
    assert.match(told, /was stopped before all notes were checked/);
    client.change(uri("open.md"), 2, { text: wrong });
    const published = await client.diagnostics(uri("open.md"), ({ version }) => version === 2);
    assert.deepEqual(codes(published), ["quote-altered"]);
    const { summary } = await client.request<CheckResult>("verbatim/checkAll", {});
    assert.equal(summary.notes, many + 1);
  });

  it("lets go who asked for references and no longer wants them, and gives all of them to the next", async () => {
    const { client, uri } = await scanning();
    const params = {
      textDocument: { uri: uri("post.txt") },
      position: positionIn(post, "longest"),
      context: { includeDeclaration: false },
    };
    const source = new CancellationTokenSource();
    const unwanted = client.request("textDocument/references", params, source.token);
    source.cancel();
    await assert.rejects(unwanted, { code: -32800 });
    assert.equal(has(client, "ready"), false);
    const places = await client.request<Location[]>("textDocument/references", params);
    assert.deepEqual([...new Set(places.map((place) => place.uri))], [uri("open.md")]);
  });

  it("begins anew where settings change meanwhile, and ends with what these say", async () => {
    const { client } = await scanning();
    await client.notification("textDocument/publishDiagnostics", () => true);
    client.notify("workspace/didChangeConfiguration", {
      settings: { verbatim: { rules: { "quote-altered": "information" } } },
    });
    await status(client, "ready");
    const severities = new Set<unknown>();
    for (const { diagnostics } of newest(client).values())
      for (const { code, severity } of diagnostics) if (code === "quote-altered") severities.add(severity);
    assert.deepEqual([...severities], [3]);
  });
});

describe("watcher events over stdio", function () {
  this.timeout(60_000);
  before(buildServer);
  afterEach(endServers);
  after(removeNotebooks);

  it("by thousands tell of each note once", async () => {
    const names = Array.from({ length: 300 }, (_, index) => `${index}.md`);
    const { uri, write } = notebook({ ...Object.fromEntries(names.map((name) => [name, good])), "post.txt": post });
    const client = startClient();
    await client.start({
      capabilities: ableToAll,
      rootUri: uri(),
      initializationOptions: { verbatim: { status: true } },
    });
    await status(client, "ready");
    const before = client.received.length;
    write("post.txt", post.replace("longest", "shortest"));
    for (let burst = 0; burst < 50; burst++) {
      const changes = Array.from({ length: 100 }, (_, index) => {
        const name = index % 2 === 0 ? "post.txt" : names[(burst * 50 + index) % names.length];
        return { uri: uri(name), type: 2 };
      });
      client.notify("workspace/didChangeWatchedFiles", { changes });
    }
    await Promise.all(names.map((name) => client.diagnostics(uri(name), (published) => codes(published).length > 0)));
    await client.request("verbatim/checkAll", {});
    const told = client.received.slice(before).filter(({ method }) => method === "textDocument/publishDiagnostics");
    assert.equal(told.length, names.length);
  });
});

const many = 300;

/** A server that has begun with a notebook which takes it a while; `open.md` alone cites `post.txt`. */
async function scanning() {
  const { notes, sources } = makeNotebook({ seed: 5, notes: many });
  const files = Object.fromEntries([...notes, ...sources].map(({ path, text }) => [path, text]));
  const { uri } = notebook({ ...files, "post.txt": post, "open.md": good });
  const client = startClient();
  await client.start({
    capabilities: ableToAll,
    rootUri: uri(),
    initializationOptions: { verbatim: { status: true } },
  });
  await status(client, "scanning");
  return { client, uri };
}

function status(client: Client, state: StatusParams["state"]): Promise<StatusParams> {
  return client.notification<StatusParams>("verbatim/status", (params) => params.state === state);
}

function has(client: Client, state: StatusParams["state"]): boolean {
  return client.received.some(
    ({ method, params }) => method === "verbatim/status" && (params as StatusParams).state === state,
  );
}

async function progressBegun(client: Client): Promise<ProgressToken> {
  type Begun = { readonly token: ProgressToken; readonly value: WorkDoneProgressBegin };
  const { token } = await client.notification<Begun>("$/progress", ({ value }) => value.kind === "begin");
  return token;
}

/** What is awaited, while the client asks for one hover after the other: the scan stands back for them, and lasts. */
async function whileAsking<T>(client: Client, uri: string, awaited: Promise<T>): Promise<T> {
  let isThere = false;
  const done = awaited.finally(() => {
    isThere = true;
  });
  while (!isThere) {
    await client.request("textDocument/hover", { textDocument: { uri }, position: { line: 0, character: 4 } });
  }
  return done;
}

/** The diagnostics of each document that were published last. */
function newest(client: Client): Map<string, PublishDiagnosticsParams> {
  return new Map(
    client.received
      .filter(({ method }) => method === "textDocument/publishDiagnostics")
      .map(({ params }) => params as PublishDiagnosticsParams)
      .map((params) => [params.uri, params]),
  );
}
