import assert from "node:assert/strict";
import fc from "fast-check";
import type { Note, Quotation } from "../../../server/src/note/note.ts";
import { parseNote } from "../../../server/src/note/parse.ts";
import type { Reading } from "../../../server/src/note/reading.ts";
import { type NoteParse, reparseNote } from "../../../server/src/note/reparse.ts";
import { type Edit, edited, editedNote, edits, longNote } from "./edits.ts";
import { holds } from "./run.ts";

/** With all that is only made when it is asked for. */
function wholeNote(note: Note): Note {
  const whole = ({ text, starts, ends }: Reading): Reading => ({ text, starts, ends });
  const quotations = note.quotations.map((quotation): Quotation => {
    const read = { ...quotation, reading: whole(quotation.reading) };
    return quotation.written === undefined ? read : { ...read, written: whole(quotation.written) };
  });
  return { ...note, quotations };
}

describe("a note that is edited", () => {
  function check(first: string, edits: readonly Edit[], stretchLength?: number): void {
    let text = first;
    let parse: NoteParse = reparseNote(text, null, stretchLength);
    assert.deepEqual(wholeNote(parse.note), wholeNote(parseNote(text)), JSON.stringify(text));
    for (const each of edits) {
      const before = text;
      text = edited(text, each);
      parse = reparseNote(text, parse, stretchLength);
      assert.deepEqual(wholeNote(parse.note), wholeNote(parseNote(text)), JSON.stringify({ before, text }));
    }
  }

  // Short stretches have edges wherever there can be one.
  const stretchLength = fc.constantFrom(1, 60, 400);
  holds(
    "is read as if it were new, whatever is in it",
    400,
    fc.tuple(editedNote, edits, stretchLength),
    ([text, made, length]) => check(text, made, length),
  );
  holds("is read as if it were new, where it is long", 15, fc.tuple(longNote, edits), ([text, made]) =>
    check(text, made),
  );
});
