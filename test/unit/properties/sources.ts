import fc from "fast-check";
import type { LineRange, Span } from "../../../server/src/span.ts";
import * as words from "./words.ts";

/** A stretch of a source, from a word to a word. */
export interface Copy {
  readonly source: string;
  readonly span: Span;
  readonly text: string;
  /** The lines that it is from. */
  readonly lines: LineRange;
}

const word = fc.oneof(
  { weight: 12, arbitrary: fc.constantFrom(...words.plainWords) },
  { weight: 2, arbitrary: fc.constantFrom(...words.latinWords) },
  { weight: 3, arbitrary: fc.constantFrom(...words.otherScripts) },
  { weight: 2, arbitrary: fc.constantFrom(...words.numbers) },
  { weight: 2, arbitrary: fc.constantFrom(...words.signs) },
  { weight: 2, arbitrary: fc.constantFrom(...words.markedWords) },
  { weight: 1, arbitrary: fc.constantFrom(...words.ownMarks) },
  { weight: 1, arbitrary: fc.constantFrom(...words.hiddenWords) },
);

function mostly<Value>(usual: Value, others: readonly Value[], weight = 6): fc.Arbitrary<Value> {
  return fc.oneof({ weight, arbitrary: fc.constant(usual) }, { weight: 1, arbitrary: fc.constantFrom(...others) });
}

/** Something that is copied whole, and the white space behind it. */
const piece = fc
  .tuple(mostly("", words.openings), word, mostly("", words.closings, 4), mostly(" ", words.spaces, 10))
  // Chinese, say, has no spaces.
  .map(([open, middle, close, space]) => [
    open,
    middle,
    close,
    /[\p{sc=Han}\p{sc=Katakana}]$/u.test(middle + close) ? "" : space,
  ])
  .map(([open, middle, close, space]) => ({ text: open + middle + close, space }));

const lineEnd = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom("\n", "\r\n", "\r") },
  { weight: 1, arbitrary: fc.constantFrom("\n\n", "\r\n\r\n", "\r\r", "\n\n\n", "\n \n", "\r\n\t\r\n") },
);

const line = fc.record({
  start: mostly("", words.lineStarts, 4),
  pieces: fc.array(piece, { minLength: 1, maxLength: 14 }),
  ending: mostly("", words.lineEndings, 3),
  end: lineEnd,
});

const lines = fc.array(line, { minLength: 1, maxLength: 6 });

/** A source, and what of it is copied whole: words with their marks, and lines. */
export interface Text {
  readonly text: string;
  readonly pieces: readonly Span[];
  readonly lines: readonly Span[];
}

/** Text of any kind. */
export const anyText: fc.Arbitrary<Text> = fc.record({ lines, lastEnd: fc.boolean() }).map(({ lines, lastEnd }) => {
  let text = "";
  const pieces: Span[] = [];
  const spans: Span[] = [];
  for (const [index, { start, pieces: own, ending, end }] of lines.entries()) {
    const lineStart = text.length;
    text += start;
    for (const [i, { text: piece, space }] of own.entries()) {
      const isLast = i === own.length - 1;
      const pieceStart = text.length;
      text += piece + (isLast ? ending : "");
      pieces.push({ start: pieceStart, end: text.length });
      if (!isLast) text += space;
    }
    spans.push({ start: lineStart, end: text.length });
    if (index < lines.length - 1 || lastEnd) text += end;
  }
  return { text, pieces, lines: spans };
});

/** Whole lines of a text, or from a word in one to a word in another. */
export const anyCopy: fc.Arbitrary<Copy> = fc
  .record({ text: anyText, whole: fc.boolean(), from: fc.nat(100), to: fc.nat(100) })
  .map(({ text, whole, from, to }) => copyFrom(text.text, whole ? text.lines : text.pieces, from, to));

/** From one of the spans to the same or a later one. */
export function copyFrom(source: string, spans: readonly Span[], from: number, to: number): Copy {
  const first = from % spans.length;
  const last = first + (to % (spans.length - first));
  return copyOf(source, { start: spans[first].start, end: spans[last].end });
}

export function copyOf(source: string, span: Span): Copy {
  const text = source.slice(span.start, span.end);
  const start = lineNumber(source, span.start);
  return { source, span, text, lines: { start, end: start + countLineEnds(text.trimEnd()) } };
}

function lineNumber(text: string, offset: number): number {
  return 1 + countLineEnds(text.slice(0, offset));
}

function countLineEnds(text: string): number {
  return text.match(/\r\n?|\n/g)?.length ?? 0;
}
