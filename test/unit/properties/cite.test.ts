import assert from "node:assert/strict";
import fc from "fast-check";
import { lineStartsOf, positionAt } from "../../../server/src/source/lines.ts";
import type { CiteShape } from "../../../server/src/workspace/cite/compose.ts";
import { openDesk, wikiUri } from "../workspace/desk.ts";
import { holds } from "./run.ts";
import { anyText } from "./sources.ts";

/** Notes, with `¦` where something is written. */
const notes: readonly string[] = [
  "¦",
  "The report says ¦.\n",
  "He said¦and went.\n",
  "# Notes\n\n¦\n\nMore of it.\n",
  "One line.\n¦\nAnother one.\n",
  "- First\n- ¦\n- Third\n",
  "1. First\n\n   ¦\n",
  "> ¦\n",
  "> Somebody's words.\n> ¦\n",
  "> Somebody's words.\n>\n> - ¦\n",
  "## About ¦ only\n",
  "| a | b |\n| --- | --- |\n| ¦ | x |\n",
  "“Unclosed and ¦ on\n",
  '"A bell" ([b](bell.txt#L1)) ¦ "again" ([b](bell.txt#L2))\n',
  "It[^1] says ¦[^1].\n\n[^1]: [b](bell.txt#L1)\n",
  "So *¦* it is, and **¦** too, and `code`.\n".replace("¦", "x"),
  "Text with $x$ and [brackets ¦ here].\n",
];

const examples = fc.record({
  text: anyText,
  from: fc.nat(400),
  length: fc.nat(120),
  note: fc.constantFrom(...notes),
  shape: fc.constantFrom<CiteShape[]>("quotation", "blockQuote"),
  noteEnd: fc.constantFrom("\n", "\r\n"),
});

describe("a citation that was asked for", () => {
  holds("has no finding, wherever it is written and whatever was selected", 250, examples, async (example) => {
    const { text, from, length, shape, noteEnd } = example;
    const source = text.text.replace(/^\ufeff/, "");
    const note = example.note.replaceAll("\n", noteEnd);
    const at = note.indexOf("¦");
    const without = note.replace("¦", "");
    const start = from % (source.length + 1);
    const lines = { text: source, lineStarts: lineStartsOf(source) };
    const desk = openDesk({ "report.txt": source, "bell.txt": "A bell\nagain\n", "note.md": without });
    const { workspace } = desk;
    const answer = await workspace.cite({
      sourceUri: wikiUri("report.txt"),
      selections: [
        { start: positionAt(lines, start), end: positionAt(lines, Math.min(source.length, start + length)) },
      ],
      note: { uri: wikiUri("note.md"), text: without, at: { start: at, end: at } },
      shape,
    });
    if (answer.text === undefined) {
      const selected = source.slice(start, start + length);
      assert.doesNotMatch(length > 0 && start < source.length ? selected : "", /[\p{L}\p{N}]/u, answer.problem);
      return;
    }
    const written = without.slice(0, at) + answer.text + without.slice(at);
    const { findings, citations } = await workspace.tryText(wikiUri("note.md"), written);
    const shown = JSON.stringify({ written, source, selected: source.slice(start, start + length) }, null, 1);
    assert.deepEqual(
      findings.map(({ rule, message }) => `${rule}: ${message}`),
      [],
      shown,
    );
    const quotes = citations
      .filter(({ sourceUri }) => sourceUri === wikiUri("report.txt"))
      .flatMap(({ quotes }) => quotes);
    assert.deepEqual(
      quotes.map(({ verdict }) => verdict.replace("equivalent", "exact")),
      ["exact"],
      shown,
    );
  });
});
