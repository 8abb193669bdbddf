import assert from "node:assert/strict";
import { renameSync } from "node:fs";
import { join } from "node:path";
import type { InitializeResult, TextDocumentEdit, WorkspaceEdit } from "vscode-languageserver/node";
import { CancellationTokenSource } from "vscode-languageserver/node";
import { TextDocument } from "vscode-languageserver-textdocument";
import { able, buildServer, type Client, codes, endServers, startClient } from "./client.ts";
import { type Notebook, notebook, post, removeNotebooks } from "./notebook.ts";

const open = "He said “the longest time in memory” ([Post](articles/post.txt#L3)).\r\n";
const closed = "> The ferries sail again on Monday.\n>\n> — [[post.txt#L5]]\n";
const versioned = { ...able, workspace: { ...able.workspace, workspaceEdit: { documentChanges: true } } };

describe("a rename over stdio", function () {
  this.timeout(30_000);
  before(buildServer);
  afterEach(endServers);
  after(removeNotebooks);

  it("is asked about for every file and folder", async () => {
    const { initialized } = await opened();
    const filters = [{ pattern: { glob: "**/*" } }];
    const { fileOperations } = initialized.capabilities.workspace ?? {};
    assert.deepEqual(fileOperations, { willRename: { filters }, didRename: { filters } });
  });

  it("of a source is followed by the open note as it stands and by the closed one", async () => {
    const { client, notes } = await opened();
    client.change(notes.uri("open.md"), 2, {
      range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
      text: "Yesterday 🌊\r\n",
    });
    const edit = await willRename(client, notes, { "articles/post.txt": "archive/the post.txt" });
    assert.deepEqual(edit, {
      documentChanges: [
        {
          textDocument: { uri: notes.uri("notes/closed.md"), version: null },
          edits: [{ range: range(2, 6, 14), newText: "the post.txt" }],
        },
        {
          textDocument: { uri: notes.uri("open.md"), version: 2 },
          edits: [{ range: range(1, 45, 62), newText: "archive/the%20post.txt" }],
        },
      ],
    });
  });

  it("leaves no finding behind once it is done", async () => {
    const { client, notes } = await opened();
    assert.deepEqual(codes(await client.diagnostics(notes.uri("open.md"))), []);
    const edit = await willRename(client, notes, { articles: "press" });
    const [{ edits, textDocument }] = (edit?.documentChanges ?? []) as TextDocumentEdit[];
    assert.equal(textDocument.uri, notes.uri("open.md"));
    const text = TextDocument.applyEdits(TextDocument.create("", "", 1, open), edits as never);
    client.change(notes.uri("open.md"), 2, { text });
    renameSync(join(notes.folder, "articles"), join(notes.folder, "press"));
    client.notify("workspace/didRenameFiles", {
      files: [{ oldUri: notes.uri("articles"), newUri: notes.uri("press") }],
    });
    await client.request("verbatim/checkAll", {});
    const published = await client.diagnostics(notes.uri("open.md"), ({ version }) => version === 2);
    assert.deepEqual(codes(published), []);
    assert.equal(text, open.replace("articles", "press"));
  });

  it("is answered in the old form for a client that knows no versions", async () => {
    const { client, notes } = await opened(able);
    const edit = await willRename(client, notes, { "articles/post.txt": "articles/harbour.txt" });
    assert.deepEqual(Object.keys(edit?.changes ?? {}).sort(), [notes.uri("notes/closed.md"), notes.uri("open.md")]);
  });

  it("is followed by notes that get no diagnostics", async () => {
    const { client, notes } = await opened(versioned, { "check.scope": "open" });
    const edit = await willRename(client, notes, { "articles/post.txt": "articles/harbour.txt" });
    assert.equal(edit?.documentChanges?.length, 2);
  });

  it("leaves the links of a note that moves to a client that says it rewrites them", async () => {
    const asking = { ...versioned, workspace: { ...versioned.workspace, configuration: true } };
    const { client, notes } = await opened(asking);
    let enabled = "never";
    client.answer("workspace/configuration", ({ items }: { items: readonly { section: string }[] }) =>
      items.map(({ section }) => (section === "markdown.updateLinksOnFileMove" ? { enabled } : null)),
    );
    const moved = { "open.md": "deep/open.md" };
    assert.equal((await willRename(client, notes, moved))?.documentChanges?.length, 1);
    enabled = "always";
    assert.equal(await willRename(client, notes, moved), null);
  });

  it("that touches no note, or makes no sense, is answered with nothing", async () => {
    const { client, notes } = await opened();
    assert.equal(await willRename(client, notes, { "other.txt": "another.txt" }), null);
    for (const files of [[], [{ oldUri: "git:/a", newUri: "git:/b" }], undefined]) {
      assert.equal(await client.request("workspace/willRenameFiles", { files }), null);
    }
  });

  it("can be cancelled", async () => {
    const many = Object.fromEntries(Array.from({ length: 400 }, (_, i) => [`notes/${i}.md`, closed]));
    const { client, notes } = await opened(versioned, {}, many);
    const source = new CancellationTokenSource();
    const files = [{ oldUri: notes.uri("articles"), newUri: notes.uri("press") }];
    const answer = client.request("workspace/willRenameFiles", { files }, source.token);
    source.cancel();
    await assert.rejects(answer, { code: -32800 });
  });
});

async function opened(
  capabilities: object = versioned,
  settings: object = {},
  more: Readonly<Record<string, string>> = {},
): Promise<{ client: Client; notes: Notebook; initialized: InitializeResult }> {
  const notes = notebook({ "open.md": open, "notes/closed.md": closed, "articles/post.txt": post, ...more });
  const client = startClient();
  const initialized = await client.start({
    capabilities,
    rootUri: notes.uri(),
    initializationOptions: { settings },
  });
  client.open(notes.uri("open.md"), open);
  return { client, notes, initialized };
}

function willRename(client: Client, notes: Notebook, renames: Readonly<Record<string, string>>) {
  const files = Object.entries(renames).map(([from, to]) => ({ oldUri: notes.uri(from), newUri: notes.uri(to) }));
  return client.request<WorkspaceEdit | null>("workspace/willRenameFiles", { files });
}

function range(line: number, start: number, end: number) {
  return { start: { line, character: start }, end: { line, character: end } };
}
