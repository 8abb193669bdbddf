import { deepEqual, equal, match } from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readSettingsFile } from "../../../server/src/shell/cli/settingsFile.ts";

describe("a folder's settings file", () => {
  let root = "";

  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), "verbatim-"));
    mkdirSync(join(root, ".vscode"));
  });
  afterEach(() => rmSync(root, { recursive: true }));

  function read(text: string) {
    writeFileSync(join(root, ".vscode/settings.json"), text);
    return readSettingsFile(root);
  }

  it("may be missing", () => deepEqual(readSettingsFile(root), { values: {}, problem: null }));

  it("may have comments, and settings of others", () => {
    deepEqual(read('\ufeff{ // ours\n "verbatim.notes": ["*.md"], "editor.tabSize": 2, /* last */ }'), {
      values: { notes: ["*.md"] },
      problem: null,
    });
  });

  it("may be empty, or no object", () => {
    for (const text of ["", "// nothing", "null", "[1]", "3"]) deepEqual(read(text), { values: {}, problem: null });
  });

  it("cannot widen what is read", () => {
    deepEqual(read('{ "verbatim.sourceRoots": ["/"], "verbatim.rules": {} }').values, { rules: {} });
  });

  it("counts as far as it can be read when it is broken", () => {
    deepEqual(read('{\n  "verbatim.notes": ["*.md"],\n  "verbatim.exclude" ["x"]\n}'), {
      values: { notes: ["*.md"] },
      problem: "colon expected in line 3",
    });
  });

  const broken: readonly [what: string, text: string, values: object, problem: string | null][] = [
    ["a comma is missing", '{"verbatim.a": 1\n"verbatim.b": [2]}', { a: 1, b: [2] }, "comma expected in line 2"],
    ["commas trail", '{"verbatim.a": [1, 2, /* 3 */], // 4\n}', { a: [1, 2] }, null],
    ["a comma stands too often", '{"verbatim.a": 1,, "verbatim.b": 2}', { a: 1, b: 2 }, null],
    ["a string has no end", '{"verbatim.a": "x,\n"verbatim.b": 2}', { b: 2 }, "not JSON in line 1"],
    ["a bracket has no end", '{"verbatim.a": 1,\n"verbatim.b": [2,\n"verbatim.c": 3}', { a: 1 }, "not JSON in line 2"],
    [
      "it has no end",
      '{"verbatim.a": 1,\n"verbatim.b": {"c": 2}',
      { a: 1, b: { c: 2 } },
      "closing brace expected in line 2",
    ],
    ["something stands behind it", '{"verbatim.a": 1}\nx', { a: 1 }, "not JSON in line 1"],
    ["a name stands twice", '{"verbatim.a": 1, "verbatim.a": 2}', { a: 2 }, null],
    ["there are comment signs in a string", '{"verbatim.a": "http://x /* y */"}', { a: "http://x /* y */" }, null],
    ["a quotation mark is escaped", '{"verbatim.a": "x\\",}"}', { a: 'x",}' }, null],
  ];
  for (const [what, text, values, problem] of broken) {
    it(`is read where ${what}`, () => deepEqual(read(text), { values, problem }));
  }

  it("changes nothing but settings, whatever they are called", () => {
    const { values } = read('{"verbatim.__proto__": {"sourceRoots": ["/"]}}');
    equal((values as { sourceRoots?: unknown }).sourceRoots, undefined);
  });

  it("costs no more where it is nested without end", () => {
    match(read(`{"verbatim.a": ${"[".repeat(200_000)}`).problem ?? "", /line 1$/);
    match(read(`{${'"a":{'.repeat(100_000)}`).problem ?? "", /line 1$/);
  });

  it("is not waited for when it is a FIFO, and may be a folder", () => {
    execFileSync("mkfifo", [join(root, ".vscode/settings.json")]);
    deepEqual(readSettingsFile(root), { values: {}, problem: "it is not a file" });
  });
});
