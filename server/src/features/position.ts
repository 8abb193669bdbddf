import type { Position, Range } from "vscode-languageserver-types";
import { endOfLine, type LinedText, offsetAt, positionAt } from "../source/lines.ts";
import type { Span } from "../span.ts";

/** The LSP range (UTF-16) of a span. Offsets outside the text or within a line end move to the nearest place. */
export function rangeOf(lines: LinedText, span: Span): Range {
  return { start: positionOf(lines, span.start), end: positionOf(lines, span.end) };
}

function positionOf(lines: LinedText, offset: number): Position {
  const { line, character } = positionAt(lines, offset);
  return { line, character: Math.min(character, endOfLine(lines, line) - lines.lineStarts[line]) };
}

/**
 * The offset of an LSP position, or null where the document has no such line. A character behind the line's end means
 * the end, as LSP says.
 */
export function offsetOf(lines: LinedText, position: Position): number | null {
  const { line, character } = position;
  if (!Number.isInteger(line) || !Number.isInteger(character) || line < 0 || character < 0) return null;
  return line < lines.lineStarts.length ? offsetAt(lines, position) : null;
}

/** Offsets of a 0-based line without its line end. The line must exist. */
export function lineSpan(lines: LinedText, line: number): Span {
  return { start: lines.lineStarts[line], end: endOfLine(lines, line) };
}
