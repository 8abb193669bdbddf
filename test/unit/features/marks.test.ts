import assert from "node:assert/strict";
import { inlayHintsOf } from "../../../server/src/features/inlayHints.ts";
import { semanticTokensOf } from "../../../server/src/features/semanticTokens.ts";
import { checkedDesk } from "../workspace/desk.ts";
import { diary, log } from "./harbour.ts";

const everything = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } };

describe("inlay hints", () => {
  it("say behind each citation what was found", async () => {
    const desk = await checkedDesk({ "a.md": diary, "log.txt": log });
    const hints = inlayHintsOf(desk.note("a.md"), everything);
    const lines = diary.split("\n");
    assert.deepEqual(
      hints.map(({ position, label, paddingLeft }) => [
        lines[position.line].slice(position.character),
        label,
        paddingLeft,
      ]),
      [
        [").", "✓ exact", true],
        [").", "✗ altered", true],
        [").", "≈ equivalent", true],
      ],
    );
    assert.equal(hints[1].tooltip, "Altered: 1 difference from log.txt.");
  });

  it("count the verdicts of several quotes, and leave citations without one alone", async () => {
    const desk = await checkedDesk({
      "a.md": '"Nobody was hurt" and "nobody ever went out" ([log](log.txt#L2)), see [log](log.txt#L1)',
      "log.txt": log,
    });
    assert.deepEqual(
      inlayHintsOf(desk.note("a.md"), everything).map(({ label }) => label),
      ["✓ 1 exact, ✗ 1 altered"],
    );
  });

  it("are those of the lines that are asked for", async () => {
    const desk = await checkedDesk({ "a.md": diary, "log.txt": log });
    const range = { start: { line: 2, character: 0 }, end: { line: 3, character: 0 } };
    assert.deepEqual(
      inlayHintsOf(desk.note("a.md"), range).map(({ label }) => label),
      ["✗ altered"],
    );
  });

  it("are those that stand in the range, wherever their citation begins", async () => {
    const text = '"Nobody was hurt" ([the\nlog](log.txt#L2)).';
    const desk = await checkedDesk({ "a.md": text, "log.txt": log });
    const hints = (line: number) =>
      inlayHintsOf(desk.note("a.md"), { start: { line, character: 0 }, end: { line, character: 99 } });
    assert.deepEqual(hints(0), []);
    assert.deepEqual(
      hints(1).map(({ position }) => position),
      [{ line: 1, character: "log](log.txt#L2)".length }],
    );
  });
});

describe("semantic tokens", () => {
  it("are the destinations that lead nowhere, and nothing else", async () => {
    const text = [
      '"Nobody was hurt" ([log](log.txt#L2)) and [gone](gone.txt#L1), [far](log.txt#L9).',
      '"Nobody stayed" ([log](log.txt#L2)), [a][r], [b][r]',
      "",
      "[r]: nowhere.txt#L3",
    ].join("\n");
    const desk = await checkedDesk({ "a.md": text, "log.txt": log });
    assert.deepEqual(decoded(text, semanticTokensOf(desk.note("a.md"))), [
      "gone.txt#L1",
      "log.txt#L9",
      "nowhere.txt#L3",
    ]);
  });
});

/** The words that the numbers of the protocol stand for. */
function decoded(text: string, data: readonly number[]): string[] {
  const lines = text.split("\n");
  const words: string[] = [];
  let line = 0;
  let character = 0;
  for (let index = 0; index < data.length; index += 5) {
    const [lineDelta, characterDelta, length, type, modifiers] = data.slice(index, index + 5);
    line += lineDelta;
    character = lineDelta === 0 ? character + characterDelta : characterDelta;
    assert.deepEqual([type, modifiers], [0, 1]);
    words.push(lines[line].slice(character, character + length));
  }
  return words;
}
