import assert from "node:assert/strict";
import type { ApplyWorkspaceEditParams, CodeAction, TextDocumentEdit } from "vscode-languageserver/node";
import { able, buildServer, type Client, endServers, startClient } from "./client.ts";
import { type Notebook, notebook, post, removeNotebooks } from "./notebook.ts";

const moved = "He said “the longest time in memory” ([Post](post.txt#L1)).\n";
const wrong = "> The ferries sail again on Tuesday.\n>\n> — [Post](post.txt#L5)\n";
const capabilities = {
  ...able,
  textDocument: {
    ...able.textDocument,
    codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: [] } } },
  },
  workspace: { ...able.workspace, applyEdit: true, workspaceEdit: { documentChanges: true } },
};

describe("fixing all re-points over stdio", function () {
  this.timeout(30_000);
  before(buildServer);
  afterEach(endServers);
  after(removeNotebooks);

  it("mends a note as it stands, where a client asks for just that", async () => {
    const { client, notes } = await opened();
    client.change(notes.uri("open.md"), 2, { text: `Once more.\n${moved}${moved}${wrong}` });
    for (const only of [["source.fixAll.verbatim"], ["source.fixAll"], ["source"]]) {
      const [action, ...others] = await actions(client, notes, only);
      assert.deepEqual([action.kind, others], ["source.fixAll.verbatim", []]);
      const [{ textDocument, edits }] = (action.edit?.documentChanges ?? []) as TextDocumentEdit[];
      assert.deepEqual(textDocument, { uri: notes.uri("open.md"), version: 2 });
      assert.deepEqual(edits, [
        { range: range(1, 53, 56), newText: "#L3" },
        { range: range(2, 53, 56), newText: "#L3" },
      ]);
    }
  });

  it("offers it to nobody who asks for fixes of a place, or for another kind", async () => {
    const { client, notes } = await opened();
    for (const only of [undefined, ["quickfix"], ["source.organizeImports"], ["source.fixAll.eslint"]]) {
      const kinds = (await actions(client, notes, only)).map(({ kind }) => kind);
      assert.ok(!kinds.includes("source.fixAll.verbatim"), String(only));
    }
  });

  it("mends the whole workspace in one edit, open or not", async () => {
    const { client, notes } = await opened();
    const applied: ApplyWorkspaceEditParams[] = [];
    client.answer("workspace/applyEdit", (params: ApplyWorkspaceEditParams) => {
      applied.push(params);
      return { applied: true };
    });
    const result = await fixAll(client);
    assert.deepEqual(result, { text: "2 citations mended in 2 notes.", citations: 2, applied: true });
    assert.deepEqual(applied, [
      {
        label: "Fix all re-points",
        edit: {
          documentChanges: [
            {
              textDocument: { uri: notes.uri("closed.md"), version: null },
              edits: [{ range: range(0, 53, 56), newText: "#L3" }],
            },
            {
              textDocument: { uri: notes.uri("open.md"), version: 1 },
              edits: [{ range: range(0, 53, 56), newText: "#L3" }],
            },
          ],
        },
      },
    ]);
  });

  it("mends notes that get no diagnostics too", async () => {
    const { client } = await opened({ "check.scope": "open" });
    client.answer("workspace/applyEdit", () => ({ applied: true }));
    assert.equal((await fixAll(client)).citations, 2);
  });

  it("says so where there is nothing to mend, or the client refuses", async () => {
    const { client, notes } = await opened();
    client.answer("workspace/applyEdit", () => ({ applied: false }));
    assert.equal((await fixAll(client)).text, "The citations were not mended.");
    notes.write("closed.md", wrong);
    client.notify("workspace/didChangeWatchedFiles", { changes: [{ uri: notes.uri("closed.md"), type: 2 }] });
    client.change(notes.uri("open.md"), 2, { text: wrong });
    const text = "No citation can be mended without a look at it.";
    assert.deepEqual(await fixAll(client), { text, citations: 0, applied: true });
  });

  it("is refused for a client that applies no edits", async () => {
    const { client } = await opened({}, able);
    await assert.rejects(fixAll(client), /applies no edits/);
    await assert.rejects(client.request("workspace/executeCommand", { command: "verbatim.nothing" }), /no command/);
  });
});

async function opened(settings: object = {}, can: object = capabilities): Promise<{ client: Client; notes: Notebook }> {
  const notes = notebook({ "open.md": moved, "closed.md": `${moved}\n${wrong}`, "wrong.md": wrong, "post.txt": post });
  const client = startClient();
  await client.start({ capabilities: can, rootUri: notes.uri(), initializationOptions: { settings } });
  client.open(notes.uri("open.md"), moved);
  return { client, notes };
}

async function actions(client: Client, notes: Notebook, only?: readonly string[]): Promise<CodeAction[]> {
  const context = { diagnostics: [], ...(only === undefined ? {} : { only }) };
  const params = { textDocument: { uri: notes.uri("open.md") }, range: range(0, 0, 5), context };
  return client.request("textDocument/codeAction", params);
}

function fixAll(client: Client): Promise<{ text: string; citations: number; applied: boolean }> {
  return client.request("workspace/executeCommand", { command: "verbatim.fixAll" });
}

function range(line: number, start: number, end: number) {
  return { start: { line, character: start }, end: { line, character: end } };
}
