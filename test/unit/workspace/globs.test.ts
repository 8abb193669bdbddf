import assert from "node:assert/strict";
import { expandBraces, matchGlobs } from "../../../server/src/workspace/globs.ts";

describe("globs", () => {
  const matches = (globs: string[], path: string) => matchGlobs(globs)(path);

  it("match from the workspace folder down", () => {
    assert.ok(matches(["**/*.md"], "a.md"));
    assert.ok(matches(["**/*.md"], "x/y/a.md"));
    assert.ok(!matches(["**/*.md"], "a.mdx"));
    assert.ok(matches(["*.md"], "a.md"));
    assert.ok(!matches(["*.md"], "x/a.md"));
    assert.ok(matches(["notes/**/*.md"], "notes/a.md"));
    assert.ok(!matches(["notes/**/*.md"], "old/notes/a.md"));
    assert.ok(matches(["./notes/*.md"], "notes/a.md"));
    assert.ok(matches(["a[0-9]?.md"], "a1b.md"));
  });

  it("know braces", () => {
    assert.deepEqual(expandBraces("{a,b{c,d}}.{md,}"), ["a.md", "a.", "bc.md", "bc.", "bd.md", "bd."]);
    assert.deepEqual(expandBraces("a{b"), ["a{b"]);
    assert.ok(matches(["{notes,drafts}/*.{md,markdown}"], "drafts/a.markdown"));
    assert.ok(!matches(["{notes,drafts}/*.md"], "other/a.md"));
  });

  it("do not fall for braces without end", () => {
    assert.deepEqual(expandBraces("{a,b}".repeat(40)), ["{a,b}".repeat(40)]);
    assert.deepEqual(expandBraces("{".repeat(5000)), ["{".repeat(5000)]);
  });

  it("name a folder with all that is in it", () => {
    assert.ok(matches(["**/node_modules/**"], "x/node_modules/"));
    assert.ok(matches(["**/node_modules/**"], "x/node_modules/y/a.md"));
    assert.ok(matches(["drafts"], "drafts/"));
    assert.ok(!matches(["drafts"], "x/drafts/"));
  });

  it("take back what a later one excepts", () => {
    assert.ok(!matches(["**/*.md", "!drafts/**"], "drafts/a.md"));
    assert.ok(matches(["**/*.md", "!drafts/**"], "notes/a.md"));
  });

  it("mind case", () => assert.ok(!matches(["**/*.md"], "a.MD")));
});
