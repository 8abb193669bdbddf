import assert from "node:assert/strict";
import { completionList } from "../../../server/src/features/completion/completionItems.ts";
import { lineStartsOf } from "../../../server/src/source/lines.ts";
import type { Suggestion } from "../../../server/src/workspace/suggest/suggestion.ts";

const text = "“the en” ([a](a.txt#L1))\n";
const note = { text, lineStarts: lineStartsOf(text) };
const span = { start: 1, end: 7 };

const quotation: Suggestion = {
  kind: "quotation",
  label: `the \u202eend ${"of it all ".repeat(20)}`,
  text: "",
  source: { uri: "file:///wiki/a%E2%80%AEb.txt", lines: { start: 2, end: 3 }, passage: { start: 4, end: 9 } },
  citedBy: null,
  edit: { text: "the end”", typed: span, whole: { start: 1, end: 8 }, isWhole: true },
  also: [{ span: { start: 20, end: 23 }, text: "#L2-L3" }],
  filter: "the end",
  isPreferred: false,
};

describe("completion items", () => {
  const itemOf = (suggestion: Suggestion, can = true) => {
    const features = { labelDetails: can, insertReplace: can };
    return completionList(note, { items: [suggestion], isIncomplete: false }, features).items[0];
  };

  it("show on one short line what is in files, hidden characters written out", () => {
    const { label, labelDetails, detail } = itemOf(quotation);
    assert.match(label, /^the ⟨U\+202E⟩end of it all .* … .*$/);
    assert.ok(label.length < 60);
    assert.equal(labelDetails?.description, "a⟨U+202E⟩b.txt:2–3");
    assert.equal(detail, "a⟨U+202E⟩b.txt, lines 2–3: the citation is changed to that");
  });

  it("replace the whole old end of a quotation, for every client", () => {
    for (const can of [true, false]) {
      assert.deepEqual(itemOf(quotation, can).textEdit, {
        newText: "the end”",
        range: { start: { line: 0, character: 1 }, end: { line: 0, character: 8 } },
      });
    }
    assert.deepEqual(itemOf(quotation).additionalTextEdits, [
      { newText: "#L2-L3", range: { start: { line: 0, character: 20 }, end: { line: 0, character: 23 } } },
    ]);
  });

  it("keep their order", () => {
    const items = Array.from({ length: 12 }, () => quotation);
    const list = completionList(note, { items, isIncomplete: true }, { labelDetails: true, insertReplace: true });
    const keys = list.items.map(({ sortText }) => sortText ?? "");
    assert.deepEqual([...keys].sort(), keys);
    assert.equal(new Set(keys).size, 12);
    assert.equal(list.isIncomplete, true);
  });
});
