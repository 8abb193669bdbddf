import assert from "node:assert/strict";
import { createRequire } from "node:module";
import fc from "fast-check";
import type { Fix } from "../../../server/src/workspace/fixes/fix.ts";
import { editedText } from "../../../server/src/workspace/fixes/textEdit.ts";
import { everyFixHolds } from "./everyFix.ts";
import { holds } from "./run.ts";

interface Token {
  readonly type: string;
  readonly tag: string;
  readonly nesting: number;
  readonly content: string;
}

const MarkdownIt: new (options: object) => { parse(text: string, env: object): Token[] } = createRequire(
  import.meta.url,
)("markdown-it");

const files = {
  "log.txt": `The keeper's log of the year.
A boat was lowered, and two men rowed out to the reef.
The wind turned to the east before noon.
Gulls sat on the wall all day without moving.
The wind turned to the east before noon.
The tower leaned a little to the west.
`,
  "pilots.txt": "Minutes of the meeting.\nThe pilots agreed to share the winter fees.\n",
  "other.md": "[Minutes](pilots.txt#L1)\n",
};

/** What may be wrong, and what is offered first for it; null where that is only to ignore it. */
const mistakes: readonly (readonly [words: string, destination: string, first: Fix["kind"] | null])[] = [
  ["two women rowed out to the reef", "log.txt#L2", "replace-words"],
  ["two men rowed to the reef", "log.txt#L2", "replace-words"],
  ["two women rowed out to the reef", "log.txt#L6", "replace-words"],
  ["Gulls sat on the wall all day", "log.txt#L2", "cite-lines"],
  ["Gulls sat on the wall all day", "log.txt#L90", null],
  ["Gulls sat on the wall all day", "log.txt#L5-L4", "fix-range"],
  ["The wind turned to the east before noon", "log.txt#L2", "choose-place"],
  ["The pilots agreed to share the winter fees", "log.txt#L2", "cite-other-source"],
  ["The pilots agreed to share the winter fees", "pilot.txt#L2", "choose-file"],
  ["The pilots agreed to share the winter fees", "minutes.txt#L7", "choose-file"],
  ["Gulls sat on the wall all day", "lgo.txt#L4", "choose-file"],
  ["Gulls sat on the wall all day", "lgo.txt#L1", "choose-file"],
  ["Nobody had ever eaten such a pudding", "log.txt#L2", "ignore"],
];

const forms: readonly ((words: string, to: string) => string)[] = [
  (words, to) => `He wrote "${words}" ([log](${to})).`,
  (words, to) => `[Log](${to}) has it that “${words}” and more.`,
  (words, to) => `We read ["${words}"](${to}) here.`,
  (words, to) => `We read [this](${to} "“${words}”").`,
  (words, to) => `“${words}”[^1]\n\n[^1]: See [log](${to}).`,
  (words, to) => `«${words}» ([log][l]).\n\n[l]: <${to}>`,
  (words, to) => `He wrote "${words}" ([[${to}|log]]).`,
  (words, to) => `He wrote\n"${words}" ([log](${to})).`,
  (words, to) => `> ${words}.\n>\n> — The keeper, [log](${to})`,
  (words, to) => `> ${words}.\n\n— The keeper, [log](${to})`,
  (words, to) => `> [!quote]\n> ${words}.\n> — [log](${to})`,
  (words, to) => `> [!NOTE]\n> He wrote "${words}" ([log](${to})).`,
  (words, to) => `> [!NOTE] One\n> more line.\n> He wrote "${words}" ([log](${to})).`,
];

const indented = (first: string, note: string) => first + note.replaceAll("\n", `\n${" ".repeat(first.length)}`);

const surroundings: readonly ((note: string) => string)[] = [
  (note) => note,
  (note) => `---\ntitle: A note\n---\n${note}`,
  (note) => `A title\n---\n${note}`,
  (note) => `# A title\n${note}`,
  (note) => `* * *\n${note}`,
  (note) => `\`\`\`\ncode\n\`\`\`\n${note}`,
  (note) => `Words before.\n\n${note}\n\nWords behind.`,
  (note) => `- One.\n${indented("- ", note)}\n- Three.`,
  (note) => `1. One.\n\n${indented("2. ", note)}\n\n3. Three.`,
  (note) => `- One.\n  ${indented("- ", note).replaceAll("\n", "\n  ")}`,
];

const notes = fc
  .record({
    mistake: fc.constantFrom(...mistakes),
    form: fc.constantFrom(...forms),
    around: fc.constantFrom(...surroundings),
    end: fc.constantFrom("\n", "\r\n"),
  })
  .map(({ mistake: [words, to, first], form, around, end }) => ({
    text: `${around(form(words, to))}\n`.replaceAll("\n", end),
    first,
  }));

describe("every fix, whatever is around", () => {
  holds(
    "leaves the blocks of the note as they are, and is the right one first",
    150,
    notes,
    async ({ text, first }) => {
      const fixes = await everyFixHolds({ ...files, "note.md": text }, "note.md");
      if (fixes.length > 0 && first !== null) assert.equal(fixes[0].kind, first, text);
      for (const { edits } of fixes) {
        const after = editedText(text, edits);
        assert.equal(blocksOf(after), blocksOf(text), `${text}\n→\n${after}`);
        assert.deepEqual(new Set(after.match(/\r?\n/g)), new Set(text.match(/\r?\n/g)));
      }
    },
  );
});

const markdown = new MarkdownIt({ html: true });

/** The note's blocks, comments left out, with what stands first in each: front matter and callouts are told by it. */
function blocksOf(text: string): string {
  const [front] = /^---\r?\n[\s\S]*?\n---\r?\n/.exec(text) ?? [""];
  const blocks = markdown.parse(text.slice(front.length), {}).filter(({ type }) => type !== "html_block");
  return front + blocks.map(({ tag, nesting, content }) => `${tag}${nesting}${/^\[!\w+\]/.exec(content) ?? ""}`).join();
}
