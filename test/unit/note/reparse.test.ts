import assert from "node:assert/strict";
import { type NoteParse, reparseNote } from "../../../server/src/note/reparse.ts";
import { makeNotebook } from "../../bench/notebook/notebook.ts";

/** Where a text of any length is left the same by an edit there is this much to be read, and no more in a longer one. */
const flat = 1.2;

const paragraphs = makeNotebook({ seed: 7, notes: 160 }).notes.map(({ text }) =>
  text.replace(/^---[\s\S]*?\n---\n/, ""),
);

/** A note of so many notes. Their labels are told apart. */
function longNote(count: number): string {
  return paragraphs
    .slice(0, count)
    .map((text, i) => text.replaceAll("source-", `source-${i}-`))
    .join("\n");
}

/** How much is read for keystrokes all over a note, each. */
function readAtKeystrokes(text: string, typed: string): number {
  const times = 40;
  let read = 0;
  let parse: NoteParse = reparseNote(text, null);
  let written = text;
  for (let i = 0; i < times; i++) {
    const at = Math.floor(((i + 0.5) / times) * written.length);
    written = written.slice(0, at) + typed + written.slice(at);
    parse = reparseNote(written, parse);
    read += parse.read;
  }
  return read / times;
}

describe("a keystroke in a note", () => {
  for (const [name, typed] of Object.entries({
    "a letter": "x",
    "a quotation mark": "“",
    "a bracket": "]",
    "a line": "\n\n",
  })) {
    it(`reads as much again in a long note as in one of twice the length: ${name}`, () => {
      const [once, twice, fourTimes] = [40, 80, 160].map((count) => readAtKeystrokes(longNote(count), typed));
      assert.ok(twice <= flat * once && fourTimes <= flat * twice, `${once}, ${twice}, ${fourTimes}`);
    });
  }

  it("reads again the blocks that use the definition which it changes, and no others", () => {
    const filler = `${"Prose that says nothing of sources. ".repeat(200)}\n\n`;
    const uses = (label: string) => `${filler}They said “it is closed” [as reported][${label}].\n\n`;
    const before = `${uses("a")}${uses("b")}${uses("a")}${filler}[a]: a.txt#L1\n\n${filler}[b]: b.txt#L1\n`;
    const parse = reparseNote(before, null);
    const changed = reparseNote(before.replace("[a]: a.txt#L1", "[a]: a.txt#L2"), parse);
    assert.deepEqual(
      changed.note.citations.map(({ lines }) => lines?.start),
      [2, 1, 2],
    );
    const isKept = changed.stretches.map((stretch) => parse.stretches.includes(stretch));
    const holds = (label: string) => changed.stretches.findIndex(({ text }) => text.includes(`[${label}]`));
    assert.deepEqual([isKept[holds("a")], isKept[holds("b")]], [false, true]);
  });

  it("reads nothing where the text stays as it is", () => {
    const parse = reparseNote(longNote(10), null);
    const again = reparseNote(longNote(10), parse);
    assert.equal(again.read, 0);
    assert.deepEqual(again.note, parse.note);
  });
});
