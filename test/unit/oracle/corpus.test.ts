import assert from "node:assert/strict";
import { readArticles, readQuoteSum } from "../../oracle/corpus.ts";

const row = {
  summary:
    "It is said that [ 1 the keeper lit the lamp at dusk ] , and [ 2 Harbour :boats were lost in the storm. ] , yet [ 1 the lamp ] and [ 2 eeper saw no light that night ] .",
  title1: "Lighthouse",
  source1: "Every evening the keeper lit the lamp at dusk. Nobody thanked him.",
  title2: "Harbour",
  source2: "Nine boats were lost in the storm. The keeper saw no light that night, and boats were lost at sea.",
};

describe("reading what can be quoted", () => {
  it("takes the marked spans of five words or more, without a title in front of them", () => {
    const { sources } = readQuoteSum(`${JSON.stringify(row)}\n`);
    const words = sources.flatMap(({ text, spans }) => spans.map(({ start, end }) => text.slice(start, end)));
    assert.deepEqual(words, ["the keeper lit the lamp at dusk", "boats were lost in the storm."]);
  });

  it("leaves out what stands in its source twice", () => {
    const twice = { ...row, source1: `${row.source1} And again the keeper lit the lamp at dusk.` };
    const { sources } = readQuoteSum(JSON.stringify(twice));
    assert.deepEqual(
      sources.map(({ spans }) => spans.length),
      [1],
    );
  });

  it("takes sentences and stretches of articles", () => {
    const { sources } = readArticles("two", [
      "The lamp was lit at six.\n\nThe boats came in by seven and were moored at the old quay.\n",
    ]);
    const [{ text, spans }] = sources;
    assert.deepEqual(
      spans.map(({ start, end }) => text.slice(start, end)),
      [
        "The lamp was lit at six.",
        "The lamp was lit at six. The boats came in by seven and were moored at the old quay.",
        "The boats came in by seven and were moored at the old quay.",
        "in by seven and were moored at the",
      ],
    );
  });
});
