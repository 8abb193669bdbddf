import assert from "node:assert/strict";
import { FileError } from "../../../server/src/workspace/fileSystem.ts";
import { checkedDesk, type DeskOptions, openDesk, wikiUri } from "./desk.ts";
import { createMemoryFileSystem } from "./memoryFileSystem.ts";

async function found(contents: Record<string, string | { link: string }>, options?: DeskOptions): Promise<string[]> {
  const { workspace } = await checkedDesk(contents, options);
  return workspace.noteUris().map((uri) => uri.replace(/^file:\/\/\/(wiki\/)?/, ""));
}

describe("finding notes", () => {
  it("takes what the globs match, but for what is excluded", async () => {
    const files = { "a.md": "", "b.markdown": "", "c.txt": "", "node_modules/x/README.md": "", "sub/d.md": "" };
    assert.deepEqual(await found(files), ["a.md", "b.markdown", "sub/d.md"]);
    const settings = { notes: ["**/*.{md,txt}"], exclude: ["sub/**", "**/node_modules/**"] };
    assert.deepEqual(await found(files, { settings }), ["a.md", "c.txt"]);
  });

  it("reads no .gitignore that would take long, and tells of it", async () => {
    const desk = await checkedDesk({ ".gitignore": "**/a/**/b\n".repeat(30_000), "a.md": "" });
    assert.deepEqual(desk.workspace.noteUris(), [wikiUri("a.md")]);
    assert.deepEqual(
      desk.errors.map(({ uri }) => uri),
      [wikiUri(".gitignore")],
    );
    assert.ok(!desk.files.calls.read.includes(wikiUri(".gitignore")));
  });

  it("honours .gitignore with nesting and negation", async () => {
    const files = {
      ".gitignore": "build/\n*.draft.md\n!kept.draft.md\n/top.md\n",
      "top.md": "",
      "sub/top.md": "",
      "build/a.md": "",
      "sub/build/b.md": "",
      "one.draft.md": "",
      "kept.draft.md": "",
      "sub/.gitignore": "!two.draft.md\nprivate\n",
      "sub/two.draft.md": "",
      "sub/three.draft.md": "",
      "sub/private/c.md": "",
      "private/d.md": "",
    };
    assert.deepEqual(await found(files), ["kept.draft.md", "private/d.md", "sub/top.md", "sub/two.draft.md"]);
  });

  it("reads nothing but what it needs", async () => {
    const desk = await checkedDesk({ "a.md": "", "b.txt": "", ".git/config": "", "node_modules/x.md": "" });
    assert.deepEqual([...desk.files.calls.list], ["file:///wiki"]);
    assert.deepEqual([...desk.files.calls.read], [wikiUri("a.md")]);
  });

  it("does not follow symbolic links", async () => {
    const files = { "a.md": "", "sub/loop": { link: "/wiki" }, "b.md": { link: "a.md" }, out: { link: "/else" } };
    assert.deepEqual(await found({ ...files, "/else/c.md": "" }), ["a.md"]);
  });

  it("lets the innermost of nested workspace folders judge", async () => {
    const files = { ".gitignore": "inner\n", "a.md": "", "inner/b.md": "", "/other/c.md": "" };
    const roots = ["file:///wiki", "file:///wiki/inner", "file:///other/"];
    assert.deepEqual(await found(files, { roots }), ["other/c.md", "a.md", "inner/b.md"]);
  });

  it("goes on where a folder cannot be listed", async () => {
    const desk = openDesk({ "a.md": "", "locked/b.md": "" });
    desk.files.forbid("/wiki/locked", new FileError("no-access", "permission denied"));
    await desk.workspace.scan();
    assert.deepEqual(desk.workspace.noteUris(), [wikiUri("a.md")]);
    assert.deepEqual(
      desk.errors.map(({ uri }) => uri),
      [wikiUri("locked")],
    );
  });

  it("looks only where it is told to, and takes a named file for a note", async () => {
    const files = { "a.md": "", "sub/b.md": "", "sub/deep/c.md": "", "draft.txt": "", "other/d.md": "" };
    assert.deepEqual(await found(files, { within: ["file:///wiki/sub"] }), ["sub/b.md", "sub/deep/c.md"]);
    assert.deepEqual(await found(files, { within: ["file:///wiki/draft.txt", "file:///wiki/a.md"] }), [
      "a.md",
      "draft.txt",
    ]);
  });

  it("finds none in the scope of what is open, and checks that", async () => {
    const desk = openDesk({ "a.md": "", "b.md": "" }, { settings: { scope: "open" } });
    await desk.workspace.scan();
    desk.workspace.openDocument(wikiUri("b.md"), 7, "");
    await desk.workspace.refresh();
    assert.deepEqual(
      desk.workspace.notes().map(({ uri, version }) => [uri, version]),
      [[wikiUri("b.md"), 7]],
    );
    assert.deepEqual(desk.files.calls.list, []);
  });

  it("checks open documents that git ignores or that lie outside, and no others", async () => {
    const desk = await checkedDesk({ ".gitignore": "*.md", "a.md": "", "b.md": "" });
    const open = [
      "file:///wiki/a.md",
      "file:///else/x.md",
      "file:///wiki/c.txt",
      "git:/wiki/a.md",
      "untitled:Untitled-1",
    ];
    for (const uri of open) desk.workspace.openDocument(uri, 1, "");
    await desk.workspace.refresh();
    const notes = () => desk.workspace.notes().map(({ uri }) => uri);
    assert.deepEqual(notes(), ["file:///else/x.md", "file:///wiki/a.md"]);
    for (const uri of open) desk.workspace.closeDocument(uri);
    await desk.workspace.refresh();
    assert.deepEqual(notes(), []);
    assert.deepEqual(
      desk.updates.filter(({ checked }) => checked === null).map(({ uri }) => uri),
      ["file:///else/x.md", "file:///wiki/a.md"],
    );
  });

  it("does not look into an excluded folder for what is open", async () => {
    const desk = await checkedDesk({});
    desk.workspace.openDocument(wikiUri("node_modules/x/README.md"), 1, "");
    await desk.workspace.refresh();
    assert.deepEqual(desk.workspace.notes(), []);
  });

  it("follows files and folders that come and go", async () => {
    const desk = await checkedDesk({ "a.md": "" });
    const notes = () => desk.workspace.notes().map(({ uri }) => uri.slice("file:///wiki/".length));
    const notesAfter = async (...changes: [string, "created" | "changed" | "deleted"][]) => {
      desk.workspace.filesChanged(changes.map(([path, type]) => ({ uri: wikiUri(path), type })));
      await desk.workspace.refresh();
      return notes();
    };
    desk.files.write("/wiki/new/deep/b.md", "");
    assert.deepEqual(await notesAfter(["new", "created"]), ["a.md", "new/deep/b.md"]);
    desk.files.move("/wiki/new", "/wiki/old");
    assert.deepEqual(await notesAfter(["new", "deleted"], ["old", "created"]), ["a.md", "old/deep/b.md"]);
    desk.files.write("/wiki/.gitignore", "old\n");
    assert.deepEqual(await notesAfter([".gitignore", "created"]), ["a.md"]);
    desk.files.write("/wiki/.gitignore", "a.md\n");
    assert.deepEqual(await notesAfter([".gitignore", "changed"]), ["old/deep/b.md"]);
    desk.files.remove("/wiki/.gitignore");
    assert.deepEqual(await notesAfter([".gitignore", "deleted"]), ["a.md", "old/deep/b.md"]);
    desk.files.remove("/wiki/old");
    assert.deepEqual(await notesAfter(["old", "deleted"], ["old", "deleted"]), ["a.md"]);
  });

  it("looks again at what an event names, whatever the event says", async () => {
    const desk = await checkedDesk({ "a.md": "" });
    desk.workspace.filesChanged([{ uri: wikiUri("a.md"), type: "deleted" }]);
    await desk.workspace.refresh();
    assert.equal(desk.workspace.notes().length, 1);
    desk.files.write("/wiki/b.md", "");
    desk.workspace.filesChanged([{ uri: wikiUri("b.md"), type: "changed" }]);
    await desk.workspace.refresh();
    assert.equal(desk.workspace.notes().length, 2);
  });

  it("lists a folder once for all its events", async () => {
    const files = createMemoryFileSystem({ "/wiki/a.md": "" });
    const desk = await checkedDesk({}, { files });
    const changes = Array.from({ length: 1000 }, (_, index) => `/wiki/n${index}.md`);
    for (const path of changes) files.write(path, "");
    files.forgetCalls();
    desk.workspace.filesChanged(changes.map((path) => ({ uri: `file://${path}`, type: "created" as const })));
    await desk.workspace.refresh();
    assert.equal(desk.workspace.notes().length, 1001);
    assert.deepEqual([...files.calls.list], ["file:///wiki"]);
    assert.equal(files.calls.read.length, 1000);
  });
});
