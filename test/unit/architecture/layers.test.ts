import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { importsOf, layerViolations } from "./layers.ts";

describe("layers", () => {
  it("have arrows that point down only", () => {
    const files = sourceFiles();
    assert.ok(files.has("server/src/rules.ts"));
    assert.deepEqual(layerViolations(files), []);
  });
});

describe("the check of the layers", () => {
  const violations = (files: Record<string, string>) => layerViolations(new Map(Object.entries(files)));

  it("is content with arrows that point down", () => {
    const found = violations({
      "client/src/extension.ts":
        'import * as vscode from "vscode";\nimport type { A } from "../../server/src/shell/protocol.ts";\n',
      "server/src/shell/node.ts":
        'import { readFile } from "node:fs/promises";\nimport { hover } from "../features/hover.ts";\n',
      "server/src/shell/protocol.ts": "export type A = 1;\n",
      "server/src/shell/cli.ts": 'import { version } from "../../../package.json";\n',
      "server/src/features/hover.ts":
        'import { b } from "../rules.ts";\nimport type { Hover } from "vscode-languageserver-protocol";\n',
      "server/src/rules.ts": "export const b = 1;\n",
    });
    assert.deepEqual(found, []);
  });

  it("finds an arrow that points up, types included", () => {
    const found = violations({
      "server/src/quote/judge.ts": 'import type {\n  A,\n} from "../workspace/index.ts";\n',
      "server/src/workspace/index.ts": "export type A = 1;\n",
    });
    assert.deepEqual(found, [
      "server/src/quote/judge.ts imports server/src/workspace/index.ts: the arrow from quote to workspace points up",
    ]);
  });

  it("keeps what is not needed at once out of the client's first bundle", () => {
    const count = (statement: string) =>
      violations({
        "client/src/extension.ts": `${statement}\n`,
        "client/src/server/languageClient.ts": 'import { LanguageClient } from "vscode-languageclient/node";\n',
      }).length;
    assert.equal(count('import type { LanguageClient } from "vscode-languageclient/node";'), 0);
    assert.equal(count('const bundle: typeof import("./server/languageClient.ts") = require(path);'), 0);
    assert.equal(count('import { LanguageClient } from "vscode-languageclient/node";'), 1);
    assert.equal(count('import { Client } from "./server/languageClient.ts";'), 1);
  });

  it("finds an arrow that a re-export hides", () => {
    const found = violations({
      "server/src/rules.ts": 'export { a } from "./note/a.ts";\n',
      "server/src/note/a.ts": "export const a = 1;\n",
    });
    assert.deepEqual(found, [
      "server/src/rules.ts imports server/src/note/a.ts: the arrow from base to note points up",
    ]);
  });

  it("keeps Node, the editor and the protocol out of the core", () => {
    for (const layer of ["note", "source", "quote", "workspace"]) {
      for (const name of ["node:path", "fs", "vscode", "vscode-languageserver/node", "vscode-languageserver-types"]) {
        assert.equal(violations({ [`server/src/${layer}/a.ts`]: `import "${name}";\n` }).length, 1, `${layer} ${name}`);
      }
    }
  });

  it("lets features have the protocol's types and nothing that runs it", () => {
    const count = (statement: string) => violations({ "server/src/features/a.ts": `${statement}\n` }).length;
    assert.equal(count('import { Range } from "vscode-languageserver-types";'), 0);
    assert.equal(count('import type { Hover } from "vscode-languageserver-protocol";'), 0);
    assert.equal(count('import { Hover } from "vscode-languageserver-protocol";'), 1);
    assert.equal(count('import type { Connection } from "vscode-languageserver";'), 1);
    assert.equal(count('const path = await import("node:path");'), 1);
  });

  it("keeps the server's inside from the client, and the client from the server", () => {
    const found = violations({
      "client/src/extension.ts": 'import { judge } from "../../server/src/quote/judge.ts";\n',
      "client/src/server/status.ts": "export const a = 1;\n",
      "server/src/quote/judge.ts": "export const judge = 1;\n",
      "server/src/shell/node.ts": 'import { a } from "../../../client/src/server/status.ts";\n',
    });
    assert.equal(found.length, 2);
  });

  it("finds a cycle, and names it once", () => {
    const found = violations({
      "server/src/note/a.ts": 'import "./b.ts";\n',
      "server/src/note/b.ts": 'import "./c.ts";\n',
      "server/src/note/c.ts": 'import "./a.ts";\n',
    });
    assert.deepEqual(found, [
      "server/src/note/a.ts → server/src/note/b.ts → server/src/note/c.ts → server/src/note/a.ts: a cycle",
    ]);
  });

  it("finds a file outside every layer, and an import of nothing", () => {
    const found = violations({ "server/src/misc/a.ts": "", "server/src/note/a.ts": 'import "./gone.ts";\n' });
    assert.deepEqual(found, [
      "server/src/misc/a.ts belongs to no layer",
      "server/src/note/a.ts imports server/src/note/gone.ts: there is no such file",
    ]);
  });

  it("reads statements and not comments or strings", () => {
    const text = [
      '// import "./a.ts";',
      '/* import "./b.ts"; */',
      'export const place = "import";',
      'export const globs = ["**/*.md", "./c.ts"];',
      'export * from "./d.ts";',
      'import e, { type F } from "./e.ts";',
    ].join("\n");
    assert.deepEqual(
      importsOf(text).map(({ specifier }) => specifier),
      ["./d.ts", "./e.ts"],
    );
  });
});

function sourceFiles(): Map<string, string> {
  return new Map(
    ["server/src", "client/src"].flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: "utf8" })
        .filter((name) => name.endsWith(".ts"))
        .map((name) => [`${folder}/${name.replaceAll("\\", "/")}`, readFileSync(`${folder}/${name}`, "utf8")] as const),
    ),
  );
}
