import assert from "node:assert/strict";
import { FileChangeType } from "vscode-languageserver/node";
import type { CheckedParams, EvidenceParams, EvidenceResult } from "../../server/src/shell/protocol.ts";
import { able, buildServer, endServers, startClient } from "./client.ts";
import { notebook, post, removeNotebooks } from "./notebook.ts";

const good = "“the longest time in memory” ([Post](post.txt#L3))\n";
const wrong = good.replace("longest", "shortest");
const roots: EvidenceParams = {
  grouping: "source",
  filter: { verdicts: null, quotes: null },
  branches: [{ parent: null, limit: 10 }],
};

describe("the evidence over stdio", function () {
  this.timeout(30_000);
  before(buildServer);
  afterEach(endServers);
  after(removeNotebooks);

  async function start(files: Readonly<Record<string, string>>) {
    const book = notebook(files);
    const client = startClient();
    const initializationOptions = { verbatim: { checked: true } };
    await client.start({ capabilities: able, rootUri: book.uri(), initializationOptions });
    await client.request("verbatim/checkAll", {});
    const ask = (params: Partial<EvidenceParams> = {}) =>
      client.request<EvidenceResult>("verbatim/evidence", { ...roots, ...params });
    return { ...book, client, ask };
  }

  it("is answered branch by branch, with the figures of the whole", async () => {
    const { ask, uri } = await start({ "a.md": good + wrong, "b.md": good, "post.txt": post });
    const { totals, branches } = await ask();
    assert.deepEqual(totals, { notes: 2, citing: 2, quotes: 3, shown: 3, wrong: 1 });
    const [source] = branches[0].nodes;
    assert.deepEqual([source.label, source.description], ["post.txt", "1 altered, 2 exact"]);
    assert.equal(source.source?.uri, uri("post.txt"));
    const answer = await ask({
      filter: { verdicts: ["altered"], quotes: null },
      branches: [
        { parent: null, limit: 1 },
        { parent: source.id, limit: 1 },
      ],
    });
    assert.equal(answer.totals.shown, 1);
    assert.deepEqual(
      answer.branches.map(({ nodes, more }) => [nodes.map(({ label }) => label), more]),
      [
        [["post.txt"], 0],
        [["Line 3"], 0],
      ],
    );
  });

  it("names open notes as the client does", async () => {
    const { ask, client, uri } = await start({ "a.md": good, "post.txt": post });
    const spelled = uri("a.md").replace("a.md", "%61.md");
    client.open(spelled, good);
    await client.diagnostics(spelled);
    const { branches } = await ask({ grouping: "note" });
    assert.equal(branches[0].nodes[0].note?.uri, spelled);
  });

  it("is told to have changed where a source comes that nobody cites", async () => {
    const { ask, client, uri, write } = await start({ "a.md": good, "post.txt": post });
    const uncited = async () =>
      (await ask({ branches: [{ parent: "uncited", limit: 10 }] })).branches[0].nodes.map(({ label }) => label);
    assert.deepEqual(await uncited(), []);
    const before = client.received.length;
    write("letter.txt", "Dear all.\n");
    client.notify("workspace/didChangeWatchedFiles", {
      changes: [{ uri: uri("letter.txt"), type: FileChangeType.Created }],
    });
    await client.notification<CheckedParams>("verbatim/checked", () =>
      client.received.slice(before).some(({ method }) => method === "verbatim/checked"),
    );
    assert.deepEqual(await uncited(), ["letter.txt"]);
  });

  it("refuses a request without branches in words", async () => {
    const { client } = await start({ "a.md": good, "post.txt": post });
    await assert.rejects(client.request("verbatim/evidence", { grouping: "note" }), /no valid “branches”/);
  });
});
