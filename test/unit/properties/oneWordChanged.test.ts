import assert from "node:assert/strict";
import type { Span } from "../../../server/src/span.ts";
import { checkedDesk } from "../workspace/desk.ts";
import { holds } from "./run.ts";
import { changedQuote } from "./unrepeated.ts";
import { hand, writeNote } from "./writing.ts";

const examples = hand.chain((hand) => changedQuote(hand.marks).map((changed) => ({ changed, hand })));

describe("a quote of eight words or more in which one was changed", () => {
  holds("has exactly one error, at that word", 500, examples, async ({ changed, hand }) => {
    const { copy, text, kind, inQuote, inSource } = changed;
    const note = writeNote(text, "report.txt", copy.lines, hand);
    const desk = await checkedDesk({ "note.md": note, "report.txt": copy.source });
    const { findings, citations } = desk.note("note.md");
    const edits = citations.flatMap(({ quotes }) => quotes.flatMap(({ edits }) => edits));
    const found = edits.map((edit) => ({
      ...edit,
      at: note.slice(edit.span.start, edit.span.end),
      from: copy.source.slice(edit.sourceSpan.start, edit.sourceSpan.end),
    }));
    const reported = findings.map(({ rule, severity, message }) => `${severity} ${rule}: ${message}`);
    const shown = JSON.stringify({ kind, place: hand.place.name, note, source: copy.source, found, reported }, null, 1);
    assert.deepEqual(
      findings.map(({ severity, rule }) => `${severity} ${rule}`),
      ["error quote-altered"],
      shown,
    );
    const [edit] = edits;
    const word = spanInNote(note, text, inQuote);
    assert.ok(edit.span.start <= word.start && word.end <= edit.span.end, `in the note: ${shown}`);
    if (inSource === null) return;
    const { start, end } = edit.sourceSpan;
    assert.ok(start <= inSource.start && inSource.end <= end, `in the source: ${shown}`);
  });
});

/** Where the stretch of the quote stands in the note, in which its words are written but once. */
function spanInNote(note: string, text: string, { start, end }: Span): Span {
  const written = text.slice(start, end);
  if (/\p{L}|\p{N}/u.test(written)) return find(note, written);
  const [word] = /[\p{L}\p{M}]+(?=[^\p{L}\p{M}]*$)/u.exec(text.slice(0, start)) ?? [""];
  const { end: at } = find(note, word);
  return { start: at, end: at };
}

function find(note: string, word: string): Span {
  const alone = new RegExp(`(?<![\\p{L}\\p{M}])${word}(?![\\p{L}\\p{M}])`, "u");
  const at = /\p{sc=Han}/u.test(word) ? note.indexOf(word.slice(-1)) - word.length + 1 : note.search(alone);
  return { start: at, end: at + word.length };
}
