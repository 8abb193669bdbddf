import { writtenFragment } from "../../note/write/fragment.ts";
import type { LineRange } from "../../span.ts";
import type { CheckedCitation, CheckedNote } from "../checkedNote.ts";
import type { TextEdit } from "../noteEdit.ts";

/** Makes a citation name these lines, in the form of its fragment, or of another of the note where it has none. */
export function citeLinesEdit(checked: CheckedNote, { citation }: CheckedCitation, lines: LineRange): TextEdit {
  const { fragment, target } = citation;
  const like = fragment ?? checked.note.citations.find((other) => other.lines !== null && other.fragment)?.fragment;
  const form = like ? checked.text.slice(like.start, like.end) : "";
  const end = { start: target.end, end: target.end };
  return { span: fragment ?? end, text: writtenFragment(lines, fragment === null ? commonForm(form) : form) };
}

/** The form where every source is cited so: a bare number is a heading in Markdown. */
export function commonForm(fragment: string): string {
  return /^#(?:L|line=)/i.test(fragment) ? fragment : "";
}

/** Makes a citation lead to another source and lines. */
export function citeSourceEdit(
  checked: CheckedNote,
  { citation }: CheckedCitation,
  path: string,
  lines: LineRange,
): TextEdit {
  const { target, fragment } = citation;
  const form = fragment === null ? "" : checked.text.slice(fragment.start, fragment.end);
  return { span: target, text: path + writtenFragment(lines, commonForm(form)) };
}

/**
 * The lines around every quote of the citation that was found in its source, and of others that share its destination;
 * null where none was found. A quote that stands at several places may be at any of them, and does not count.
 */
export function linesOfQuotes(checked: CheckedNote, { citation }: CheckedCitation): LineRange | null {
  let lines: LineRange | null = null;
  for (const other of checked.citations) {
    if (other.citation.target.start !== citation.target.start) continue;
    for (const { passage, verdict } of other.quotes) {
      if (passage !== null && verdict !== "ambiguous" && passage.uri === other.sourceUri)
        lines = around(lines, passage.lines);
    }
  }
  return lines;
}

export function around(lines: LineRange | null, others: LineRange): LineRange {
  if (lines === null) return others;
  return { start: Math.min(lines.start, others.start), end: Math.max(lines.end, others.end) };
}

export function isSameLines(a: LineRange, b: LineRange): boolean {
  return a.start === b.start && a.end === b.end;
}
