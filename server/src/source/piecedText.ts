import { ownText } from "../ownText.ts";
import type { HeldText } from "./heldText.ts";
import { lineStartsOf, type Position } from "./lines.ts";

/**
 * A text in pieces, which a changed text has in common with the one before but for those that were changed: a long text is not
 * copied at every keystroke. Never changed itself.
 */
export interface PiecedText extends HeldText {
  readonly pieces: readonly Piece[];
  /** With another text from one position to another. Positions outside the text are moved into it, as LSP says. */
  replaced(start: Position, end: Position, text: string): PiecedText;
  /** Another text, with the pieces that it has in common with this one at both ends. */
  replacedBy(text: string): PiecedText;
  /** How many units it surely has in common with an earlier state of it, at both ends. */
  sharedWith(before: object): { readonly front: number; readonly back: number };
}

/** Ends behind a line's end, but for the last one. No line's end is in two of them. */
interface Piece {
  readonly text: string;
  /** How many lines end in it. */
  readonly lineEnds: number;
}

/** In UTF-16 units. A longer line is one piece. */
const usualLength = 4096;

export function piecedText(text: string): PiecedText {
  return piecedFrom(cut(text));
}

/** A text that is in pieces, or is a string. */
export function inPieces(text: string | PiecedText): PiecedText {
  return typeof text === "string" ? piecedText(text) : text;
}

/** Whether both are the same text, without making all of it where that can be told from the pieces. */
export function isSameText(one: HeldText, other: HeldText): boolean {
  if (one === other) return true;
  if (one.length !== other.length) return false;
  const [some, others] = [piecesOf(one), piecesOf(other)];
  if (some === null || others === null || some.length !== others.length) return one.whole() === other.whole();
  return (
    some.every((piece, i) => piece === others[i] || piece.text === others[i].text) || one.whole() === other.whole()
  );
}

function piecesOf(held: object): readonly Piece[] | null {
  return (held as Partial<PiecedText>).pieces ?? null;
}

function piecedFrom(pieces: readonly Piece[]): PiecedText {
  const starts: number[] = [];
  let length = 0;
  for (const piece of pieces) {
    starts.push(length);
    length += piece.text.length;
  }
  let whole: string | null = null;
  let lineStarts: Uint32Array | null = null;

  /** The piece that the unit at the offset is in, the last one for what is behind all. */
  function pieceAt(offset: number): number {
    let low = 0;
    let high = pieces.length;
    while (low + 1 < high) {
      const middle = (low + high) >>> 1;
      if (starts[middle] <= offset) low = middle;
      else high = middle;
    }
    return low;
  }

  function placeOf({ line, character }: Position): Place {
    let index = 0;
    let left = Math.max(0, line);
    while (index < pieces.length && left > pieces[index].lineEnds) left -= pieces[index++].lineEnds;
    // A line that begins behind a piece is of the next one.
    if (index + 1 < pieces.length && left > 0 && left === pieces[index].lineEnds) {
      left = 0;
      index++;
    }
    if (index >= pieces.length) return endOf(pieces);
    const { text } = pieces[index];
    const lines = lineStartsOf(text);
    const start = lines[left];
    let end = left + 1 < lines.length ? lines[left + 1] : text.length;
    while (end > start && isLineEnd(text.charCodeAt(end - 1))) end--;
    return { index, at: line < 0 ? 0 : Math.min(start + Math.max(0, character), end) };
  }

  const made: PiecedText = {
    length,
    pieces,
    get lineStarts() {
      lineStarts ??= lineStartsOfPieces(pieces, starts);
      return lineStarts;
    },
    whole() {
      whole ??= pieces.map(({ text }) => text).join("");
      return whole;
    },
    slice(start, end) {
      const from = Math.max(0, Math.min(start, length));
      const to = Math.max(from, Math.min(end, length));
      if (from === to) return "";
      const first = pieceAt(from);
      const { text } = pieces[first];
      const within = from - starts[first];
      if (to <= starts[first] + text.length) return text.slice(within, to - starts[first]);
      const parts = [text.slice(within)];
      for (let i = first + 1; i < pieces.length && starts[i] < to; i++) {
        const next = pieces[i].text;
        parts.push(starts[i] + next.length <= to ? next : next.slice(0, to - starts[i]));
      }
      return parts.join("");
    },
    replaced(start, end, text) {
      const [one, other] = [placeOf(start), placeOf(end)];
      const isBackwards = other.index < one.index || (other.index === one.index && other.at < one.at);
      const [first, last] = isBackwards ? [other, one] : [one, other];
      const before = pieces[first.index]?.text.slice(0, first.at) ?? "";
      const behind = pieces[last.index]?.text.slice(last.at) ?? "";
      return spliced(pieces, { from: first.index, to: last.index + 1, text: before + text + behind });
    },
    replacedBy(text) {
      let from = 0;
      let start = 0;
      while (from < pieces.length && text.startsWith(pieces[from].text, start)) start += pieces[from++].text.length;
      let to = pieces.length;
      let end = text.length;
      while (to > from && end - pieces[to - 1].text.length >= start && text.endsWith(pieces[to - 1].text, end)) {
        end -= pieces[--to].text.length;
      }
      return from === to && start === end ? made : spliced(pieces, { from, to, text: text.slice(start, end) });
    },
    sharedWith(before) {
      const others = piecesOf(before) ?? [];
      let front = 0;
      let index = 0;
      for (; index < Math.min(pieces.length, others.length) && pieces[index] === others[index]; index++) {
        front += pieces[index].text.length;
      }
      let back = 0;
      const most = Math.min(pieces.length, others.length) - index;
      for (let i = 1; i <= most && pieces[pieces.length - i] === others[others.length - i]; i++) {
        back += pieces[pieces.length - i].text.length;
      }
      return { front, back };
    },
  };
  return made;
}

/** An offset in a piece. */
interface Place {
  readonly index: number;
  readonly at: number;
}

function endOf(pieces: readonly Piece[]): Place {
  const index = Math.max(0, pieces.length - 1);
  return { index, at: pieces[index]?.text.length ?? 0 };
}

interface Splice {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** The pieces with others in place of some, and of what a line's end has grown together with. */
function spliced(pieces: readonly Piece[], { from, to, text }: Splice): PiecedText {
  let [first, behind, changed] = [from, to, text];
  const isEmpty = changed === "";
  if (first > 0 && (isEmpty || changed.charCodeAt(0) === LF || !endsLine(pieces[first - 1]))) {
    changed = pieces[--first].text + changed;
  }
  if (behind < pieces.length && (changed.charCodeAt(changed.length - 1) === CR || !isLineEnd(lastOf(changed)))) {
    changed += pieces[behind++].text;
  }
  return piecedFrom([...pieces.slice(0, first), ...cut(changed), ...pieces.slice(behind)]);
}

const LF = 10;
const CR = 13;

function isLineEnd(unit: number): boolean {
  return unit === LF || unit === CR;
}

function lastOf(text: string): number {
  return text.charCodeAt(text.length - 1);
}

function endsLine({ text }: Piece): boolean {
  return isLineEnd(lastOf(text));
}

function cut(text: string): Piece[] {
  if (text.length <= 2 * usualLength) return text === "" ? [] : [piece(text, lineStartsOf(text).length - 1)];
  const pieces: Piece[] = [];
  const lineStarts = lineStartsOf(text);
  let start = 0;
  let firstLine = 0;
  for (let line = 1; line < lineStarts.length; line++) {
    const end = lineStarts[line];
    if (end - start < usualLength || text.length - end < usualLength) continue;
    pieces.push(piece(text.slice(start, end), line - firstLine));
    start = end;
    firstLine = line;
  }
  if (start < text.length) pieces.push(piece(text.slice(start), lineStarts.length - 1 - firstLine));
  return pieces;
}

/** With a text of its own: each piece would else keep the one that it was made from. */
function piece(text: string, lineEnds: number): Piece {
  return { text: ownText(text), lineEnds };
}

function lineStartsOfPieces(pieces: readonly Piece[], starts: readonly number[]): Uint32Array {
  const all = new Uint32Array(1 + pieces.reduce((sum, { lineEnds }) => sum + lineEnds, 0));
  let count = 1;
  for (const [i, { text }] of pieces.entries()) {
    const own = lineStartsOf(text);
    for (let line = 1; line < own.length; line++) all[count++] = starts[i] + own[line];
  }
  return all;
}
