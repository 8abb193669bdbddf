import assert from "node:assert/strict";
import { cursorPlace } from "../../../server/src/note/cursor/cursorPlace.ts";
import { parseNote } from "../../../server/src/note/parse.ts";
import { readMarkdown } from "../../../server/src/note/readAway.ts";

const many = 60_000;
const lines = (count: number, line: (i: number) => string): string =>
  Array.from({ length: count }, (_, i) => line(i)).join("\n");

/** Shapes that make a careless parser slow, or overflow its stack. */
const shapes: Readonly<Record<string, string>> = {
  "open brackets": "[".repeat(many),
  "closing brackets": "a]".repeat(many),
  "nested brackets": `${"[".repeat(many / 2)}a${"]".repeat(many / 2)}`,
  "links that never close": "[a](".repeat(many / 2),
  "destinations that never close": "[a](<b".repeat(many / 2),
  "titles that never close": '[a](b "'.repeat(many / 2),
  "images in brackets": "![[]()".repeat(many / 2),
  "wikilinks that never close": "[[a|".repeat(many / 2),
  "mismatched emphasis": "*a_ ".repeat(many),
  "nested emphasis": `${"*a **a ".repeat(many / 2)}b${" a** a*".repeat(many / 2)}`,
  "emphasis of three": `a***b${"c*** ".repeat(many)}`,
  backticks: "`".repeat(many),
  "backticks of every length": lines(800, (i) => `e${"`".repeat(i + 1)}`).replaceAll("\n", ""),
  "comments that never close": "a <!-- ".repeat(many),
  "tags that never close": "<a b='".repeat(many / 2),
  "quote marks": '"'.repeat(many),
  "opening marks": ' "a'.repeat(many),
  "curly marks": "“a".repeat(many),
  apostrophes: " 'as' b".repeat(many),
  abbreviations: "A. b. ".repeat(many),
  "nested quotes": `${"> ".repeat(10_000)}a`,
  "nested quotes on every line": lines(300, () => `${">".repeat(400)} a "b c" [x](a.txt#L3)`),
  "nested lists": lines(700, (i) => `${"  ".repeat(i)}* a`),
  "lists on one line": `${"- + ".repeat(many / 4)}a`,
  "white space": `a|b\n${" ".repeat(many)}x\nc|d\n${" ".repeat(many)}`,
  dashes: `a|b\n${"-".repeat(many)}x`,
  "a wide table": `${"|a".repeat(10_000)}\n${"|-".repeat(10_000)}\n${'|"q" [x](a.txt#L3) '.repeat(10_000)}`,
  "footnote marks": `[^1]: [x](a.txt#L3)\n\n${'"a b"[^1] '.repeat(15_000)}`,
  definitions: `${lines(10_000, (i) => `[a${i}]: b.txt#L1`)}\n\n${lines(10_000, (i) => `[a${i}]`)}`,
  "a title over all lines": `[a]: b "x\n${"y\n".repeat(many / 2)}`,
  "citations side by side": `"a" ${"[x](a.txt#L3)".repeat(15_000)}`,
  "quotations and then citations": `${'"one two" '.repeat(10_000)}${"[x](a.txt#L3) word ".repeat(10_000)}`,
  "quotations in a link": `[${'"one two" '.repeat(10_000)}](a.txt#L3)`,
  "interrupted quotations": '"A," he said. '.repeat(15_000),
  "block quotes": lines(10_000, () => "> a [x](a.txt#L3) b\n"),
  "more paragraphs than a call takes arguments": "a\n\n".repeat(150_000),
  "more quotations than a call takes arguments": '"a" '.repeat(150_000),
  "dashes before a citation": `> ${"a - ".repeat(many / 2)}— b [x](a.txt#L3)`,
  "heads of block quotes": "[A](a.txt#L3)\n\n> b\n\n".repeat(8_000),
  "lines below quotations": '"a b"\n\n[A](a.txt#L3)\n\n'.repeat(8_000),
  "an introduction and its list": `[A](a.txt#L3) ${'"a b" c '.repeat(3_000)}:\n\n${'- "a b"\n'.repeat(8_000)}`,
  "items with sources": '- "a b"\n- Source: [A](a.txt#L3)\n'.repeat(8_000),
  "sentences that cite": `"a b" c. ${"Roe v. Doe, [A](a.txt#L3). ".repeat(8_000)}`,
  "brackets in brackets": `"a b" ${"(a. [b. ".repeat(many / 4)}${"c.] d.) ".repeat(many / 4)}`,
  "single marks that close late": `${"‘a “b ".repeat(many / 4)}${"c’ d ".repeat(many / 4)}`,
  "links in a quotation": `"${"[a](b.txt) [[c]] &amp; ".repeat(8_000)}" [x](a.txt#L3)`,
  "quotations with links": '"a [[b]] c" '.repeat(15_000),
  "broken words": '"a-\nb c-\nd" '.repeat(10_000),
  "a long block quote": `${lines(15_000, () => "> a b c")}\n> — [x](a.txt#L3)`,
};

describe("hostile notes", () => {
  for (const [name, text] of Object.entries(shapes)) {
    it(`are read in time: ${name}`, function () {
      this.timeout(20_000);
      for (const read of [parseNote, readMarkdown]) {
        // Processor time: other work on the machine does not count.
        const start = process.cpuUsage();
        read(text);
        const { user } = process.cpuUsage(start);
        assert.ok(user < 2_000_000, `${read.name} took ${Math.round(user / 1000)} ms`);
      }
    });
  }

  for (const [name, text] of Object.entries(shapes)) {
    it(`are written on in time: ${name}`, function () {
      this.timeout(20_000);
      const long = text.repeat(Math.ceil(300_000 / text.length));
      const start = process.cpuUsage();
      for (const cursor of [long.length >> 1, long.length]) cursorPlace(`${long}“a`, cursor);
      const { user } = process.cpuUsage(start);
      assert.ok(user < 2_000_000, `it took ${Math.round(user / 1000)} ms`);
    });
  }

  it("say which line was too deep, and read the others", () => {
    const text = `"The mill" ([a](mill.txt#L3))\n\n${"> ".repeat(600)}deep\n\n"is closed" ([a](mill.txt#L4))\n`;
    const { quotations, problems } = parseNote(text);
    assert.deepEqual(
      quotations.map(({ candidates }) => candidates.length),
      [1, 1],
    );
    assert.deepEqual(problems, [{ rule: "note-not-read", span: { start: 31, end: 1235 }, args: {} }]);
  });

  it("nest no rule and no row of dashes", () => {
    const text = `${"-".repeat(3000)}\n\n${" ".repeat(3000)}\n\n${"*".repeat(3000)}`;
    assert.deepEqual(parseNote(text).problems, []);
  });
});
