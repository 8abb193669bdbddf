import type { Span } from "../span.ts";

/**
 * Text as a reader sees it, with markup read away, and where each of its UTF-16 units came from: unit `i` stands for
 * `starts[i]` to `ends[i]` of the original text. Both arrays are as long as `text` and never decrease.
 */
export interface Reading {
  readonly text: string;
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
}

/**
 * The original range behind a range of the reading. An empty range maps to the empty range before the unit at its
 * start (behind the last unit, at the end of the text).
 */
export function originalSpan(reading: Reading, span: Span): Span {
  const { starts, ends, text } = reading;
  if (span.end > span.start) return { start: starts[span.start], end: ends[span.end - 1] };
  if (text.length === 0) return { start: 0, end: 0 };
  const at = span.start < text.length ? starts[span.start] : ends[text.length - 1];
  return { start: at, end: at };
}
