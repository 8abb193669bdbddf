import assert from "node:assert/strict";
import fc from "fast-check";
import type { LineRange } from "../../../server/src/span.ts";
import { checkedDesk } from "../workspace/desk.ts";
import { holds } from "./run.ts";
import { anyText, copyFrom } from "./sources.ts";
import { outerMarks, quotedInline } from "./writing.ts";

/** Two quotes in one paragraph: how they may share citations or have their own. */
type Form = (one: string, two: string, targets: Targets) => string;

interface Targets {
  readonly one: string;
  readonly two: string;
  readonly both: string;
}

const forms: readonly Form[] = [
  (one, two, { both }) => `First it says ${one} and then ${two} ([r](${both})).`,
  (one, two, targets) => `First it says ${one} ([r](${targets.one})), and then ${two} ([r](${targets.two})).`,
  (one, two, { both }) => `${one}, he said. ${two} ([r](${both}))`,
  (one, two, { both }) => `${one} ${two} ([r](${both}))`,
  (one, two, targets) =>
    `It says ${one}.[^1] It says ${two}.[^2]\n\n[^1]: [r](${targets.one})\n[^2]: [r](${targets.two})`,
  (one, two, { both }) => `It says ${one} and ${two}.[^1]\n\n[^1]: [r](${both})`,
  (one, two, targets) => `- ${one} ([r](${targets.one}))\n- ${two} ([r](${targets.two}))`,
  (one, two, targets) =>
    `| what | where |\n|---|---|\n| ${one} | [r](${targets.one}) |\n| ${two} | [r](${targets.two}) |`,
  (one, two, targets) => `[${one}](${targets.one}) and [${two}](${targets.two})`,
  (one, two, targets) => `[He wrote](${targets.one}): ${one}. [She wrote](${targets.two}): ${two}.`,
  (one, two, { both }) => `[The report](${both}) has him say ${one} and her say ${two} at last.`,
  (one, two, targets) =>
    `It says ${one} ([r](${targets.one}); [s](${targets.two})) and ${two} ([r](${targets.one}), [s](${targets.two})).`,
  (one, two, targets) => `It says ${one} [[${targets.one}]] and ${two} [[${targets.two}|there]].`,
  (one, two, targets) =>
    `It says ${one} ([r][one]), and ${two} ([two]).\n\n[one]: ${targets.one}\n[two]: ${targets.two}`,
];

const examples = fc.record({
  text: anyText,
  copies: fc.tuple(fc.nat(60), fc.nat(30), fc.nat(60), fc.nat(30)),
  form: fc.constantFrom(...forms),
  marks: fc.constantFrom(...outerMarks),
});

/** Marks that the text has of its own may pair across the end of a quotation, as any reader would pair them. */
const ownMarks = /[“”„"«»「」『』‹›‘‚]/;
const isSingle = /[‘'‚‹›]/;

describe("two quotes in one paragraph", () => {
  holds("are never reported as wrong where both were copied", 500, examples, async ({ text, copies, form, marks }) => {
    const [a, b, c, d] = copies;
    const one = copyFrom(text.text, text.pieces, a, b);
    const two = copyFrom(text.text, text.pieces, c, d);
    fc.pre(!ownMarks.test(one.text + two.text) && !(isSingle.test(marks[0]) && /['’]/.test(one.text + two.text)));
    const target = ({ start, end }: LineRange) => `report.txt#L${start}-L${end}`;
    const both = { start: Math.min(one.lines.start, two.lines.start), end: Math.max(one.lines.end, two.lines.end) };
    const targets = { one: target(one.lines), two: target(two.lines), both: target(both) };
    const note = `${form(quotedInline(one.text, marks), quotedInline(two.text, marks), targets)}\n`;
    const { note: noteAt } = await checkedDesk({ "note.md": note, "report.txt": text.text });
    const { findings } = noteAt("note.md");
    const wrong = findings.filter(({ severity }) => severity === "error" || severity === "warning");
    assert.deepEqual(
      wrong.map(({ rule, message }) => `${rule}: ${message}`),
      [],
      JSON.stringify({ note, source: text.text }, null, 1),
    );
  });
});
