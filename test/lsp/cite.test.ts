import assert from "node:assert/strict";
import { type CiteParams, type CiteResult, citeCommand, citeRequest } from "../../server/src/shell/protocol.ts";
import { able, buildServer, endServers, positionIn, startClient } from "./client.ts";
import { notebook, post, removeNotebooks } from "./notebook.ts";

const words = "the longest time in memory";
const range = { start: positionIn(post, words), end: positionIn(post, words, words.length) };
const quoted = `"${words}" ([post](articles/post.txt#L3))`;

describe("citing over stdio", function () {
  this.timeout(30_000);
  before(buildServer);
  afterEach(endServers);
  after(removeNotebooks);

  async function opened() {
    const notes = notebook({ "note.md": "It was shut for \n", "articles/post.txt": post });
    const client = startClient();
    await client.start({ capabilities: able, rootUri: notes.uri() });
    const source = notes.uri("articles/post.txt");
    const cite = (params: CiteParams) => client.request<CiteResult>(citeRequest, params);
    return { notes, client, source, cite, uri: notes.uri("note.md") };
  }

  it("writes what a check of the note finds right", async () => {
    const { client, source, cite, uri } = await opened();
    const text = "It was shut for .\n";
    client.open(uri, text);
    const at = { line: 0, character: 16 };
    const answer = await cite({
      source: { uri: source, ranges: [range] },
      note: { uri, range: { start: at, end: at } },
    });
    assert.deepEqual(answer, { text: quoted, problem: null, isOnlyNote: false });
    client.change(uri, 2, { range: { start: at, end: at }, text: quoted });
    const { diagnostics } = await client.diagnostics(uri, ({ version }) => version === 2);
    assert.deepEqual(diagnostics, []);
  });

  it("is a command for clients that know no other request", async () => {
    const { client, source, uri } = await opened();
    const params: CiteParams = { source: { uri: source, ranges: [range] }, note: { uri }, shape: "citation" };
    const answer = await client.request("workspace/executeCommand", { command: citeCommand, arguments: [params] });
    assert.deepEqual(answer, { text: "\n[post](articles/post.txt#L3)", problem: null, isOnlyNote: false });
  });

  it("quotes a source as it stands in the editor", async () => {
    const { client, source, cite, uri } = await opened();
    client.open(source, "One line\r\nand the last, which nobody saved", 1, "plaintext");
    const end = { line: 1, character: 13 };
    const ranges = [{ start: { line: 0, character: 4 }, end }];
    const answer = await cite({ source: { uri: source, ranges }, note: { uri } });
    assert.equal(answer.text, '\n"line and the last," ([post](articles/post.txt#L1-L2))');
  });

  it("begins paths at the workspace folder where no note is named", async () => {
    const { source, cite } = await opened();
    assert.equal((await cite({ source: { uri: source, ranges: [range] } })).text, quoted);
  });

  it("says why nothing can be cited", async () => {
    const { source, cite, uri, notes } = await opened();
    const blank = { start: { line: 1, character: 0 }, end: { line: 1, character: 0 } };
    const elsewhere = new URL("../elsewhere.txt", notes.uri("x")).href;
    for (const [params, problem] of [
      [{ source: { uri: source, ranges: [blank] }, note: { uri } }, /holds no words/],
      [{ source: { uri: elsewhere, ranges: [range] }, note: { uri } }, /No note can cite/],
      [{ source: { uri: "untitled:Untitled-1", ranges: [range] }, note: { uri } }, /save it first/],
      [{ source: { uri: source, ranges: [range] }, note: { uri: notes.uri("none.md") } }, /save it first/],
    ] as const) {
      const answer = await cite(params);
      assert.equal(answer.text, null);
      assert.match(answer.problem ?? "", problem);
    }
  });

  it("answers with an error where the request makes no sense", async () => {
    const { client, source } = await opened();
    for (const params of [
      null,
      {},
      { source: {} },
      { source: { uri: source, ranges: [{}] } },
      { source: { uri: source, ranges: 1 } },
    ]) {
      await assert.rejects(client.request(citeRequest, params), /no valid “source”|no ranges/);
    }
    await assert.rejects(client.request("workspace/executeCommand", { command: "x" }), /no command/);
  });
});
