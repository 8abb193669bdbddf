import assert from "node:assert/strict";
import fc from "fast-check";
import { TextDocument } from "vscode-languageserver-textdocument";
import { lineStartsOf } from "../../../server/src/source/lines.ts";
import { isSameText, type PiecedText, piecedText } from "../../../server/src/source/piecedText.ts";
import { holds } from "../properties/run.ts";

const line = fc.constantFrom(
  "\n",
  "\r\n",
  "\r",
  "a",
  "é",
  "𝄞",
  "\ud834",
  "\u2028",
  "“so it was said on the quay” ".repeat(90),
);
const text = fc.array(line, { maxLength: 150 }).map((parts) => parts.join(""));
const position = fc.record({
  line: fc.oneof(fc.integer({ min: -1, max: 4 }), fc.integer({ min: 0, max: 90 })),
  character: fc.oneof(fc.integer({ min: -1, max: 3 }), fc.integer({ min: 0, max: 6000 })),
});
const change = fc.record({
  range: fc.option(fc.record({ start: position, end: position }), { freq: 8 }),
  isEmpty: fc.boolean(),
  text: fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom("", "x", "\n", "\r", "\r\n") },
    { weight: 1, arbitrary: text },
  ),
});

describe("a text in pieces", () => {
  holds(
    "is what the protocol's own documents are, whatever is changed",
    300,
    fc.tuple(text, fc.array(change, { maxLength: 12 })),
    ([first, changes]) => {
      let pieced: PiecedText = piecedText(first);
      for (const { range, isEmpty, text } of changes) {
        const before = pieced;
        const place = range && { start: range.start, end: isEmpty ? range.start : range.end };
        // Anew each time: behind lines that are not there it counts wrong from then on.
        const document = TextDocument.create("file:///a", "plaintext", 1, before.whole());
        TextDocument.update(document, [place === null ? { text } : { range: place, text }], 2);
        pieced = place === null ? pieced.replacedBy(text) : pieced.replaced(place.start, place.end, text);
        const whole = document.getText();
        assert.equal(pieced.whole(), whole);
        assert.equal(pieced.length, whole.length);
        assert.deepEqual([...pieced.lineStarts], [...lineStartsOf(whole)]);
        assert.equal(pieced.slice(3, whole.length - 2), whole.slice(3, Math.max(3, whole.length - 2)));
        assert.equal(isSameText(pieced, before), whole === before.whole());
        const { front, back } = pieced.sharedWith(before);
        assert.equal(before.whole().slice(0, front), whole.slice(0, front));
        assert.equal(before.slice(before.length - back, before.length), whole.slice(whole.length - back));
      }
    },
  );

  it("keeps all of a long text but for what is around an edit", () => {
    const before = piecedText("So it was said on the quay.\n".repeat(40_000));
    const { front, back } = before
      .replaced({ line: 20_000, character: 3 }, { line: 20_000, character: 3 }, "x")
      .sharedWith(before);
    assert.ok(before.length - front - back < 20_000, `${before.length - front - back}`);
  });
});
