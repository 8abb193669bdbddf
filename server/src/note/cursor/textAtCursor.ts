import type { Span } from "../../span.ts";
import { parseBlocks, prepare } from "../markdown/blockParser.ts";
import { type Block, descendants, readBlocks } from "../markdown/blocks.ts";
import { readLabels } from "../markdown/labels.ts";
import { readRunningText } from "../markdown/runningText.ts";
import { unitAt } from "../reading.ts";
import { endOfLine, startOfLine } from "./hidden.ts";
import type { Surroundings } from "./surroundings.ts";

/** The running text that the cursor stands in. */
export interface TextAtCursor {
  /** The cursor's line of the text, up to the cursor: without marks of quotes and lists. */
  readonly before: string;
  /** What follows on the line, in the same cell of a table. */
  readonly after: string;
  readonly isCell: boolean;
  /** Whether the line is the first of its paragraph. */
  readonly isFirstLine: boolean;
  /** The whole text, cell or row, in the surroundings. */
  readonly span: Span;
}

/** Makes sure that there is a text at the cursor, and that the text goes on behind spaces. */
const marker = "x";

/** Null in code, comments, HTML blocks, and wherever else nobody writes. */
export function textAtCursor({ text, cursor }: Surroundings): TextAtCursor | null {
  const prepared = prepare(text.slice(0, cursor) + marker + text.slice(cursor));
  const blocks = readBlocks(parseBlocks(prepared), prepared);
  const block = runningBlock(blocks.root, cursor);
  if (block === null) return null;
  const cell = block.children.find(({ span }) => holds(span, cursor)) ?? null;
  if (block.kind === "row" && cell === null) return null;
  const running = readRunningText(block, readLabels(blocks), { lineBreak: " ", hidesTarget: () => true });
  const unit = running === null ? 0 : unitAt(running.reading, cursor);
  if (running?.code.some(({ start, end }) => start <= unit && unit < end)) return null;
  if (running?.comments.some((comment) => holds(comment, cursor))) return null;
  const { start, end } = (cell ?? block).span;
  const lineStart = Math.max(start, startOfLine(blocks.text, cursor));
  const lineEnd = Math.min(end, endOfLine(blocks.text, cursor + marker.length));
  return {
    before: blocks.text.slice(lineStart, cursor),
    after: blocks.text.slice(cursor + marker.length, lineEnd),
    isCell: cell !== null,
    isFirstLine: lineStart === start,
    span: { start, end: end - marker.length },
  };
}

function runningBlock(root: Block, cursor: number): Block | null {
  for (const block of descendants(root)) {
    const isRunning = block.kind === "paragraph" || block.kind === "heading" || block.kind === "row";
    if (isRunning && holds(block.span, cursor)) return block;
  }
  return null;
}

function holds({ start, end }: Span, offset: number): boolean {
  return start <= offset && offset < end;
}
