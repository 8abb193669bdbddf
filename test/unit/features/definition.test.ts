import assert from "node:assert/strict";
import { definitionAt } from "../../../server/src/features/definition.ts";
import { type HandmadeCitation, handmade } from "./handmade.ts";

const diary = [
  "May: the well ran dry.",
  "",
  "June: we dug deeper,",
  "and found clear water.",
  "July: the well ran dry.",
].join("\n");

describe("definition", () => {
  it("of a quote selects the passage in the whole lines that hold it", async () => {
    const links = await definition("“dug deeper, and found”", {
      quotes: [{ marked: "“dug deeper, and found”", verdict: "exact", passage: "dug deeper,\nand found" }],
    });
    assert.deepEqual(links, [
      {
        originSelectionRange: range(0, 0, 0, 23),
        targetUri: "file:///notes/diary.txt",
        targetRange: range(2, 0, 3, 22),
        targetSelectionRange: range(2, 9, 3, 9),
      },
    ]);
  });

  it("of a link leads to its quote's passage, from the link", async () => {
    const [link] = await definition("diary.txt#L1", {
      quotes: [{ marked: "“dug deeper, and found”", verdict: "moved", passage: "dug deeper" }],
    });
    assert.deepEqual(link.originSelectionRange, range(0, 25, 0, 42));
    assert.deepEqual(link.targetSelectionRange, range(2, 9, 2, 19));
  });

  it("leads to the cited lines where nothing was found", async () => {
    const [link] = await definition("dug", { quotes: [{ marked: "“dug deeper, and found”", verdict: "absent" }] });
    assert.deepEqual(link.targetRange, range(0, 0, 0, 22));
    assert.deepEqual(link.targetSelectionRange, range(0, 0, 0, 22));
  });

  it("honours the fragment's columns", async () => {
    const [link] = await definition("[d]", { columns: { start: 6, end: 14 } });
    assert.deepEqual(link.targetSelectionRange, range(0, 5, 0, 13));
    assert.deepEqual(link.targetRange, range(0, 0, 0, 22));
  });

  it("splits no character of two units for a column", async () => {
    const { checked, source, at } = handmade({
      text: "[d](fire.txt#L1C2-L1C9)",
      sources: { "file:///notes/fire.txt": "🔥 the 🔥" },
      citations: [
        {
          link: "[d](fire.txt#L1C2-L1C9)",
          target: "fire.txt#L1C2-L1C9",
          lines: { start: 1, end: 1 },
          columns: { start: 2, end: 9 },
        },
      ],
    });
    const [link] = await definitionAt(checked, at("[d]"), source);
    assert.deepEqual(link.targetSelectionRange, range(0, 0, 0, 7));
  });

  it("of an ambiguous quote leads to all its places, the nearest first", async () => {
    const links = await definition("dug", {
      lines: { start: 4, end: 4 },
      quotes: [{ marked: "“dug deeper, and found”", verdict: "ambiguous", everywhere: "the well ran dry" }],
    });
    assert.deepEqual(
      links.map((link) => link.targetSelectionRange.start.line),
      [4, 0],
    );
  });

  it("stays inside a source that is shorter than the cited lines", async () => {
    const [link] = await definition("[d]", { lines: { start: 90, end: 95 } });
    assert.deepEqual(link.targetSelectionRange, range(4, 0, 4, 23));
  });

  it("is empty where the source cannot be read, and beside quotes and links", async () => {
    assert.deepEqual(await definition("[d]", { uri: "file:///notes/gone.txt" }), []);
    assert.deepEqual(await definition("the end", {}), []);
  });
});

function definition(words: string, citation: Partial<HandmadeCitation>) {
  const { checked, source, at } = handmade({
    text: "“dug deeper, and found” ([d](diary.txt#L1)), and so to the end.",
    sources: { "file:///notes/diary.txt": diary },
    citations: [{ link: "[d](diary.txt#L1)", target: "diary.txt#L1", lines: { start: 1, end: 1 }, ...citation }],
  });
  return definitionAt(checked, at(words), source);
}

function range(line: number, character: number, endLine: number, endCharacter: number) {
  return { start: { line, character }, end: { line: endLine, character: endCharacter } };
}
