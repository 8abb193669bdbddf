import assert from "node:assert/strict";
import fc from "fast-check";
import { checkedDesk } from "../workspace/desk.ts";
import { holds } from "./run.ts";
import { anyCopy } from "./sources.ts";
import { type Hand, hand, pasted, writeNote } from "./writing.ts";

const examples = fc.record({ copy: anyCopy, hand });

describe("words copied from the cited lines", () => {
  holds("are never reported as wrong", 1200, examples, async ({ copy, hand }) => {
    const note = writeNote(copy.text, "report.txt", copy.lines, hand);
    const desk = await checkedDesk({ "note.md": note, "report.txt": copy.source });
    const { findings, citations } = desk.note("note.md");
    const shown = JSON.stringify({ place: hand.place.name, note, source: copy.source }, null, 1);
    const wrong = findings.filter(({ severity }) => severity === "error" || severity === "warning");
    assert.deepEqual(
      wrong.map(({ rule, message }) => `${rule}: ${message}`),
      [],
      shown,
    );
    if (hand.escape === pasted || !mustBeRead(copy.text, hand)) return;
    const quotes = citations.flatMap(({ quotes }) => quotes);
    assert.equal(quotes.length, 1, shown);
    assert.match(quotes[0].verdict, /^(?:exact|equivalent)$/, shown);
  });
});

/** Whether nothing in the text can be taken for a mark of the pair around it, so that it is one quote. */
function mustBeRead(text: string, { marks, place }: Hand): boolean {
  if (!/[\p{L}\p{N}]/u.test(text)) return false;
  if (place.block) return true;
  const pair = marks.join("").trim();
  // A single mark behind white space is no closing one, and one in front of ’99 may be an apostrophe.
  if (/[‘'‚‹›]/.test(pair)) {
    return !/[“”„"«»「」『』‘’‚'‹›]|\s\p{Cf}+\s*$|^[\s\p{Cf}]*\d\d(?![\p{L}\p{N}])/u.test(text);
  }
  return !new RegExp(/[“”„]/.test(pair) ? "[“”„]" : `[${pair}]`).test(text);
}
