import assert from "node:assert/strict";
import { FileError } from "../../../server/src/workspace/fileSystem.ts";
import { checkedDesk, openDesk, wikiUri } from "./desk.ts";
import { bell, changed, files, rightBell, wind } from "./notebook.ts";

describe("a workspace", () => {
  describe("follows what happens to files", () => {
    it("a source that appears, goes and comes back", async () => {
      const desk = await checkedDesk({ "a.md": rightBell });
      assert.deepEqual(desk.findings("a.md"), ["source-not-found [x.txt]"]);
      desk.files.write("/wiki/x.txt", bell);
      changed(desk, ["x.txt", "created"]);
      await desk.workspace.refresh();
      assert.deepEqual(desk.findings("a.md"), []);
      desk.files.remove("/wiki/x.txt");
      changed(desk, ["x.txt", "deleted"]);
      await desk.workspace.refresh();
      assert.deepEqual(desk.findings("a.md"), ["source-not-found [x.txt]"]);
    });

    it("a folder of sources that is renamed, told of by its own name only", async () => {
      const note = '"The bell rang twice" ([x](press/old/x.txt#L1))\n';
      const desk = await checkedDesk({ "a.md": note, "press/old/x.txt": bell, "other.txt": "" });
      assert.deepEqual(desk.findings("a.md"), []);
      desk.files.move("/wiki/press", "/wiki/papers");
      changed(desk, ["press", "deleted"], ["papers", "created"]);
      await desk.workspace.refresh();
      assert.deepEqual(desk.findings("a.md"), ["source-not-found [press/old/x.txt]"]);
      desk.files.move("/wiki/papers", "/wiki/press");
      changed(desk, ["papers", "deleted"], ["press", "created"]);
      await desk.workspace.refresh();
      assert.deepEqual(desk.findings("a.md"), []);
    });

    it("a folder of notes that is replaced in one go", async () => {
      const desk = await checkedDesk({ "sub/a.md": '"The bell rang twice" ([x](/x.txt#L1))\n', "x.txt": bell });
      desk.files.write("/wiki/sub/a.md", '"The bell rang thrice before noon" ([x](/x.txt#L1))\n');
      changed(desk, ["sub", "deleted"], ["sub", "created"]);
      await desk.workspace.refresh();
      assert.deepEqual(desk.findings("sub/a.md"), ["quote-altered [thrice]"]);
    });

    it("the file behind a symbolic link, in whatever editor it is open", async () => {
      const desk = await checkedDesk({ "a.md": rightBell, "x.txt": { link: "deep/real.txt" }, "deep/real.txt": bell });
      assert.deepEqual(desk.findings("a.md"), []);
      desk.files.write("/wiki/deep/real.txt", wind);
      changed(desk, ["deep/real.txt", "changed"]);
      await desk.workspace.refresh();
      assert.deepEqual(desk.verdicts("a.md"), ["absent"]);
      desk.workspace.openDocument(wikiUri("deep/real.txt"), 1, bell);
      await desk.workspace.refresh();
      assert.deepEqual(desk.verdicts("a.md"), ["exact"]);
    });

    it("an open document before what is on disk", async () => {
      const desk = await checkedDesk(files);
      desk.workspace.openDocument(wikiUri("x.txt"), 1, wind);
      await desk.workspace.refresh();
      assert.deepEqual(desk.verdicts("a.md"), ["absent"]);
      desk.files.write("/wiki/x.txt", `${bell}${bell}`);
      changed(desk, ["x.txt", "changed"]);
      await desk.workspace.refresh();
      assert.deepEqual(desk.verdicts("a.md"), ["absent"]);
      desk.workspace.closeDocument(wikiUri("x.txt"));
      await desk.workspace.refresh();
      assert.deepEqual(desk.verdicts("a.md"), ["exact"]);
    });

    it("an open document whose file is not there", async () => {
      const desk = await checkedDesk({ "a.md": rightBell });
      desk.workspace.openDocument(wikiUri("x.txt"), 1, bell);
      await desk.workspace.refresh();
      assert.deepEqual(desk.findings("a.md"), []);
    });

    it("the sources of a note that goes, which are no others any longer", async () => {
      const desk = await checkedDesk({ ...files, "d.md": '"It was the wind, they said" ([x](x.txt#L1))\n' });
      assert.deepEqual(desk.verdicts("d.md"), ["elsewhere"]);
      desk.files.remove("/wiki/c.md");
      changed(desk, ["c.md", "deleted"]);
      await desk.workspace.refresh();
      assert.deepEqual(desk.verdicts("d.md"), ["absent"]);
    });

    it("wikilinks to a name, as files of that name come and go", async () => {
      const desk = await checkedDesk({ "a.md": '"The bell rang twice" ([[x.txt#L1]])\n', "one/x.txt": bell });
      assert.deepEqual(desk.findings("a.md"), []);
      desk.files.write("/wiki/two/x.txt", bell);
      changed(desk, ["two", "created"]);
      await desk.workspace.refresh();
      assert.deepEqual(desk.findings("a.md"), ["source-not-found [x.txt]"]);
      desk.files.remove("/wiki/one");
      changed(desk, ["one", "deleted"]);
      await desk.workspace.refresh();
      assert.deepEqual(desk.findings("a.md"), []);
    });

    it("a source that can be read again, at the next look", async () => {
      const desk = openDesk(files);
      desk.files.forbid("/wiki/x.txt", new FileError("other", "too many open files"));
      await desk.workspace.scan();
      await desk.workspace.refresh();
      assert.deepEqual(desk.findings("a.md"), ["source-unreadable [x.txt]"]);
      desk.files.write("/wiki/x.txt", bell);
      desk.workspace.openDocument(wikiUri("a.md"), 1, rightBell);
      await desk.workspace.refresh();
      assert.deepEqual(desk.findings("a.md"), []);
    });
  });
});
