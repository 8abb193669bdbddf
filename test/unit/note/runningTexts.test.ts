import assert from "node:assert/strict";
import { parseBlocks, prepare } from "../../../server/src/note/markdown/blockParser.ts";
import { readBlocks } from "../../../server/src/note/markdown/blocks.ts";
import { readLabels } from "../../../server/src/note/markdown/labels.ts";
import { readRunningTexts } from "../../../server/src/note/markdown/runningText.ts";

const silent = [
  "The mill stood empty that winter, and nobody in the valley asked why.",
  "## What the board’s minutes say",
  "- The lock was *repaired* twice, once at the miller’s own expense.",
  "| Year | Barges |\n| --- | --- |\n| 1911 | 42 |",
  "    Nothing of this [is a link](minutes.txt#L3).",
  "The year 1912 was dry; the river fell\nby a foot in one month.",
];
const citing = [
  "The clerk writes that [the lock was shut](minutes.txt#L3).",
  "He called it “a quiet year”.",
  "- Nobody was asked.[^1]",
  "[^1]: [The minutes](minutes.txt#L7).",
];

describe("the blocks that go through the inline parser", () => {
  it("are those that can hold a link, a quotation or a comment, however many others there are", () => {
    for (const others of [10, 20, 40]) assert.equal(readCount({ others, citing: 1 }), citing.length);
  });

  it("grow with those", () => {
    const counts = [10, 20, 40].map((times) => readCount({ others: 10, citing: times }));
    assert.deepEqual(
      counts,
      [10, 20, 40].map((times) => times * citing.length),
    );
  });
});

/** How many are read of a note in which the blocks stand so many times. */
function readCount(times: { readonly others: number; readonly citing: number }): number {
  const blocks = [...repeated(silent, times.others), ...repeated(citing, times.citing)];
  const prepared = prepare(blocks.join("\n\n"));
  const read = readBlocks(parseBlocks(prepared), prepared);
  return readRunningTexts(read.root, readLabels(read), { lineBreak: " ", hidesTarget: () => true }).size;
}

function repeated(blocks: readonly string[], times: number): string[] {
  return Array.from({ length: times }, () => blocks).flat();
}
