import type { Span } from "../../span.ts";
import { attachQuotations } from "../association.ts";
import { attachBlockQuotes } from "../blockQuote.ts";
import { analyse } from "../citationGroup.ts";
import type { FoundCitations } from "../citations.ts";
import { citeByFootnotes, findCitations } from "../citations.ts";
import { compactCitation, compactQuotation } from "../compact.ts";
import { readDestination } from "../destination.ts";
import { findIgnoreComments } from "../ignore.ts";
import { findTitleQuotations } from "../linkTitles.ts";
import { readMalformedCitation } from "../malformed.ts";
import type { Prepared } from "../markdown/blockParser.ts";
import { parseBlocks } from "../markdown/blockParser.ts";
import type { Block, Blocks } from "../markdown/blocks.ts";
import { readBlocks } from "../markdown/blocks.ts";
import { normaliseLabel } from "../markdown/definitions.ts";
import type { Labels } from "../markdown/inlineText.ts";
import type { NoteLabels } from "../markdown/labels.ts";
import { readLabels } from "../markdown/labels.ts";
import type { RunningText } from "../markdown/runningText.ts";
import { readRunningTexts } from "../markdown/runningText.ts";
import type { NoteProblem, Quotation } from "../note.ts";
import { attachFromBeside } from "../quotedParagraph.ts";
import type { Labelled, StretchReading } from "./stretchReading.ts";

/** The blocks of a stretch of a note, and what it defines. */
export interface StretchBlocks {
  /** As written. */
  readonly text: string;
  readonly blocks: Blocks;
  readonly labels: NoteLabels;
  readonly tooDeep: readonly Span[];
}

/** `text` is what `prepared` was made from. */
export function readStretchBlocks(text: string, prepared: Prepared): StretchBlocks {
  const blocks = readBlocks(parseBlocks(prepared), prepared);
  return { text, blocks, labels: readLabels(blocks), tooDeep: prepared.tooDeep };
}

/** The links of a stretch, told from each other, but for what footnote marks stand for. */
export interface StretchLinks extends StretchBlocks {
  readonly texts: ReadonlyMap<Block, RunningText>;
  readonly found: FoundCitations;
}

/** `labels` are those of the whole note. */
export function readStretchLinks(stretch: StretchBlocks, { definitions, footnotes }: Labels): StretchLinks {
  const { text, blocks, labels, tooDeep } = stretch;
  const known = { definitions, footnotes, text: labels.text };
  const texts = readRunningTexts(blocks.root, known, { lineBreak: " ", hidesTarget: isSource });
  return { text, blocks, labels, tooDeep, texts, found: findCitations(blocks.text, texts) };
}

/** What is cited in the footnotes that the stretch defines, by their labels; null in those without a link. */
export function footnotesOf({ labels, found }: StretchLinks): Map<string, readonly number[] | null> {
  return new Map(
    Array.from(labels.footnotes, ([label, block]) => [label, found.inFootnotes.get(block) ?? null] as const),
  );
}

/** Attaches the quotations of a stretch. `citedAt` is asked what the footnote of a normalised label cites. */
export function readStretch(
  { text, blocks, texts, found, tooDeep }: StretchLinks,
  citedAt: (label: string) => readonly number[] | null,
): StretchReading {
  const { citations, references, citedBy } = found;
  citeByFootnotes(texts, citedBy, citedAt);
  const beyond = { before: false, behind: false };
  const context = { blocks, texts, citedBy, heads: new Map(), introductions: new Map(), beyond };
  const blockQuotes = attachBlockQuotes(context);
  const quotations: Quotation[] = [...blockQuotes.quotations];
  const problems: NoteProblem[] = [...found.problems];
  const titled: Labelled<readonly number[]>[] = [];
  for (const [block, runningText] of texts) {
    for (const refused of runningText.refused) {
      const problem = readMalformedCitation(blocks.text, refused);
      if (problem) problems.push(problem);
    }
    if (blockQuotes.quoted.has(block)) continue;
    const analysis = analyse(runningText, citedBy);
    const attached = attachQuotations(blocks.text, analysis, citedBy);
    for (const quotation of attachFromBeside(attached, analysis, context)) quotations.push(quotation);
    for (const quotation of findTitleQuotations(blocks.text, runningText.links, citedBy)) quotations.push(quotation);
    for (const link of runningText.links) {
      const cited = link.within !== null && link.title ? (citedBy.get(link) ?? []) : [];
      if (cited.length > 0) titled.push({ label: normaliseLabel(link.label), of: cited });
    }
  }
  for (const span of tooDeep) problems.push({ rule: "note-not-read", span, args: {} });

  return {
    citations: citations.map(compactCitation),
    references: references.map(({ label, citation, problem }) => ({ label, of: { citation, problem } })),
    quotations: quotations.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end).map(compactQuotation),
    titled,
    problems: problems.sort((a, b) => a.span.start - b.span.start),
    ignores: findIgnoreComments(text, blocks.root, texts),
    beyond,
  };
}

/** The target of a wikilink that cites is a place, and no word of what the wikilink stands in. */
function isSource(text: string, target: Span): boolean {
  return readDestination(text, target, "wikilink") !== null;
}
