import assert from "node:assert/strict";
import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { PublishDiagnosticsParams } from "vscode-languageserver/node";
import { createDiskCache } from "../../server/src/shell/diskCache.ts";
import { createNodeFileSystem } from "../../server/src/shell/nodeFileSystem.ts";
import type { Work } from "../../server/src/workspace/workspace.ts";
import { able, buildServer, type Client, endServers, startClient } from "./client.ts";
import { notebook, post, removeNotebooks } from "./notebook.ts";
import { installClock } from "./properties/clock.ts";
import { connectInProcess, counted } from "./properties/inProcess.ts";

const altered = "He called it “the shortest time in memory” ([Post](articles/post.txt#L3)).\n";
const moved = "“Nobody was hurt.” ([Post](articles/post.txt#L3))\n";
const right = "It was “the longest time in memory” ([Post](articles/post.txt#L3)).\n";
const files = { "a.md": altered, "b.md": right, "c.md": moved, "articles/post.txt": post };

describe("a server that keeps what it found", function () {
  this.timeout(60_000);
  before(async () => {
    buildServer();
    // What is loaded at the first use is no work of a server's.
    await import("../../server/src/shell/server/core.ts");
  });
  afterEach(endServers);
  after(removeNotebooks);

  /** A folder for the cache which is not there yet. */
  const newCache = () => join(notebook({}).folder, "storage", "checks");

  it("finds it again, with all that has changed while it was away", async () => {
    const book = notebook(files);
    const cacheFolder = newCache();
    const changes = [
      () => {},
      () => {},
      () => book.write("b.md", altered),
      () => book.write("articles/post.txt", post.replace("longest", "shortest")),
      () => book.write("other.txt", "Nobody was ever hurt.\n"),
      () => book.write("d.md", "“Nobody was ever hurt.” ([Post](articles/post.txt#L4))\n\n[Other](other.txt#L1)\n"),
      () => book.remove("d.md"),
      () => book.remove("articles/post.txt"),
      () => book.write("articles/post.txt", post),
    ];
    for (const change of changes) {
      change();
      const fresh = await found(startClient(), { root: book.uri() });
      assert.deepEqual(await found(startClient(), { root: book.uri(), cacheFolder }), fresh);
      assert.notDeepEqual(readdirSync(cacheFolder), []);
    }
  });

  it("takes its folder as a file URI too, and keeps nothing where it is no absolute path", async () => {
    const book = notebook(files);
    const folder = newCache();
    await found(startClient(), { root: book.uri(), cacheFolder: pathToFileURL(folder).href });
    assert.notDeepEqual(readdirSync(folder), []);
    const client = startClient();
    await found(client, { root: book.uri(), cacheFolder: "checks" });
    assert.match(logOf(client), /Nothing is kept of checks: checks is no absolute path/);
    assert.deepEqual(readdirSync(book.folder).sort(), topOf(files));
  });

  it("says in the client's language what it had found in another", async () => {
    const book = notebook(files);
    const cacheFolder = newCache();
    const [english, german] = ["en", "de"].map((locale) => ({ root: book.uri(), cacheFolder, locale }));
    const first = await found(startClient(), english);
    const second = await found(startClient(), german);
    assert.notDeepEqual(second, first);
    assert.deepEqual(second, await found(startClient(), { ...german, cacheFolder: undefined }));
    assert.deepEqual(await found(startClient(), english), first);
  });

  it("writes nothing into a workspace folder, not by a symbolic link either", async () => {
    const book = notebook(files);
    const other = notebook({});
    symlinkSync(book.folder, join(other.folder, "link"));
    for (const cacheFolder of [book.folder, join(book.folder, "checks"), join(other.folder, "link", "checks")]) {
      await found(startClient(), { root: book.uri(), cacheFolder });
    }
    assert.deepEqual(readdirSync(book.folder).sort(), topOf(files));
  });

  it("finds the same where the cache is torn, of another kind, or nonsense", async () => {
    const book = notebook(files);
    const cacheFolder = newCache();
    const expected = await found(startClient(), { root: book.uri(), cacheFolder });
    const harms: ((path: string) => void)[] = [
      (path) => truncateSync(path, readFileSync(path).length - 100),
      (path) => writeFileSync(path, readFileSync(path, "utf8").replaceAll("altered", "exactly")),
      (path) => writeFileSync(path, readFileSync(path, "utf8").replace(/\d/g, "7")),
      (path) => writeFileSync(path, "\0".repeat(1000)),
      (path) => writeFileSync(path, `${readFileSync(path, "utf8").split("\n")[0]}\n${"\t".repeat(500)}\n`),
    ];
    for (const harm of harms) {
      for (const name of readdirSync(cacheFolder)) harm(join(cacheFolder, name));
      assert.deepEqual(await found(startClient(), { root: book.uri(), cacheFolder }), expected);
    }
  });

  it("shares its folder with another server", async () => {
    const book = notebook(files);
    const cacheFolder = newCache();
    const expected = await found(startClient(), { root: book.uri() });
    const both = await Promise.all([1, 2, 3].map(() => found(startClient(), { root: book.uri(), cacheFolder })));
    for (const each of both) assert.deepEqual(each, expected);
    assert.deepEqual(await found(startClient(), { root: book.uri(), cacheFolder }), expected);
  });

  it("says in the log that it cannot be written, and works", async () => {
    const book = notebook(files);
    const folder = newCache();
    mkdirSync(join(folder, ".."));
    writeFileSync(folder, "");
    const client = startClient();
    const expected = await found(startClient(), { root: book.uri() });
    assert.deepEqual(await found(client, { root: book.uri(), cacheFolder: folder }), expected);
    assert.equal(logOf(client).split("What was found could not be kept: ").length, 2);
  });

  it("parses and judges nothing again that is as it was, and writes without being shut down", async () => {
    const book = notebook(files);
    const folder = newCache();
    const first = await workAtStart(book.uri(), folder);
    assert.deepEqual([...new Set(first.map(({ kind }) => kind))].sort(), ["judge", "parse"]);
    assert.deepEqual(await workAtStart(book.uri(), folder), []);
    book.write("b.md", `${right}\n`);
    const again = await workAtStart(book.uri(), folder);
    assert.deepEqual(again, [
      { kind: "parse", uri: book.uri("b.md") },
      { kind: "judge", uri: book.uri("b.md") },
    ]);
  });

  it("keeps nothing of a document that is open", async () => {
    const book = notebook({ "articles/post.txt": post });
    const folder = newCache();
    const work = await workAtStart(book.uri(), folder, { uri: book.uri("a.md"), text: altered });
    assert.deepEqual(new Set(work.map(({ uri }) => uri)), new Set([book.uri("a.md")]));
    assert.equal(existsSync(folder), false);
  });
});

interface Start {
  readonly root: string;
  readonly cacheFolder?: string | undefined;
  readonly locale?: string;
}

/** The diagnostics of all notes that have some, of a server that is started and shut down. */
async function found(client: Client, { root, cacheFolder, locale }: Start): Promise<Record<string, unknown>> {
  await client.start({ capabilities: able, rootUri: root, locale, initializationOptions: { cacheFolder } });
  await client.request("verbatim/checkAll", {});
  await client.request("shutdown");
  client.notify("exit");
  assert.equal(await client.exit(), 0);
  const latest = new Map<string, unknown>();
  for (const { method, params } of client.received) {
    if (method !== "textDocument/publishDiagnostics") continue;
    const { uri, diagnostics } = params as PublishDiagnosticsParams;
    if (diagnostics.length > 0) latest.set(uri, diagnostics);
    else latest.delete(uri);
  }
  return Object.fromEntries([...latest].sort());
}

function logOf(client: Client): string {
  return client.received
    .filter(({ method }) => method === "window/logMessage")
    .map(({ params }) => (params as { message: string }).message)
    .join("\n");
}

/** What a server does in its first minute. What it keeps it has written by then. */
async function workAtStart(
  root: string,
  folder: string,
  open?: { readonly uri: string; readonly text: string },
): Promise<Work[]> {
  const work: Work[] = [];
  const disk = counted(createNodeFileSystem());
  const cache = createDiskCache({ folder, context: "test" });
  const client = connectInProcess(disk.fileSystem, { cache, onWork: (one) => work.push(one) });
  const clock = installClock({
    activity: () => {
      const calls = disk.calls();
      return calls === null ? null : calls + client.traffic.count();
    },
  });
  try {
    const started = client.start({
      // Else the library looks for ever whether that process is still there.
      processId: null,
      capabilities: able,
      rootUri: root,
      initializationOptions: { cacheFolder: folder },
    });
    await clock.advance(0);
    await started;
    if (open !== undefined) client.open(open.uri, open.text);
    await clock.advance(60_000);
    const written = contentOf(folder);
    const ended = client.request("shutdown");
    await clock.advance(0);
    await ended;
    assert.deepEqual(contentOf(folder), written);
  } finally {
    client.dispose();
    clock.uninstall();
  }
  return work;
}

function contentOf(folder: string): Record<string, string> {
  const names = existsSync(folder) ? readdirSync(folder) : [];
  return Object.fromEntries(names.map((name) => [name, readFileSync(join(folder, name), "utf8")]));
}

/** The names at the top of a tree of files, in order. */
function topOf(tree: Readonly<Record<string, unknown>>): string[] {
  return [...new Set(Object.keys(tree).map((path) => path.split("/")[0]))].sort();
}
