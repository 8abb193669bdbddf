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
  /** The bullet or number of a list item, with the space behind it; empty where there is none. */
  readonly bullet: string;
  /** Where the running text begins. */
  readonly contentStart: number;
  readonly isBlank: boolean;
}

export function noteLine(note: LinedText, number: number): NoteLine {
  const start = note.lineStarts[number];
  const end = endOfLine(note, number);
  const line = note.text.slice(start, end);
  const [, prefix, bullet] = /^((?:[ \t]*>)*[ \t]*)((?:(?:[-+*]|\d{1,9}[.)])[ \t]+)*)/.exec(line)!;
  const contentStart = start + prefix.length + bullet.length;
  return { number, start, end, prefix, bullet, contentStart, isBlank: contentStart >= end };
}

export function noteLineAt(note: LinedText, offset: number): NoteLine {
  return noteLine(note, lineAt(note.lineStarts, offset));
}

/** The first line of the paragraph, or of the table or heading, that an offset is in. */
export function firstLineOfBlock(note: LinedText, offset: number): NoteLine {
  let line = noteLineAt(note, offset);
  while (line.number > 0 && line.bullet === "") {
    const above = noteLine(note, line.number - 1);
    const isHeading = /^#{1,6}\s/.test(note.text.slice(above.contentStart, above.end));
    if (above.isBlank || isHeading || depthOf(above) !== depthOf(line)) break;
    line = above;
  }
  return line;
}

function depthOf({ prefix }: NoteLine): number {
  return prefix.replace(/[^>]/g, "").length;
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
