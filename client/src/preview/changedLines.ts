import type { NoteMarks, QuoteMark } from "../../../server/src/shell/protocol.ts";

/** 0-based lines, the end excluded; empty where lines were only taken out. */
export interface Lines {
  readonly start: number;
  readonly end: number;
}

/** Marks of an older text of a note, on its present text. */
export interface CarriedMarks extends Omit<NoteMarks, "version"> {
  /** The lines that are not what was checked; null where nothing has changed. */
  readonly changed: Lines | null;
}

/**
 * The marks of a text on a later one. What stands in lines that have changed has none until it is checked anew; what
 * stands behind them moves along. O(text).
 */
export function carryMarks({ version: _, ...marks }: NoteMarks, checked: string, present: string): CarriedMarks {
  if (checked === present) return { ...marks, changed: null };
  const before = linesOf(checked);
  const after = linesOf(present);
  const shorter = Math.min(before.length, after.length);
  let head = 0;
  while (head < shorter && before[head] === after[head]) head++;
  let tail = 0;
  while (tail < shorter - head && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail++;
  const added = after.length - before.length;
  const carry = <Placed extends Pick<QuoteMark, "range">>(placed: Placed): Placed | [] => {
    const { start, end } = placed.range;
    if (end.line < head) return placed;
    if (start.line < before.length - tail) return [];
    const range = {
      start: { ...start, line: start.line + added },
      end: { ...end, line: end.line + added },
    };
    return { ...placed, range };
  };
  return {
    quotes: marks.quotes.flatMap(carry),
    links: marks.links,
    wikilinks: marks.wikilinks.flatMap(carry),
    changed: { start: head, end: after.length - tail },
  };
}

/** Whether a block of lines is as it was checked. */
export function isUnchanged(block: Lines, changed: Lines | null): boolean {
  return changed === null || block.end <= changed.start || block.start >= changed.end;
}

function linesOf(text: string): string[] {
  return text.split(/\r\n|\n|\r/);
}
