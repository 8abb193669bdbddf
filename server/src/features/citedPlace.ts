import type { Citation } from "../note/note.ts";
import { type LinedText, spanOfLines } from "../source/lines.ts";
import type { Span } from "../span.ts";
import { lineSpan } from "./position.ts";

/**
 * The place in the source that a citation names: the columns of its fragment where it has any, else its lines without
 * the last line end. Lines past the end lead to the last line, a citation without lines to the start.
 */
export function citedPlace(citation: Citation, source: LinedText): Span {
  const { lines, columns } = citation;
  if (lines === null) return { start: 0, end: 0 };
  const whole = spanOfLines(source, lines);
  if (whole === null) return lineSpan(source, source.lineStarts.length - 1);
  if (columns === null) return whole;
  const first = lineSpan(source, lines.start - 1);
  const last = lineSpan(source, Math.min(lines.end, source.lineStarts.length) - 1);
  const start = wholeCharacter(source.text, Math.min(first.start + Math.max(columns.start, 1) - 1, first.end));
  const end = wholeCharacter(source.text, Math.min(last.start + Math.max(columns.end, 1) - 1, last.end));
  return { start, end: Math.max(start, end) };
}

/** The offset, or the one in front of the surrogate pair that it splits. */
function wholeCharacter(text: string, offset: number): number {
  return offset > 0 && (text.codePointAt(offset - 1) ?? 0) > 0xffff ? offset - 1 : offset;
}
