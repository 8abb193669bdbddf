import assert from "node:assert/strict";
import { builtinModules } from "node:module";
import type {
  CallExpression,
  Identifier,
  ImportExpression,
  Literal,
  MemberExpression,
  NewExpression,
  Node,
} from "acorn";
import { type ReadBundle, readBundles } from "./bundles.ts";

describe("the bundles", function () {
  this.timeout(120_000);
  let bundles: readonly ReadBundle[] = [];
  before(async () => {
    bundles = await readBundles();
  });

  /** Where something is in the bundles, as `bundle: file`, each place once. */
  function placesOf(isIt: (node: Node, bundle: ReadBundle) => boolean): string[] {
    const places = bundles.flatMap((bundle) =>
      bundle.nodes.filter((node) => isIt(node, bundle)).map(({ start }) => `${bundle.name}: ${bundle.fileAt(start)}`),
    );
    return [...new Set(places)].sort();
  }

  it("are read whole", () => {
    assert.deepEqual(bundles.map(({ name }) => name).sort(), [
      "cli",
      "command",
      "extension",
      "languageClient",
      "server",
    ]);
    assert.ok(placesOf((node) => isName(node, "createMessageConnection")).length > 0);
  });

  it("start no process but the server's, and end no other", () => {
    assert.deepEqual(
      placesOf((node) => required(node) === "child_process"),
      [
        "languageClient: vscode-languageclient/lib/node/main.js",
        "languageClient: vscode-languageclient/lib/node/processes.js",
      ],
    );
    const others = ["cluster", "vm", "inspector", "repl", "wasi"];
    assert.deepEqual(
      placesOf((node) => others.includes(required(node) ?? "")),
      [],
    );
  });

  it("start threads for a check of the command line alone, with its own bundle", () => {
    const threads = placesOf((node) => required(node) === "worker_threads");
    assert.deepEqual(threads, [
      "command: server/src/shell/cli/checkThread.ts",
      "command: server/src/shell/cli/checkThreads.ts",
      "command: server/src/shell/cli/command.ts",
    ]);
    const starts = bundles.flatMap(({ nodes }) => nodes.filter(isNewWorker));
    assert.deepEqual(
      starts.map(({ arguments: [file] }) => isName(file, "__filename")),
      [true],
    );
  });

  it("have no network", () => {
    const modules = ["net", "http", "https", "http2", "dgram", "tls", "dns", "dns/promises", "inspector"];
    assert.deepEqual(
      placesOf((node) => modules.includes(required(node) ?? "")),
      [],
    );
    const names = ["fetch", "WebSocket", "XMLHttpRequest", "EventSource", "sendBeacon", "importScripts"];
    assert.deepEqual(
      placesOf((node) => names.some((name) => isName(node, name))),
      [],
    );
  });

  it("load nothing but modules of Node, VS Code and each other", () => {
    const unknown = (module: string | null) =>
      module !== null && module !== "vscode" && !builtinModules.includes(module);
    assert.deepEqual(
      placesOf((node) => unknown(required(node))),
      [],
    );
    // By a path that is known only at run time: the bundle beside this one.
    assert.deepEqual(placesOf(isComputedRequire), [
      "cli: server/src/shell/cli.ts",
      "extension: client/src/server/server.ts",
    ]);
  });

  it("make no code of text", () => {
    assert.deepEqual(
      placesOf((node) => isName(node, "eval") || isName(node, "Function")),
      [],
    );
  });

  it("trust no Markdown, and let it hold no HTML", () => {
    const names = ["isTrusted", "supportHtml", "supportThemeIcons"];
    const isOne = (node: Node) => names.some((name) => isName(node, name));
    // The client library would, for an option that is not among ours.
    assert.deepEqual(placesOf(isOne), [
      "languageClient: vscode-languageclient/lib/common/client.js",
      "languageClient: vscode-languageclient/lib/common/protocolConverter.js",
    ]);
    const asksForIt = (node: Node, { fileAt }: ReadBundle) =>
      isName(node, "markdown") && /^client\//.test(fileAt(node.start));
    assert.deepEqual(placesOf(asksForIt), []);
  });
});

function isName(node: Node, name: string): boolean {
  return node.type === "Identifier" && (node as Identifier).name === name;
}

/** The module that is required or imported here, without `node:`; null where none is, or none that is named. */
function required(node: Node): string | null {
  const [argument] = node.type === "ImportExpression" ? [(node as ImportExpression).source] : argumentsOfRequire(node);
  const { value } = (argument ?? {}) as Partial<Literal>;
  return typeof value === "string" ? value.replace(/^node:/, "") : null;
}

function isNewWorker(node: Node): node is NewExpression {
  if (node.type !== "NewExpression") return false;
  const { callee } = node as NewExpression;
  return isName(callee.type === "MemberExpression" ? (callee as MemberExpression).property : callee, "Worker");
}

function isComputedRequire(node: Node): boolean {
  if (node.type === "ImportExpression") return required(node) === null;
  return argumentsOfRequire(node).length > 0 && required(node) === null;
}

function argumentsOfRequire(node: Node): readonly Node[] {
  const { callee, arguments: given } = node as CallExpression;
  return node.type === "CallExpression" && isName(callee, "require") ? given : [];
}
