import assert from "node:assert/strict";
import { cursorPlace } from "../../../server/src/note/cursor/cursorPlace.ts";
import { parseNote } from "../../../server/src/note/parse.ts";
import { readMarkdown } from "../../../server/src/note/readAway.ts";
import { reparseNote } from "../../../server/src/note/reparse.ts";
import { startCounting, type WorkCounter } from "../work.ts";
import { shapes } from "./shapes.ts";

/** The size at which nothing may hang, and two at which work is counted. */
const full = 60_000;
const [small, large] = [600, 2400];
/** Milliseconds after which something hangs, whatever else the machine does. */
const longest = 30_000;
/** Times the work that the large one may take: 2.2 for each doubling. */
const mostGrowth = 2.2 * 2.2;

/** Attached to a text, so that its last block cites: others are hardly looked at. */
const citation = ' "a b" [x](a.txt#L3)';

const readers: Readonly<Record<string, (text: string) => void>> = {
  "read as notes": (text) => parseNote(text + citation),
  // In stretches so short that there are several of each size.
  "read as notes that are edited": (text) => reparseNote(text + citation, reparseNote(text, null, 60), 60),
  "read as sources": (text) => readMarkdown(text),
  "written on": (text) => cursorPlace(`${text}“a`, text.length),
};

describe("hostile notes", () => {
  for (const [name, shape] of Object.entries(shapes)) {
    it(`are read and written on at full size: ${name}`, function () {
      this.timeout(longest);
      const text = shape(full);
      for (const read of Object.values(readers)) read(text);
    });
  }

  describe("of twice the length", () => {
    let counter: WorkCounter;
    before(() => {
      counter = startCounting();
    });
    after(() => counter.stop());

    for (const [name, shape] of Object.entries(shapes)) {
      it(`take twice the work: ${name}`, () => {
        for (const [how, read] of Object.entries(readers)) {
          read(shape(small));
          const [once, more] = [small, large].map((size) => counter.count(() => read(shape(size))));
          assert.ok(more <= once * mostGrowth, `${how}: ${once}, four times the length ${more}`);
        }
      });
    }
  });

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
