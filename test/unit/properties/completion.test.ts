import assert from "node:assert/strict";
import fc from "fast-check";
import type { Suggestion } from "../../../server/src/workspace/suggest/suggestion.ts";
import { checkedDesk, type Desk, wikiUri } from "../workspace/desk.ts";
import { type Place, places } from "./places.ts";
import { holds } from "./run.ts";
import { anyCopy, anyText, copyFrom } from "./sources.ts";
import { everything, hand, outerMarks, writeNote } from "./writing.ts";

/** Stands for the cursor while a note is put together. */
const cursorMark = "\ue000";

const examples = fc.record({
  text: anyText,
  from: fc.nat(60),
  count: fc.integer({ min: 0, max: 4 }),
  /** Units of the last word that are not typed yet. */
  missing: fc.nat(3),
  marks: fc.constantFrom(...outerMarks),
  isClosed: fc.boolean(),
  lines: fc.integer({ min: 1, max: 4 }),
  place: fc.constantFrom(...places),
  hand,
});

const curly = outerMarks[0];

/** A title cannot hold the marks that are around it. */
function marksAt(place: Place): typeof outerMarks {
  const around = place.title ? place.write("", "") : "";
  return outerMarks.filter((marks) => !marks.some((mark) => around.includes(mark)));
}

const cited = fc.constantFrom("in the sentence", "elsewhere in the note");

describe("a quotation that is gone on with", () => {
  holds("has no finding, whatever is chosen", 300, fc.tuple(examples, cited), async ([example, where]) => {
    const { text, from, count, missing, marks, isClosed, lines, place, hand } = example;
    const { text: copied } = copyFrom(text.text, text.pieces, from, Math.max(0, count - 1));
    const words = count === 0 ? "" : copied.replace(/\s+/g, " ").trim();
    const escaped = place.title ? everything : hand.escape;
    const typed = escaped([...words].slice(0, Math.max(1, words.length - missing)).join(""));
    const [open, close] = marksAt(place).includes(marks) ? marks : curly;
    const quoted = place.block ? typed + cursorMark : open + typed + cursorMark + (isClosed ? close : "");
    const target = `report.txt#L${lines}`;
    const written =
      where === "in the sentence" ? place.write(quoted, target) : `[Report](${target}) is here.\n\nIt says ${quoted}`;
    const cursor = written.indexOf(cursorMark);
    const note = `${written.replace(cursorMark, "")}\n`;
    const desk = await checkedDesk({ "note.md": note, "report.txt": text.text });
    desk.workspace.openDocument(wikiUri("note.md"), 1, note);
    const { items } = await desk.workspace.suggest(wikiUri("note.md"), note, cursor);
    for (const item of items) await checkItem(desk, { note, cursor, item, source: text.text, place: place.name });
  });
});

describe("a citation whose lines are chosen for its quotation", () => {
  const written = fc.record({ copy: anyCopy, hand });

  holds("has the right ones first", 300, written, async ({ copy, hand }) => {
    const marked = writeNote(copy.text, "report.txt", copy.lines, { ...hand, fragment: () => `#L${cursorMark}` });
    const cursor = marked.indexOf(cursorMark);
    const note = marked.replaceAll(cursorMark, "");
    const desk = await checkedDesk({ "note.md": note, "report.txt": copy.source });
    desk.workspace.openDocument(wikiUri("note.md"), 1, note);
    const [item] = (await desk.workspace.suggest(wikiUri("note.md"), note, cursor)).items;
    if (item?.isPreferred) await checkLines(desk, { note, cursor, item, source: copy.source, place: hand.place.name });
  });
});

async function checkLines(desk: Desk, { note, item, source, place }: Choice): Promise<void> {
  const result = note.slice(0, item.edit.whole.start) + item.edit.text + note.slice(item.edit.whole.end);
  const { findings } = await desk.workspace.tryText(wikiUri("note.md"), result);
  const wrong = findings.filter(({ severity }) => severity === "error" || severity === "warning");
  assert.deepEqual(wrong, [], JSON.stringify({ place, note, result, source }, null, 1));
}

describe("a quotation begun with three words of its source", () => {
  const source =
    "A light burned.\n\nThe keeper saw a lamp in the old tower, and nobody else did. It went out at dawn.\n";
  for (const place of places) {
    for (const [open, close] of place.block ? [["", ""]] : marksAt(place)) {
      it(`can be gone on with: ${open}…${close}, ${place.name}`, async () => {
        const written = place.write(`${open}the keeper saw${cursorMark}${close}`, "report.txt#L3");
        const cursor = written.indexOf(cursorMark);
        const note = `${written.replace(cursorMark, "")}\n`;
        const desk = await checkedDesk({ "note.md": note, "report.txt": source });
        desk.workspace.openDocument(wikiUri("note.md"), 1, note);
        const { items } = await desk.workspace.suggest(wikiUri("note.md"), note, cursor);
        assert.deepEqual(
          items.map(({ label }) => label),
          [
            "The keeper saw a lamp in the old tower, and nobody else did.",
            "The keeper saw a lamp in the old tower",
            "The keeper saw a lamp in the old tower, and nobody else did. It went out at dawn.",
          ],
        );
        for (const item of items) await checkItem(desk, { note, cursor, item, source, place: place.name });
      });
    }
  }
});

interface Choice {
  readonly note: string;
  readonly cursor: number;
  readonly item: Suggestion;
  readonly source: string;
  readonly place: string;
}

async function checkItem(desk: Desk, { note, cursor, item, source, place }: Choice): Promise<void> {
  const edits = [{ span: item.edit.whole, text: item.edit.text }, ...item.also].sort(
    (a, b) => b.span.start - a.span.start,
  );
  let result = note;
  for (const { span, text } of edits) result = result.slice(0, span.start) + text + result.slice(span.end);
  const shown = JSON.stringify({ place, note, cursor, result, source }, null, 1);
  const { typed, whole } = item.edit;
  assert.ok(typed.start <= cursor && typed.end === cursor && whole.start === typed.start && whole.end >= cursor, shown);
  assert.ok(!note.slice(whole.start, whole.end).includes("\n"), shown);
  assert.ok(item.filter.startsWith(note.slice(typed.start, cursor)), shown);
  const checked = await desk.workspace.tryText(wikiUri("note.md"), result);
  const at = item.also.filter(({ span }) => span.start < typed.start);
  const shift = at.reduce((sum, { span, text }) => sum + text.length - (span.end - span.start), 0);
  const quote = checked.citations
    .flatMap(({ quotes }) => quotes)
    .find(
      ({ quotation }) => quotation.marked.start <= typed.start + shift && typed.start + shift <= quotation.marked.end,
    );
  assert.ok(quote, shown);
  assert.match(quote.verdict, /^(?:exact|equivalent)$/, shown);
  assert.deepEqual(
    checked.findings.filter(
      ({ quotation }) => quotation !== null && checked.note.quotations[quotation] === quote.quotation,
    ),
    [],
    shown,
  );
}
