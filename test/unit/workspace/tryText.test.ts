import assert from "node:assert/strict";
import fc from "fast-check";
import type { CheckedNote } from "../../../server/src/workspace/checkedNote.ts";
import { holds } from "../properties/run.ts";
import { checkedDesk, type Desk, wikiUri } from "./desk.ts";
import { bell, files, forget, rightBell, rightWind, wind } from "./notebook.ts";

const rules = { "quote-without-citation": "hint" } as const;

/** What a person can see of a note. */
function seen({ text, findings, citations }: CheckedNote) {
  const quotes = citations.map(({ sourceUri, quotes }) => [sourceUri, quotes.map(({ verdict }) => verdict)]);
  return { text, findings, quotes };
}

async function tried(desk: Desk, path: string, text: string) {
  return seen(await desk.workspace.tryText(wikiUri(path), text));
}

/** What the note is found to be when its text is changed for good. */
async function changed(desk: Desk, path: string, text: string) {
  desk.workspace.openDocument(wikiUri(path), 7, text);
  await desk.workspace.refresh();
  return seen(desk.note(path));
}

describe("trying a text", () => {
  const words = [
    bell,
    wind,
    "The bell rang thrice before noon.",
    "It was the rain, they said later.",
    "words of nobody",
  ];
  const piece = fc
    .tuple(
      fc.constantFrom(...words),
      fc.constantFrom("x.txt#L1", "y.txt#L1", "x.txt#L9", "x.txt", "none.txt#L1", "a.md#L1"),
    )
    .map(([quote, path]) => `"${quote.trim()}" ([s](${path}))\n`);
  const note = fc.array(piece, { maxLength: 4 }).map((pieces) => pieces.join("\n"));

  holds(
    "finds what changing the note finds, wherever the words are",
    100,
    fc.tuple(note, note, note),
    async ([before, other, after]) => {
      const desk = await checkedDesk({ ...files, "a.md": before, "b.md": other, "c.md": "" }, { settings: { rules } });
      assert.deepEqual(await tried(desk, "a.md", after), await changed(desk, "a.md", after));
    },
  );

  it("looks for the words in sources that other notes cite, and in no source that only its old text cited", async () => {
    const desk = await checkedDesk({ ...files, "a.md": `${rightBell}\n${rightWind}`, "c.md": "" });
    const text = '"It was the wind" ([x](x.txt#L1))\n';
    assert.deepEqual(
      (await tried(desk, "a.md", text)).findings.map(({ rule }) => rule),
      ["quote-not-found"],
    );
    const shared = await checkedDesk({ ...files, "a.md": `${rightBell}\n${rightWind}` });
    assert.deepEqual(
      (await tried(shared, "a.md", text)).findings.map(({ rule }) => rule),
      ["quote-in-other-source"],
    );
  });

  it("reads the note with the new text where it cites itself", async () => {
    const desk = await checkedDesk({ "a.md": rightBell, "x.txt": bell, "link.md": { link: "a.md" } });
    for (const path of ["a.md", "link.md"]) {
      const text = `The door stood open.\n\n"The door stood open" ([a](${path}#L1))\n`;
      assert.deepEqual((await tried(desk, "a.md", text)).quotes, [[wikiUri(path), ["exact"]]]);
    }
  });

  it("leaves everything as it was and tells nobody", async () => {
    const desk = await checkedDesk(files);
    const before = desk.workspace.notes();
    let marks = 0;
    desk.workspace.onMarked(() => marks++);
    forget(desk);
    await tried(desk, "a.md", '"It was the wind" ([y](y.txt#L1)) "gone" ([z](z.txt#L1))\n');
    await desk.workspace.refresh();
    assert.equal(desk.workspace.notes(), before);
    assert.equal(await desk.workspace.check(wikiUri("a.md")), before[0]);
    assert.deepEqual([marks, desk.updates, desk.work], [0, [], []]);
    assert.equal(desk.workspace.citationsOf(wikiUri("y.txt")).length, 1);
  });

  it("sees what was typed into a source a moment ago", async () => {
    const desk = await checkedDesk(files);
    desk.workspace.openDocument(wikiUri("x.txt"), 1, "The bell rang four times.\n");
    const { findings } = await tried(desk, "a.md", '"The bell rang four times" ([x](x.txt#L1))\n');
    assert.deepEqual(findings, []);
  });

  it("knows the version of the document that is open", async () => {
    const desk = await checkedDesk(files);
    desk.workspace.openDocument(wikiUri("a.md"), 4, rightBell);
    assert.equal((await desk.workspace.tryText(wikiUri("a.md"), rightWind)).version, 4);
    assert.equal((await desk.workspace.tryText(wikiUri("b.md"), rightWind)).version, null);
  });
});
