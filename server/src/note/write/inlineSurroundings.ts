import type { Span } from "../../span.ts";
import { parseBlocks, prepare } from "../markdown/blockParser.ts";
import { type Block, type Blocks, descendants, readBlocks } from "../markdown/blocks.ts";
import { readInline } from "../markdown/inline.ts";
import type { InlineOptions } from "../markdown/inlineText.ts";
import { readLabels } from "../markdown/labels.ts";
import { readRunningText } from "../markdown/runningText.ts";
import { unitAt } from "../reading.ts";

/** What stands around a place in its paragraph. */
export interface InlineSurroundings {
  /** Where nothing is read as a citation: code, comments, HTML, front matter, definitions and pictures. */
  readonly inert: boolean;
  /** Inside a link, where no other can stand. */
  readonly isInLink: boolean;
  /** Whether the paragraph can be parted here, without parting emphasis or the like. */
  readonly isDivisible: boolean;
}

/** Stands for what is to be written: without it a line may not be what it will be. */
const word = "x";

const options: InlineOptions = { lineBreak: " ", hidesTarget: () => true };

/** What is around an offset of a note's text, which `blocks` are of. Linear in the text. */
export function inlineSurroundings(blocks: Blocks, text: string, offset: number): InlineSurroundings {
  const labels = readLabels(blocks);
  const block = runningBlock(blocks.root, offset);
  const running = block && readRunningText(block, labels, options);
  return {
    inert: !isRead(text.slice(0, offset) + word + text.slice(offset), offset),
    isInLink: running?.links.some(({ span }) => span.start < offset && offset < span.end) ?? false,
    isDivisible: block === null || isDivisible(),
  };

  function isDivisible(): boolean {
    const shown = ({ start, end }: Span) =>
      readInline(labels.text.slice(start, end), start, labels, options).reading.text.replace(/\s/g, "");
    const { start, end } = block!.span;
    return shown({ start, end: offset }) + shown({ start: offset, end }) === shown({ start, end });
  }
}

/** Whether a reader of the note sees the word at the offset as text. */
function isRead(text: string, offset: number): boolean {
  const prepared = prepare(text);
  const blocks = readBlocks(parseBlocks(prepared), prepared);
  const block = runningBlock(blocks.root, offset);
  const running = block && readRunningText(block, readLabels(blocks), options);
  if (!running) return false;
  const { reading, code } = running;
  const unit = unitAt(reading, offset);
  const isCode = code.some(({ start, end }) => start <= unit && unit < end);
  return !isCode && reading.starts[unit] === offset && reading.text[unit] === word;
}

function runningBlock(root: Block, offset: number): Block | null {
  for (const block of descendants(root)) {
    const isRunning = block.kind === "paragraph" || block.kind === "heading" || block.kind === "row";
    if (isRunning && block.span.start <= offset && offset <= block.span.end) return block;
  }
  return null;
}
