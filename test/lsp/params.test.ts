import assert from "node:assert/strict";
import { ableToAll, buildServer, type Client, endServers, startClient } from "./client.ts";
import { notebook, post, removeNotebooks } from "./notebook.ts";

const [invalid, internal] = [-32602, -32603];
const note = "“We ignored it” ([Post](post.txt#L4)).\n";

describe("parameters that are none", function () {
  this.timeout(60_000);
  before(buildServer);
  afterEach(endServers);
  after(removeNotebooks);

  it("are answered as such, and never as a fault of the server", async () => {
    const { uri } = notebook({ "a.md": note, "post.txt": post });
    const client = startClient();
    client.answer("workspace/applyEdit", () => ({ applied: false }));
    await client.start({ capabilities: ableToAll, rootUri: uri() });
    client.open(uri("a.md"), note);
    const requests = requestsAbout(uri("a.md"));
    const faults: unknown[] = [];
    const ask = async (method: string, params: unknown) => {
      const code = await codeOf(client, method, params);
      if (code === internal) faults.push([method, params]);
      return code;
    };
    for (const [method, right] of Object.entries(requests)) {
      assert.equal(await ask(method, right), null, method);
      await ask(method, undefined);
      for (const wrong of wrongForms(right)) await ask(method, wrong);
    }
    assert.deepEqual(faults, []);
    assert.doesNotMatch(JSON.stringify(client.received), / failed: /);
  });

  it("are named in the reply", async () => {
    const { uri } = notebook({ "a.md": note, "post.txt": post });
    const client = startClient();
    await client.start({ capabilities: ableToAll, rootUri: uri() });
    for (const [method, right] of Object.entries(requestsAbout(uri("a.md")))) {
      // What a lens carries is its maker's, and maybe another's than ours.
      for (const name of Object.keys(right).filter((member) => method !== "codeLens/resolve" || member === "range")) {
        const message = name === "shape" ? /no known shape/ : new RegExp(`The request has no valid “${name}”`);
        await assert.rejects(client.request(method, { ...right, [name]: 0.5 }), { code: invalid, message }, method);
      }
    }
  });
});

/** Requests of each kind as they have to be. */
function requestsAbout(uri: string): Record<string, Record<string, unknown>> {
  const textDocument = { uri };
  const position = { line: 0, character: 3 };
  const range = { start: position, end: position };
  const at = { textDocument, position };
  return {
    "textDocument/hover": at,
    "textDocument/definition": at,
    "textDocument/references": { ...at, context: { includeDeclaration: true } },
    "textDocument/documentHighlight": at,
    "textDocument/completion": at,
    "textDocument/documentLink": { textDocument },
    "textDocument/codeLens": { textDocument },
    "textDocument/semanticTokens/full": { textDocument },
    "textDocument/inlayHint": { textDocument, range },
    "textDocument/codeAction": { textDocument, range, context: { diagnostics: [] } },
    "completionItem/resolve": { label: "a" },
    "codeAction/resolve": { title: "a", data: { uri, place: { finding: null, words: "x", index: 0, count: 1 } } },
    "codeLens/resolve": { range, data: { uri, line: 0 } },
    "workspace/executeCommand": { command: "verbatim.fixAll", arguments: [] },
    "workspace/willRenameFiles": { files: [{ oldUri: uri, newUri: `${uri}.md` }] },
    "verbatim/checkNote": { uri },
    "verbatim/checkAll": {},
    "verbatim/quotes": { uri },
    "verbatim/citedPassages": { uri },
    "verbatim/cite": { source: { uri, ranges: [range] }, note: { uri, range }, shape: "quotation" },
    "verbatim/evidence": {
      grouping: "note",
      filter: { verdicts: null, quotes: null },
      branches: [{ parent: null, limit: 9 }],
    },
  };
}

const junk = [null, -1, 0.5, "x", true, [], {}, [null], [{}]];

/** Other values at every place, however deep. */
function wrongForms(right: unknown): unknown[] {
  const inside = Object.entries(typeof right === "object" ? (right ?? {}) : {}).flatMap(([name, value]) =>
    wrongForms(value).map((wrong) =>
      Array.isArray(right) ? [wrong] : Object.fromEntries(Object.entries({ ...(right as object), [name]: wrong })),
    ),
  );
  return [...junk, ...inside];
}

/** Null for an answer that is no error. */
function codeOf(client: Client, method: string, params: unknown): Promise<number | null> {
  return client.request(method, params).then(
    () => null,
    ({ code }: { code: number }) => code,
  );
}
