import assert from "node:assert/strict";
import fc from "fast-check";
import type { CheckedNote } from "../../../server/src/workspace/checkedNote.ts";
import { checkedDesk, openDesk, wikiUri } from "../workspace/desk.ts";
import { anyDesk, type Desk } from "./desks.ts";
import { holds } from "./run.ts";

/** How the same words may lie on a disk. */
interface Form {
  readonly unicode: "NFC" | "NFD";
  readonly lineEnd: "\n" | "\r\n" | "\r";
  readonly mark: "" | "\ufeff";
}

const form: fc.Arbitrary<Form> = fc.record({
  unicode: fc.constantFrom("NFC", "NFD"),
  lineEnd: fc.constantFrom("\n", "\r\n", "\r"),
  mark: fc.constantFrom("", "\ufeff"),
});

const plain: Form = { unicode: "NFC", lineEnd: "\n", mark: "" };

describe("verdicts do not depend on", () => {
  holds(
    "the Unicode form of notes and sources",
    70,
    fc.record({ desk: anyDesk, notes: form, sources: form }),
    (example) => {
      const only = ({ unicode }: Form): Form => ({ ...plain, unicode });
      return same(example.desk, only(example.notes), only(example.sources));
    },
  );

  holds("line ends and byte order marks", 70, fc.record({ desk: anyDesk, notes: form, sources: form }), (example) => {
    const but = (form: Form): Form => ({ ...form, unicode: "NFC" });
    return same(example.desk, but(example.notes), but(example.sources));
  });

  const order = fc.shuffledSubarray([0, 1, 2], { minLength: 3 });
  holds(
    "the order of the notes",
    70,
    fc.record({ desk: anyDesk, order, opened: fc.boolean() }),
    async ({ desk, order, opened }) => {
      const named = (i: number) => `${"abc"[order[i]]}.md`;
      const usual = await check(desk, (i) => `${"abc"[i]}.md`);
      const other = opened ? await open(desk, order) : await check(desk, named);
      assert.deepEqual(other, usual, JSON.stringify(desk, null, 1));
    },
  );
});

/** A note's quotes and findings in words that no form changes. */
function described({ citations, findings }: CheckedNote): string[] {
  const quotes = citations.flatMap(({ quotes }) =>
    quotes.map(({ verdict, edits, places }) => {
      // A Unicode form that differs is a permitted change.
      const known = verdict === "exact" || verdict === "equivalent" ? "clean" : verdict;
      return [known, places.length, ...edits.map(({ kind }) => kind)].join(" ");
    }),
  );
  return [...quotes, ...findings.map(({ rule, severity }) => `${severity} ${rule}`)];
}

async function same(desk: Desk, notes: Form, sources: Form): Promise<void> {
  const usual = await check(inForms(desk, plain, plain), noteName);
  const other = await check(inForms(desk, notes, sources), noteName);
  assert.deepEqual(other, usual, JSON.stringify({ notes, sources, desk }, null, 1));
}

function noteName(index: number): string {
  return `${index}.md`;
}

function inForms({ notes, sources }: Desk, noteForm: Form, sourceForm: Form): Desk {
  const files = Object.entries(sources).map(([name, text]) => [name, inForm(text, sourceForm)]);
  return { notes: notes.map((note) => inForm(note, noteForm)), sources: Object.fromEntries(files) };
}

function inForm(text: string, { unicode, lineEnd, mark }: Form): string {
  return mark + text.normalize(unicode).replace(/\r\n?|\n/g, lineEnd);
}

async function check({ notes, sources }: Desk, nameOf: (index: number) => string): Promise<string[][]> {
  const files = Object.fromEntries(notes.map((note, index) => [nameOf(index), note]));
  const { note } = await checkedDesk({ ...files, ...sources });
  return notes.map((_, index) => described(note(nameOf(index))));
}

/** The notes as documents that were opened in an order, each checked before the next is opened. */
async function open({ notes, sources }: Desk, order: readonly number[]): Promise<string[][]> {
  const { workspace, note } = openDesk(sources);
  for (const index of order.filter((index) => index < notes.length)) {
    workspace.openDocument(wikiUri(noteName(index)), 1, notes[index]);
    await workspace.refresh();
  }
  return notes.map((_, index) => described(note(noteName(index))));
}
