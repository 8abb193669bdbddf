import type { BlockContext, Element, LeafBlock, LeafBlockParser, Line, MarkdownConfig } from "@lezer/markdown";
import type { Span } from "../../span.ts";

/** The cells of a row without white space at their edges; an escaped bar separates nothing. */
function splitRow(row: string): Span[] {
  const cells: Span[] = [];
  let start = 0;
  for (let at = 0; at <= row.length; at++) {
    if (at < row.length && row[at] !== "|") {
      if (row[at] === "\\") at++;
      continue;
    }
    const cell = row.slice(start, at);
    const from = start + (cell.length - cell.trimStart().length);
    const isEdge = cell.trim() === "" && (start === 0 || at >= row.length);
    if (!isEdge) cells.push({ start: Math.min(from, at), end: Math.max(from, start + cell.trimEnd().length) });
    start = at + 1;
  }
  return cells;
}

/** How many columns a delimiter row such as `|---|:-:|` has; 0 where it is none. */
function delimiterColumns(row: string): number {
  if (!row.includes("|") || !/^[|:\- \t]+$/.test(row)) return 0;
  const cells = splitRow(row);
  return cells.every(({ start, end }) => /^:?-+:?$/.test(row.slice(start, end))) ? cells.length : 0;
}

function rowElement(context: BlockContext, name: string, row: string, from: number): Element {
  const cells = splitRow(row).map(({ start, end }) => context.elt("TableCell", from + start, from + end));
  return context.elt(name, from, from + row.length, cells);
}

const tableParsers = new WeakSet<LeafBlockParser>();

/** Takes a paragraph over where its second line is a delimiter row for the first. */
function tableParser(): LeafBlockParser {
  let rows: Element[] | "none" | null = null;
  const parser: LeafBlockParser = {
    nextLine(context: BlockContext, line: Line, leaf: LeafBlock): boolean {
      const row = line.text.slice(line.pos);
      if (rows === null) {
        const columns = delimiterColumns(row);
        const isTable = columns > 0 && columns === splitRow(leaf.content).length;
        rows = isTable ? [rowElement(context, "TableHeader", leaf.content, leaf.start)] : "none";
      } else if (rows !== "none") {
        rows.push(rowElement(context, "TableRow", row, context.lineStart + line.pos));
      }
      return false;
    },
    finish(context: BlockContext, leaf: LeafBlock): boolean {
      if (rows === null || rows === "none") return false;
      context.addLeafElement(leaf, context.elt("Table", leaf.start, leaf.start + leaf.content.length, rows));
      return true;
    },
  };
  tableParsers.add(parser);
  return parser;
}

/** A header row ends the paragraph before it. */
function startsTable(context: BlockContext, line: Line, leaf: LeafBlock): boolean {
  if (!line.text.includes("|") || leaf.parsers.some((parser) => tableParsers.has(parser))) return false;
  const columns = delimiterColumns(context.peekLine().replace(/^[>\s]+/, ""));
  return columns > 0 && columns === splitRow(line.text.slice(line.pos)).length;
}

/**
 * Tables of GitHub Flavored Markdown. Lezer's own do not know a delimiter row with white space at its end, which every
 * row has where lines end in `\r\n`, and take quadratic time for some lines.
 */
export const tables: MarkdownConfig = {
  defineNodes: [{ name: "Table", block: true }, "TableHeader", "TableRow", "TableCell"],
  parseBlock: [
    {
      name: "Table",
      leaf: (_context, leaf) => (leaf.content.includes("|") ? tableParser() : null),
      endLeaf: startsTable,
      before: "SetextHeading",
    },
  ],
};
