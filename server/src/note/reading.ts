import type { Span } from "../span.ts";
import { firstIndex } from "./search.ts";

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

/** `from` to `to` of a text is read as `text`: nothing where it is only markup. */
export interface Edit {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/**
 * A text with edits made. `edits` are in the order of `from`; one that starts inside another is dropped. Every unit
 * that an edit puts in stands for all that the edit took out. `offset` is where the text starts in the original.
 */
export function readWithEdits(text: string, offset: number, edits: readonly Edit[]): Reading {
  const { length } = text;
  let size = length;
  let at = 0;
  for (const edit of edits) {
    if (edit.from < at) continue;
    size += edit.text.length - (edit.to - edit.from);
    at = edit.to;
  }
  const starts = new Uint32Array(size);
  const ends = new Uint32Array(size);
  let read = "";
  let unit = 0;
  at = 0;
  const copy = (to: number): void => {
    read += text.slice(at, to);
    for (; at < to; at++, unit++) {
      starts[unit] = offset + at;
      ends[unit] = offset + at + 1;
    }
  };
  for (const edit of edits) {
    if (edit.from < at) continue;
    copy(edit.from);
    read += edit.text;
    for (const end = unit + edit.text.length; unit < end; unit++) {
      starts[unit] = offset + edit.from;
      ends[unit] = offset + edit.to;
    }
    at = edit.to;
  }
  copy(length);
  return { text: read, starts, ends };
}

/** A part of a reading. */
export function sliceReading(reading: Reading, { start, end }: Span): Reading {
  return {
    text: reading.text.slice(start, end),
    starts: reading.starts.slice(start, end),
    ends: reading.ends.slice(start, end),
  };
}

/** Readings one after the other, with `separators[i]`, if any, between reading `i` and the next. */
export function joinReadings(parts: readonly Reading[], separators: readonly string[]): Reading {
  let text = "";
  for (const [i, part] of parts.entries()) text += part.text + separatorBehind(i);
  const starts = new Uint32Array(text.length);
  const ends = new Uint32Array(text.length);
  let unit = 0;
  for (const [i, part] of parts.entries()) {
    starts.set(part.starts, unit);
    ends.set(part.ends, unit);
    unit += part.text.length;
    const behind = unit + separatorBehind(i).length;
    if (behind === unit) continue;
    const next = parts[i + 1].starts[0];
    const start = part.ends.at(-1) ?? next ?? 0;
    starts.fill(start, unit, behind);
    ends.fill(Math.max(start, next ?? start), unit, behind);
    unit = behind;
  }
  return { text, starts, ends };

  function separatorBehind(i: number): string {
    return (i + 1 < parts.length && separators[i]) || "";
  }
}

/** The first unit whose original starts at or behind an offset; the reading's length where there is none. */
export function unitAt(reading: Reading, offset: number): number {
  return firstIndex(reading.starts, (start) => start >= offset);
}
