import type { Span } from "../../span.ts";
import type { Prepared, Tree } from "./blockParser.ts";

export type BlockKind =
  | "document"
  | "quote"
  | "list"
  | "item"
  | "footnote"
  | "table"
  | "row"
  | "cell"
  | "paragraph"
  | "heading"
  | "code"
  | "comment"
  | "html"
  | "rule";

/** A block of Markdown with the blocks in it. Spans are offsets into the note. */
export interface Block {
  readonly kind: BlockKind;
  readonly span: Span;
  readonly parent: Block | null;
  readonly index: number;
  readonly children: Block[];
  /** The lines of code in a code block. */
  readonly code: Span[];
  /** A footnote's label, without `[^` and `]:`; the bullet or number of a list item. Otherwise null. */
  label: Span | null;
}

export interface Blocks {
  readonly root: Block;
  /**
   * The note's text with block markup blanked (`>`, `#`, a heading's underline, a task's box): what is left in the span
   * of a paragraph, heading or cell is inline text. As long as the note.
   */
  readonly text: string;
}

const kinds: Readonly<Record<string, BlockKind>> = {
  Document: "document",
  Blockquote: "quote",
  BulletList: "list",
  OrderedList: "list",
  ListItem: "item",
  FootnoteDefinition: "footnote",
  Table: "table",
  TableHeader: "row",
  TableRow: "row",
  TableCell: "cell",
  Paragraph: "paragraph",
  Task: "paragraph",
  SetextHeading1: "heading",
  SetextHeading2: "heading",
  FencedCode: "code",
  CodeBlock: "code",
  CommentBlock: "comment",
  HTMLBlock: "html",
  ProcessingInstructionBlock: "comment",
  HorizontalRule: "rule",
};

/** Lezer's tree as plain data. */
export function readBlocks(tree: Tree, { text, start }: Prepared): Blocks {
  const root = newBlock("document", { start, end: text.length }, null);
  let block = root;
  let blanked = "";
  let from = 0;
  tree.iterate({
    enter({ name, from: nodeStart, to: nodeEnd }) {
      const kind = kindOf(name);
      const span = { start: start + nodeStart, end: start + nodeEnd };
      if (kind === "document") return;
      if (kind) {
        const child = newBlock(kind, span, block);
        block.children.push(child);
        block = child;
      } else if (name === "ListMark") {
        block.label = span;
      } else if (name === "FootnoteLabel") {
        block.label = { start: span.start + 2, end: span.end - 2 };
      } else if (name === "CodeText") {
        block.code.push(span);
      } else if (span.start >= from) {
        blanked += text.slice(from, span.start) + " ".repeat(span.end - span.start);
        from = span.end;
      }
    },
    leave({ name }) {
      if (block.parent && kindOf(name)) block = block.parent;
    },
  });
  return { root, text: blanked + text.slice(from) };
}

function kindOf(name: string): BlockKind | null {
  return kinds[name] ?? (name.startsWith("ATXHeading") ? "heading" : null);
}

function newBlock(kind: BlockKind, span: Span, parent: Block | null): Block {
  return { kind, span, parent, index: parent?.children.length ?? 0, children: [], code: [], label: null };
}

/** Every block below one, in document order. */
export function* descendants(block: Block): Generator<Block> {
  const stack = block.children.toReversed();
  for (let next = stack.pop(); next; next = stack.pop()) {
    yield next;
    for (let i = next.children.length - 1; i >= 0; i--) stack.push(next.children[i]);
  }
}
