import assert from "node:assert/strict";
import { offsetOf, rangeOf } from "../../../server/src/features/position.ts";
import { targetAt } from "../../../server/src/features/target.ts";
import { handmade, sourceOf } from "./handmade.ts";

describe("target", () => {
  const { checked, at } = handmade({
    text: "[“We ignored it”](a.txt#L3), then “no”[x]. And so on.\n\n[x]: b.txt#L1",
    sources: {},
    citations: [
      {
        link: "[“We ignored it”](a.txt#L3)",
        target: "a.txt#L3",
        lines: { start: 3, end: 3 },
        quotes: [{ marked: "“We ignored it”", verdict: "exact" }],
      },
      {
        link: "[x].".slice(0, 3),
        target: "b.txt#L1",
        form: "reference",
        quotes: [{ marked: "“no”", verdict: "exact" }],
      },
    ],
  });
  const words = (offset: number) => {
    const target = targetAt(checked, offset);
    return target === null ? null : checked.text.slice(target.span.start, target.span.end);
  };

  it("is the quote inside a link's text, and the link around it", () => {
    assert.equal(words(at("ignored")), "“We ignored it”");
    assert.equal(words(at("a.txt")), "[“We ignored it”](a.txt#L3)");
    assert.equal(words(0), "[“We ignored it”](a.txt#L3)");
  });

  it("is the one that begins where another ends", () => {
    assert.equal(words(at("[x].")), "[x]");
    assert.equal(targetAt(checked, at("[x]."))?.quote, null);
  });

  it("is the one that ends where the cursor stands", () => {
    assert.equal(words(at(", then")), "[“We ignored it”](a.txt#L3)");
    assert.equal(words(at(". And")), "[x]");
  });

  it("is the destination in a reference's definition", () => {
    assert.equal(words(at("b.txt")), "b.txt#L1");
  });

  it("is nothing elsewhere", () => {
    assert.equal(words(at("And so")), null);
  });
});

describe("positions", () => {
  const text = sourceOf("a😀b\r\nsecond\rthird");

  it("are null outside the document and clamped to the line within it", () => {
    assert.equal(offsetOf(text, { line: 3, character: 0 }), null);
    assert.equal(offsetOf(text, { line: -1, character: 0 }), null);
    assert.equal(offsetOf(text, { line: 0, character: 0.5 }), null);
    assert.equal(offsetOf(text, { line: 0, character: 99 }), 4);
    assert.equal(offsetOf(text, { line: 1, character: 2 }), 8);
  });

  it("never stand inside a line end or behind the text", () => {
    assert.deepEqual(rangeOf(text, { start: 5, end: 999 }), {
      start: { line: 0, character: 4 },
      end: { line: 2, character: 5 },
    });
  });
});
