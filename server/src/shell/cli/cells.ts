import { visible } from "../../visible.ts";
import { isWide } from "./wide.ts";

/** What a reader takes for one character, as a terminal shows it. */
export interface Glyph {
  /** Offsets in the text that was split. */
  readonly start: number;
  readonly end: number;
  /** Safe to print. */
  readonly shown: string;
  /** Columns of a terminal. */
  readonly cells: number;
}

const tab = "    ";

/** Latin, Greek and Cyrillic letters and common punctuation: each a character by itself, in one column. */
const simple = "\\x20-\\x7e\\u00a0-\\u00ac\\u00ae-\\u02ff\\u0370-\\u0377\\u0384-\\u03ff\\u0400-\\u0482\\u2010-\\u2027";
const isSimple = new RegExp(`^[${simple}]$`);
const isAllSimple = new RegExp(`^[${simple}]*$`);

/** A line of text as a terminal shows it, character by character, which are counted from 0. */
export interface Row {
  readonly length: number;
  /** Columns of a terminal that these characters take. */
  columns(from: number, to: number): number;
  /** These characters, safe to print. */
  shown(from: number, to: number): string;
  /** How many characters start in front of an offset of the text. */
  startedBefore(offset: number): number;
  /** How many characters have ended at an offset of the text. */
  endedAt(offset: number): number;
}

export function rowOf(line: string): Row {
  return isAllSimple.test(line) ? simpleRow(line) : glyphRow(glyphs(line));
}

/** Of a text in which every unit is a character in one column. */
function simpleRow(line: string): Row {
  const { length } = line;
  const unitsBefore = (offset: number) => Math.max(0, Math.min(length, offset));
  return {
    length,
    columns: (from, to) => to - from,
    shown: (from, to) => line.slice(from, to),
    startedBefore: unitsBefore,
    endedAt: unitsBefore,
  };
}

function glyphRow(all: readonly Glyph[]): Row {
  const countUntil = (isBehind: (glyph: Glyph) => boolean) => {
    const index = all.findIndex(isBehind);
    return index < 0 ? all.length : index;
  };
  return {
    length: all.length,
    columns: (from, to) => all.slice(from, to).reduce((sum, { cells }) => sum + cells, 0),
    shown: (from, to) =>
      all
        .slice(from, to)
        .map(({ shown }) => shown)
        .join(""),
    startedBefore: (offset) => countUntil(({ start }) => start >= offset),
    endedAt: (offset) => countUntil(({ end }) => end > offset),
  };
}

/** Splits one line of text into what a terminal shows of it, grapheme by grapheme. */
export function glyphs(line: string): Glyph[] {
  segmenter ??= new Intl.Segmenter("en", { granularity: "grapheme" });
  return Array.from(segmenter.segment(line), ({ segment, index }) => {
    const shown = segment === "\t" ? tab : visible(segment);
    return { start: index, end: index + segment.length, shown, cells: cells(segment, shown) };
  });
}

let segmenter: Intl.Segmenter | undefined;

function cells(grapheme: string, shown: string): number {
  if (isSimple.test(grapheme)) return 1;
  if (shown !== grapheme) return Array.from(shown.replace(/\p{M}/gu, "")).length;
  if (/^\p{RI}{2}|\p{Emoji_Presentation}|\p{Extended_Pictographic}\ufe0f/u.test(grapheme)) return 2;
  const base = /[^\p{M}\p{Default_Ignorable_Code_Point}]/u.exec(grapheme);
  return base === null ? 0 : isWide(base[0].codePointAt(0)!) ? 2 : 1;
}
