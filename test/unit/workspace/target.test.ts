import assert from "node:assert/strict";
import fc from "fast-check";
import type { Citation } from "../../../server/src/note/note.ts";
import { reachOf, targetOf } from "../../../server/src/workspace/target.ts";
import { isWithin } from "../../../server/src/workspace/uri.ts";
import { holds } from "../properties/run.ts";

const nowhere = { start: 0, end: 0 };

function cite(path: string, form: Citation["form"] = "inline"): Citation {
  return { span: nowhere, form, target: nowhere, fragment: nowhere, path, lines: { start: 1, end: 1 }, columns: null };
}

const roots = ["file:///wiki/desk", "file:///wiki/archive"];
const note = "file:///wiki/desk/notes/a.md";
const reach = reachOf(note, roots, ["file:///shared/press"]);
const target = (path: string, form?: Citation["form"]) => targetOf(cite(path, form), note, reach);

describe("where a citation leads", () => {
  const files: Record<string, string> = {
    "x.txt": "file:///wiki/desk/notes/x.txt",
    "../articles/x y.txt": "file:///wiki/desk/articles/x%20y.txt",
    "/articles/x.txt": "file:///wiki/desk/articles/x.txt",
    "..\\articles\\x.txt": "file:///wiki/desk/articles/x.txt",
    "../../archive/x.txt": "file:///wiki/archive/x.txt",
    "../../../shared/press/x.txt": "file:///shared/press/x.txt",
    "100%.txt": "file:///wiki/desk/notes/100%25.txt",
    "%2e%2e/x.txt": "file:///wiki/desk/notes/%252e%252e/x.txt",
    "nul.txt": "file:///wiki/desk/notes/nul.txt",
  };
  for (const [path, uri] of Object.entries(files)) {
    it(`follows ${path}`, () => assert.deepEqual(target(path), { kind: "file", uri }));
  }

  for (const path of [
    "../../secret.txt",
    "../../../../../etc/passwd",
    "../../desktop/x.txt",
    "../../desk2/x.txt",
    "../../../shared/pressroom/x.txt",
    "//host/share/x.txt",
    "\\\\host\\share\\x.txt",
    "/../x.txt",
    "..\\..\\secret.txt",
  ]) {
    it(`does not follow ${path}`, () => assert.deepEqual(target(path), { kind: "outside" }));
  }

  it("knows names that no file has", () => assert.deepEqual(target("a\0.txt"), { kind: "nothing" }));

  it("asks for a wikilink's file by name where no folder is given", () => {
    assert.deepEqual(target("x.txt", "wikilink"), { kind: "name", name: "x.txt" });
    assert.deepEqual(target("./x.txt", "wikilink"), { kind: "file", uri: "file:///wiki/desk/notes/x.txt" });
  });

  it("gives a note outside all folders its own folder as home", () => {
    const outside = "file:///else/where/a.md";
    const own = reachOf(outside, roots, []);
    assert.deepEqual(targetOf(cite("/x.txt"), outside, own), { kind: "file", uri: "file:///else/where/x.txt" });
    assert.deepEqual(targetOf(cite("../x.txt"), outside, own), { kind: "outside" });
  });

  it("knows the devices of Windows", () => {
    const home = "file:///c%3A/notes";
    const windows = reachOf(`${home}/a.md`, [home], []);
    const on = (path: string) => targetOf(cite(path), `${home}/a.md`, windows).kind;
    for (const path of ["NUL", "con.txt", "x/aux", "com1.log", "x.txt:stream", "x.txt.", ".. /x.txt", "nul .txt"]) {
      assert.equal(on(path), "device", path);
    }
    assert.equal(on("C:/windows/x.txt"), "outside");
    assert.equal(on("/d:/x.txt"), "outside");
    for (const path of ["console.txt", "x.txt", "../notes/nullable.txt"]) assert.equal(on(path), "file", path);
  });

  const part = fc.constantFrom(
    "..",
    ".",
    "",
    "a",
    "\\",
    "..\\..",
    "%2e%2e",
    "%252e%252e",
    "desk",
    "work",
    "\u2024\u2024",
  );

  holds("never leaves its reach, whatever the path", 100, fc.tuple(fc.array(part), fc.boolean()), ([parts, rooted]) => {
    const found = target((rooted ? "/" : "") + parts.join("/"));
    if (found.kind === "file")
      assert.ok(
        reach.folders.some((folder) => isWithin(found.uri, folder)),
        found.uri,
      );
  });
});
