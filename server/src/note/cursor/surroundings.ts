import type { Span } from "../../span.ts";
import { normaliseLabel } from "../markdown/definitions.ts";
import { endOfLine, hiddenBlocks, startOfLine } from "./hidden.ts";

/** The part of a note that decides what stands at the cursor: small, whatever the size of the note. */
export interface Surroundings {
  /** The block at the cursor with its neighbours, and behind them what their labels are defined as elsewhere. */
  readonly text: string;
  /** Where `text` begins in the note. */
  readonly start: number;
  /** How much of `text` is the note's, as it stands there. The rest are definitions from elsewhere. */
  readonly length: number;
  /** The cursor, as an offset into `text`. */
  readonly cursor: number;
}

/** How far the surroundings reach on either side at most. Blocks that are longer are cut at a line. */
const farthest = 16_384;
/** Definitions from elsewhere that are read, in characters. */
const mostDefined = 65_536;

/**
 * Reads a note around the cursor. Null inside a code block, a comment or front matter, where nothing is to be written
 * with sources. The whole note is looked through for what opens and closes such blocks, and nothing is parsed.
 */
export function surroundingsOf(written: string, cursor: number): Surroundings | null {
  const note = written.includes("\r") ? written.replace(/\r(?!\n)/g, "\n") : written;
  const hidden = hiddenBlocks(note, cursor);
  const last = hidden.at(-1);
  if (last !== undefined && (cursor < last.end || (last.end === note.length && !/\n$/.test(note)))) return null;
  const start = behindRule(note, Math.max(last?.end ?? 0, blockStart(note, blockStart(note, cursor) - 1)));
  const end = blockEnd(note, blockEnd(note, cursor));
  const own = note.slice(start, end);
  const defined = definitionsFor(own, note, { start, end });
  const text = defined === "" ? own : `${own}\n\n${defined}`;
  return { text, start, length: own.length, cursor: cursor - start };
}

/** A rule at the very start would be taken for front matter. */
function behindRule(note: string, start: number): number {
  return start > 0 && /^(?:---|\+\+\+)/.test(note.slice(start, start + 3)) ? endOfLine(note, start) + 1 : start;
}

/** Where the block at an offset begins: a line that is not indented behind a blank one. Lists and quotes are one block. */
function blockStart(note: string, offset: number): number {
  const limit = Math.max(0, offset - farthest);
  let start = startOfLine(note, Math.max(0, offset));
  while (start > limit && !(startsBlock(note, start) && isBlankBefore(note, start)))
    start = startOfLine(note, start - 1);
  return Math.max(start, limit);
}

/** Where the next block behind an offset begins. */
function blockEnd(note: string, offset: number): number {
  const limit = Math.min(note.length, offset + farthest);
  let next = endOfLine(note, offset) + 1;
  while (next < limit && !(startsBlock(note, next) && isBlankBefore(note, next))) next = endOfLine(note, next) + 1;
  return Math.min(next, limit);
}

function startsBlock(note: string, lineStart: number): boolean {
  return lineStart < note.length && !/\s/.test(note[lineStart]);
}

function isBlankBefore(note: string, lineStart: number): boolean {
  return note.slice(startOfLine(note, lineStart - 1), lineStart).trim() === "";
}

const definition = /^ {0,3}\[((?:[^[\]\\\n]|\\.){1,200})\]:/gm;
const label = /\[((?:[^[\]\\]|\\.){1,200})\]/g;

/** What the labels that a text uses are defined as outside of it: link definitions, and footnotes up to a blank line. */
function definitionsFor(text: string, note: string, own: Span): string {
  const wanted = new Set(Array.from(text.matchAll(label), ([, name]) => normaliseLabel(name)));
  if (wanted.size === 0) return "";
  const found: string[] = [];
  let room = mostDefined;
  for (const { 1: name, index: lineStart } of note.matchAll(definition)) {
    if (room <= 0) break;
    if ((lineStart >= own.start && lineStart < own.end) || !wanted.has(normaliseLabel(name))) continue;
    let end = endOfLine(note, lineStart);
    while (end < note.length && !/^[ \t]*\r?(?:\n|$)/.test(note.slice(end + 1, endOfLine(note, end + 1) + 1))) {
      const next = endOfLine(note, end + 1);
      if (!/^[ \t]/.test(note.slice(end + 1, next))) break;
      end = next;
    }
    const definition = note.slice(lineStart, end);
    found.push(definition);
    room -= definition.length;
  }
  return found.join("\n\n");
}
