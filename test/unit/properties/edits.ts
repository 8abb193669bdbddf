import fc from "fast-check";
import { makeNotebook } from "../../bench/notebook/notebook.ts";
import { anyText } from "./anything.ts";

const prose =
  "The harbour master kept a ledger of every boat that came in, and of the weather, and of what was said on the quay. ";

/** Blocks that look at their neighbours, and blocks that are looked for; some of them long. */
const block = fc.constantFrom(
  prose.repeat(3),
  prose.repeat(20),
  'They said "the mill is closed" ([Post](post.txt#L3)), and no more.',
  '"The mill is closed for good."',
  "— [Post](post.txt#L3)",
  "[The Post](post.txt#L3) wrote:",
  "> The mill is closed.\n> It stays so.",
  "> The mill is closed.\n>\n> — [Post](post.txt#L3)",
  '- "The mill is closed"\n- Source: [Post](post.txt#L4)',
  '- "One that is open"\n\n- "another of them"[^1]',
  "It was “closed for good” [as reported][r], they say, [sic] and [T]he rest.",
  "It was “closed for good”[^1] and “never opened again”.[^2]",
  '[r]: post.txt#L3 "“The mill is closed for good”"',
  "[r]: other.txt#L0",
  "[^1]: See [Post](post.txt#L3) and [another](other.txt#L4).",
  "[^1]: See nothing.",
  "[^2]:\n    [Post](post.txt#L9), and “so it is said”.\n\n    > More of it.",
  "```\ncode “of a kind” ([a](a.txt#L1))\n\nmore code\n```",
  "    indented “code”\n\n    [a](a.txt#L1)",
  "<!-- verbatim-ignore-next quote-altered: so it is -->",
  "<!-- a\n\ncomment -->",
  "<div>\n\n“in a tag” [a](a.txt#L1)\n\n</div>",
  "| said | where |\n| --- | --- |\n| “It is closed” | [Post](post.txt#L3) |",
  "# A heading [a](a.txt#L1)",
  "Title\n===",
  "***",
  "Said “so it was” [a](my file.txt#L3).",
);

/** A note of such blocks. */
export const editedNote = fc
  .tuple(
    fc.constantFrom("", "", "", "\ufeff", "---\ntitle: a\n---\n", "---\n", "+++\na = 1\n+++\n\n"),
    fc.array(fc.oneof({ weight: 9, arbitrary: block }, { weight: 1, arbitrary: anyText }), { maxLength: 40 }),
    fc.constantFrom("\n\n", "\n\n", "\n\n", "\n", "\n\n\n"),
    fc.constantFrom("\n", "\n", "\r\n", "\r"),
  )
  .map(([head, blocks, between, lineEnd]) => (head + blocks.join(between)).replaceAll("\n", lineEnd));

/** Of the bench, and longer than one is. */
export const longNote = fc.nat(1000).map((seed) =>
  makeNotebook({ seed, notes: 12 })
    .notes.map(({ text }) => text.replace(/^---/, ""))
    .join("\n"),
);

const edit = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  drop: fc.constantFrom(0, 0, 0, 1, 1, 2, 7, 60, 900, 6000),
  add: fc.oneof(
    fc.constantFrom(
      "",
      "x",
      " ",
      "\n",
      "\n\n",
      "\r",
      "\r\n",
      "“",
      '"',
      "`",
      "```\n",
      "[",
      "]",
      "[r]",
      "[^1]",
      "(",
      "    ",
    ),
    fc.constantFrom(
      "<!--",
      "-->",
      "> ",
      "- ",
      "---\n",
      "\n---\n",
      "# ",
      "|",
      ":",
      "\n\n[r]: new.txt#L1\n\n",
      "\n\n[^1]: [a](b.txt#L2)\n\n",
    ),
    block.map((text) => `\n\n${text}\n\n`),
    anyText,
  ),
  /** Whether it is made at the start or end of a line. */
  atLine: fc.constantFrom("start", "end", null),
});

export type Edit = typeof edit extends fc.Arbitrary<infer T> ? T : never;

export function edited(text: string, { at, drop, add, atLine }: Edit): string {
  let from = Math.floor(at * text.length);
  if (atLine === "start") from = text.lastIndexOf("\n", from) + 1;
  if (atLine === "end") from = text.indexOf("\n", from) < 0 ? text.length : text.indexOf("\n", from);
  return text.slice(0, from) + add + text.slice(from + drop);
}

export const edits = fc.array(edit, { minLength: 1, maxLength: 8 });
