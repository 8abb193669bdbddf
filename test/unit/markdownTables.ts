/** One row of a Markdown table: what stands in its cells, by the heads of the columns. */
export interface Row {
  readonly cells: Readonly<Record<string, string>>;
  /** The paragraph that stands in front of the table. */
  readonly introduction: string;
}

/** The rows of every table of the text. Cells hold no `|`. */
export function readTables(text: string): Row[] {
  const rows: Row[] = [];
  let introduction = "";
  for (const paragraph of text.split(/\n{2,}/)) {
    const [head = [], , ...body] = paragraph.split("\n").map(cellsOf);
    if (!paragraph.startsWith("|")) introduction = paragraph;
    else
      for (const cells of body)
        rows.push({ cells: Object.fromEntries(head.map((name, i) => [name, cells[i] ?? ""])), introduction });
  }
  return rows;
}

function cellsOf(line: string): string[] {
  return line
    .split("|")
    .slice(1, -1)
    .map((cell) => cell.trim());
}
