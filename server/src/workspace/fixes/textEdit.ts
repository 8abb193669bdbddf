import type { Span } from "../../span.ts";
import type { TextEdit } from "../noteEdit.ts";

/** In document order; null where two of them are about the same text, so that nobody knows what they come to. */
export function inOrder(edits: readonly TextEdit[]): readonly TextEdit[] | null {
  const sorted = [...edits].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  const clash = sorted.some(({ span }, index) => index > 0 && span.start < sorted[index - 1].span.end);
  return clash ? null : sorted;
}

/** The text with edits made that are {@link inOrder}. */
export function editedText(text: string, edits: readonly TextEdit[]): string {
  let edited = "";
  let at = 0;
  for (const { span, text: written } of edits) {
    edited += text.slice(at, span.start) + written;
    at = span.end;
  }
  return edited + text.slice(at);
}

/**
 * Where an offset of the text may be once edits are made that are {@link inOrder}: at one offset, or between two where
 * something was put in there, or where the text around it was replaced.
 */
export function afterEdits(edits: readonly TextEdit[], offset: number): Span {
  let shift = 0;
  let start: number | null = null;
  let end = 0;
  for (const { span, text } of edits) {
    if (span.start > offset) break;
    const from = span.start + shift;
    shift += text.length - (span.end - span.start);
    if (span.end < offset) continue;
    start ??= from;
    end = from + text.length;
  }
  return start === null ? { start: offset + shift, end: offset + shift } : { start, end };
}

/** What a span may cover once edits are made that are {@link inOrder}. */
export function spanAfterEdits(edits: readonly TextEdit[], span: Span): Span {
  return { start: afterEdits(edits, span.start).start, end: afterEdits(edits, span.end).end };
}
