import { deepEqual, equal, throws } from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";
import { findTargets, holds } from "../../../server/src/shell/cli/targets.ts";

describe("the targets of a check", () => {
  let top = "";

  before(() => {
    top = realpathSync(mkdtempSync(join(tmpdir(), "verbatim-")));
    const files = [
      "repo/.git/HEAD",
      "repo/notes/deep/a.md",
      "repo/book/.vscode/settings.json",
      "repo/book/b.md",
      "worktree/.git",
      "worktree/c.md",
      "loose/notes/d.md",
    ];
    for (const file of files) {
      mkdirSync(dirname(join(top, file)), { recursive: true });
      writeFileSync(join(top, file), "");
    }
    symlinkSync(join(top, "repo/notes"), join(top, "shortcut"));
    symlinkSync(join(top, "repo/notes/deep/a.md"), join(top, "loose/linked.md"));
    symlinkSync("circle", join(top, "circle"));
    execFileSync("mkfifo", [join(top, "pipe")]);
  });
  after(() => rmSync(top, { recursive: true }));

  /** Root and paths of every group, from the top folder. */
  function groups(paths: readonly string[], from = ".", root: string | null = null) {
    const found = findTargets({ paths, root, workingDirectory: join(top, from) });
    return found.map((group) => [relative(top, group.root), ...group.targets.map(({ path }) => relative(top, path))]);
  }

  const roots: readonly (readonly [name: string, paths: string[], from: string, groups: string[][]])[] = [
    ["the nearest folder above with .git", ["notes/deep"], "repo", [["repo", "repo/notes/deep"]]],
    ["the folder itself", ["repo"], ".", [["repo", "repo"]]],
    ["the nearest folder above with .vscode", ["book/b.md"], "repo", [["repo/book", "repo/book/b.md"]]],
    ["a worktree, whose .git is a file", ["worktree/c.md"], ".", [["worktree", "worktree/c.md"]]],
    ["the working directory, if it holds the path", ["notes/d.md"], "loose", [["loose", "loose/notes/d.md"]]],
    ["the working directory, without a path", [], "loose", [["loose", "loose"]]],
    ["the folder, if the working directory does not", ["../loose/notes"], "repo", [["loose/notes", "loose/notes"]]],
    ["the file's folder, likewise", ["../loose/notes/d.md"], "repo", [["loose/notes", "loose/notes/d.md"]]],
    ["where a linked folder is", ["shortcut"], ".", [["repo", "repo/notes"]]],
    ["where the link to a file is", ["linked.md"], "loose", [["loose", "loose/linked.md"]]],
  ];
  for (const [name, paths, from, expected] of roots) {
    it(`takes as the root ${name}`, () => deepEqual(groups(paths, from), expected));
  }

  it("groups targets by their roots, in the order of these", () => {
    deepEqual(groups(["worktree/c.md", "repo/notes", "repo/book", "repo/notes/deep/a.md"]), [
      ["repo", "repo/notes", "repo/notes/deep/a.md"],
      ["repo/book", "repo/book"],
      ["worktree", "worktree/c.md"],
    ]);
  });

  it("takes the root that is given before any other", () => {
    deepEqual(groups(["repo/book/b.md"], ".", "repo"), [["repo", "repo/book/b.md"]]);
  });

  const mistakes: readonly (readonly [paths: string[], root: string | null, message: string])[] = [
    [["missing"], null, "no such path: missing"],
    [["repo/.git/HEAD/x"], null, "no such path: repo/.git/HEAD/x"],
    [["circle"], null, "circle: too many symbolic links encountered"],
    [["pipe"], null, "pipe is neither a file nor a folder"],
    [["loose"], "repo", "loose is not in the root repo"],
    [["repo"], "worktree/c.md", "worktree/c.md is not a folder"],
    [["repo"], "nowhere", "no such path: nowhere"],
  ];
  for (const [paths, root, message] of mistakes) {
    it(`says: ${message}`, () => throws(() => groups(paths, ".", root), { name: "CannotCheck", message }));
  }

  it("knows what a folder holds", () => {
    equal(holds("/a/b", "/a/b"), true);
    equal(holds("/a/b", "/a/b/..c"), true);
    equal(holds("/a/b", "/a/bc"), false);
    equal(holds("/a/b", "/a"), false);
  });
});
