import type { Span } from "../../server/src/span.ts";
import { attachments, type Pen, surroundings } from "./attachments.ts";
import type { Case, CaseNote } from "./case.ts";
import { changed, hasEmphasis, withoutMarks } from "./draft.ts";
import { escapeMarkdown } from "./markdown.ts";
import { outerMarks } from "./outerMarks.ts";
import { type Random, shuffled } from "./random.ts";
import { fragmentsOf } from "./standing.ts";

/** Writes the case as a note: attached, marked, escaped and set among other text as chance will have it. */
export function writeNote(made: Case, random: Random): CaseNote {
  const words = made.draft.text;
  const marks = shuffled(weighted, random).find(({ dress }) => dress(words) !== null) ?? outerMarks[0];
  const pen = penFor(made, random, marks);
  for (const name of shuffled(attachmentNames, random)) {
    const written = attachments[name](pen);
    if (written === null) continue;
    const surrounding = written.blocks ? "between" : random.pick(surroundingNames);
    const body = surroundings[surrounding](written.body);
    const title = random.once(3) ? "# What the papers said\n\n" : "";
    const note = `${title}${body}\n${written.tail === undefined ? "" : `\n${written.tail}\n`}`;
    const lines = random.once(6) ? note.replaceAll("\n", "\r\n") : note;
    return { ...takeMarks(lines), case: made, attachment: name, surrounding, marks: marks.open + marks.close };
  }
  throw new Error("no attachment suits any words");
}

const attachmentNames = Object.keys(attachments);
const surroundingNames = [...Object.keys(surroundings), "paragraph", "paragraph", "paragraph"];

/** The usual marks more often than the others. */
const weighted = [...outerMarks, outerMarks[0], outerMarks[0], outerMarks[1], outerMarks[1]];

function penFor({ draft, citation, source }: Case, random: Random, marks: (typeof outerMarks)[number]): Pen {
  const words = draft.text;
  const dressed = marks.open + (marks.dress(words) ?? words) + marks.close;
  const plain = withoutMarks(words);
  return {
    random,
    quotation: () => escapeMarkdown(dressed, "text", random),
    title: () => {
      if (hasEmphasis(words) || /\n\s*\n/u.test(words)) return null;
      const delimiter = random.pick(['"', "'", "("]);
      return delimiter + escapeMarkdown(dressed, "title", random, delimiter) + (delimiter === "(" ? ")" : delimiter);
    },
    words: () => escapeMarkdown(words, "line", random),
    destination: destinationOf(citation, random),
    wikiTarget: `${citation.path.replace("articles/", "")}${citation.fragment}`,
    canStandApart: canStandApart(plain) && source.laid.linesOf(draft.span).start > 1,
    hasSingleMarks: "‘'".includes(marks.open),
    fitsAlias: !/\]\]|\||\]$/u.test(plain),
  };
}

function destinationOf({ path, fragment }: Case["citation"], random: Random): string {
  const written = random.once(4) ? `/${path}` : `../${path}`;
  if (/[\s()]/u.test(path)) {
    const encoded = encodeURI(written).replaceAll("(", "%28").replaceAll(")", "%29");
    return random.once(2) ? `<${written}${fragment}>` : encoded + fragment;
  }
  return random.once(6) ? `<${written}${fragment}>` : written + fragment;
}

/** Whether words are no title, and enough in every part, so that they count where no citation touches them. */
function canStandApart(plain: string): boolean {
  const words = plain.match(/\p{L}[\p{L}'’]*/gu) ?? [];
  const small = words.filter((word) => /^\p{Ll}/u.test(word) && word.length > 3);
  return small.length >= 3 && small.length * 2 >= words.length && fragmentsOf(plain).join("").split(" ").length > 7;
}

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
