/** Rule 2: a link's title that is a quotation, in marks of its own. */
import type { Span } from "../span.ts";
import { readEscapes } from "./markdown/escapes.ts";
import type { Link } from "./markdown/inlineText.ts";
import type { Quotation } from "./note.ts";
import { findQuotations } from "./quotation.ts";
import { originalSpan, sliceReading } from "./reading.ts";

/**
 * The quotation that a title is, attached to the link's citations; null where the title is an ordinary one.
 * `text` is the note's with block markup blanked.
 */
export function readTitleQuotation(text: string, title: Span, citations: readonly number[]): Quotation | null {
  const reading = readEscapes(text, title);
  const [quotation, ...others] = findQuotations(reading.text);
  if (!quotation || others.length > 0) return null;
  const { marked, words } = quotation;
  const [before, behind] = [reading.text.slice(0, marked.start), reading.text.slice(marked.end)];
  if (before.trim() !== "" || !/^[.,;:]?$/.test(behind.trim())) return null;
  return {
    span: originalSpan(reading, words),
    marked: originalSpan(reading, marked),
    reading: sliceReading(reading, words),
    emphasis: false,
    rule: "link-title",
    candidates: [{ citations, touches: true }],
  };
}

/** The quotations in the titles of links that cite. Those of definitions, which count once in a note, are left out. */
export function findTitleQuotations(
  text: string,
  links: readonly Link[],
  citedBy: ReadonlyMap<Link, readonly number[]>,
): Quotation[] {
  const found: Quotation[] = [];
  for (const link of links) {
    const citations = citedBy.get(link) ?? [];
    if (!link.title || link.within !== null || citations.length === 0) continue;
    const quotation = readTitleQuotation(text, link.title, citations);
    if (quotation) found.push(quotation);
  }
  return found;
}
