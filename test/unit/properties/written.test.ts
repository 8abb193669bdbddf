import assert from "node:assert/strict";
import fc from "fast-check";
import { parseNote } from "../../../server/src/note/parse.ts";
import { writtenBlockQuote } from "../../../server/src/note/write/blockQuote.ts";
import { writtenCitation } from "../../../server/src/note/write/citation.ts";
import { writtenFragment } from "../../../server/src/note/write/fragment.ts";
import { writtenQuotation } from "../../../server/src/note/write/quotation.ts";
import { curlyMarks, type QuoteStyle, straightMarks } from "../../../server/src/note/write/quoteStyle.ts";
import { visibleWords } from "../note/rendered.ts";
import { checkedDesk } from "../workspace/desk.ts";
import { holds } from "./run.ts";
import { anyCopy } from "./sources.ts";

/** Where a quotation is written into a note. */
const surroundings: readonly { readonly before: string; readonly after: string; readonly cell?: true }[] = [
  { before: "", after: "" },
  { before: "The report says ", after: "." },
  { before: 'He called it "odd" and said ', after: ", which nobody doubted." },
  { before: "## ", after: "" },
  { before: "- First.\n- ", after: "\n- Third." },
  { before: "A line that\n", after: "\nand one more with *stars* and `code`" },
  { before: "| a | b |\n| --- | --- |\n| x | ", after: " |", cell: true },
];

const styles: readonly QuoteStyle[] = [
  straightMarks,
  curlyMarks,
  { open: "„", close: "“" },
  { open: "«\u00a0", close: "\u00a0»" },
  { open: "»", close: "«" },
  { open: "「", close: "」" },
  { open: "‘", close: "’" },
  { open: "'", close: "'" },
];

const examples = fc.record({
  copy: anyCopy,
  around: fc.constantFrom(...surroundings),
  style: fc.constantFrom(...styles),
  noteEnd: fc.constantFrom("\n", "\r\n"),
});

describe("a quotation that was written for a note", () => {
  holds("stands at the words it was made of, and shows them", 1200, examples, async (example) => {
    const { copy, around, style, noteEnd } = example;
    const place = around.cell ? "tableCell" : "inline";
    const quotation = writtenQuotation(copy.text, { style, place });
    if (quotation === null) {
      assert.doesNotMatch(copy.text, /[\p{L}\p{N}]/u);
      return;
    }
    const link = writtenCitation({ name: "report", path: "report.txt", fragment: writtenFragment(copy.lines) }, place);
    const note = `${around.before}${quotation} (${link})${around.after}`.replaceAll("\n", noteEnd);
    await assertRight(note, copy.source, copy.text);
    assert.ok(
      visibleWords(note).includes(wordsOf(copy.text)),
      JSON.stringify({ note, seen: visibleWords(note), words: wordsOf(copy.text) }, null, 1),
    );
  });
});

describe("a block quote that was written for a note", () => {
  holds("stands at the words it was made of, and shows them", 800, examples, async ({ copy, noteEnd }) => {
    const cited = { name: "report", path: "report.txt", fragment: writtenFragment(copy.lines) };
    const quote = writtenBlockQuote(copy.text, cited);
    if (quote === null) return;
    const note = `The report:\n\n${quote}\n\nMore.\n`.replaceAll("\n", noteEnd);
    await assertRight(note, copy.source, copy.text);
    assert.ok(visibleWords(note).includes(wordsOf(copy.text)), JSON.stringify({ note, text: copy.text }, null, 1));
  });
});

/** Words between signs that mean something to some Markdown, in a note that defines what brackets can name. */
const signs = fc.constantFrom(
  ..."`*_[]<>&~=$|#-+\\!^(){}\"'“”„‘’«»".split(""),
  ..."** __ ~~ == `` ``` ]( [^1] [[ ]] ![ <b> </b> <!-- --> &amp; &#35; 1. 2) --- *** === $$ \\\\ [a] http://x.test a@b.test".split(
    " ",
  ),
);
const signText = fc
  .array(fc.oneof(signs, fc.constantFrom("harbour", "storm", "No", "it", "7")), { minLength: 2, maxLength: 14 })
  .chain((parts) =>
    fc.array(fc.constantFrom("", " ", " "), { minLength: parts.length, maxLength: parts.length }).map((spaces) =>
      parts
        .map((part, i) => part + spaces[i])
        .join("")
        .trim(),
    ),
  );
const definitions = "\n\n[a]: a.txt#L1\n[b]: <b.txt>\n\n[^1]: A note.\n";

describe("words between signs of Markdown", () => {
  holds(
    "are shown as they are",
    1500,
    fc.record({
      text: signText,
      around: fc.constantFrom(...surroundings),
      style: fc.constantFrom(...styles),
      block: fc.boolean(),
    }),
    ({ text, around, style, block }) => {
      const words = `storm ${text} harbour`;
      const cited = { name: "report", path: "report.txt", fragment: "#L1" };
      const place = around.cell ? "tableCell" : "inline";
      const written = block
        ? `\n\n${writtenBlockQuote(words, cited)}\n\n`
        : `${around.before}${writtenQuotation(words, { style, place })} (${writtenCitation(cited, place)})${around.after}`;
      const note = written + definitions;
      assert.ok(
        visibleWords(note).includes(wordsOf(words)),
        JSON.stringify({ words, note, seen: visibleWords(note) }, null, 1),
      );
      const seen = parseNote(note).quotations.map(({ reading }) => wordsOf(reading.text));
      assert.ok(seen.includes(wordsOf(words)), JSON.stringify({ words, note, seen }, null, 1));
    },
  );
});

async function assertRight(note: string, source: string, text: string): Promise<void> {
  const desk = await checkedDesk({ "note.md": note, "report.txt": source });
  const { findings, citations } = desk.note("note.md");
  const shown = JSON.stringify({ note, source, text }, null, 1);
  assert.deepEqual(
    findings.map(({ rule, message }) => `${rule}: ${message}`),
    [],
    shown,
  );
  const quotes = citations.flatMap(({ quotes }) => quotes);
  const [quote] = quotes.filter(({ quotation }) => wordsOf(quotation.reading.text) === wordsOf(text));
  assert.ok(quote, `no quote of these words: ${shown}`);
  assert.match(quote.verdict, /^(?:exact|equivalent)$/, shown);
  const { span } = quote.passage!;
  assert.equal(withoutEdges(source.replace(/^\ufeff/, "").slice(span.start, span.end)), withoutEdges(text), shown);
}

/** A passage may leave out the marks at its ends. */
function withoutEdges(text: string): string {
  return wordsOf(text).replace(/^[\p{P}\p{S}]+|[\p{P}\p{S}]+$/gu, "");
}

/** Letters, digits and signs, without what a permitted change may touch. */
function wordsOf(text: string): string {
  return text.replace(/[\s\p{C}\p{Z}\p{DI}"'“”„‘’‚«»‹›「」『』]/gu, "").replace(/^[.,;:!?…]+|[.,;:!?…]+$/g, "");
}
