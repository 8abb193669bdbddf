import assert from "node:assert/strict";
import { checkedDesk, openDesk, wikiUri } from "./desk.ts";
import { bell, changed, files, forget, rightBell, rightWind, worked } from "./notebook.ts";

describe("a workspace", () => {
  describe("works no more than it must", () => {
    it("reads, parses and judges each file once", async () => {
      const desk = await checkedDesk(files);
      assert.deepEqual([...desk.files.calls.read].sort(), ["a.md", "b.md", "c.md", "x.txt", "y.txt"].map(wikiUri));
      assert.equal(desk.work.filter(({ kind }) => kind === "parse").length, 3);
      assert.equal(desk.work.filter(({ kind }) => kind === "judge").length, 3);
      forget(desk);
      await desk.workspace.refresh();
      assert.deepEqual(worked(desk), []);
    });

    it("parses the edited note and no other, and touches no file", async () => {
      const desk = await checkedDesk(files);
      desk.workspace.openDocument(wikiUri("a.md"), 1, rightBell);
      await desk.workspace.refresh();
      forget(desk);
      desk.workspace.changeDocument(wikiUri("a.md"), 2, `More. ${rightBell}`);
      desk.workspace.changeDocument(wikiUri("a.md"), 3, `More and more. ${rightBell}`);
      await desk.workspace.refresh();
      assert.deepEqual(worked(desk), ["parse a.md", "judge a.md"]);
      assert.deepEqual(Object.values(desk.files.calls).flat(), []);
      assert.deepEqual(
        desk.updates.map(({ checked }) => checked?.version),
        [3],
      );
    });

    it("judges the notes of a source that changes, and parses none", async () => {
      const desk = await checkedDesk(files);
      forget(desk);
      desk.files.write("/wiki/x.txt", "The bell rang three times before noon.\n");
      changed(desk, ["x.txt", "changed"], ["x.txt", "changed"]);
      await desk.workspace.refresh();
      assert.deepEqual(worked(desk), ["judge a.md", "judge b.md"]);
      assert.deepEqual(desk.files.calls.read, [wikiUri("x.txt")]);
      assert.deepEqual(desk.findings("a.md"), ["quote-altered [twice]"]);
    });

    it("judges nothing where a source is opened, closed or saved as it was", async () => {
      const desk = await checkedDesk(files);
      forget(desk);
      desk.workspace.openDocument(wikiUri("x.txt"), 1, bell);
      await desk.workspace.refresh();
      changed(desk, ["x.txt", "changed"]);
      await desk.workspace.refresh();
      desk.workspace.closeDocument(wikiUri("x.txt"));
      await desk.workspace.refresh();
      assert.deepEqual(worked(desk), []);
      assert.deepEqual(desk.updates, []);
    });

    it("parses nothing where a note is opened, closed or saved as it was", async () => {
      const desk = await checkedDesk(files);
      forget(desk);
      desk.workspace.openDocument(wikiUri("a.md"), 1, rightBell);
      await desk.workspace.refresh();
      desk.workspace.closeDocument(wikiUri("a.md"));
      await desk.workspace.refresh();
      assert.deepEqual(
        desk.updates.map(({ checked }) => checked?.version),
        [1, null],
      );
      changed(desk, ["a.md", "changed"]);
      await desk.workspace.refresh();
      assert.deepEqual(worked(desk), ["judge a.md", "judge a.md"]);
      assert.equal(desk.updates.length, 2);
    });

    it("checks the open note first that a person had to do with last, and open ones before all others", async () => {
      const desk = await checkedDesk({ ...files, "d.md": rightBell, "0.md": rightBell });
      for (const note of ["a.md", "b.md", "d.md"]) desk.workspace.openDocument(wikiUri(note), 1, rightBell);
      await desk.workspace.refresh();
      desk.workspace.changeDocument(wikiUri("b.md"), 2, `${rightBell} More.`);
      await desk.workspace.refresh();
      await desk.workspace.check(wikiUri("a.md"));
      forget(desk);
      desk.files.write("/wiki/x.txt", "The bell rang three times before noon.\n");
      changed(desk, ["x.txt", "changed"]);
      await desk.workspace.refresh();
      assert.deepEqual(
        desk.updates.map(({ uri }) => uri),
        ["a.md", "b.md", "d.md", "0.md"].map(wikiUri),
      );
    });

    it("checks a note that is opened in the midst of a check of many before those that are left", async () => {
      const desk = openDesk({ ...files, "z.md": rightBell });
      await desk.workspace.scan();
      desk.workspace.onUpdate(({ uri }) => {
        if (uri === wikiUri("a.md")) desk.workspace.openDocument(wikiUri("z.md"), 1, `${rightBell} More.`);
      });
      await desk.workspace.refresh();
      assert.deepEqual(
        desk.updates.map(({ uri }) => uri),
        ["a.md", "z.md", "b.md", "c.md"].map(wikiUri),
      );
    });

    it("checks a note that is opened while its file is read, of many that are", async () => {
      const others = Array.from({ length: 20 }, (_, i) => [`${i}.md`, rightBell] as const);
      const desk = openDesk({ ...files, ...Object.fromEntries(others) });
      const { read } = desk.files;
      let isOpen = false;
      desk.files.read = async (uri) => {
        if (uri === wikiUri("a.md") && !isOpen) {
          isOpen = true;
          desk.workspace.openDocument(uri, 1, `${rightBell} More.`);
          while (desk.work.length < 3) await new Promise((resolve) => setImmediate(resolve));
        }
        return read(uri);
      };
      await desk.workspace.scan();
      await desk.workspace.refresh();
      assert.equal(desk.note("a.md").version, 1);
      assert.equal(desk.workspace.notes().length, 23);
    });

    it("looks again for what was not found only where the other sources change", async () => {
      const desk = await checkedDesk({ ...files, "d.md": '"words from a third text" ([x](x.txt#L1))\n' });
      assert.deepEqual(desk.findings("d.md"), ["quote-not-found [words from a third text]"]);
      forget(desk);
      desk.workspace.openDocument(wikiUri("c.md"), 1, `Well: ${rightWind}`);
      await desk.workspace.refresh();
      assert.deepEqual(worked(desk), ["parse c.md", "judge c.md"]);
      forget(desk);
      desk.files.write("/wiki/z.txt", "There are words from a third text here.\n");
      desk.workspace.changeDocument(wikiUri("c.md"), 2, `${rightWind} See [z](z.txt#L1).`);
      await desk.workspace.refresh();
      assert.deepEqual(worked(desk).sort(), ["judge c.md", "judge d.md", "look z.txt", "parse c.md"]);
      assert.deepEqual(desk.findings("d.md"), ["quote-in-other-source [words from a third text]"]);
    });
  });
});
