import type { Span } from "../span.ts";
import { attachQuotations } from "./association.ts";
import { attachBlockQuotes } from "./blockQuote.ts";
import { analyse } from "./citationGroup.ts";
import { findCitations } from "./citations.ts";
import { compactCitation, compactQuotation } from "./compact.ts";
import { readDestination } from "./destination.ts";
import { findIgnoreComments } from "./ignore.ts";
import { findTitleQuotations } from "./linkTitles.ts";
import { readMalformedCitation } from "./malformed.ts";
import { parseBlocks, prepare } from "./markdown/blockParser.ts";
import { readBlocks } from "./markdown/blocks.ts";
import { readLabels } from "./markdown/labels.ts";
import { readRunningTexts } from "./markdown/runningText.ts";
import type { Note, NoteProblem, Quotation } from "./note.ts";
import { attachFromBeside } from "./quotedParagraph.ts";

/**
 * Reads a note: the links that cite, the quotations, and which citation each quotation is attached to. Pure; never
 * throws, whatever the text; time is linear in its length. The steps depend only on what they are given: blocks,
 * labels, running texts, citations, quotations.
 */
export function parseNote(text: string): Note {
  const prepared = prepare(text);
  const blocks = readBlocks(parseBlocks(prepared), prepared);
  const labels = readLabels(blocks);
  const texts = readRunningTexts(blocks.root, labels, { lineBreak: " ", hidesTarget: isSource });
  const { citations, problems: citationProblems, citedBy } = findCitations(blocks.text, texts, labels);

  const context = { blocks, texts, citedBy, heads: new Map(), introductions: new Map() };
  const blockQuotes = attachBlockQuotes(context);
  const quotations: Quotation[] = [...blockQuotes.quotations];
  const problems: NoteProblem[] = [...citationProblems];
  const titles = new Set<number>();
  for (const [block, runningText] of texts) {
    for (const refused of runningText.refused) {
      const problem = readMalformedCitation(blocks.text, refused);
      if (problem) problems.push(problem);
    }
    if (blockQuotes.quoted.has(block)) continue;
    const analysis = analyse(runningText, citedBy);
    const attached = attachQuotations(blocks.text, analysis, citedBy);
    for (const quotation of attachFromBeside(attached, analysis, context)) quotations.push(quotation);
    for (const quotation of findTitleQuotations(blocks.text, runningText.links, citedBy, titles))
      quotations.push(quotation);
  }
  for (const span of prepared.tooDeep) problems.push({ rule: "note-not-read", span, args: {} });

  return {
    citations: citations.map((citation) => compactCitation(citation, text)),
    quotations: quotations
      .sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end)
      .map((quotation) => compactQuotation(quotation, text)),
    problems: problems.sort((a, b) => a.span.start - b.span.start),
    ignores: findIgnoreComments(text, blocks.root, texts),
  };
}

/** The target of a wikilink that cites is a place, and no word of what the wikilink stands in. */
function isSource(text: string, target: Span): boolean {
  return readDestination(text, target, "wikilink") !== null;
}
