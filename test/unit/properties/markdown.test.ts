import assert from "node:assert/strict";
import fc from "fast-check";
import { checkedDesk } from "../workspace/desk.ts";
import { holds } from "./run.ts";
import { copyOf } from "./sources.ts";
import { plainWords } from "./words.ts";
import { hand, writeNote } from "./writing.ts";

/** A stretch of Markdown, and what a reader sees of it. */
interface Stretch {
  readonly raw: string;
  readonly seen: string;
}

const seen = fc.constantFrom(...plainWords, "l’été", "13-day", "U.S.", "港口", "não", "“so”", "and,", "end.");

/** How a word may be written. */
const markup: readonly ((word: string) => Stretch)[] = [
  (seen) => ({ raw: `*${seen}*`, seen }),
  (seen) => ({ raw: `**${seen}**`, seen }),
  (seen) => ({ raw: `_${seen}_`, seen }),
  (seen) => ({ raw: `\`${seen}\``, seen }),
  (seen) => ({ raw: `[${seen}](http://a.test/b)`, seen }),
  (seen) => ({ raw: `[${seen}][site]`, seen }),
  (seen) => ({ raw: `<b>${seen}</b>`, seen }),
  (word) => ({ raw: `${word} ~~${word}~~`, seen: word }),
  (word) => ({ raw: `***${word}***’s`, seen: `${word}’s` }),
  (word) => ({ raw: `\\*${word}\\*`, seen: `*${word}*` }),
  (word) => ({ raw: `${word} &amp; ${word}`, seen: `${word} & ${word}` }),
];

const piece: fc.Arbitrary<Stretch> = fc.oneof(
  { weight: 10, arbitrary: seen.map((seen) => ({ raw: seen, seen })) },
  {
    weight: 4,
    arbitrary: fc.tuple(fc.constantFrom(...plainWords), fc.constantFrom(...markup)).map(([word, write]) => write(word)),
  },
);

const text: fc.Arbitrary<Stretch> = fc
  .array(fc.tuple(piece, fc.constantFrom(" ", " ", " ", " ", "\n", "  \n", "\\\n")), { minLength: 2, maxLength: 12 })
  .map((pieces) => ({
    raw: pieces.map(([{ raw }, space], i) => raw + (i < pieces.length - 1 ? space : "")).join(""),
    seen: pieces.map(([{ seen }]) => seen).join(" "),
  }));

const block: fc.Arbitrary<Stretch> = fc.oneof(
  { weight: 4, arbitrary: text },
  { weight: 1, arbitrary: text.map(({ raw, seen }) => ({ raw: `## ${raw.replace(/\s*\\?\n/g, " ")}`, seen })) },
  { weight: 1, arbitrary: text.map(({ raw, seen }) => ({ raw: `> ${raw.replaceAll("\n", "\n> ")}`, seen })) },
  {
    weight: 2,
    arbitrary: fc
      .tuple(fc.array(text, { minLength: 1, maxLength: 3 }), fc.constantFrom("- ", "* ", "+ "))
      .map(([items, bullet]) => ({
        raw: items.map(({ raw }) => bullet + raw.replaceAll("\n", `\n${" ".repeat(bullet.length)}`)).join("\n"),
        seen: items.map(({ seen }) => seen).join("\n"),
      })),
  },
);

const examples = fc.record({
  blocks: fc.array(block, { minLength: 1, maxLength: 5 }),
  from: fc.nat(5),
  to: fc.nat(5),
  hand,
  raw: fc.boolean(),
});

describe("words copied from Markdown", () => {
  holds(
    "are never reported as wrong, as written or as seen",
    300,
    examples,
    async ({ blocks, from, to, hand, raw }) => {
      const first = from % blocks.length;
      const last = raw ? first + (to % (blocks.length - first)) : first;
      let source = "";
      const starts = blocks.map(({ raw }) => {
        const start = source.length;
        source += `${raw}\n\n`;
        return start;
      });
      const span = { start: starts[first], end: starts[last] + blocks[last].raw.length };
      const { lines } = copyOf(source, span);
      const text = raw ? source.slice(span.start, span.end) : blocks[first].seen;
      const note = raw
        ? `${text.replace(/^/gm, "> ")}\n>\n> — [r](report.md#L${lines.start}-L${lines.end})\n\n[site]: http://b.test/\n`
        : writeNote(text, "report.md", lines, hand);
      const report = `${source}[site]: http://b.test/\n`;
      const { note: noteAt } = await checkedDesk({ "note.md": note, "report.md": report });
      const wrong = noteAt("note.md").findings.filter(({ severity }) => severity === "error" || severity === "warning");
      assert.deepEqual(
        wrong.map(({ rule, message }) => `${rule}: ${message}`),
        [],
        JSON.stringify({ note, report }, null, 1),
      );
    },
  );
});
