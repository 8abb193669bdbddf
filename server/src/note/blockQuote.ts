/** Rule 4: block quotes, and the citation on their attribution line. */

import type { Span } from "../span.ts";
import { attributionStart, isNamed } from "./attribution.ts";
import type { BesideContext } from "./beside.ts";
import { attributionsBeside, citationsBefore, isLoneDash } from "./beside.ts";
import { readAsWritten } from "./markdown/asWritten.ts";
import { readCode, withNumber } from "./markdown/blockReading.ts";
import type { Block } from "./markdown/blocks.ts";
import { descendants } from "./markdown/blocks.ts";
import type { Link } from "./markdown/inlineText.ts";
import type { RunningText } from "./markdown/runningText.ts";
import { spanWithMarkup } from "./markdown/runningText.ts";
import type { Quotation } from "./note.ts";
import { findQuotations } from "./quotation.ts";
import type { Reading } from "./reading.ts";
import { joinReadings, originalSpan, sliceReading } from "./reading.ts";

export interface BlockQuotes {
  readonly quotations: readonly Quotation[];
  /** The running texts inside them: rules 1 to 3 have no say there. */
  readonly quoted: ReadonlySet<Block>;
}

export function attachBlockQuotes(context: BesideContext): BlockQuotes {
  const quotations: Quotation[] = [];
  const quoted = new Set<Block>();
  const stack: Block[] = [context.blocks.root];
  for (let block = stack.pop(); block; block = stack.pop()) {
    const quotation = block.kind === "quote" ? readBlockQuote(block, context) : null;
    if (!quotation) {
      for (const child of block.children) stack.push(child);
      continue;
    }
    quotations.push(quotation);
    for (const inner of descendants(block)) quoted.add(inner);
  }
  return { quotations, quoted };
}

/** One block of a quote, and which part of its reading is quoted. */
interface Leaf {
  readonly block: Block;
  readonly text: RunningText | null;
  readonly reading: Reading;
  start: number;
  end: number;
}

/** Null where the block is ordinary text: a callout, or one with a citation in mid-prose. */
function readBlockQuote(quote: Block, context: BesideContext): Quotation | null {
  const leaves = readLeaves(quote, context);
  const callout = leaves[0]?.text && calloutOf(context.blocks.text, leaves[0].block);
  if (callout && callout !== "quote" && callout !== "cite") return null;

  let attribution: readonly number[] = [];
  if (callout) attribution = takeTitle(leaves[0], context);
  if (attribution.length === 0) attribution = takeAttribution(quote, leaves, context);
  if (leaves.some((leaf) => citesInProse(leaf, attribution, context))) return null;
  let attributions = attribution.length > 0 ? [attribution] : attributionsBeside(quote, context);
  if (attributions.length === 0) attributions = [citationsBefore(quote, context)];

  const quoted = leaves.map(trimmed).filter(({ start, end }) => end > start);
  if (quoted.length === 0) return null;
  const whole = joinLeaves(quoted, context.blocks.text);
  const reading = withoutOuterMarks(whole);
  const marked = spanOfLeaves(quoted, whole, context);
  const span = reading === whole ? marked : originalSpan(reading, { start: 0, end: reading.text.length });
  return {
    span,
    marked,
    reading,
    written: writtenLeaves(quoted, context),
    emphasis: leaves.some(({ text }) => text?.emphasis.some((at) => at >= span.start && at < span.end) ?? false),
    rule: "block-quote",
    candidates: attributions
      .filter((citations) => citations.length > 0)
      .map((citations) => ({ citations, touches: true })),
  };
}

function readLeaves(quote: Block, { blocks, texts }: BesideContext): Leaf[] {
  const leaves: Leaf[] = [];
  for (const block of descendants(quote)) {
    const text = texts.get(block) ?? null;
    const reading = text?.reading ?? (block.kind === "code" ? readCode(blocks.text, block) : null);
    if (reading && (reading.text !== "" || text?.links.length))
      leaves.push({ block, text, reading, start: 0, end: reading.text.length });
  }
  return leaves;
}

/** The kind of a callout, in lower case: `> [!quote] Title`. Null where the block is none. */
function calloutOf(text: string, { span }: Block): string | null {
  return /^\[!([\w-]+)(?:\|[^\]\n]*)?\]/.exec(text.slice(span.start, span.start + 80))?.[1].toLowerCase() ?? null;
}

/** Takes a callout's title line out of the quoted words, and returns its citations. */
function takeTitle(leaf: Leaf, context: BesideContext): readonly number[] {
  const end = leaf.text?.breaks[0] ?? leaf.end;
  const citations = citingLinks(leaf, { start: 0, end }, context).flatMap((link) => context.citedBy.get(link) ?? []);
  leaf.start = end;
  return citations;
}

/** Takes the attribution line inside the block out of the quoted words, and returns its citations. */
function takeAttribution(quote: Block, leaves: readonly Leaf[], context: BesideContext): readonly number[] {
  const leaf = leaves.at(-1);
  if (!leaf?.text || enclosingQuote(leaf.block) !== quote) return [];
  // A block identifier of Obsidian: “… the end. ^my-quote”.
  leaf.end -= /\s\^[\w-]{1,80}$/.exec(leaf.reading.text.slice(-90))?.[0].length ?? 0;
  const citations = takeLastLine(leaf, leaf === leaves[0], context);
  if (citations.length > 0 || !isShortened(leaf)) return citations;
  // Whom the words are from stands below the line that cites.
  return takeLastLine(leaf, leaf === leaves[0], context);
}

function isShortened({ reading, end }: Leaf): boolean {
  return end < reading.text.length;
}

/** Takes what the last line that is left of a leaf says of the source, and returns its citations. */
function takeLastLine(leaf: Leaf, isFirst: boolean, context: BesideContext): readonly number[] {
  const { text } = leaf;
  if (!text) return [];
  const lineBreak = text.breaks.findLast((unit) => unit < leaf.end - 1);
  const line = { start: Math.max(leaf.start, lineBreak === undefined ? 0 : lineBreak + 1), end: leaf.end };
  const links = linksIn(text, line);
  const isOnly = isFirst && leaf.reading.text.slice(leaf.start, line.start).trim() === "";
  const isDashItem = !isOnly && line.start === 0 && isLoneDash(context.blocks.text, leaf.block);
  const start = isDashItem ? 0 : attributionStart(text, links, line, isOnly);
  const citations = links
    .filter(({ read }) => start !== null && read.start >= start)
    .flatMap((link) => context.citedBy.get(link) ?? []);
  if (start !== null && citations.length > 0) leaf.end = start;
  // Whom the words are from may stand in the block, and the citation outside.
  else if (!isOnly) leaf.end = isNamed(text, links, line) ? line.start : leaf.end;
  return citations;
}

function enclosingQuote(block: Block): Block | null {
  let around = block.parent;
  while (around && around.kind !== "quote") around = around.parent;
  return around;
}

function linksIn(text: RunningText, { start, end }: Span): Link[] {
  return text.links.filter(({ read }) => read.start >= start && read.end <= end);
}

/** Whether the quoted part of a leaf has a link that cites. A wikilink without an alias reads as nothing, maybe at its very end. */
function citesInProse(leaf: Leaf, attribution: readonly number[], context: BesideContext): boolean {
  return citingLinks(leaf, { start: leaf.start, end: leaf.end + 1 }, context).some(
    (link) => !context.citedBy.get(link)!.every((citation) => attribution.includes(citation)),
  );
}

function citingLinks({ text }: Leaf, range: Span, { citedBy }: BesideContext): Link[] {
  if (!text) return [];
  return text.links.filter(
    (link) => link.read.start >= range.start && link.read.start < range.end && (citedBy.get(link) ?? []).length > 0,
  );
}

function trimmed(leaf: Leaf): Leaf {
  const words = leaf.reading.text.slice(leaf.start, leaf.end);
  const start = leaf.start + (words.length - words.trimStart().length);
  return { ...leaf, start, end: Math.max(start, leaf.start + words.trimEnd().length) };
}

function joinLeaves(leaves: readonly Leaf[], blanked: string): Reading {
  const parts = leaves.map(({ block, reading, start, end }) => {
    const part = sliceReading(reading, { start, end });
    return start > 0 ? part : withNumber(blanked, block, part);
  });
  return joinReadings(
    parts,
    parts.map(() => "\n"),
  );
}

/** The leaves as they are written; undefined where that is how they read. */
function writtenLeaves(leaves: readonly Leaf[], { blocks }: BesideContext): Reading | undefined {
  let differs = false;
  const written = leaves.map((leaf): Leaf => {
    const { text, block, start, end } = leaf;
    const reading = text && readAsWritten(blocks.text, text, { start, end }, contentOf(block, blocks.text));
    if (!reading) return leaf;
    differs = true;
    return { block, text, reading, start: 0, end: reading.text.length };
  });
  return differs ? withoutOuterMarks(joinLeaves(written, blocks.text)) : undefined;
}

/** From the first word to the last, with the markup at those edges. */
function spanOfLeaves(leaves: readonly Leaf[], whole: Reading, { blocks }: BesideContext): Span {
  const first = leafSpan(leaves[0], blocks.text);
  const last = leafSpan(leaves[leaves.length - 1], blocks.text);
  return { start: Math.min(first.start, whole.starts[0]), end: last.end };
}

function leafSpan({ text, reading, block, start, end }: Leaf, blanked: string): Span {
  if (!text) return originalSpan(reading, { start, end });
  return spanWithMarkup(text, { start, end }, contentOf(block, blanked));
}

/** A block's span without the white space at its ends. */
function contentOf({ span }: Block, blanked: string): Span {
  const content = blanked.slice(span.start, span.end);
  return {
    start: span.start + (content.length - content.trimStart().length),
    end: span.start + content.trimEnd().length,
  };
}

function withoutOuterMarks(reading: Reading): Reading {
  const [outer] = findQuotations(reading.text);
  if (outer?.marked.start !== 0 || !/^[\s.,;:]*$/.test(reading.text.slice(outer.marked.end))) return reading;
  return sliceReading(reading, outer.words);
}
