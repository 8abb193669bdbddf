import type { Position } from "vscode-languageserver/node";

/** The lines of a text as the protocol counts them, each without its end. */
export function linesOf(text: string): string[] {
  return text.split(/\r\n|\n|\r/);
}

/** Of an offset between the two halves of a line end the position in front of it. */
export function positionAt(text: string, offset: number): Position {
  const isInLineEnd = text[offset - 1] === "\r" && text[offset] === "\n";
  const before = linesOf(text.slice(0, isInLineEnd ? offset - 1 : offset));
  return { line: before.length - 1, character: before[before.length - 1].length };
}

/** Of a position that the text does not have the nearest one, as editors take it. */
export function offsetAt(text: string, { line, character }: Position): number {
  const lines = linesOf(text);
  if (line >= lines.length) return text.length;
  const ends = [...text.matchAll(/\r\n|\n|\r/g)];
  const start = line === 0 ? 0 : ends[line - 1].index + ends[line - 1][0].length;
  return start + Math.min(character, lines[line].length);
}

/** Whether the text has the position. */
export function hasPosition(lines: readonly string[], { line, character }: Position): boolean {
  return line >= 0 && line < lines.length && character >= 0 && character <= lines[line].length;
}
