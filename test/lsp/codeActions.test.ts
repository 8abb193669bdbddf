import assert from "node:assert/strict";
import type { ClientCapabilities, CodeAction, Diagnostic, InitializeParams, Range } from "vscode-languageserver/node";
import { TextDocument } from "vscode-languageserver-textdocument";
import { buildServer, type Client, codes, endServers, positionIn, startClient } from "./client.ts";
import { notebook, post, removeNotebooks } from "./notebook.ts";

const plain: ClientCapabilities = {
  textDocument: { codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: ["quickfix"] } } } },
};

const rich: ClientCapabilities = {
  textDocument: {
    codeAction: {
      codeActionLiteralSupport: { codeActionKind: { valueSet: ["quickfix", "refactor"] } },
      isPreferredSupport: true,
      disabledSupport: true,
      dataSupport: true,
      resolveSupport: { properties: ["edit"] },
    },
  },
  workspace: { workspaceEdit: { documentChanges: true } },
};

const moved = "He said “the longest time in memory” ([Post](articles/post.txt#L5)).\n";
const altered = "He said “The ferries sail again on Tuesday” ([Post](articles/post.txt#L5)).\n";

describe("code actions over stdio", function () {
  this.timeout(30_000);
  before(buildServer);
  afterEach(endServers);
  after(removeNotebooks);

  it("carry their edits for a client that cannot ask for them, until nothing is left to fix", async () => {
    const { client, uri } = await opened(plain, moved);
    const { diagnostics } = await client.diagnostics(uri, (each) => codes(each).length === 1);
    const actions = await actionsAt(client, uri, rangeOf(moved, "longest"), diagnostics);
    const [first] = actions;
    assert.deepEqual(
      actions.map(({ kind, isPreferred }) => [kind, isPreferred]),
      [
        ["quickfix", true],
        ["quickfix", undefined],
        ["quickfix", undefined],
      ],
    );
    assert.deepEqual(first.diagnostics, diagnostics);
    assert.equal(first.data, undefined);
    const fixed = applied(moved, first, uri);
    assert.equal(fixed, moved.replace("#L5", "#L3"));
    client.change(uri, 2, { text: fixed });
    await client.diagnostics(uri, ({ version, diagnostics }) => version === 2 && diagnostics.length === 0);
    assert.deepEqual(await actionsAt(client, uri, rangeOf(fixed, "longest"), []), []);
  });

  it("are told with their finding to a client that shows none", async () => {
    const { client, uri } = await opened(plain, moved);
    const [first] = await actionsAt(client, uri, rangeOf(moved, "longest"), []);
    assert.deepEqual(
      first.diagnostics?.map(({ code }) => code),
      ["quote-moved"],
    );
  });

  it("are the same on the citation as on its quote", async () => {
    const { client, uri } = await opened(plain, moved);
    const atQuote = await actionsAt(client, uri, rangeOf(moved, "longest"), []);
    const atLink = await actionsAt(client, uri, rangeOf(moved, "post.txt"), []);
    assert.deepEqual(atLink, atQuote);
    assert.deepEqual(await actionsAt(client, uri, rangeOf(moved, "He"), []), []);
  });

  it("leave their edits to be asked for, and name the version then", async () => {
    const { client, uri } = await opened(rich, altered);
    const [first] = await actionsAt(client, uri, rangeOf(altered, "Tuesday"), []);
    assert.equal(first.edit, undefined);
    const resolved = await client.request<CodeAction>("codeAction/resolve", first);
    assert.deepEqual(resolved.edit, {
      documentChanges: [
        {
          textDocument: { uri, version: 1 },
          edits: [{ range: rangeOf(altered, "Tuesday"), newText: "Monday" }],
        },
      ],
    });
  });

  it("follow their words when the note changes in the meantime", async () => {
    const { client, uri } = await opened(rich, altered);
    const [first] = await actionsAt(client, uri, rangeOf(altered, "Tuesday"), []);
    const longer = `A new beginning.\n\n${altered}`;
    client.change(uri, 2, { text: longer });
    const resolved = await client.request<CodeAction>("codeAction/resolve", first);
    assert.equal(applied(longer, resolved, uri), longer.replace("Tuesday", "Monday"));
  });

  it("cannot be taken any longer where there is nothing to fix, or where nobody can tell what was meant", async () => {
    const { client, uri } = await opened(rich, altered);
    const [first] = await actionsAt(client, uri, rangeOf(altered, "Tuesday"), []);
    for (const [version, text] of [
      [2, altered.replace("Tuesday", "Monday")],
      [3, `${altered}\n${altered}`],
    ] as const) {
      client.change(uri, version, { text });
      const resolved = await client.request<CodeAction>("codeAction/resolve", first);
      assert.equal(resolved.edit, undefined);
      assert.ok(resolved.disabled?.reason);
    }
  });

  it("are only of the kinds asked for", async () => {
    const text = `${altered}\nAs [Post](articles/post.txt#L1) has it.\n`;
    const { client, uri } = await opened(plain, text);
    const kinds = async (words: string, ...only: string[]) =>
      (await actionsAt(client, uri, rangeOf(text, words), [], only)).map(({ kind }) => kind);
    assert.deepEqual(await kinds("Tuesday", "refactor"), []);
    assert.deepEqual(new Set(await kinds("Tuesday", "quickfix")), new Set(["quickfix"]));
    assert.deepEqual(await kinds("post.txt#L1", "refactor"), ["refactor.rewrite"]);
    assert.deepEqual(await kinds("post.txt#L1", "quickfix"), []);
    assert.deepEqual(await kinds("post.txt#L1", "source"), []);
    assert.deepEqual(await kinds("post.txt#L1", ""), ["refactor.rewrite"]);
    assert.deepEqual(await kinds("post.txt#L1"), ["refactor.rewrite"]);
  });

  it("put the cursor at the reason of an ignore comment where the client has the command", async () => {
    const ignoring = async (initializationOptions: InitializeParams["initializationOptions"]) => {
      const { client, uri } = await opened(plain, altered, initializationOptions);
      const action = (await actionsAt(client, uri, rangeOf(altered, "Tuesday"), [])).at(-1)!;
      return { action, after: applied(altered, action, uri), uri };
    };
    const { action, after, uri } = await ignoring({ verbatim: { select: true } });
    assert.equal(action.command?.command, "verbatim.select");
    const at = rangeOf(after, "quote-altered: ").end;
    assert.deepEqual(action.command?.arguments, [uri, { start: at, end: at }]);
    assert.equal((await ignoring({})).action.command, undefined);
  });

  it("are none for a client that only takes commands, and none outside of notes", async () => {
    const { client, uri, notes } = await opened({}, moved);
    const ask = (at: string) =>
      client.request("textDocument/codeAction", {
        textDocument: { uri: at },
        range: rangeOf(moved, "longest"),
        context: { diagnostics: [] },
      });
    assert.equal(await ask(uri), null);
    assert.equal(await ask(notes.uri("articles/post.txt")), null);
  });
});

async function opened(
  capabilities: ClientCapabilities,
  text: string,
  initializationOptions: InitializeParams["initializationOptions"] = {},
) {
  const notes = notebook({ "note.md": "", "articles/post.txt": post });
  const client = startClient();
  await client.start({
    capabilities,
    workspaceFolders: [{ uri: notes.uri(), name: "notes" }],
    initializationOptions,
  });
  const uri = notes.uri("note.md");
  client.open(uri, text);
  return { client, uri, notes };
}

async function actionsAt(
  client: Client,
  uri: string,
  range: Range,
  diagnostics: readonly Diagnostic[],
  only?: readonly string[],
): Promise<CodeAction[]> {
  const context = { diagnostics, ...(only === undefined ? {} : { only }) };
  return client.request<CodeAction[]>("textDocument/codeAction", { textDocument: { uri }, range, context });
}

function rangeOf(text: string, words: string): Range {
  return { start: positionIn(text, words), end: positionIn(text, words, words.length) };
}

/** The text once the client has made the action's edit. */
function applied(text: string, { edit }: CodeAction, uri: string): string {
  const [change] = edit?.documentChanges ?? [];
  const edits = change !== undefined && "edits" in change ? change.edits : (edit?.changes?.[uri] ?? []);
  assert.ok(edits.length > 0, "the action has no edit");
  const plainEdits = edits.flatMap((each) => ("newText" in each ? each : []));
  return TextDocument.applyEdits(TextDocument.create(uri, "markdown", 1, text), plainEdits);
}
