import { t } from "../../../l10n.ts";
import type { CheckedNote } from "../../checkedNote.ts";
import type { FixContext } from "../context.ts";
import { quoteText } from "../correction.ts";
import type { Candidate } from "../fix.ts";
import { gapsWithin, readSpan } from "../readText.ts";
import { insertBefore } from "../rewrite.ts";
import { andWithLinesIfLast } from "../withLines.ts";
import { editOf } from "./replaceWords.ts";

/** Puts an ellipsis where words were left out. Never over a negation or a modal verb, which the reader has to know. */
export function markOmission(context: FixContext): Candidate[] {
  const { checked, quote } = context;
  const edit = editOf(context);
  if (quote === null || edit === null || edit.quote !== "") return [];
  if (edit.kind === "negation" || edit.kind === "modal") return [];
  const read = quoteText({ checked, quote });
  const ellipsis = ellipsisOf(checked);
  const ways = gapsWithin(read.text, readSpan(read, edit.span)).map(({ start, end }) => {
    const between = read.text.slice(start, end);
    const mark = between === "" ? ellipsis : /\s/.test(between) ? `${ellipsis} ` : ` ${ellipsis} `;
    return { edits: [insertBefore({ checked, quote }, end, mark)] };
  });
  const title = t("Mark the omission with an ellipsis");
  return andWithLinesIfLast(context, { kind: "mark-omission", title, ways });
}

const forms = /\[\s?(?:…|\.{3}|\. \. \.)\s?\]|\((?:…|\.{3})\)|…|(?<!\.)\.{3}(?!\.)|\. \. \./g;

/** The form of ellipsis that the note's quotations use most. */
function ellipsisOf({ note }: CheckedNote): string {
  const counts = new Map<string, number>();
  for (const { reading } of note.quotations) {
    for (const [form] of reading.text.matchAll(forms)) counts.set(form, (counts.get(form) ?? 0) + 1);
  }
  const [most] = [...counts].sort(([, a], [, b]) => b - a);
  return most?.[0] ?? "…";
}
