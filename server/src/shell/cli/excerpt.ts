import type { Span } from "../../span.ts";
import { type Glyph, glyphs } from "./cells.ts";

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
  const all = glyphs(line.slice(from, to)).map((each) => ({ ...each, start: each.start + from, end: each.end + from }));

  const first = countBefore(all, ({ end }) => end <= focus.start);
  const behind = countBefore(all, ({ start }) => start < Math.max(focus.end, focus.start + 1));
  const [start, end] = fitting(all, first, behind, columns);
  const before = start > 0 || from > 0 ? cut : "";
  const after = end < all.length || to < line.length ? cut : "";
  const text = before + join(all.slice(start, end)) + after;
  if (marked === null) return { text, marks: "" };

  const under = all.slice(first, Math.min(behind, end));
  // A mark behind the last character stands under it where the line is full.
  const offset = Math.min(before.length + width(all.slice(start, first)), columns - 1);
  return { text, marks: " ".repeat(offset) + "^".repeat(Math.max(1, width(under))) };
}

/**
 * Widens a range of glyphs on both sides in turn as long as it fits, with room for a cut at either side. A range that
 * is itself too wide keeps its beginning.
 */
function fitting(all: readonly Glyph[], first: number, behind: number, columns: number): [start: number, end: number] {
  if (width(all) <= columns) return [0, all.length];
  let room = columns - 2 * cut.length - width(all.slice(first, behind));
  let [start, end] = [first, behind];
  while (room < 0 && end > start + 1) room += all[--end].cells;
  for (let grown = true; grown; ) {
    grown = false;
    if (start > 0 && all[start - 1].cells <= room) {
      room -= all[--start].cells;
      grown = true;
    }
    if (end < all.length && all[end].cells <= room) {
      room -= all[end++].cells;
      grown = true;
    }
  }
  return [start, end];
}

function countBefore(all: readonly Glyph[], matches: (glyph: Glyph) => boolean): number {
  const index = all.findIndex((glyph) => !matches(glyph));
  return index < 0 ? all.length : index;
}

function width(some: readonly Glyph[]): number {
  return some.reduce((sum, { cells }) => sum + cells, 0);
}

function join(some: readonly Glyph[]): string {
  return some.map(({ shown }) => shown).join("");
}

/** The offset, moved off the middle of a surrogate pair. */
function wholeUnits(text: string, offset: number): number {
  const low = text.charCodeAt(offset);
  return offset > 0 && low >= 0xdc00 && low <= 0xdfff ? offset - 1 : offset;
}
