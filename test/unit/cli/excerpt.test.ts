import { deepEqual, equal, ok } from "node:assert/strict";
import { performance } from "node:perf_hooks";
import fc from "fast-check";
import { glyphs } from "../../../server/src/shell/cli/cells.ts";
import { excerpt } from "../../../server/src/shell/cli/excerpt.ts";
import { holds } from "../properties/run.ts";
import { spanOf } from "./handmade.ts";

function shown(line: string, words: string, columns = 80): string[] {
  const { text, marks } = excerpt(line, spanOf(line, words), columns);
  return [text, marks];
}

describe("an excerpt of a line", () => {
  it("underlines the words", () => {
    deepEqual(shown("They met for 30 days.", "30"), [
      "They met for 30 days.", //
      "             ^^",
    ]);
  });

  it("shows a tab as spaces, in the line and below it", () => {
    deepEqual(shown("\tone\ttwo", "two"), [
      "    one    two", //
      "           ^^^",
    ]);
  });

  it("gives wide characters two columns", () => {
    deepEqual(shown("記者は「行く」と言った", "行く"), [
      "記者は「行く」と言った", //
      "        ^^^^",
    ]);
  });

  it("gives combining marks none, and emoji two", () => {
    deepEqual(shown("Zoe\u0308 👩‍👧 met Ana", "met"), [
      "Zoe\u0308 👩‍👧 met Ana", //
      "       ^^^",
    ]);
  });

  it("underlines the whole of a character of which a part is meant", () => {
    const line = "Zoe\u0308 met Ana";
    equal(excerpt(line, spanOf(line, "\u0308"), 80).marks, "  ^");
  });

  it("counts what is written out for a hidden character", () => {
    deepEqual(shown("go \u202eeast\u202c now", "now"), [
      "go ⟨U+202E⟩east⟨U+202C⟩ now", //
      "                        ^^^",
    ]);
  });

  it("marks one column for an empty span, and the end of the line behind its text", () => {
    equal(excerpt("abc", { start: 1, end: 1 }, 80).marks, " ^");
    equal(excerpt("abc", { start: 3, end: 3 }, 80).marks, "   ^");
    deepEqual(excerpt("", { start: 0, end: 0 }, 80), { text: "", marks: "^" });
  });

  it("marks nothing where nothing is meant", () => {
    deepEqual(excerpt("abc", null, 80), { text: "abc", marks: "" });
  });

  it("cuts a long line on both sides of the words", () => {
    const line = `${"before ".repeat(20)}HERE${" behind".repeat(20)}`;
    deepEqual(shown(line, "HERE", 30), [
      "…fore before HERE behind behi…", //
      "             ^^^^",
    ]);
  });

  it("cuts a line of which nothing is meant at its end", () => {
    equal(excerpt("word ".repeat(20), null, 12).text, "word word …");
  });

  it("shows the beginning of words that are too long themselves", () => {
    const line = `He said ${"on and ".repeat(30)}.`;
    const { text, marks } = excerpt(line, { start: 8, end: 218 }, 20);
    deepEqual([text, marks], ["…on and on and on a…", " ^^^^^^^^^^^^^^^^^^"]);
  });

  it("marks the end of a line that is full without going past it", () => {
    const line = "a".repeat(20);
    deepEqual(excerpt(line, { start: 20, end: 20 }, 20), { text: line, marks: `${" ".repeat(19)}^` });
  });

  const line = fc.string({
    unit: fc.constantFrom("a", "b ", "\t", "é", "e\u0301", "記", "👍🏽", "\u202e", "\ud800", "\0"),
  });

  holds(
    "fits any line, and underlines exactly the words",
    100,
    fc.tuple(line, fc.nat(), fc.nat(), fc.integer({ min: 20, max: 60 })),
    ([line, a, b, columns]) => {
      const [start, end] = [a % (line.length + 1), b % (line.length + 1)].sort((x, y) => x - y);
      const { text, marks } = excerpt(line, { start, end }, columns);
      ok(width(text) <= columns, `${width(text)} columns`);
      ok(marks.length <= columns);
      ok(!/[\p{Cc}\p{Cs}\u202e]/u.test(text));
      const first = glyphs(line).find((glyph) => glyph.end > start);
      if (first !== undefined) ok(behindColumns(text, marks.lastIndexOf(" ") + 1).startsWith(first.shown));
    },
  );

  it("takes no longer for a line of 5 MB", () => {
    const line = "word ".repeat(1_000_000);
    const start = performance.now();
    excerpt(line, { start: 2_500_000, end: 2_500_004 }, 80);
    ok(performance.now() - start < 200);
  });
});

/** What stands in the text behind so many columns. */
function behindColumns(text: string, columns: number): string {
  const all = glyphs(text);
  let sum = 0;
  const index = all.findIndex(({ cells }) => {
    sum += cells;
    return sum > columns;
  });
  return index < 0 ? "" : text.slice(all[index].start);
}

function width(text: string): number {
  return glyphs(text).reduce((sum, { cells }) => sum + cells, 0);
}
