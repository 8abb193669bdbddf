import type { Span } from "../../span.ts";
import { type Row, rowOf } from "./cells.ts";

/** A line as a terminal shows it, and the line below it with marks under some words. */
export interface Excerpt {
  readonly text: string;
  /** Spaces and `^`; empty where nothing is marked. */
  readonly marks: string;
}

const cut = "…";

/**
 * Fits a line into so many columns, cutting it around the marked words. `marked` is a span of the line, null to mark
 * nothing; an empty span marks the character behind it. The cost depends on the width, not on the line's length.
 */
export function excerpt(line: string, marked: Span | null, columns: number): Excerpt {
  const focus = marked ?? { start: 0, end: 0 };
  const reach = columns * 2;
  const from = wholeUnits(line, Math.max(0, focus.start - reach));
  const to = wholeUnits(line, Math.min(line.length, focus.start + reach));
  const row = rowOf(line.slice(from, to));

  const first = row.endedAt(focus.start - from);
  const behind = row.startedBefore(Math.max(focus.end, focus.start + 1) - from);
  const [start, end] = fitting(row, first, behind, columns);
  const before = start > 0 || from > 0 ? cut : "";
  const after = end < row.length || to < line.length ? cut : "";
  const text = before + row.shown(start, end) + after;
  if (marked === null) return { text, marks: "" };

  // A mark behind the last character stands under it where the line is full.
  const offset = Math.min(before.length + row.columns(start, first), columns - 1);
  const under = row.columns(first, Math.min(behind, end));
  return { text, marks: " ".repeat(offset) + "^".repeat(Math.max(1, under)) };
}

/**
 * Widens a range of characters on both sides in turn as long as it fits, with room for a cut at either side. A range that
 * is itself too wide keeps its beginning.
 */
function fitting(row: Row, first: number, behind: number, columns: number): [start: number, end: number] {
  if (row.columns(0, row.length) <= columns) return [0, row.length];
  let room = columns - 2 * cut.length - row.columns(first, behind);
  let [start, end] = [first, behind];
  while (room < 0 && end > start + 1) room += columnsAt(--end);
  for (let grown = true; grown; ) {
    grown = false;
    if (start > 0 && columnsAt(start - 1) <= room) {
      room -= columnsAt(--start);
      grown = true;
    }
    if (end < row.length && columnsAt(end) <= room) {
      room -= columnsAt(end++);
      grown = true;
    }
  }
  return [start, end];

  function columnsAt(index: number): number {
    return row.columns(index, index + 1);
  }
}

/** The offset, moved off the middle of a surrogate pair. */
function wholeUnits(text: string, offset: number): number {
  const low = text.charCodeAt(offset);
  return offset > 0 && low >= 0xdc00 && low <= 0xdfff ? offset - 1 : offset;
}
