import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import type { Citation, Note, Quotation } from "../../../server/src/note/note.ts";
import { parseNote } from "../../../server/src/note/parse.ts";
import type { Span } from "../../../server/src/span.ts";

/**
 * A case of a fixture file: `=== title`, a note, `--- expected`, and what the note is read as, a line each:
 *
 *     cites post.txt:3-5            a citation (`cites` inline, `refers to` reference, `wikilinks to` wikilink)
 *     link-text “words” → post.txt:3    a quotation, the rule that attached it, and whom it goes to
 *     sentence “words” → a.txt:1 + b.txt:2, else ~c.txt:3    a group; `~` marks a candidate that does not touch
 *     uncited “words”
 *     range-invalid.zero ‹#L0›      a problem and the text it is about
 *     ignores quote-moved: why      an ignore comment
 *
 * In the note, ⟦…⟧ stand around the words of quotations and ⟨…⟩ around citations. They are taken out before the note
 * is read; where a case has any of a kind, those are the exact ranges of all of that kind.
 */
export interface FixtureCase {
  readonly title: string;
  readonly text: string;
  readonly expected: string;
  readonly words: readonly Span[];
  readonly citations: readonly Span[];
}

export function readFixture(name: string): FixtureCase[] {
  const file = readFileSync(`test/fixtures/note/${name}.txt`, "utf8");
  return file
    .split(/^=== /m)
    .slice(1)
    .map((part) => {
      const titleEnd = part.indexOf("\n");
      const [note, expected = ""] = part.slice(titleEnd + 1).split(/^--- expected$\n?/m);
      return { title: part.slice(0, titleEnd), expected: expected.trim(), ...takeMarkers(note) };
    });
}

function takeMarkers(marked: string): Pick<FixtureCase, "text" | "words" | "citations"> {
  const open: { mark: string; at: number }[] = [];
  const spans: Record<string, Span[]> = { "⟦": [], "⟨": [] };
  let text = "";
  for (const unit of marked) {
    if ("⟦⟨".includes(unit)) open.push({ mark: unit, at: text.length });
    else if ("⟧⟩".includes(unit)) {
      const start = open.pop();
      assert.ok(start, "a marker is closed that was never opened");
      spans[start.mark].push({ start: start.at, end: text.length });
    } else text += unit;
  }
  const byStart = (a: Span, b: Span): number => a.start - b.start || a.end - b.end;
  return { text, words: spans["⟦"].sort(byStart), citations: spans["⟨"].sort(byStart) };
}

export function checkFixture({ text, expected, words, citations }: FixtureCase): void {
  const note = parseNote(text);
  assert.equal(describeNote(note, text), expected);
  const span = ({ span: { start, end } }: { span: Span }): Span => ({ start, end });
  if (words.length > 0) assert.deepEqual(note.quotations.map(span), words);
  if (citations.length > 0) assert.deepEqual(note.citations.map(span), citations);
}

/** A note in the words of the fixtures. */
export function describeNote(note: Note, text: string): string {
  const lines = [
    ...note.citations.map((citation) => `${verbs[citation.form]} ${describeTarget(citation)}`),
    ...note.quotations.map((quotation) => describeQuotation(quotation, note)),
    ...note.problems.map(({ rule, variant, span: { start, end } }) => {
      return `${variant ? `${rule}.${variant}` : rule} ‹${text.slice(start, end)}›`;
    }),
    ...note.ignores.map(({ rule, reason }) => `ignores ${rule}: ${reason}`),
  ];
  return lines.join("\n");
}

const verbs = { inline: "cites", reference: "refers to", wikilink: "wikilinks to" };

function describeTarget({ path, lines, columns, fragment }: Citation): string {
  if (!lines) return fragment ? `${path}:?` : path;
  const range = lines.start === lines.end ? `${lines.start}` : `${lines.start}-${lines.end}`;
  return `${path}:${range}${columns ? `@${columns.start}-${columns.end}` : ""}`;
}

function describeQuotation({ reading, rule, candidates, emphasis }: Quotation, note: Note): string {
  const words = `“${reading.text.replaceAll("\n", "¶")}”${emphasis ? " emphasis" : ""}`;
  if (candidates.length === 0) return rule === "sentence" ? `uncited ${words}` : `${rule} ${words} uncited`;
  const targets = candidates.map(({ citations, touches }) => {
    return (touches ? "" : "~") + citations.map((index) => describeTarget(note.citations[index])).join(" + ");
  });
  return `${rule} ${words} → ${targets.join(", else ")}`;
}
