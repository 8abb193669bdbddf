import assert from "node:assert/strict";
import { CancellationTokenSource, type ProgressToken, type WorkDoneProgressBegin } from "vscode-languageserver/node";
import type { CheckResult, StatusParams } from "../../server/src/shell/protocol.ts";
import { able, buildServer, codes, endServers, startClient } from "./client.ts";
import { notebook, post, removeNotebooks } from "./notebook.ts";

const good = "“the longest time in memory” ([Post](post.txt#L3))\n";
const wrong = good.replace("longest", "shortest");

describe("checking all notes over stdio", function () {
  this.timeout(30_000);
  before(buildServer);
  afterEach(endServers);
  after(removeNotebooks);

  it("sums up in words and figures, publishes whatever the scope, and reports progress", async () => {
    const { uri } = notebook({ "a.md": good + wrong, "b.md": good, "plain.md": "No quotes.", "post.txt": post });
    const client = startClient();
    const initializationOptions = { settings: { "check.scope": "open" } };
    await client.start({ capabilities: able, rootUri: uri(), initializationOptions });
    const { text, summary } = await client.request<CheckResult>("verbatim/checkAll", { workDoneToken: "t" });
    assert.equal(text, "3 quotes in 2 notes: 2 exact, 1 altered");
    assert.deepEqual([summary.notes, summary.quotes, summary.sources, summary.errors], [2, 3, 1, 1]);
    assert.deepEqual(codes(await client.diagnostics(uri("a.md"))), ["quote-altered"]);
    const begun = await client.notification<{ token: ProgressToken; value: WorkDoneProgressBegin }>(
      "$/progress",
      () => true,
    );
    assert.deepEqual([begun.token, begun.value.kind, begun.value.cancellable], ["t", "begin", true]);
    await client.notification<{ value: { kind: string } }>("$/progress", ({ value }) => value.kind === "end");
  });

  it("can be cancelled, and the server works on", async () => {
    const files = Object.fromEntries(Array.from({ length: 400 }, (_, index) => [`${index}.md`, wrong]));
    const { uri } = notebook({ ...files, "post.txt": post });
    const client = startClient();
    await client.start({ capabilities: able, rootUri: uri() });
    const source = new CancellationTokenSource();
    const result = client.request("verbatim/checkAll", { workDoneToken: 1 }, source.token);
    await client.notification("$/progress", () => true);
    source.cancel();
    await assert.rejects(result, { code: -32800 });
    const { text } = await client.request<CheckResult>("verbatim/checkAll", {});
    assert.equal(text, "400 quotes in 400 notes: 400 altered");
  });

  it("checks one note", async () => {
    const { uri } = notebook({ "a.md": good + wrong, "b.md": good, "post.txt": post });
    const client = startClient();
    await client.start({ capabilities: able, rootUri: uri() });
    client.open(uri("a.md"), good + wrong);
    const { text, summary } = await client.request<CheckResult>("verbatim/checkNote", { uri: uri("a.md") });
    assert.deepEqual([text, summary.errors], ["2 quotes in 1 note: 1 exact, 1 altered", 1]);
    assert.equal(await client.request("verbatim/checkNote", { uri: uri("post.txt") }), null);
  });

  it("tells its state to a client that asks, and to no other", async () => {
    const { uri } = notebook({ "a.md": good, "post.txt": post });
    const telling = startClient();
    const initializationOptions = { verbatim: { status: true }, settings: { hover: { maxLines: 0 } } };
    await telling.start({ capabilities: able, rootUri: uri(), initializationOptions });
    await telling.notification<StatusParams>("verbatim/status", ({ state }) => state === "scanning");
    const { summary, problems } = await telling.notification<StatusParams>(
      "verbatim/status",
      ({ state }) => state === "ready",
    );
    assert.equal(summary, "1 quote in 1 note: 1 exact");
    assert.equal(problems.length, 1);
    const silent = startClient();
    await silent.start({ capabilities: able, rootUri: uri() });
    await silent.request("verbatim/checkAll", {});
    assert.equal(
      silent.received.some(({ method }) => method === "verbatim/status"),
      false,
    );
  });
});
