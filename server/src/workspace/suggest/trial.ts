import type { OpenQuotation } from "../../note/cursor/openQuotation.ts";
import { parseNote } from "../../note/parse.ts";
import { heldString } from "../../source/heldText.ts";
import { atOnce } from "../../steps.ts";
import { attachQuotes } from "../attach.ts";
import { checkedNote } from "../checkNote.ts";
import { type SuggestContext, sourcedCitations } from "./context.ts";
import type { Suggestion } from "./suggestion.ts";

/**
 * Whether the quotation is found in its cited lines, with nothing to be said about it, once the suggestion is taken. The
 * text around the cursor is read and the quotation judged as a check of the note would.
 */
export async function isRightWith(
  context: SuggestContext,
  open: OpenQuotation,
  suggestion: Suggestion,
): Promise<boolean> {
  const text = textWith(context, suggestion);
  const read = parseNote(text);
  const start = open.start + shiftBefore(context.place.surroundings.start + open.start, suggestion);
  const quotation = read.quotations.find(({ marked }) => marked.start === start);
  if (quotation === undefined) return false;
  const note = { ...read, quotations: [quotation], problems: [], ignores: [] };
  const citations = await sourcedCitations(context, note);
  const input = {
    uri: context.noteUri,
    version: null,
    held: heldString(text),
    note,
    citations,
  };
  const attachments = atOnce(attachQuotes(note, citations, context.settings));
  const verdict = attachments.quotes[0]?.judgement?.verdict;
  if (verdict !== "exact" && verdict !== "equivalent") return false;
  const { citation } = attachments.quotes[0];
  const { findings } = checkedNote(input, attachments, context.settings);
  return findings.every((finding) => finding.quotation === null && finding.citation !== citation.index);
}

/** How much longer the note gets in front of an offset: by other lines in a citation that stands there. */
function shiftBefore(offset: number, { also }: Suggestion): number {
  const before = also.filter(({ span }) => span.end <= offset);
  return before.reduce((shift, { span, text }) => shift + text.length - (span.end - span.start), 0);
}

/** The text around the cursor as it would be. */
function textWith({ place: { surroundings } }: SuggestContext, { edit, also }: Suggestion): string {
  const edits = [{ span: edit.whole, text: edit.text }, ...also].sort((a, b) => b.span.start - a.span.start);
  return edits.reduce((text, { span, text: written }) => {
    const start = span.start - surroundings.start;
    return text.slice(0, start) + written + text.slice(span.end - surroundings.start);
  }, surroundings.text);
}
