import assert from "node:assert/strict";
import { installedMetaModel } from "./installed.ts";
import { problemsOf } from "./messages.ts";
import { createTraffic } from "./traffic.ts";

const jsonrpc = "2.0";
const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 4 } };

function diagnosticWith(more: object): string[] {
  const diagnostics = [{ range, message: "No such passage in post.txt.", ...more }];
  const params = { uri: "file:///notes/a.md", diagnostics };
  return problemsOf({ jsonrpc, method: "textDocument/publishDiagnostics", params } as never, null);
}

function reply(method: string, result: unknown): string[] {
  return problemsOf({ jsonrpc, id: 1, result } as never, method);
}

describe("the meta model", () => {
  it("is that of LSP 3.18, with every message", () => {
    const { requests, notifications } = installedMetaModel();
    const methods = new Set([...requests, ...notifications].map(({ method }) => method));
    for (const method of ["workspace/textDocumentContent", "textDocument/inlineCompletion", "workspace/applyEdit"]) {
      assert.ok(methods.has(method), method);
    }
    assert.equal(requests.length, 69);
  });

  it("takes messages that are right", () => {
    assert.deepEqual(diagnosticWith({ severity: 1, code: "quote-not-found", source: "verbatim" }), []);
    assert.deepEqual(reply("textDocument/hover", null), []);
    assert.deepEqual(reply("textDocument/definition", [{ uri: "file:///a.txt", range }]), []);
    assert.deepEqual(reply("textDocument/completion", { isIncomplete: false, items: [{ label: "post.txt" }] }), []);
    assert.deepEqual(reply("verbatim/citingPlaces", [{ uri: "file:///notes/a.md", range }]), []);
  });

  it("refuses what is missing, misspelled, of another type, or none of the known values", () => {
    assert.deepEqual(diagnosticWith({ severity: 5 }).length, 1);
    assert.match(diagnosticWith({ range: { start: range.start } })[0], /diagnostics\[0\]\.range\.end: missing/);
    assert.match(diagnosticWith({ sources: "verbatim" })[0], /diagnostics\[0\]\.sources: unknown/);
    assert.match(diagnosticWith({ range: { ...range, end: { line: 0.5, character: -1 } } }).join(), /line.*character/);
    assert.match(reply("textDocument/hover", {})[0], /contents: missing/);
    assert.match(reply("textDocument/definition", [{ uri: "a.txt", range }])[0], /uri/);
    assert.match(reply("verbatim/checkAll", { text: "1 quote" })[0], /summary: missing/);
    assert.match(reply("textDocument/hover", undefined)[0], /no message/);
  });

  it("refuses messages that only clients send, and those that nobody knows", () => {
    assert.match(problemsOf({ jsonrpc, method: "initialized", params: {} } as never, null)[0], /only clients/);
    assert.match(problemsOf({ jsonrpc, method: "verbatim/unheard", params: {} } as never, null)[0], /no such message/);
  });
});

describe("what passes over a connection", () => {
  it("is one reply to every request, and no other", () => {
    const traffic = createTraffic();
    traffic.toServer({ jsonrpc, id: 1, method: "textDocument/hover", params: {} } as never);
    traffic.toClient({ jsonrpc, id: 1, result: null } as never);
    assert.deepEqual(traffic.problems(), []);
    traffic.toClient({ jsonrpc, id: 1, result: null } as never);
    traffic.toClient({ jsonrpc, id: 2, result: null } as never);
    assert.deepEqual(
      traffic.problems().map((problem) => problem.replace(/:.*/, "")),
      ["a reply to no request", "2 replies to one textDocument/hover"],
    );
  });
});
