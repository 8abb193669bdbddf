import assert from "node:assert/strict";
import fc from "fast-check";
import { lineStartsOf, positionAt } from "../../../server/src/source/lines.ts";
import type { CheckedNote, CheckedQuote } from "../../../server/src/workspace/checkedNote.ts";
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
  "“Nobody was ever there at all,” she said. ¦\n",
  "“Nobody was ever there at all,” she said; ¦ and then she went\n",
  "¦ and then “something that nobody ever wrote down” came\n",
  "> A bell\n¦\n",
  "> A bell\n>\n> — [b](bell.txt#L1)¦\n",
  "The [b](bell.txt#L1) says:\n\n> A bell\n\n¦\n",
  "So *it ¦ is* now\n",
  "-¦\n",
  "Words\n\n¦\n---\n",
  "Text.[^1]\n\n[^1]: ¦\n",
];

/** Places at which somebody else's link, code or quotation would be lost: not everything can be written there. */
const narrow: readonly string[] = [
  "> A bell\n\n¦\n\n— [b](bell.txt#L1)\n",
  '"A bell" ¦ ([b](bell.txt#L1))\n',
  "“Nobody was ever there at all” he said ¦.\n",
  "[the ¦ bell](bell.txt#L1)\n",
  "[the bell](bell¦.txt#L1)\n",
  "So `it ¦ is`\n",
  "Text\n\n    ¦\n",
  "![a ¦ bell](bell.png)\n",
  "A <b title='¦'>bell</b>\n",
];

const examples = fc.record({
  text: anyText,
  from: fc.nat(400),
  length: fc.nat(120),
  shape: fc.constantFrom<CiteShape[]>("quotation", "blockQuote"),
  noteEnd: fc.constantFrom("\n", "\r\n"),
});

describe("a citation that was asked for", () => {
  const anywhere = fc.tuple(examples, fc.constantFrom(...notes));

  holds("has no finding, wherever it is written and whatever was selected", 250, anywhere, async ([example, note]) => {
    const { answer, selected, check } = await ask(example, note);
    if (answer.text === undefined) assert.doesNotMatch(selected, /[\p{L}\p{N}]/u, `${answer.problem} ${note}`);
    else await check(answer.text);
  });

  const narrowly = fc.tuple(examples, fc.constantFrom(...narrow));

  holds("is right or not written, where little can be", 120, narrowly, async ([example, note]) => {
    const { answer, check } = await ask(example, note);
    if (answer.text !== undefined) await check(answer.text);
  });
});

type Example = typeof examples extends fc.Arbitrary<infer Value> ? Value : never;

async function ask({ text, from, length, shape, noteEnd }: Example, marked: string) {
  const source = text.text.replace(/^\ufeff/, "");
  const note = marked.replaceAll("\n", noteEnd);
  const at = note.indexOf("¦");
  const without = note.replace("¦", "");
  const start = from % (source.length + 1);
  const lines = { text: source, lineStarts: lineStartsOf(source) };
  const { workspace } = openDesk({ "report.txt": source, "bell.txt": "A bell\nagain\n", "note.md": without });
  const answer = await workspace.cite({
    sourceUri: wikiUri("report.txt"),
    selections: [{ start: positionAt(lines, start), end: positionAt(lines, Math.min(source.length, start + length)) }],
    note: { uri: wikiUri("note.md"), text: without, at: { start: at, end: at } },
    shape,
  });

  async function check(inserted: string): Promise<void> {
    const written = without.slice(0, at) + inserted + without.slice(at);
    const before = await workspace.tryText(wikiUri("note.md"), without);
    const after = await workspace.tryText(wikiUri("note.md"), written);
    const shown = JSON.stringify({ written, source, selected: source.slice(start, start + length) }, null, 1);
    assert.deepEqual(
      after.findings.map(({ rule, message }) => `${rule}: ${message}`),
      before.findings.map(({ rule, message }) => `${rule}: ${message}`),
      shown,
    );
    const own = quotesOf(after, "report.txt").map(({ verdict }) => verdict.replace("equivalent", "exact"));
    assert.deepEqual(own, ["exact"], shown);
    const others = (checked: CheckedNote) => quotesOf(checked, "bell.txt").map(({ verdict }) => verdict);
    assert.deepEqual(others(after), others(before), shown);
  }

  return { answer, selected: length > 0 && start < source.length ? source.slice(start, start + length) : "", check };
}

function quotesOf({ citations }: CheckedNote, path: string): readonly CheckedQuote[] {
  return citations.filter(({ sourceUri }) => sourceUri === wikiUri(path)).flatMap(({ quotes }) => quotes);
}
