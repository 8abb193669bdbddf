import { deepEqual } from "node:assert/strict";
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

  it("is not waited for when it is a FIFO, and may be a folder", () => {
    execFileSync("mkfifo", [join(root, ".vscode/settings.json")]);
    deepEqual(readSettingsFile(root), { values: {}, problem: "it is not a file" });
  });
});
