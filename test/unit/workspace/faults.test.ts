import assert from "node:assert/strict";
import { constants } from "node:os";
import { fileError } from "../../../server/src/shell/nodeFileSystem.ts";
import type { CheckedNote, Finding } from "../../../server/src/workspace/checkedNote.ts";
import { checkedDesk, type Desk, openDesk } from "./desk.ts";
import { createMemoryFileSystem, type MemoryFileSystem } from "./memoryFileSystem.ts";
import { bell, changed, wind } from "./notebook.ts";

/** Every way of finding a file: paths, a name alone, symbolic links, other sources, git's rules. */
const wiki = {
  ".gitignore": "drafts/\n",
  "drafts/d.md": '"Nobody reads this" ([x](../x.txt#L1))\n',
  "a.md": '"The bell rang twice" ([x](x.txt#L1)), "it was the rain" ([y](sub/y.txt#L1))\n',
  "b.md": '"It was the wind, they said" ([x](x.txt#L1)), "rang twice" ([[y.txt#L1]])\n',
  "c.md": '"The bell rang once before noon" ([l](link.txt#L1)) and [none](gone.txt#L2)\n',
  "sub/d.md": '"It was the wind" ([y](y.txt#L1))\n',
  "x.txt": bell,
  "link.txt": { link: "x.txt" },
  "sub/y.txt": wind,
};

const codes = ["EACCES", "EIO", "EMFILE", "ENOENT"] as const;

describe("a workspace in which one call to the file system fails", () => {
  for (const code of codes) {
    it(`finds what is there at the next look, whichever call it was that failed with ${code}`, async () => {
      const expected = findings(await checkedDesk(wiki));
      const calls = await everyCall(code, async (files, whileFailing) => {
        const desk = openDesk({}, { files });
        await whileFailing(async () => {
          await desk.workspace.scan();
          assert.equal(await desk.workspace.refresh(), true);
        });
        if (code !== "ENOENT") claimsNothing(desk, expected);
        await lookAgain(desk, code);
        assert.deepEqual(findings(desk), expected);
      });
      assert.ok(calls > 20, `${calls} calls`);
    });

    it(`follows a change, whichever call it was that failed with ${code}`, async () => {
      const after = { ...wiki, "x.txt": `\n${bell}`, "sub/y.txt": bell, "e.md": wiki["a.md"] };
      const expected = findings(await checkedDesk(after));
      const calls = await everyCall(code, async (files, whileFailing) => {
        const desk = await checkedDesk({}, { files });
        for (const path of ["x.txt", "sub/y.txt", "e.md"] as const) files.write(`/wiki/${path}`, after[path]);
        changed(desk, ["x.txt", "changed"], ["sub/y.txt", "changed"], ["e.md", "created"]);
        await whileFailing(async () => assert.equal(await desk.workspace.refresh(), true));
        if (code !== "ENOENT") claimsNothing(desk, expected);
        await lookAgain(desk, code);
        assert.deepEqual(findings(desk), expected);
      });
      assert.ok(calls > 4, `${calls} calls`);
    });
  }
});

describe("a workspace", () => {
  it("reads a source again that was written while it was read", async () => {
    const files = createMemoryFileSystem({ "/wiki/a.md": wiki["a.md"], "/wiki/x.txt": wind });
    const { read } = files;
    const desk = openDesk({}, { files });
    files.read = async (uri) => {
      const bytes = await read(uri);
      if (!uri.endsWith("x.txt")) return bytes;
      files.read = read;
      files.write("/wiki/x.txt", bell);
      changed(desk, ["x.txt", "changed"]);
      return bytes.subarray(0, bytes.length / 2);
    };
    await desk.workspace.scan();
    await desk.workspace.refresh();
    assert.deepEqual(desk.verdicts("a.md"), ["exact", "unchecked"]);
  });

  it("follows files that are swapped, and one whose name changes in its case alone", async () => {
    const desk = await checkedDesk({
      "a.md": '"The bell rang twice" ([x](x.txt#L1)), "It was the wind" ([y](y.txt#L1))\n',
      "x.txt": bell,
      "y.txt": wind,
    });
    const renamed: [string, string][] = [
      ["x.txt", "x.tmp"],
      ["y.txt", "x.txt"],
      ["x.tmp", "y.txt"],
    ];
    for (const [from, to] of renamed) desk.files.move(`/wiki/${from}`, `/wiki/${to}`);
    changed(
      desk,
      ...renamed.flatMap(([from, to]): Change[] => [
        [from, "deleted"],
        [to, "created"],
      ]),
    );
    await desk.workspace.refresh();
    assert.deepEqual(desk.verdicts("a.md"), ["elsewhere", "elsewhere"]);
    desk.files.move("/wiki/x.txt", "/wiki/X.txt");
    changed(desk, ["X.txt", "created"], ["x.txt", "deleted"]);
    await desk.workspace.refresh();
    assert.deepEqual(desk.findings("a.md"), ["source-not-found [x.txt]", "quote-not-found [It was the wind]"]);
    desk.files.move("/wiki/X.txt", "/wiki/x.txt");
    changed(desk, ["X.txt", "deleted"], ["x.txt", "created"]);
    await desk.workspace.refresh();
    assert.deepEqual(desk.verdicts("a.md"), ["elsewhere", "elsewhere"]);
  });
});

type Change = [string, "created" | "deleted"];

/** Of a file that seems to be missing nobody can say that it will come; a person who asks for a check gets it right. */
async function lookAgain({ workspace }: Desk, code: (typeof codes)[number]): Promise<void> {
  workspace.lookAgain(code === "ENOENT" ? "everything" : "unread");
  assert.equal(await workspace.refresh(), true);
  assert.equal(workspace.hasUnread, false);
}

type Trial = (files: MemoryFileSystem, whileFailing: (work: () => Promise<void>) => Promise<void>) => Promise<void>;

/** Runs the trial for every n, until its work makes fewer calls than n. Returns how many those were. */
async function everyCall(code: (typeof codes)[number], trial: Trial): Promise<number> {
  for (let n = 1; ; n++) {
    const files = createMemoryFileSystem();
    for (const [path, content] of Object.entries(wiki)) files.write(`/wiki/${path}`, content);
    let made = 0;
    let isFailing = false;
    const failing = <R>(call: (uri: string) => Promise<R>) => {
      return async (uri: string): Promise<R> => {
        if (isFailing && ++made === n) throw fileError({ code, errno: -constants.errno[code] });
        return call(uri);
      };
    };
    Object.assign(files, {
      stat: failing(files.stat),
      read: failing(files.read),
      list: failing(files.list),
      realpath: failing(files.realpath),
    });
    await trial(files, async (work) => {
      isFailing = true;
      await work();
      isFailing = false;
    });
    if (made < n) return made;
  }
}

function findings({ workspace }: Desk): Record<string, string[]> {
  return Object.fromEntries(
    workspace.notes().map((note) => [note.uri, note.findings.map((each) => inShort(note, each))]),
  );
}

function inShort({ text }: CheckedNote, { rule, span, message }: Finding): string {
  return `${rule} [${text.slice(span.start, span.end)}] ${message}`;
}

/** What could not be read is said to be so, or not spoken of: it changes no verdict. */
function claimsNothing({ workspace }: Desk, expected: Record<string, string[]>): void {
  for (const note of workspace.notes()) {
    // Where git's rules could not be read, what they leave out is checked as well.
    const right = new Set(expected[note.uri] ?? note.findings.map((finding) => inShort(note, finding)));
    for (const finding of note.findings) {
      const isClaim = finding.rule !== "source-unreadable" && finding.rule !== "source-not-found";
      if (isClaim && !right.has(inShort(note, finding))) assert.fail(`${note.uri}: ${inShort(note, finding)}`);
    }
  }
}
