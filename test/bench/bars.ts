/** How a measured figure stands to its bar. A miss by less than the margin is told, and fails nothing: it may be noise. */
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

/** A table of text: the first column to the left, numbers to the right. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((title, column) => Math.max(title.length, ...rows.map((row) => row[column].length)));
  const line = (row: readonly string[]) =>
    row
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[0]) : cell.padStart(widths[column])))
      .join("  ")
      .trimEnd();
  return [line(head), line(widths.map((width) => "-".repeat(width))), ...rows.map(line)].join("\n");
}

/** A time in milliseconds with three digits that matter. */
export function ms(value: number): string {
  return value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(value >= 1 ? 2 : 3);
}
