/** What a person selected in a source, as words and lines. */

import { originalSpan, sliceReading, unitAt } from "../../note/reading.ts";
import { wholeWords } from "../../quote/text/wholeWords.ts";
import { linesOfSpan } from "../../source/lines.ts";
import type { Source } from "../../source/source.ts";
import type { LineRange, Span } from "../../span.ts";

export interface SelectedWords {
  /** As a reader of the source sees them, line ends included. Empty where the selection holds nothing but white space. */
  readonly text: string;
  /** The lines that they stand in. */
  readonly lines: LineRange;
}

/** An empty span stands for its line. Where the source has markup, what it shows is selected, and not its signs. */
export function selectedWords(source: Source, span: Span, options: { readonly wholeWords: boolean }): SelectedWords {
  const trimmed = trimmedSpan(source.text, span.end > span.start ? span : lineOf(source, span.start));
  const { reading } = source;
  const shown = reading && {
    start: unitAt(reading, trimmed.start),
    end: unitAt(reading, trimmed.end),
  };
  const isShown = shown !== null && reading !== null && reading.text.slice(shown.start, shown.end).trim() !== "";
  const text = isShown ? reading.text : source.text;
  const selected = isShown ? shown : trimmed;
  const words = trimmedSpan(text, options.wholeWords ? wholeWords(text, selected) : selected);
  const place = isShown
    ? originalSpan(sliceReading(reading, words), { start: 0, end: words.end - words.start })
    : words;
  return { text: text.slice(words.start, words.end), lines: linesOfSpan(source.lineStarts, place) };
}

function lineOf({ text, lineStarts }: Source, offset: number): Span {
  const line = linesOfSpan(lineStarts, { start: offset, end: offset }).start;
  return { start: lineStarts[line - 1], end: lineStarts[line] ?? text.length };
}

/** Without the white space at its ends, and with both halves of a character or none. */
function trimmedSpan(text: string, { start, end }: Span): Span {
  const selected = text.slice(start, end);
  const from = start + (selected.length - selected.trimStart().length);
  const to = Math.max(from, start + selected.trimEnd().length);
  return { start: isInsidePair(text, from) ? from + 1 : from, end: isInsidePair(text, to) ? to - 1 : to };
}

function isInsidePair(text: string, offset: number): boolean {
  return offset > 0 && (text.codePointAt(offset - 1) ?? 0) > 0xffff;
}
