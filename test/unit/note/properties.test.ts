import assert from "node:assert/strict";
import fc from "fast-check";
import { readInline } from "../../../server/src/note/markdown/inline.ts";
import { isSilent } from "../../../server/src/note/markdown/runningText.ts";
import type { Note } from "../../../server/src/note/note.ts";
import { parseNote } from "../../../server/src/note/parse.ts";
import { findQuotations } from "../../../server/src/note/quotation.ts";
import { readMarkdown } from "../../../server/src/note/readAway.ts";
import type { Reading } from "../../../server/src/note/reading.ts";
import type { Span } from "../../../server/src/span.ts";
import { holds } from "../properties/run.ts";
import { describeNote } from "./fixture.ts";

const pieces = [
  ..."\"“”'‘’«»„「」[](){}<>*_~`!|#>-+.,:;?…&\\^ \t\n",
  "\n\n",
  "\n> ",
  "\n- ",
  "\n1. ",
  "\n    ",
  "[a](b.txt#L3)",
  "[[b.txt#L3]]",
  "[[b.txt|a]]",
  "[^1]",
  "\n[^1]: ",
  "[r]",
  "\n\n[r]: c.txt#L1-L2 '“t”'\n",
  "![a](b.png)",
  "<!-- c -->",
  "<b>",
  "&quot;",
  "```\n",
  "| a | b |\n|---|---|\n",
  "---\n",
  "> [!quote] ",
  "— ",
  "word ",
  "The mill. ",
  "😀",
  "磨坊。",
  "\ufeff",
  "\u0000",
  "\ud800",
  "\udc00",
];
const markdown = fc
  .array(fc.oneof({ weight: 8, arbitrary: fc.constantFrom(...pieces) }, fc.string({ unit: "binary", maxLength: 4 })), {
    maxLength: 60,
  })
  .map((parts) => parts.join(""));
const lineEnds = fc.constantFrom("\n", "\r\n", "\r");

/** Every span of the note, quotations first. */
function spansOf({ citations, quotations, problems, ignores }: Note): Span[] {
  return [
    ...quotations.flatMap(({ span, marked }) => [span, marked]),
    ...citations.flatMap(({ span, target, fragment }) => [span, target, ...(fragment ? [fragment] : [])]),
    ...problems.map(({ span }) => span),
    ...ignores.map(({ span }) => span),
  ];
}

function splitsCharacter(text: string, at: number): boolean {
  const [before, after] = [text.charCodeAt(at - 1), text.charCodeAt(at)];
  return (before === 0x0d && after === 0x0a) || (before >> 10 === 0x36 && after >> 10 === 0x37);
}

function checkReading(reading: Reading, text: string): void {
  const { starts, ends } = reading;
  assert.equal(starts.length, reading.text.length);
  assert.equal(ends.length, reading.text.length);
  for (let i = 0; i < reading.text.length; i++) {
    assert.ok(starts[i] <= ends[i] && ends[i] <= text.length, `unit ${i} is outside`);
    assert.ok(i === 0 || (starts[i - 1] <= starts[i] && ends[i - 1] <= ends[i]), `unit ${i} goes back`);
    const isPlain = ends[i] - starts[i] === 1 && !/[\s\ufffd]/.test(reading.text[i]);
    if (isPlain) assert.equal(reading.text[i], text[starts[i]], `unit ${i} is read as another`);
  }
}

describe("any text", function () {
  this.timeout(60_000);

  holds(
    "is read without an error, and into spans inside it",
    2000,
    fc.tuple(markdown, lineEnds),
    ([written, lineEnd]) => {
      const text = written.replaceAll("\n", lineEnd);
      const note = parseNote(text);
      for (const { start, end } of spansOf(note)) {
        assert.ok(0 <= start && start <= end && end <= text.length);
        assert.ok(!splitsCharacter(text, start) && !splitsCharacter(text, end));
      }
      for (const { reading, written, span, marked } of note.quotations) {
        checkReading(reading, text);
        if (written) checkReading(written, text);
        assert.notEqual(reading.text.trim(), "");
        assert.ok(marked.start <= span.start && span.end <= marked.end);
      }
      for (const { candidates } of note.quotations) {
        for (const { citations } of candidates) {
          assert.ok(citations.length > 0 && citations.every((index) => index in note.citations));
        }
      }
      checkReading(readMarkdown(text), text);
    },
  );

  holds("is in document order", 1000, markdown, (text) => {
    const { citations, quotations } = parseNote(text);
    for (const list of [citations, quotations]) {
      for (let i = 1; i < list.length; i++) assert.ok(list[i - 1].span.start <= list[i].span.start);
    }
  });

  const separators = (text: string): string => text.replace(/\s+/g, " ");

  holds("is read alike with every line end", 2000, fc.tuple(markdown, lineEnds), ([written, lineEnd]) => {
    const text = written.replaceAll("\r", "");
    const changed = text.replaceAll("\n", lineEnd);
    const described = describeNote(parseNote(changed), changed);
    assert.equal(separators(described), separators(describeNote(parseNote(text), text)));
  });

  const labels = { definitions: new Map(), footnotes: new Map() };

  holds("that the scan passes over holds no link, quotation or comment", 300, markdown, (text) => {
    fc.pre(isSilent(text));
    const { reading, links, comments, refused } = readInline(text, 0, labels, {
      lineBreak: " ",
      hidesTarget: () => true,
    });
    assert.deepEqual([links, comments, refused, findQuotations(reading.text)], [[], [], [], []]);
  });

  const prose = fc.array(fc.constantFrom("the ", "mill ", "was ", "closed. ", "Ann’s ", "ü ", "磨坊 ", "(now) "));

  holds("that has no markup is its own reading", 100, prose, (words) => {
    const text = words.join("").trim();
    const note = `Ann wrote: “${text}”`;
    const quotation = parseNote(note).quotations[0];
    if (!/[\p{L}\p{N}]/u.test(text)) return assert.equal(quotation, undefined);
    assert.equal(quotation.reading.text, text);
    assert.equal(note.slice(quotation.span.start, quotation.span.end), text);
  });
});
