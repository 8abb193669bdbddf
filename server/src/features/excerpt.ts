import { plural } from "../l10n.ts";
import { type LinedText, lineAt, linesOfSpan } from "../source/lines.ts";
import type { LineRange, Span } from "../span.ts";
import { visibleLines } from "../visible.ts";
import { lineSpan } from "./position.ts";

export interface ExcerptOptions {
  /** The 1-based lines to show; those past the end of the source are not there to be shown. */
  readonly lines: LineRange;
  /** Passages to mark, in document order. */
  readonly marks: readonly Span[];
  /** At most this many lines of the source are shown. */
  readonly maxLines: number;
  readonly brackets: Brackets;
}

export interface Brackets {
  readonly open: string;
  readonly close: string;
}

/** Of a line longer than this many UTF-16 units only a part is shown. Articles often have one line a paragraph. */
const maxLineLength = 640;

const bracketPairs: readonly Brackets[] = [
  { open: "⟦", close: "⟧" },
  { open: "⟪", close: "⟫" },
  { open: "⦅", close: "⦆" },
];

/** The first pair of brackets that the lines do not hold themselves, so that a mark cannot be mistaken for the text. */
export function bracketsFor(source: LinedText, lines: LineRange): Brackets {
  const first = Math.min(lines.start, source.lineStarts.length) - 1;
  const last = Math.min(lines.end, source.lineStarts.length) - 1;
  const text = source.text.slice(source.lineStarts[first], lineSpan(source, last).end);
  return bracketPairs.find(({ open, close }) => !text.includes(open) && !text.includes(close)) ?? bracketPairs[0];
}

/**
 * Lines of a source with their numbers, the marked passages in brackets, as rows of plain text. What is not shown is
 * said: lines around a window on the first mark, and the middle or the ends of long lines. Characters that cannot be
 * seen are written out.
 */
export function excerptOf(source: LinedText, options: ExcerptOptions): string[] {
  const { lines, marks } = options;
  const first = lines.start;
  const last = Math.min(lines.end, source.lineStarts.length);
  if (last < first) return [];
  const window = windowOf(source, { start: first, end: last }, marks[0], Math.max(1, options.maxLines));
  const width = String(window.end).length;
  const rows: string[] = [];
  if (window.start > first) rows.push(hiddenRow(width, window.start - first));
  for (let line = window.start; line <= window.end; line++) {
    rows.push(`${String(line).padStart(width)} │ ${rowText(source, line - 1, options)}`.trimEnd());
  }
  if (window.end < last) rows.push(hiddenRow(width, last - window.end));
  return rows;
}

function hiddenRow(width: number, count: number): string {
  return `${" ".repeat(width)} ⟨${plural(count, "… {0} more line", "… {0} more lines")}⟩`;
}

/** At most `maxLines` of the lines, around the middle of the mark; from its first line where it is longer. */
function windowOf(source: LinedText, lines: LineRange, mark: Span | undefined, maxLines: number): LineRange {
  if (lines.end - lines.start < maxLines) return lines;
  let start = lines.start;
  if (mark !== undefined) {
    const { start: from, end: to } = linesOfSpan(source.lineStarts, mark);
    start = Math.min(from, Math.ceil((from + to - maxLines) / 2));
    if (to - from >= maxLines) start = from;
  }
  start = Math.max(lines.start, Math.min(start, lines.end - maxLines + 1));
  return { start, end: start + maxLines - 1 };
}

function rowText(source: LinedText, line: number, { marks, brackets }: ExcerptOptions): string {
  const whole = lineSpan(source, line);
  const inserted: { readonly at: number; readonly text: string }[] = [];
  for (const mark of marks) {
    if (mark.end <= mark.start) continue;
    if (lineAt(source.lineStarts, mark.start) === line)
      inserted.push({ at: Math.min(mark.start, whole.end), text: brackets.open });
    if (lineAt(source.lineStarts, mark.end - 1) === line)
      inserted.push({ at: Math.min(mark.end, whole.end), text: brackets.close });
  }
  const marked = marks.find((mark) => mark.start < whole.end && mark.end > whole.start);
  let text = "";
  let at = whole.start;
  for (const kept of keptParts(source.text, whole, marked)) {
    if (kept.start > at) text += cut(kept.start - at);
    at = kept.start;
    for (const { at: place, text: bracket } of inserted) {
      if (place < kept.start || place > kept.end) continue;
      text += visibleLines(source.text.slice(at, place)) + bracket;
      at = place;
    }
    text += visibleLines(source.text.slice(at, kept.end));
    at = kept.end;
  }
  return at < whole.end ? text + cut(whole.end - at) : text;
}

function cut(count: number): string {
  return `⟨${plural(count, "… {0} character", "… {0} characters")}⟩`;
}

/** The parts of a line that are shown: all of a short one, else what is around the mark, or both ends of a long mark. */
function keptParts(text: string, line: Span, mark: Span | undefined): Span[] {
  if (line.end - line.start <= maxLineLength) return [line];
  const focus = {
    start: Math.max(line.start, mark?.start ?? line.start),
    end: Math.min(line.end, mark?.end ?? line.start),
  };
  const room = maxLineLength - (focus.end - focus.start);
  if (room >= 0) {
    const start = Math.max(line.start, Math.min(focus.start - (room >> 1), line.end - maxLineLength));
    return [whole(text, { start, end: start + maxLineLength })];
  }
  const half = maxLineLength >> 1;
  const context = maxLineLength >> 3;
  return [
    whole(text, { start: Math.max(line.start, focus.start - context), end: focus.start + half - context }),
    whole(text, { start: focus.end - half + context, end: Math.min(line.end, focus.end + context) }),
  ];
}

/** The span without halves of surrogate pairs at its ends. */
function whole(text: string, { start, end }: Span): Span {
  const low = (at: number) => (text.charCodeAt(at) & 0xfc00) === 0xdc00;
  const high = (at: number) => (text.charCodeAt(at) & 0xfc00) === 0xd800;
  const splits = (at: number) => at > 0 && high(at - 1) && low(at);
  return { start: splits(start) ? start + 1 : start, end: splits(end) ? end - 1 : end };
}
