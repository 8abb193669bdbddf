import type { Span } from "../../server/src/span.ts";
import { attachments, surroundings } from "./attachments.ts";
import type { Case, CaseNote } from "./case.ts";
import { changed } from "./draft.ts";
import { outerMarks } from "./outerMarks.ts";
import { penFor } from "./pen.ts";
import { type Random, shuffled } from "./random.ts";

/** Writes the case as a note: attached, marked, escaped and set among other text as chance will have it. */
export function writeNote(made: Case, random: Random): CaseNote {
  const words = made.draft.text;
  const marks = shuffled(weighted, random).find(({ dress }) => dress(words) !== null) ?? outerMarks[0];
  const pen = penFor(made, random, marks);
  for (const name of shuffled(attachmentNames, random)) {
    const written = attachments[name](pen);
    if (written === null) continue;
    const isBroken = /\p{Pd}\s*\n/u.test(written.body);
    const surrounding = written.blocks ? "between" : random.pick(isBroken ? severalLines : surroundingNames);
    const body = surroundings[surrounding](written.body);
    const title = random.once(3) ? "# What the papers said\n\n" : "";
    const note = `${title}${body}\n${written.tail === undefined ? "" : `\n${written.tail}\n`}`;
    const lines = random.once(6) ? note.replaceAll("\n", "\r\n") : note;
    const quotes = written.quotes ?? 1;
    return { ...takeMarks(lines), case: made, quotes, attachment: name, surrounding, marks: marks.open + marks.close };
  }
  throw new Error("no attachment suits any words");
}

const attachmentNames = Object.keys(attachments);
const surroundingNames = [...Object.keys(surroundings), "paragraph", "paragraph", "paragraph"];

/** In which a line's end of the quote stays one. */
const severalLines = surroundingNames.filter((name) => name !== "heading" && name !== "table");

/** The usual marks more often than the others. */
const weighted = [...outerMarks, outerMarks[0], outerMarks[0], outerMarks[1], outerMarks[1]];

/** Takes the marks of changed words out of a note, and says where they were. */
function takeMarks(marked: string): { readonly text: string; readonly changed: readonly Span[] } {
  let text = "";
  let start = 0;
  const spans: Span[] = [];
  for (const character of marked) {
    if (character === changed.open) start = text.length;
    else if (character === changed.close) spans.push({ start, end: text.length });
    else text += character;
  }
  return { text, changed: spans };
}
