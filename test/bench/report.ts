/** How a figure stands to its bar. A miss by less than {@link margin} may be noise: it is told, and fails nothing. */
export type Answer = "met" | "close" | "missed";

const margin = 1.2;

export function atLeast(value: number, bar: number): Answer {
  if (value >= bar) return "met";
  return value * margin >= bar ? "close" : "missed";
}

export function atMost(value: number, bar: number): Answer {
  if (value <= bar) return "met";
  return value <= bar * margin ? "close" : "missed";
}

/** What a part of the bench has to say. */
export interface Report {
  readonly text: string;
  readonly answers: readonly Answer[];
}

/** A table without its figures: what docs/performance.md has to show of it, whatever was measured. */
export interface Frame {
  readonly title: string;
  /** Of the columns: what the row is about, the figures, the bar, and how they stand to it. */
  readonly head: readonly string[];
  readonly rows: readonly { readonly what: string; readonly bar: string }[];
}

/** The figures of a row, and how they stand to its bar. */
export interface FrameRow {
  readonly figures: readonly string[];
  readonly answer: Answer | "";
}

export function filled({ head, rows }: Frame, figures: readonly FrameRow[]): string {
  return table(
    head,
    rows.map(({ what, bar }, i) => [what, ...figures[i].figures, bar, figures[i].answer]),
  );
}

/** A table of text: the first column to the left, all others to the right. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((title, column) => Math.max(title.length, ...rows.map((row) => row[column].length)));
  const line = (row: readonly string[]) =>
    row
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[0]) : cell.padStart(widths[column])))
      .join("  ")
      .trimEnd();
  return [line(head), line(widths.map((width) => "-".repeat(width))), ...rows.map(line)].join("\n");
}

/** Milliseconds with three digits that matter. */
export function ms(value: number): string {
  return value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(value >= 1 ? 2 : 3);
}

export function times(ratio: number): string {
  return `×${ratio >= 10 ? ratio.toFixed(0) : ratio.toFixed(ratio < 3 ? 2 : 1)}`;
}
