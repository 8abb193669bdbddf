import type { LineRange, Span } from "../span.ts";

/** A text with its lines; see {@link lineStartsOf}. */
export interface LinedText {
  readonly text: string;
  readonly lineStarts: Uint32Array;
  /** Where the text comes from, if all of it is not to be asked for without need. */
  readonly held?: TextParts;
}

/** What can be told of a text without all of it. */
export interface TextParts {
  readonly length: number;
  /** False where it is known that no line ends with `\r\n` or `\r`. */
  readonly hasReturns?: boolean;
  /** What `text.slice` gives. */
  slice(start: number, end: number): string;
}

/** 0-based line and UTF-16 character in it. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

const CR = 13;

/**
 * The offset of the first unit of each line. Lines end as the Language Server Protocol says: with `\n`, `\r\n` or `\r`,
 * and nothing else. A text that ends with a line end has an empty last line. Linear time.
 */
export function lineStartsOf(text: string): Uint32Array {
  // A search for one character is the platform's, and many times faster than a loop.
  let starts = new Uint32Array(16);
  let count = 1;
  let lf = text.indexOf("\n");
  let cr = text.indexOf("\r");
  while (lf >= 0 || cr >= 0) {
    const end = lf < 0 || (cr >= 0 && cr < lf) ? cr : lf;
    if (end === cr) cr = text.indexOf("\r", end + 1);
    else lf = text.indexOf("\n", end + 1);
    if (lf === end + 1 && text.charCodeAt(end) === CR) continue;
    if (count === starts.length) {
      const more = new Uint32Array(count * 2);
      more.set(starts);
      starts = more;
    }
    starts[count++] = end + 1;
  }
  return starts.slice(0, count);
}

/** The 0-based line that the offset is in; an offset behind the end is in the last line. O(log lines). */
export function lineAt(lineStarts: Uint32Array, offset: number): number {
  let low = 0;
  let high = lineStarts.length;
  while (low + 1 < high) {
    const middle = (low + high) >>> 1;
    if (lineStarts[middle] <= offset) low = middle;
    else high = middle;
  }
  return low;
}

/** The position of an offset, which is moved into the text where it is outside. */
export function positionAt(lined: LinedText, offset: number): Position {
  const { lineStarts } = lined;
  const inside = Math.max(0, Math.min(offset, lengthOf(lined)));
  const line = lineAt(lineStarts, inside);
  return { line, character: inside - lineStarts[line] };
}

/**
 * The offset of a position. As the protocol asks, a character behind the line's text is the end of that text, and a
 * line behind the last one is the end of the document.
 */
export function offsetAt(lined: LinedText, position: Position): number {
  if (position.line >= lined.lineStarts.length) return lengthOf(lined);
  if (position.line < 0) return 0;
  const start = lined.lineStarts[position.line];
  return Math.min(start + Math.max(0, position.character), endOfLine(lined, position.line));
}

/** The offset behind the last unit of a 0-based line, its line end left out. */
export function endOfLine(lined: LinedText, line: number): number {
  const { lineStarts } = lined;
  if (line + 1 >= lineStarts.length) return lengthOf(lined);
  const next = lineStarts[line + 1];
  if (lined.held?.hasReturns === false) return next - 1;
  return next - 2 >= lineStarts[line] && partOf(lined, next - 2, next) === "\r\n" ? next - 2 : next - 1;
}

/**
 * How many lines a person would say the text has: an empty line behind the last line end is not one of them, and an
 * empty text has none.
 */
export function countLines(lined: LinedText): number {
  const count = lined.lineStarts.length;
  return lined.lineStarts[count - 1] === lengthOf(lined) ? count - 1 : count;
}

/** The length of the text. */
export function lengthOf(lined: LinedText): number {
  return lined.held?.length ?? lined.text.length;
}

/** What `text.slice` gives. */
export function partOf(lined: LinedText, start: number, end: number): string {
  return lined.held?.slice(start, end) ?? lined.text.slice(start, end);
}

/** The lines' text, without the last line end. Lines behind the last one are left out; null where none is left. */
export function spanOfLines(lined: LinedText, lines: LineRange): Span | null {
  const last = Math.min(lines.end, lined.lineStarts.length);
  if (lines.start < 1 || lines.start > last) return null;
  return { start: lined.lineStarts[lines.start - 1], end: endOfLine(lined, last - 1) };
}

/** The lines that a span touches. A span that ends right behind a line end does not touch the next line. */
export function linesOfSpan(lineStarts: Uint32Array, span: Span): LineRange {
  const start = lineAt(lineStarts, span.start);
  const end = lineAt(lineStarts, Math.max(span.start, span.end - 1));
  return { start: start + 1, end: end + 1 };
}

/** Whether two ranges have a line in common. */
export function linesOverlap(a: LineRange, b: LineRange): boolean {
  return a.start <= b.end && b.start <= a.end;
}
