import assert from "node:assert/strict";
import { FileError } from "../../../server/src/workspace/fileSystem.ts";
import { defaultSettings } from "../../../server/src/workspace/settings.ts";
import { checkedDesk, openDesk, wikiUri } from "./desk.ts";
import { bell, changed, files, forget, rightBell, rightWind, wind, worked } from "./notebook.ts";

describe("a workspace", () => {
  describe("leaves nothing standing", () => {
    it("of a note that is no more", async () => {
      const desk = await checkedDesk(files);
      forget(desk);
      desk.files.remove("/wiki/a.md");
      changed(desk, ["a.md", "deleted"]);
      await desk.workspace.refresh();
      assert.deepEqual(desk.updates, [{ uri: wikiUri("a.md"), checked: null }]);
      assert.equal(desk.workspace.notes().length, 2);
      assert.equal(await desk.workspace.check(wikiUri("a.md")), null);
    });

    it("of a text that was edited at any step of its check", async () => {
      for (let steps = 0; steps < 60; steps++) {
        const desk = openDesk(files);
        desk.workspace.openDocument(wikiUri("a.md"), 1, rightBell);
        const running = desk.workspace.check(wikiUri("a.md"));
        for (let step = 0; step < steps; step++) await Promise.resolve();
        desk.workspace.changeDocument(wikiUri("a.md"), 2, rightWind);
        await running;
        const checked = await desk.workspace.check(wikiUri("a.md"));
        assert.equal(checked?.text, rightWind, `edited after ${steps} steps`);
      }
    });

    it("of a source that changed behind its symbolic link while another one was read", async () => {
      const note = `${rightBell.replace("x.txt", "link.txt")}\nSee [y](y.txt#L1).\n`;
      const desk = await checkedDesk({
        "d.md": note,
        "x.txt": bell,
        "link.txt": { link: "/wiki/x.txt" },
        "y.txt": wind,
      });
      assert.deepEqual(desk.verdicts("d.md"), ["exact"]);
      const read = desk.files.read;
      desk.files.read = async (uri) => {
        if (uri === wikiUri("y.txt")) {
          desk.files.write("/wiki/x.txt", wind);
          changed(desk, ["x.txt", "changed"]);
        }
        return read(uri);
      };
      changed(desk, ["y.txt", "changed"]);
      await desk.workspace.refresh();
      assert.deepEqual(desk.verdicts("d.md"), ["absent"]);
    });

    it("of a note that cannot be read any longer, until it can", async () => {
      const desk = await checkedDesk(files);
      desk.files.forbid("/wiki/a.md", new FileError("no-access", "permission denied"));
      changed(desk, ["a.md", "changed"]);
      await desk.workspace.refresh();
      assert.deepEqual(desk.updates.at(-1), { uri: wikiUri("a.md"), checked: null });
      assert.deepEqual(
        desk.errors.map(({ uri }) => uri),
        [wikiUri("a.md")],
      );
      desk.files.write("/wiki/a.md", rightBell);
      changed(desk, ["a.md", "changed"]);
      await desk.workspace.refresh();
      assert.deepEqual(desk.verdicts("a.md"), ["exact"]);
    });

    it("of a note that something unexpected happened to, while all others are checked", async () => {
      const failing = openDesk(files);
      const read = failing.files.read;
      failing.files.read = async (uri) => {
        if (uri === wikiUri("b.md")) throw new TypeError("a defect");
        return read(uri);
      };
      await failing.workspace.scan();
      assert.equal(await failing.workspace.refresh(), true);
      assert.deepEqual(
        failing.workspace.notes().map(({ uri }) => uri),
        [wikiUri("a.md"), wikiUri("c.md")],
      );
      assert.match(String(failing.errors[0].error), /a defect/);
    });
  });

  it("looks beside what it checks for sources, and at no quote there", async () => {
    const desk = await checkedDesk(
      { ...files, "d.md": '"It was the wind, they said" ([x](x.txt#L1))\n' },
      { within: [wikiUri("d.md")] },
    );
    assert.deepEqual(desk.verdicts("d.md"), ["absent"]);
    forget(desk);
    desk.workspace.lookBeside(["file:///wiki"]);
    await desk.workspace.refresh();
    assert.deepEqual(desk.verdicts("d.md"), ["elsewhere"]);
    assert.deepEqual(worked(desk).sort(), ["judge d.md", "look y.txt", "parse a.md", "parse b.md", "parse c.md"]);
    assert.equal(desk.workspace.notes().length, 1);
  });

  it("checks what is open first, then in order", async () => {
    const desk = openDesk(files);
    desk.workspace.openDocument(wikiUri("c.md"), 4, rightWind);
    await desk.workspace.scan();
    await desk.workspace.refresh();
    assert.deepEqual(
      desk.updates.map(({ uri }) => uri),
      ["c.md", "a.md", "b.md"].map(wikiUri),
    );
  });

  it("answers for an open note before anything was scanned", async () => {
    const desk = openDesk(files);
    desk.workspace.openDocument(wikiUri("a.md"), 9, rightBell);
    const note = await desk.workspace.check("file:///wiki/%61.md");
    assert.deepEqual([note?.version, note?.citations[0].quotes[0].verdict], [9, "exact"]);
    assert.equal(await desk.workspace.check(wikiUri("x.txt")), null);
    assert.deepEqual(desk.files.calls.list, []);
  });

  it("publishes the version of every check, also where nothing changed", async () => {
    const desk = openDesk(files);
    for (const version of [1, 2, 3]) {
      desk.workspace.changeDocument(wikiUri("a.md"), version, rightBell);
      await desk.workspace.refresh();
    }
    assert.deepEqual(
      desk.updates.map(({ checked }) => checked?.version),
      [1, 2, 3],
    );
    assert.equal(desk.work.filter(({ kind }) => kind === "parse").length, 1);
  });

  it("stops between two notes when it is cancelled, and goes on where it stopped", async () => {
    const desk = openDesk(files);
    await desk.workspace.scan();
    const cancellation = { isCancellationRequested: false };
    desk.workspace.onUpdate(() => {
      cancellation.isCancellationRequested = true;
    });
    assert.equal(await desk.workspace.refresh({ cancellation }), false);
    assert.equal(desk.workspace.notes().length, 1);
    assert.equal(await desk.workspace.refresh(), true);
    assert.equal(desk.workspace.notes().length, 3);
    assert.equal(desk.work.filter(({ kind }) => kind === "parse").length, 3);
  });

  it("keeps what it had when a scan is cancelled", async () => {
    const desk = await checkedDesk(files);
    await desk.workspace.scan({ isCancellationRequested: true });
    assert.equal(desk.workspace.noteUris().length, 3);
    assert.equal(await desk.workspace.refresh({ cancellation: { isCancellationRequested: true } }), false);
    assert.equal(await desk.workspace.refresh(), true);
    assert.equal(desk.workspace.notes().length, 3);
  });

  it("tells how far it is", async () => {
    const desk = openDesk(files);
    await desk.workspace.scan();
    const steps: [number, number][] = [];
    await desk.workspace.refresh({ progress: (done, total) => steps.push([done, total]) });
    assert.deepEqual(steps.at(-1), [3, 3]);
    assert.deepEqual(
      steps.map(([done]) => done),
      steps.map(([done]) => done).sort(),
    );
  });

  it("says when there is something to do", async () => {
    const desk = await checkedDesk(files);
    let marks = 0;
    desk.workspace.onMarked(() => marks++);
    changed(desk, ["unrelated.txt", "changed"]);
    assert.equal(marks, 0);
    changed(desk, ["x.txt", "changed"]);
    assert.equal(marks, 1);
  });

  it("takes new settings without parsing anything", async () => {
    const desk = await checkedDesk({ ...files, "d.md": '"The bell rang twice" ([x](x.txt#L9))\n' });
    forget(desk);
    desk.workspace.setSettings({
      ...defaultSettings,
      rules: { "quote-moved": "error", "range-outside-source": "off" },
    });
    await desk.workspace.refresh();
    assert.deepEqual(
      desk.note("d.md").findings.map(({ rule, severity }) => [rule, severity]),
      [["quote-moved", "error"]],
    );
    assert.ok(!worked(desk).some((work) => work.startsWith("parse")));
    desk.workspace.setSettings({ ...defaultSettings, exclude: ["d.md", "a.md"] });
    await desk.workspace.refresh();
    assert.deepEqual(
      desk.workspace.notes().map(({ uri }) => uri),
      ["b.md", "c.md"].map(wikiUri),
    );
  });

  it("takes new folders", async () => {
    const desk = await checkedDesk({ "one/a.md": rightBell, "two/b.md": rightBell }, { roots: ["file:///wiki/one"] });
    desk.workspace.setRoots(["file:///wiki/two/"]);
    await desk.workspace.refresh();
    assert.deepEqual(
      desk.workspace.notes().map(({ uri }) => uri),
      [wikiUri("two/b.md")],
    );
    assert.deepEqual(desk.updates.at(-1)?.checked?.uri ?? null, wikiUri("two/b.md"));
  });

  it("reads again what stood outside its folders for a moment", async () => {
    const desk = await checkedDesk({ "one/a.md": rightBell }, { roots: ["file:///wiki/one"] });
    desk.workspace.setRoots([]);
    desk.files.write("/wiki/one/a.md", "No quote.\n");
    desk.workspace.setRoots(["file:///wiki/one"]);
    await desk.workspace.refresh();
    assert.equal(desk.note("one/a.md").text, "No quote.\n");
  });

  it("gives sources that nobody cites yet, and none outside its folders", async () => {
    const desk = openDesk({ "x.txt": bell, "/else/y.txt": bell, "z.txt": { link: "/else/y.txt" } });
    assert.equal((await desk.workspace.source(wikiUri("x.txt")))?.text, bell);
    assert.equal(await desk.workspace.source("file:///else/y.txt"), null);
    assert.equal(await desk.workspace.source(wikiUri("z.txt")), null);
    assert.equal(await desk.workspace.source(wikiUri("gone.txt")), null);
    desk.workspace.openDocument("file:///else/y.txt", 1, wind);
    assert.equal((await desk.workspace.source("file:///else/y.txt"))?.text, wind);
    desk.files.write("/wiki/x.txt", wind);
    changed(desk, ["x.txt", "changed"]);
    assert.equal((await desk.workspace.source(wikiUri("x.txt")))?.text, wind);
  });
});
