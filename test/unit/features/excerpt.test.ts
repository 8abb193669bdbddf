import assert from "node:assert/strict";
import fc from "fast-check";
import { bracketsFor, excerptOf } from "../../../server/src/features/excerpt.ts";
import { holds } from "../properties/run.ts";
import { sourceOf, spanIn } from "./handmade.ts";

const brackets = { open: "⟦", close: "⟧" };

describe("excerpt", () => {
  const article = `${"The harbour was shut for days. ".repeat(40)}Nobody asked why. ${"Then the ferries sailed. ".repeat(40)}`;

  it("cuts a long line around the passage and says how much it cut", () => {
    const source = sourceOf(article);
    const marks = [spanIn(article, "Nobody asked why")];
    const [row] = excerptOf(source, { lines: { start: 1, end: 1 }, marks, maxLines: 5, brackets });
    const parts = /^1 │ ⟨… (\d+) characters⟩(.*)⟦Nobody asked why⟧(.*)⟨… (\d+) characters⟩$/.exec(row);
    assert.ok(parts !== null, row);
    const [, before, left, right, after] = parts;
    const shown = left.length + "Nobody asked why".length + right.length;
    assert.equal(Number(before) + shown + Number(after), article.length);
    assert.ok(shown <= 640);
  });

  it("keeps both ends of a passage that is too long to show", () => {
    const source = sourceOf(article);
    const marks = [spanIn(article, article.slice(100, 2000))];
    const [row] = excerptOf(source, { lines: { start: 1, end: 1 }, marks, maxLines: 5, brackets });
    assert.match(row, /⟦[^⟧]{100,}⟨… \d+ characters⟩[^⟦]{100,}⟧/);
  });

  it("cuts a long line without a passage at its end", () => {
    const [row] = excerptOf(sourceOf(article), { lines: { start: 1, end: 1 }, marks: [], maxLines: 5, brackets });
    assert.match(row, /^1 │ The harbour was shut.*⟨… \d+ characters⟩$/);
  });

  it("marks a passage over several lines at its ends only", () => {
    const text = "one two\r\nthree four\rfive six";
    const marks = [spanIn(text, "two\r\nthree four\rfive")];
    assert.deepEqual(excerptOf(sourceOf(text), { lines: { start: 1, end: 3 }, marks, maxLines: 5, brackets }), [
      "1 │ one ⟦two",
      "2 │ three four",
      "3 │ five⟧ six",
    ]);
  });

  it("says that a passage longer than the window goes on", () => {
    const text = "a\nb\nc\nd\ne\nf";
    const marks = [{ start: 2, end: 11 }];
    assert.deepEqual(excerptOf(sourceOf(text), { lines: { start: 1, end: 6 }, marks, maxLines: 2, brackets }), [
      "  ⟨… 1 more line⟩",
      "2 │ ⟦b",
      "3 │ c",
      "  ⟨… 3 more lines⟩",
    ]);
  });

  it("leaves lines past the end out", () => {
    const options = { marks: [], maxLines: 5, brackets };
    assert.deepEqual(excerptOf(sourceOf("a\nb"), { lines: { start: 2, end: 9 }, ...options }), ["2 │ b"]);
    assert.deepEqual(excerptOf(sourceOf("a\nb"), { lines: { start: 7, end: 9 }, ...options }), []);
  });

  it("marks with brackets that the lines do not hold", () => {
    assert.deepEqual(bracketsFor(sourceOf("plain"), { start: 1, end: 1 }), brackets);
    assert.deepEqual(bracketsFor(sourceOf("a ⟧ b"), { start: 1, end: 1 }), { open: "⟪", close: "⟫" });
  });

  const text = fc.string({ unit: fc.constantFrom("a", " ", "😀", "é", "\n", "\r"), minLength: 1, maxLength: 3000 });

  holds(
    "is never longer than asked for and never cuts a character in two",
    100,
    fc.tuple(text, fc.nat(), fc.nat(), fc.integer({ min: 1, max: 6 })),
    ([text, a, b, maxLines]) => {
      const [start, end] = [a % text.length, b % text.length].sort((x, y) => x - y);
      const source = sourceOf(text);
      const lines = { start: 1, end: source.lineStarts.length };
      const rows = excerptOf(source, { lines, marks: [{ start, end }], maxLines, brackets });
      assert.ok(rows.filter((row) => row.includes("│")).length <= maxLines);
      for (const row of rows) assert.ok(row.length < 900);
      const halves = start > 0 && /[\ud800-\udbff]/.test(text[start - 1]);
      const halved = /[\ud800-\udbff]/.test(text[Math.max(0, end - 1)]);
      if (!halves && !halved) assert.doesNotMatch(rows.join("\n"), /U\+D[89A-F]/);
    },
  );
});
