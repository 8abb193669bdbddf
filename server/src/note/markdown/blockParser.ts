/**
 * The block structure of a note: Lezer's CommonMark blocks with tables, task lists and footnote definitions. Inline
 * Markdown is not parsed here: which brackets are links depends on definitions that may stand anywhere in the note, so
 * `inline.ts` reads each block once all of them are known. Link reference definitions are left in their paragraphs for
 * `definitions.ts`.
 */
import type { BlockContext, Line, MarkdownConfig } from "@lezer/markdown";
import { parser as commonMark, TaskList } from "@lezer/markdown";
import type { Span } from "../../span.ts";
import type { NoteText } from "../noteText.ts";
import { htmlBlocks } from "./htmlBlock.ts";
import { tables } from "./table.ts";

/** Text that Lezer can take, of the same length as the note. */
export interface Prepared {
  readonly text: string;
  /** Where the Markdown starts: behind a byte order mark and front matter. */
  readonly start: number;
  /** Lines nested so deeply that they were blanked instead of being parsed. */
  readonly tooDeep: readonly Span[];
}

/**
 * Makes every line end a `\n`, since Lezer knows no other, without moving an offset (`\r\n` becomes a space and `\n`),
 * finds the front matter, and blanks lines that no reader could follow and no parser should.
 */
export function prepare(note: string): Prepared {
  const { text, tooDeep } = prepareLines(note);
  return { text, tooDeep, start: frontMatterEnd(note) };
}

/** The same for text that is known to hold no front matter. */
export function prepareLines(text: string): Prepared {
  const lines = text.includes("\r") ? text.replace(/\r\n?/g, (end) => (end.length === 2 ? " \n" : "\n")) : text;
  const { text: kept, tooDeep } = blankDeepLines(lines);
  return { text: kept, tooDeep, start: 0 };
}

/** What Lezer's parser gives. */
export type Tree = ReturnType<typeof commonMark.parse>;

/** The tree of blocks. Its positions count from `start`. */
export function parseBlocks({ text, start }: Prepared): Tree {
  return blockParser.parse(text.slice(start));
}

/**
 * The offset behind a byte order mark and front matter: YAML between `---` lines, or TOML between `+++` lines, at the very
 * start of a note.
 */
export function frontMatterEnd(note: string): number {
  const start = note.charCodeAt(0) === 0xfeff ? 1 : 0;
  const fence = note.slice(start, start + 3);
  if ((fence !== "---" && fence !== "+++") || lineEndBehind(note, start + 3) < 0) return start;
  for (let at = note.indexOf(fence, start + 3); at >= 0; at = note.indexOf(fence, at + 1)) {
    const before = note[at - 1];
    const end = before === "\n" || before === "\r" ? lineEndBehind(note, at + 3) : -1;
    if (end >= 0) return end;
  }
  return start;
}

/** The same of a text of which no more is to be looked at than is needed. */
export function headEnd(text: NoteText): number {
  for (let length = 1024; ; length *= 2) {
    const start = text.slice(0, length);
    const end = frontMatterEnd(start);
    if (start.length === text.length || isSure(start, end)) return end;
  }
}

/** Whether what stands behind the start of a text cannot change where its front matter ends. */
function isSure(start: string, end: number): boolean {
  return end > 1 ? end < start.length : !/^\ufeff?(?:---|\+\+\+)[ \t]*(?:[\r\n]|$)/.test(start);
}

/** The offset behind the line's end, if only white space is left on the line; else -1. */
function lineEndBehind(note: string, from: number): number {
  for (let at = from; at < note.length; at++) {
    const code = note.charCodeAt(at);
    if (code === 0x0a) return at + 1;
    if (code === 0x0d) return note.charCodeAt(at + 1) === 0x0a ? at + 2 : at + 1;
    if (code !== 0x20 && code !== 0x09) return -1;
  }
  return note.length;
}

const none: readonly never[] = [];

/** Far above anything that people write; below it Lezer's cost for a nested line is small. */
const deepPrefix = /^[ \t>*+.)\d-]{500,}/gm;

function blankDeepLines(text: string): { text: string; tooDeep: readonly Span[] } {
  if (text.search(deepPrefix) < 0) return { text, tooDeep: none };
  const tooDeep: Span[] = [];
  let kept = "";
  let from = 0;
  for (const { 0: prefix, index: start } of text.matchAll(deepPrefix)) {
    const lineEnd = text.indexOf("\n", start);
    const end = lineEnd < 0 ? text.length : lineEnd;
    // A rule or a row of dashes nests nothing, and neither does white space alone.
    if (!/[ \t>]/.test(prefix) || !/[^ \t]/.test(text.slice(start, end))) continue;
    tooDeep.push({ start, end });
    kept += text.slice(from, start) + " ".repeat(end - start);
    from = end;
  }
  return { text: kept + text.slice(from), tooDeep };
}

const footnoteLabel = /^\[\^[^\s[\]]{1,200}\]:/;

function footnoteAt(line: Line): RegExpExecArray | null {
  return line.next === 0x5b && line.indent < line.baseIndent + 4 ? footnoteLabel.exec(line.text.slice(line.pos)) : null;
}

/** `[^label]: text`, with further paragraphs indented by four columns, as GitHub and Pandoc read it. */
const footnotes: MarkdownConfig = {
  defineNodes: [
    {
      name: "FootnoteDefinition",
      block: true,
      composite(_context: BlockContext, line: Line, indent: number): boolean {
        if (line.next >= 0 && line.indent < line.baseIndent + indent) return false;
        line.moveBaseColumn(line.baseIndent + indent);
        return true;
      },
    },
    "FootnoteLabel",
  ],
  parseBlock: [
    {
      name: "FootnoteDefinition",
      parse(context: BlockContext, line: Line): null | false {
        const label = footnoteAt(line);
        if (!label) return false;
        const from = context.lineStart + line.pos;
        context.startComposite("FootnoteDefinition", line.pos, 4);
        context.addElement(context.elt("FootnoteLabel", from, from + label[0].length));
        line.moveBase(line.pos + label[0].length);
        return null;
      },
      endLeaf: (_context: BlockContext, line: Line) => footnoteAt(line) !== null,
    },
  ],
};

const blockParser = commonMark.configure([tables, TaskList, footnotes, htmlBlocks, { remove: ["LinkReference"] }]);
blockParser.parseInline = () => [];
