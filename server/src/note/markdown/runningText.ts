import type { Span } from "../../span.ts";
import { joinReadings } from "../reading.ts";
import { firstIndex } from "../search.ts";
import type { Block } from "./blocks.ts";
import { descendants } from "./blocks.ts";
import { readInline } from "./inline.ts";
import type { InlineOptions, InlineText, Link } from "./inlineText.ts";
import { withRead } from "./inlineText.ts";
import type { LabelledText } from "./labels.ts";

/** A paragraph, a heading or a row of a table: text that reads on from its first word to its last. */
export interface RunningText extends InlineText {
  readonly block: Block;
  /** The cells of a row, as ranges of the reading. Otherwise empty. */
  readonly cells: readonly Span[];
}

/**
 * The running texts of a note that can hold a link, a quotation or a comment, and all of those in block quotes; in
 * document order.
 */
export function readRunningTexts(root: Block, labels: LabelledText, options: InlineOptions): Map<Block, RunningText> {
  const texts = new Map<Block, RunningText>();
  let quoteEnd = 0;
  for (const block of descendants(root)) {
    if (block.kind === "quote") quoteEnd = Math.max(quoteEnd, block.span.end);
    const isQuoted = block.span.start < quoteEnd;
    if (!isQuoted && isSilent(labels.text.slice(block.span.start, block.span.end))) continue;
    const text = readRunningText(block, labels, options);
    if (text) texts.set(block, text);
  }
  return texts;
}

/** Openers of quotations, brackets, entities (which may be marks) and tags. An apostrophe in a word opens nothing. */
const telling = /["“”„«»「『‘‚‹›[&<]|(?<![A-Za-z\d])'/;

/** Whether a text holds neither a link nor a quotation nor a comment. It may say no where that is so, but never yes. */
export function isSilent(text: string): boolean {
  return !telling.test(text);
}

/** Null where the block is no running text but holds some, or has none. */
export function readRunningText(block: Block, labels: LabelledText, options: InlineOptions): RunningText | null {
  if (block.kind === "paragraph" || block.kind === "heading") {
    return textOf(block, [], readSpan(block.span, labels, options));
  }
  if (block.kind !== "row") return null;
  const cells = block.children.map((cell) => readSpan(cell.span, labels, options));
  const ranges = rangesOf(cells);
  return textOf(block, ranges, joinCells(cells, ranges));
}

/** Property by property: a spread behind others costs as much as half of what was read. */
function textOf(block: Block, cells: readonly Span[], inline: InlineText): RunningText {
  const { reading, links, breaks, code, emphasis, comments, images, refused } = inline;
  return { block, cells, reading, links, breaks, code, emphasis, comments, images, refused };
}

function readSpan({ start, end }: Span, labels: LabelledText, options: InlineOptions): InlineText {
  return readInline(labels.text.slice(start, end), start, labels, options);
}

/** Between two cells; a cell's own text holds no tab at its edges. */
const cellSeparator = "\t";

/** Where the cells of a row stand in its reading. */
function rangesOf(cells: readonly InlineText[]): Span[] {
  const ranges: Span[] = [];
  let start = 0;
  for (const { reading } of cells) {
    ranges.push({ start, end: start + reading.text.length });
    start += reading.text.length + cellSeparator.length;
  }
  return ranges;
}

function joinCells(cells: readonly InlineText[], ranges: readonly Span[]): InlineText {
  const shift = (span: Span, cell: number): Span => ({
    start: span.start + ranges[cell].start,
    end: span.end + ranges[cell].start,
  });
  return {
    reading: joinReadings(
      cells.map(({ reading }) => reading),
      cells.map(() => cellSeparator),
    ),
    links: cells.flatMap(({ links }, cell) => links.map((link) => withRead(link, shift(link.read, cell)))),
    breaks: [],
    code: cells.flatMap(({ code }, cell) => code.map((span) => shift(span, cell))),
    emphasis: cells.flatMap(({ emphasis }) => emphasis),
    comments: cells.flatMap(({ comments }) => comments),
    images: cells.flatMap(({ images }) => images),
    refused: cells.flatMap(({ refused }) => refused),
  };
}

/**
 * The original behind a range of the reading that is not empty, with the markup at its edges (`**`, the end of a link),
 * so that what is inside is whole. Footnote marks and whole links beside the words stay outside. `bounds` is
 * where the text starts and ends in the note.
 */
export function spanWithMarkup({ reading, links }: RunningText, words: Span, bounds: Span): Span {
  const { starts, ends, text } = reading;
  const lowest = words.start > 0 ? ends[words.start - 1] : bounds.start;
  const highest = words.end < text.length ? starts[words.end] : bounds.end;
  const start = starts[words.start];
  const end = ends[words.end - 1];
  return {
    start: holdsMark(links, lowest, start) ? start : endOfLink(links, lowest, start),
    end: holdsMark(links, end, highest) ? end : startOfLink(links, end, highest),
  };
}

/** Where the link that `from` is in ends, if it does so before `to`; else `from`. */
function endOfLink(links: readonly Link[], from: number, to: number): number {
  const link = links[firstIndex(links, ({ span }) => span.start >= from) - 1];
  return link !== undefined && link.span.end > from && link.span.end <= to ? link.span.end : from;
}

/** Where the first link between the two starts; `to` where there is none. */
function startOfLink(links: readonly Link[], from: number, to: number): number {
  const link = links[firstIndex(links, ({ span }) => span.start >= from)];
  return link === undefined ? to : Math.min(to, link.span.start);
}

function holdsMark(links: readonly Link[], from: number, to: number): boolean {
  for (let i = firstIndex(links, ({ span }) => span.start >= from); i < links.length; i++) {
    const { span, read } = links[i];
    if (span.start >= to) return false;
    if (read.start === read.end && span.end <= to) return true;
  }
  return false;
}
