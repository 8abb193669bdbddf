import assert from "node:assert/strict";
import { findContinuations, passagesIn } from "../../../server/src/quote/continuation/continuations.ts";
import { plainTail } from "../../../server/src/quote/continuation/plainTail.ts";
import { type PreparedSource, prepareSource } from "../../../server/src/quote/prepare.ts";
import { lineStartsOf } from "../../../server/src/source/lines.ts";

const sourceOf = (text: string): PreparedSource =>
  prepareSource({ text, lineStarts: lineStartsOf(text), reading: null });

/** The passages that go on with the words, each place's ends in their order. */
function passages(text: string, words: string, options: { near?: string; most?: number } = {}): string[] {
  const source = sourceOf(text);
  const at = options.near === undefined ? -1 : text.indexOf(options.near);
  const near = at < 0 ? null : { start: at, end: at + options.near!.length };
  const { places } = findContinuations(source, words, { near, most: options.most ?? 50 });
  return places.flatMap(({ start, ends }) => ends.map(({ end }) => text.slice(start, end)));
}

describe("words are gone on with", () => {
  it("to the end of the sentence, of clauses in it, and of the next sentence", () => {
    assert.deepEqual(
      passages("It rained. The ferry sailed, though late, at noon. Nobody waved. All slept.", "the fer"),
      [
        "The ferry sailed, though late, at noon.",
        "The ferry sailed",
        "The ferry sailed, though late",
        "The ferry sailed, though late, at noon. Nobody waved.",
      ],
    );
  });

  it("whatever the case, the accents, the white space and the marks", () => {
    const text = "She saw the “CAFÉ de l’Ouest”\nby the quay.";
    for (const words of ["the cafe de", "The ‘café’ de", "the  café — de", "the caf"]) {
      assert.deepEqual(passages(text, words).slice(0, 1), ["the “CAFÉ de l’Ouest”\nby the quay."], words);
    }
  });

  it("from the beginning of a word, and in it only where the last one is not ended", () => {
    assert.deepEqual(passages("Another lamp. The other lamps.", "other lamp"), ["other lamps."]);
    assert.deepEqual(passages("The other lamps. The other lamp.", "other lamp "), ["other lamp."]);
    assert.deepEqual(passages("Keep it apart now.", "a part"), []);
  });

  it("with a sign in front, if that is the source's too", () => {
    assert.deepEqual(passages("They paid $13 each.", "$13"), ["$13 each."]);
    assert.deepEqual(passages("They paid £13 each.", "$13"), ["13 each."]);
    assert.deepEqual(passages("They said ‘no more’ twice.", "“no"), ["‘no more’ twice."]);
  });

  it("not beyond the source's own quotation that they are in", () => {
    const text = "“We have waited,” she said. “Now we act. At once.” Then she left.";
    assert.deepEqual(passages(text, "we have"), ["We have waited"]);
    assert.deepEqual(passages(text, "now we"), ["Now we act.", "Now we act. At once."]);
    assert.deepEqual(passages('He said: "We go now," and went.', "we go"), ["We go now"]);
  });

  it("not to an end inside a quotation that began after them", () => {
    assert.deepEqual(passages("She said “Go. Now, please.” and left, crying.", "she said"), [
      "She said “Go. Now, please.” and left, crying.",
      "She said “Go. Now, please.” and left",
    ]);
  });

  it("not beyond the paragraph, be it lines or a line", () => {
    assert.deepEqual(passages("A heading\n\nThe text.", "a head"), ["A heading"]);
    assert.deepEqual(passages("One line here.\nAnother line.\n", "one line"), ["One line here."]);
    assert.deepEqual(passages("A line that is\nwrapped here.\n", "a line"), ["A line that is\nwrapped here."]);
    assert.deepEqual(passages("A line.\r\n\r\nAnother.\r\n", "a line"), ["A line."]);
  });

  it("past the stops of abbreviations", () => {
    assert.deepEqual(passages("Then Gen. Low and Mr. Hay left.", "then gen"), ["Then Gen. Low and Mr. Hay left."]);
  });

  it("in scripts without spaces", () => {
    assert.deepEqual(passages("昨日は雨。今日は晴れだ。明日も。", "今日"), [
      "今日は晴れだ。",
      "今日は晴れだ。明日も。",
    ]);
  });

  it("nearest place first, each passage once, and no more of them than wanted", () => {
    const text = "We vote on one.\n\nWe vote on two.\n\nWe vote on one.\n\nWe vote on three.\n";
    assert.deepEqual(passages(text, "we vote", { near: "We vote on two." }), [
      "We vote on two.",
      "We vote on one.",
      "We vote on three.",
    ]);
    assert.deepEqual(passages(text, "we vote", { most: 1 }), ["We vote on one."]);
    assert.equal(findContinuations(sourceOf(text), "we vote", { near: null, most: 2 }).isCut, true);
    assert.equal(findContinuations(sourceOf(text), "we vote", { near: null, most: 3 }).isCut, false);
  });

  it("never endlessly in a text without an end", () => {
    const [passage] = passages("word ".repeat(1000), "word word", { most: 1 });
    assert.ok(passage.length <= 1200 && passage.endsWith(" word"));
  });

  it("with nothing where there is no word", () => {
    for (const words of ["", " ", "“", "…"]) assert.deepEqual(passages("Some words.", words), []);
    assert.deepEqual(passages("", "word"), []);
  });
});

describe("passages in a range", () => {
  it("begin with its sentences", () => {
    const text = "First one. “Second one,” he said. Third.";
    const { places } = passagesIn(sourceOf(text), { start: 0, end: text.length }, 50);
    assert.deepEqual(
      places.map(({ start, ends }) => text.slice(start, ends[0].end)),
      ["First one.", "Second one", "he said.", "Third."],
    );
  });
});

describe("what has to be the source's own in one piece", () => {
  for (const [quote, tail] of [
    ["we ignored it", "we ignored it"],
    ["the first part … the second", " the second"],
    ["they [the owners] ignored", " ignored"],
    ["[T]he owners", "[T]he owners"],
    ["the end …", ""],
  ]) {
    it(quote, () => assert.equal(quote.slice(plainTail(quote)), tail));
  }
});
