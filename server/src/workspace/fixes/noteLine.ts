import { endOfLine, type LinedText, lineAt } from "../../source/lines.ts";

/** A line of a note, told apart into what its blocks are marked with and the rest. */
export interface NoteLine {
  /** 0-based. */
  readonly number: number;
  readonly start: number;
  /** Without the line end. */
  readonly end: number;
  /** Marks of block quotes and indentation. */
  readonly prefix: string;
  /** Bullets or numbers of list items, with the space and the marks of block quotes behind them; empty where there is none. */
  readonly bullet: string;
  /** Where the running text begins. */
  readonly contentStart: number;
  readonly isBlank: boolean;
}

export function noteLine(note: LinedText, number: number): NoteLine {
  const start = note.lineStarts[number];
  const end = endOfLine(note, number);
  const line = note.text.slice(start, end);
  const [, prefix, bullet] = /^((?:[ \t]*>)*[ \t]*)((?:(?:[-+*]|\d{1,9}[.)])[ \t]+(?:>[ \t]*)*)*)/.exec(line)!;
  const contentStart = start + prefix.length + bullet.length;
  return { number, start, end, prefix, bullet, contentStart, isBlank: contentStart >= end };
}

export function noteLineAt(note: LinedText, offset: number): NoteLine {
  return noteLine(note, lineAt(note.lineStarts, offset));
}

/** The first line of the paragraph, or of the table or heading, that an offset is in; the title of a callout is none of it. */
export function firstLineOfBlock(note: LinedText, offset: number): NoteLine {
  let line = noteLineAt(note, offset);
  while (line.number > 0 && line.bullet === "") {
    const above = noteLine(note, line.number - 1);
    const isOther = above.isBlank || isNoParagraph(note, above) || isCalloutTitle(note, above);
    if (isOther || depthOf(above) !== depthOf(line)) break;
    line = above;
  }
  return line;
}

/** The line with a callout's kind and title, such as `> [!NOTE]`, if it is right above; else null. */
export function calloutTitleAbove(note: LinedText, line: NoteLine): NoteLine | null {
  const above = line.number === 0 || line.bullet !== "" ? null : noteLine(note, line.number - 1);
  return above !== null && isCalloutTitle(note, above) && depthOf(above) === depthOf(line) ? above : null;
}

function isCalloutTitle({ text }: LinedText, { contentStart, end }: NoteLine): boolean {
  return /^\[![\w-]+\]/.test(text.slice(contentStart, end));
}

/** Headings and the lines under them, breaks, fences of code and front matter, and comments: none goes on below. */
function isNoParagraph({ text }: LinedText, { start, prefix, end }: NoteLine): boolean {
  const line = text.slice(start + prefix.length, end).trimEnd();
  return /^(?:#{1,6}(?:\s|$)|={2,}$|(?:[-*_][ \t]*){3,}$|`{3}|~{3}|<!--.*-->$)/.test(line);
}

function depthOf({ prefix, bullet }: NoteLine): number {
  return (prefix + bullet).replace(/[^>]/g, "").length;
}

/** What a line below needs in front to be in the same blocks as what stands behind these marks. */
export function continued(marks: string): string {
  return marks.replace(/[^\s>]/g, " ");
}

/** How lines end where the note has a line end, else `\n`. */
export function lineEndOf({ text, lineStarts }: LinedText): string {
  if (lineStarts.length < 2) return "\n";
  const next = lineStarts[1];
  return text[next - 1] === "\r" ? "\r" : text[next - 2] === "\r" ? "\r\n" : "\n";
}

/** In front of the brackets and marks of emphasis that stand right in front of an offset. */
export function beforeMarks(note: LinedText, offset: number): number {
  const { contentStart } = noteLineAt(note, offset);
  let at = offset;
  while (at > contentStart && /[([{*_~]/.test(note.text[at - 1])) at--;
  return at;
}
