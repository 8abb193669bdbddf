import assert from "node:assert/strict";
import fc from "fast-check";
import type { CheckedNote } from "../../../server/src/workspace/checkedNote.ts";
import { checkedDesk, wikiUri } from "../workspace/desk.ts";
import { holds } from "./run.ts";

const nouns = "keeper lamp harbour ledger storm captain rope lantern tide boat letter wall".split(" ");
const verbs = "mended carried found lost painted counted hid sold burned kept did-not-see never-opened".split(" ");

/** Lines that resemble each other, some of them twice. */
const sourceLines = Array.from({ length: 60 }, (_, i) => {
  const word = (list: readonly string[], by: number) => list[(i * by + (i >> 2)) % list.length].replaceAll("-", " ");
  return `In year ${1800 + (i % 40)} the ${word(nouns, 5)} was old, and the ${word(nouns, 7)} ${word(verbs, 3)} the ${word(nouns, 11)}.`;
});

interface Quoted {
  readonly line: number;
  readonly cites: number;
  readonly form: number;
}

const quoted: fc.Arbitrary<Quoted> = fc.record({
  line: fc.nat(59),
  cites: fc.oneof({ weight: 4, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.integer({ min: -3, max: 3 }) }),
  form: fc.nat(9),
});

function written({ line, cites, form }: Quoted): string {
  const words = sourceLines[line].slice(0, -1).split(" ");
  const start = words.slice(0, 8).join(" ");
  const end = words.slice(8).join(" ");
  const at = `x.txt#L${Math.min(60, Math.max(1, line + 1 + cites))}`;
  switch (form) {
    case 0:
      return `"${start} […] ${words.slice(-2).join(" ")}" ([x](${at})).`;
    case 1:
      return `"${start.replace("old", "new")}" ([x](${at})).`;
    case 2:
      return `"${end}" ([x](${at}), [y](y.txt#L1)).`;
    case 3:
      return `[x](${at}) speaks of a "lamp" and of "${words.slice(3, 8).join(" ")}".`;
    case 4:
      return `> ${sourceLines[line]}\n>\n> — [x](${at})`;
    case 5:
      return `"words that stand in no source of ours" ([y](y.txt#L1)).`;
    case 6:
      return `"${start}" ([x](x.txt)).`;
    default:
      return `They said “${start}” ([x](${at})), and more.`;
  }
}

type Edit = { readonly at: number; readonly drop: number; readonly add: string };

const edit: fc.Arbitrary<Edit> = fc.record({
  at: fc.nat(4500),
  drop: fc.constantFrom(0, 0, 1, 1, 5, 90),
  add: fc.constantFrom("", "x", "\n", " not", "words that stand in no source of ours", `${sourceLines[7]}\n`, "“"),
});

/** What a person can see of a note. */
function seen({ citations, findings, uncited }: CheckedNote) {
  const places = citations.map(({ sourceUri, cited, quotes }) => ({
    sourceUri,
    cited,
    quotes: quotes.map(({ quotation, ...quote }) => ({ ...quote, span: quotation.span })),
  }));
  return { places, findings, uncited: uncited.length };
}

describe("a source that is edited", () => {
  const examples = fc.record({
    notes: fc.array(fc.array(quoted, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 5 }),
    edits: fc.array(fc.array(edit, { minLength: 1, maxLength: 2 }), { minLength: 1, maxLength: 4 }),
  });
  holds("leaves every note as a fresh check finds it", 120, examples, async ({ notes, edits }) => {
    const files: Record<string, string> = { "x.txt": `${sourceLines.join("\n")}\n`, "y.txt": "The rope was old.\n" };
    for (const [index, quotes] of notes.entries()) files[`${index}.md`] = quotes.map(written).join("\n\n");
    const desk = await checkedDesk(files);
    let version = 1;
    desk.workspace.openDocument(wikiUri("x.txt"), version, files["x.txt"]);
    for (const several of edits) {
      for (const { at, drop, add } of several) {
        const text = files["x.txt"];
        files["x.txt"] = text.slice(0, at) + add + text.slice(at + drop);
        desk.workspace.changeDocument(wikiUri("x.txt"), ++version, files["x.txt"]);
      }
      await desk.workspace.refresh();
      const fresh = await checkedDesk(files);
      assert.deepEqual(desk.workspace.notes().map(seen), fresh.workspace.notes().map(seen));
    }
  });
});
