import assert from "node:assert/strict";
import fc from "fast-check";
import {
  baseName,
  childOf,
  displayPath,
  folderOf,
  innermostFolder,
  isBelowAny,
  isWindowsUri,
  isWithin,
  nameBeside,
  normalizeUri,
  pathBelow,
  resolvePath,
} from "../../../server/src/workspace/uri.ts";
import { holds } from "../properties/run.ts";

describe("URIs", () => {
  it("are named so that two files can be told apart", () => {
    assert.equal(nameBeside("file:///notes/b%20c.txt", "file:///notes/a.txt"), "b c.txt");
    assert.equal(nameBeside("file:///n/2021/post.txt", "file:///n/2020/post.txt"), "2021/post.txt");
    assert.equal(nameBeside("file:///two/may/post.txt", "file:///one/may/post.txt"), "two/may/post.txt");
    assert.equal(nameBeside("file:///post.txt", "file:///n/post.txt"), "/post.txt");
    assert.equal(nameBeside("file:///n/post.txt", "file:///post.txt"), "n/post.txt");
  });

  it("have one form, whoever encoded them", () => {
    for (const uri of [
      "file:///c%3A/notes/a%28b%29.md",
      "file:///c:/notes/a(b).md",
      "file:///C:/notes/a%28b).md",
      "FILE:///c:/notes/./x/../a(b).md",
      "file:///C%3a//notes/a(b).md#L3",
    ]) {
      assert.equal(normalizeUri(uri), "file:///c%3A/notes/a%28b%29.md", uri);
    }
    assert.equal(normalizeUri("file:///wiki/caf%C3%A9 1.md"), "file:///wiki/caf%C3%A9%201.md");
    assert.equal(normalizeUri("file:///wiki/"), "file:///wiki");
    assert.equal(normalizeUri("file:///"), "file:///");
    assert.equal(normalizeUri("vscode-vfs://GitHub/a/b.md"), "vscode-vfs://github/a/b.md");
  });

  it("keep percent signs that encode nothing", () => {
    assert.equal(normalizeUri("file:///wiki/100%.txt"), "file:///wiki/100%25.txt");
    assert.equal(baseName("file:///wiki/100%25.txt"), "100%.txt");
    assert.equal(normalizeUri("file:///wiki/%ff.txt"), "file:///wiki/%25ff.txt");
  });

  const part = fc.oneof(fc.string(), fc.constantFrom("..", ".", "%2e%2e", "%252e", "%", "/", "C:", "\ud800", "é"));

  holds("are stable once normal, and never throw", 100, fc.array(part), (parts) => {
    const once = normalizeUri(`file:///${parts.join("/")}`);
    assert.equal(normalizeUri(once), once);
  });

  it("lead from folders to files", () => {
    assert.equal(folderOf("file:///wiki/notes/a.md"), "file:///wiki/notes");
    assert.equal(folderOf("file:///a.md"), "file:///");
    assert.equal(folderOf("file:///"), "file:///");
    assert.equal(childOf("file:///", "a b"), "file:///a%20b");
    assert.equal(resolvePath("file:///wiki/notes", "../articles/a b.txt"), "file:///wiki/articles/a%20b.txt");
    assert.equal(resolvePath("file:///wiki", "a%2Fb"), "file:///wiki/a%252Fb");
    assert.equal(resolvePath("file:///wiki", "../../x"), null);
    assert.equal(pathBelow("file:///wiki", "file:///wiki/a%20b/c.md"), "a b/c.md");
    assert.equal(pathBelow("file:///wiki", "file:///wiki"), null);
  });

  it("hold what is below them, and no sibling that shares a prefix", () => {
    assert.ok(isWithin("file:///wiki/a", "file:///wiki"));
    assert.ok(isWithin("file:///wiki", "file:///wiki"));
    assert.ok(isWithin("file:///wiki", "file:///"));
    assert.ok(!isWithin("file:///workshop/a", "file:///wiki"));
    assert.ok(isBelowAny("file:///wiki/a/b", new Set(["file:///wiki"])));
    assert.ok(!isBelowAny("file:///workshop/a", new Set(["file:///wiki"])));
    assert.equal(innermostFolder(["file:///a", "file:///a/b"], "file:///a/b/c"), "file:///a/b");
    assert.equal(innermostFolder(["file:///a"], "file:///ab"), null);
  });

  it("are shown by their path in the workspace", () => {
    assert.equal(displayPath("file:///wiki/a%20b.txt", ["file:///wiki"]), "a b.txt");
    assert.equal(displayPath("file:///two/a.txt", ["file:///one", "file:///two"]), "two/a.txt");
    assert.equal(displayPath("file:///other/a.txt", ["file:///wiki"]), "/other/a.txt");
  });

  it("tell Windows by drive and host", () => {
    assert.ok(isWindowsUri("file:///c%3A/notes"));
    assert.ok(isWindowsUri("file://server/share/notes"));
    assert.ok(!isWindowsUri("file:///home/notes"));
  });
});
