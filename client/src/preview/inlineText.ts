import type { Lines } from "./changedLines.ts";
import type { Token } from "./markdownIt.ts";

/** A block's text, and where each part of it comes from. */
export interface InlineText {
  /** What markdown-it fills with the tokens of this text, and thereby its name. */
  readonly children: Token[];
  readonly length: number;
  readonly lines: Lines;
  readonly stretches: readonly Stretch[];
}

/** Columns of one line of the source, which stand one after the other in a block's text. */
export interface Stretch {
  readonly line: number;
  readonly from: number;
  readonly to: number;
  /** The offset of `from` in the block's text. */
  readonly offset: number;
}

/**
 * The texts of all blocks, in document order. One whose lines cannot be told from the source, as another plugin may
 * have made it, is left out. `lines` are those of the source. O(source).
 */
export function inlineTexts(tokens: readonly Token[], lines: readonly string[]): InlineText[] {
  const texts: InlineText[] = [];
  let row: { readonly line: number; reached: number } | null = null;
  for (const { type, map, content, children } of tokens) {
    if (type === "tr_open") row = map === null ? null : { line: map[0], reached: 0 };
    if (type === "tr_close") row = null;
    if (type !== "inline" || children === null) continue;
    const block = map === null ? row && { start: row.line, end: row.line + 1 } : { start: map[0], end: map[1] };
    if (block === null) continue;
    const stretches =
      map === null && row !== null ? cellStretches(content, row, lines) : stretchesOf(content, block, lines);
    if (stretches !== null) texts.push({ children, length: content.length, lines: block, stretches });
  }
  return texts;
}

/** A block's text is its lines without what marks them as a list's or a block quote's, a heading's line without its `#`. */
function stretchesOf(content: string, block: Lines, lines: readonly string[]): Stretch[] | null {
  const rows = content.split("\n");
  if (rows.length !== block.end - block.start) return null;
  const stretches: Stretch[] = [];
  let offset = 0;
  for (const [index, row] of rows.entries()) {
    const line = block.start + index;
    const text = row.trim();
    const to = endIn(lines[line] ?? "", text);
    if (to === null) return null;
    stretches.push({ line, from: to - text.length, to, offset: offset + row.length - row.trimStart().length });
    offset += row.length + 1;
  }
  return stretches;
}

/** Where the text ends with which a line ends, but for blanks and a heading's closing `#`. O(line), as no search would be. */
function endIn(line: string, text: string): number | null {
  const trimmed = line.trimEnd();
  if (trimmed.endsWith(text)) return trimmed.length;
  let end = trimmed.length;
  while (trimmed[end - 1] === "#") end--;
  const unclosed = trimmed.slice(0, end).trimEnd();
  return unclosed.endsWith(text) ? unclosed.length : null;
}

/** markdown-it gives a cell no lines of its own, and takes the backslash from `\|`. */
function cellStretches(
  content: string,
  row: { readonly line: number; reached: number },
  lines: readonly string[],
): Stretch[] | null {
  const source = lines[row.line] ?? "";
  const written = content.replaceAll("|", "\\|");
  const from = source.indexOf(written, row.reached);
  if (from < 0) return null;
  const end = source.indexOf("|", from + written.length);
  row.reached = end < 0 ? source.length : end + 1;
  const stretches: Stretch[] = [];
  let column = from;
  let offset = 0;
  for (const part of content.split(/(?=\|)/)) {
    if (part.startsWith("|")) column++;
    stretches.push({ line: row.line, from: column, to: column + part.length, offset });
    column += part.length;
    offset += part.length;
  }
  return stretches;
}
