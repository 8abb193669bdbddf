import assert from "node:assert/strict";
import fc from "fast-check";
import { checkedDesk } from "../workspace/desk.ts";
import { permitted } from "./permitted.ts";
import { holds } from "./run.ts";
import { copyOf } from "./sources.ts";
import { type Hand, hand, writeNote } from "./writing.ts";

const innerMarks = [
  ["“", "”"],
  ["‘", "’"],
  ['"', '"'],
  ["«", "»"],
];
const examples = fc.record({ permitted, hand, asWritten: fc.boolean() });

describe("two permitted changes", () => {
  holds("are permitted together", 800, examples, async ({ permitted, hand, asWritten }) => {
    const { names, source, passage } = permitted;
    const text = withMarks(permitted.quote, hand);
    // Brackets need no escape, and emphasis may have none.
    const written: Hand = asWritten || /[*_]/.test(text) ? { ...hand, escape: (words) => words } : hand;
    const quote = hand.place.title ? text.replace(/[*_]/g, "") : text;
    const note = writeNote(quote, "report.txt", copyOf(source, passage).lines, written);
    const desk = await checkedDesk({ "note.md": note, "report.txt": source });
    const { findings, citations } = desk.note("note.md");
    const wrong = findings.filter(({ severity }) => severity === "error" || severity === "warning");
    const shown = JSON.stringify({ names, place: hand.place.name, note, source }, null, 1);
    assert.deepEqual(
      wrong.map(({ rule, message }) => `${rule}: ${message}`),
      [],
      shown,
    );
    const verdicts = citations.flatMap(({ quotes }) => quotes.map(({ verdict }) => verdict));
    assert.equal(verdicts.length, 1, shown);
    assert.match(verdicts[0], /^(?:exact|equivalent)$/, shown);
  });
});

/** The quote with inner marks that are not those around it. */
function withMarks(quote: string, { marks, place }: Hand): string {
  const around = place.block ? "" : marks.join("");
  const isSingle = /[‘’'‚‹›]/.test(around);
  const [open, close] = innerMarks.find(
    (pair) => !pair.some((mark) => around.includes(mark) || (isSingle && /[‘’]/.test(mark))),
  )!;
  return quote.replace("{", open).replace("}", close);
}
