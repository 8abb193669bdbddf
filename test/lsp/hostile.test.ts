import assert from "node:assert/strict";
import { pathToFileURL } from "node:url";
import {
  type CodeAction,
  type CodeLens,
  type CompletionItem,
  type CompletionList,
  FileChangeType,
  type Position,
} from "vscode-languageserver/node";
import type { EvidenceGrouping, EvidenceResult } from "../../server/src/shell/protocol.ts";
import { buildServer, type Client, endServers, startClient } from "./client.ts";
import { type HostileNotebook, hidesSomething, hostileNotebook, secret } from "./hostileNotebook.ts";

/** All that a client can do that makes the server say more. */
const capabilities = {
  textDocument: {
    hover: { contentFormat: ["markdown"] },
    completion: { completionItem: { labelDetailsSupport: true, documentationFormat: ["markdown"] } },
    definition: { linkSupport: true },
    publishDiagnostics: { relatedInformation: true },
    codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: [""] } }, disabledSupport: true },
  },
  workspace: { workspaceEdit: { documentChanges: true }, applyEdit: true, workspaceFolders: true },
  window: { workDoneProgress: true },
};
const initializationOptions = {
  settings: { inlayHints: { enabled: true }, rules: { "quote-without-citation": "warning" }, "x\u202e": "\u202e" },
  verbatim: { status: true, checked: true, select: true, lostQuotes: true, showCitingPlaces: true },
};

/** What is written into files or found again by, and not shown as it is. */
const data = new Set([
  ...["uri", "targetUri", "target", "id", "data", "arguments", "newText", "insertText", "filterText", "sortText"],
  ...["written", "destination", "parent"],
]);

describe("a hostile notebook over stdio", function () {
  this.timeout(60_000);
  let book: HostileNotebook;
  let client: Client;
  /** Everything that the server said, by what it was asked for. */
  const said = new Map<string, unknown[]>();
  const edits: unknown[] = [];

  before(async () => {
    buildServer();
    book = hostileNotebook();
    client = startClient();
    client.answer("workspace/applyEdit", ({ edit }) => {
      edits.push(edit);
      return { applied: true };
    });
    const rootUri = pathToFileURL(book.folder).href;
    await client.start({ capabilities, rootUri, initializationOptions } as Parameters<Client["start"]>[0]);
    await askEverything();
  });
  after(() => {
    endServers();
    book.remove();
  });

  async function ask<R>(method: string, params: unknown): Promise<R> {
    const reply = await client.request<R>(method, params);
    said.set(method, [...(said.get(method) ?? []), reply]);
    return reply;
  }

  /** Every request, at every place of the notebook that could have an answer. */
  async function askEverything(): Promise<void> {
    const [note, source] = [pathToFileURL(book.note).href, pathToFileURL(book.source).href];
    const { noteText: text, sourceText } = book;
    client.open(note, text);
    client.open(source, sourceText, 1, "plaintext");
    await ask("verbatim/checkAll", {});
    await ask("verbatim/checkNote", { uri: note });
    for (const [uri, content] of [
      [note, text],
      [source, sourceText],
    ]) {
      const textDocument = { uri };
      for (const position of positions(content)) {
        const at = { textDocument, position };
        await ask("textDocument/hover", at);
        await ask("textDocument/definition", at);
        await ask("textDocument/references", { ...at, context: { includeDeclaration: true } });
        await ask("textDocument/documentHighlight", at);
        const list = await ask<CompletionList | null>("textDocument/completion", at);
        for (const item of list?.items ?? []) await ask<CompletionItem>("completionItem/resolve", item);
        await ask("verbatim/citingPlaces", { uri, line: position.line });
        await askActions({ textDocument, range: { start: position, end: position }, context: { diagnostics: [] } });
      }
      const range = { start: { line: 0, character: 0 }, end: { line: content.split("\n").length - 1, character: 0 } };
      await ask("textDocument/documentLink", { textDocument });
      await ask("textDocument/inlayHint", { textDocument, range });
      await ask("textDocument/semanticTokens/full", { textDocument });
      for (const lens of (await ask<CodeLens[] | null>("textDocument/codeLens", { textDocument })) ?? []) {
        await ask("codeLens/resolve", lens);
      }
      await askActions({ textDocument, range, context: { diagnostics: [], only: ["source.fixAll"] } });
      await ask("verbatim/quotes", { uri });
      await ask("verbatim/citedPassages", { uri });
    }
    for (const grouping of ["source", "note"] as const) await askEvidence(grouping, [null]);
    const ranges = [{ start: { line: 2, character: 0 }, end: { line: 2, character: 60 } }];
    for (const shape of ["quotation", "blockQuote", "citation"]) {
      for (const uri of [source, pathToFileURL(book.folder.replace(/notebook$/, "outside.txt")).href]) {
        const { problem } = await client.request<{ problem: unknown }>("verbatim/cite", {
          source: { uri, ranges },
          note: { uri: note },
          shape,
        });
        said.set("verbatim/cite", [...(said.get("verbatim/cite") ?? []), problem]);
      }
    }
    edits.push(
      await ask("workspace/willRenameFiles", { files: [{ oldUri: source, newUri: `${source.slice(0, -4)}2.txt` }] }),
    );
    await ask("workspace/executeCommand", { command: "verbatim.fixAll" });
    // The source changes, so that quotes that were right no longer are.
    client.change(source, 2, { text: sourceText.replaceAll("thirteen", "fourteen").replaceAll("hurt", "harmed") });
    client.notify("workspace/didChangeWatchedFiles", { changes: [{ uri: source, type: FileChangeType.Changed }] });
    await client.notification("verbatim/lostQuotes", () => true);
  }

  async function askActions(params: unknown): Promise<void> {
    const actions = await ask<CodeAction[] | null>("textDocument/codeAction", params);
    for (const { edit } of actions ?? []) edits.push(edit);
  }

  async function askEvidence(grouping: EvidenceGrouping, parents: readonly (string | null)[]): Promise<void> {
    const filter = { verdicts: null, quotes: null };
    const branches = parents.map((parent) => ({ parent, limit: 1000 }));
    const { branches: below } = await ask<EvidenceResult>("verbatim/evidence", { grouping, filter, branches });
    const inner = below.flatMap(({ nodes }) => nodes).flatMap(({ id, isBranch }) => (isBranch ? id : []));
    if (inner.length > 0) await askEvidence(grouping, inner);
  }

  it("says something at every request, so that there is something to look at", () => {
    const silent = [...said]
      .filter(([, replies]) => replies.every((reply) => isNothing(reply)))
      .map(([method]) => method);
    assert.deepEqual(silent, []);
    assert.ok(edits.filter((edit) => !isNothing(edit)).length > 10, `${edits.length} edits`);
  });

  it("shows what cannot be seen in whatever a person reads", () => {
    const shown = [...said, ["unasked", client.received] as const].flatMap(([method, replies]) =>
      strings(replies).map(({ path, text }) => ({ path: `${method} ${path}`, text })),
    );
    assert.deepEqual(shown.filter(({ text }) => hidesSomething(text)).slice(0, 10), []);
    assert.ok(shown.some(({ text }) => text.includes("⟨U+202E⟩")));
  });

  it("says nothing of a file outside, and leads to none", () => {
    const everything = JSON.stringify([...said.values(), client.received]);
    // The note has the word itself: what the file has with it must not be there.
    assert.ok(!everything.includes(`thirteen days ${secret}`));
    const root = pathToFileURL(book.folder).href;
    const uris = everything.match(/"(?:uri|targetUri|target)":"[^"]*/g) ?? [];
    assert.ok(uris.length > 100);
    assert.deepEqual(
      uris.filter((each) => !decodeURI(each).includes(`"${decodeURI(root)}`.slice(1))),
      [],
    );
  });

  it("makes no link of a scheme that runs something, and no Markdown of what it says", () => {
    const hovers = strings([said.get("textDocument/hover"), said.get("completionItem/resolve")])
      .filter(({ path }) => path.endsWith(".value"))
      .map(({ text }) => text);
    for (const text of hovers) {
      const prose = text.replace(/^(`{3,})text\n.*?^\1$/gms, "");
      assert.doesNotMatch(prose, /(?<!\\)(?:<(?=[a-z/!])|!\[)/i);
      for (const [, destination] of prose.matchAll(/(?<!\\)\]\(([^)]*)/g)) assert.match(destination, /^file:\/\/\//);
    }
    assert.ok(hovers.length > 100);
  });

  it("edits notes and nothing else", () => {
    const edited = strings(edits, new Set())
      .filter(({ path }) => /uri$/.test(path))
      .map(({ text }) => text);
    const keys = edits.flatMap((edit) => Object.keys((edit as { changes?: object } | null)?.changes ?? {}));
    assert.ok(edited.length + keys.length > 10);
    const root = pathToFileURL(book.folder).href;
    for (const uri of [...edited, ...keys]) {
      assert.ok(uri.startsWith(`${root}/`), uri);
      assert.match(uri, /\.md$/);
    }
    assert.doesNotMatch(JSON.stringify(edits), /"kind":"(?:create|rename|delete)"/);
  });
});

/** Places in the text, a few characters apart, where a note's marks and words are. */
function positions(text: string): Position[] {
  return text.split("\n").flatMap((line, number) =>
    Array.from({ length: Math.ceil(line.length / 41) }, (_, i) => ({ line: number, character: i * 41 })).concat({
      line: number,
      character: line.length,
    }),
  );
}

function isNothing(reply: unknown): boolean {
  return reply === null || reply === undefined || (Array.isArray(reply) && reply.length === 0);
}

/** The strings of a value with the way to each, but for those under the keys. */
function strings(value: unknown, without: ReadonlySet<string> = data, path = ""): { path: string; text: string }[] {
  if (typeof value === "string") return [{ path, text: value }];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, each]) =>
    without.has(key) ? [] : strings(each, without, `${path}.${key}`),
  );
}
