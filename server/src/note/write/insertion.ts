import type { Span } from "../../span.ts";
import { parseBlocks, prepare } from "../markdown/blockParser.ts";
import type { Block, BlockKind } from "../markdown/blocks.ts";
import { descendants, readBlocks } from "../markdown/blocks.ts";
import { type InlineSurroundings, inlineSurroundings } from "./inlineSurroundings.ts";

/** What can be written at a place of a note. */
export interface Insertion extends InlineSurroundings {
  /** Only one line can stand here: a cell of a table, or a heading. */
  readonly oneLine: "cell" | "heading" | null;
  /** What a line that follows in the same list item, footnote or block quote has to begin with. */
  readonly prefix: string;
  /** What has to be written first: the space behind the mark of a list or a heading that has none. */
  readonly lead: "" | " ";
  /** Whether the place is in a block quote, and if so, whether that holds no words yet. */
  readonly quote: "none" | "empty" | "filled";
  /** The line's text in front of the place, without the prefix, and behind it. */
  readonly before: string;
  readonly behind: string;
  /** The lines above and below, without their prefix; empty where there is none. */
  readonly above: string;
  readonly below: string;
}

const container = /^(?:[ \t]*(?:>|(?:[-+*]|\d{1,9}[.)])(?=[ \t]|$)|\[\^[^\s[\]]+\]:))*[ \t]*/;
const footnoteMark = /\[\^[^\s[\]]+\]:[ \t]*/g;

const lineEnd = /\r\n?|\n/;

/** The place at an offset of a note's text, as it is before anything is written there. Linear in the text. */
export function insertionAt(text: string, offset: number): Insertion {
  const prepared = prepare(text);
  const blocks = readBlocks(parseBlocks(prepared), prepared);
  const around = [...descendants(blocks.root)].filter(({ span }) => holds(span, offset));
  const has = (...kinds: BlockKind[]) => around.some(({ kind }) => kinds.includes(kind));

  const lines = text.slice(0, offset).split(lineEnd);
  const [behind = "", below = ""] = text.slice(offset).split(lineEnd, 2);
  const line = lines[lines.length - 1];
  const marker = container.exec(line)?.[0] ?? "";
  const before = line.slice(marker.length);
  const lead = (before === "" && /[-+*.):]$/.test(marker)) || /^#{1,6}$/.test(before) ? " " : "";
  const quote = around.findLast(({ kind }) => kind === "quote");
  return {
    ...inlineSurroundings(blocks, text, offset),
    oneLine: has("row", "cell") ? "cell" : has("heading") ? "heading" : null,
    prefix: (marker + (before === "" ? lead : "")).replace(footnoteMark, "    ").replace(/[^>\t]/g, " "),
    lead,
    quote: !marker.includes(">") ? "none" : quote && holdsWords(quote, text) ? "filled" : "empty",
    before,
    behind,
    above: content(lines[lines.length - 2] ?? ""),
    below: content(below),
  };
}

function holds({ start, end }: Span, offset: number): boolean {
  return start <= offset && offset <= end;
}

function holdsWords({ span }: Block, text: string): boolean {
  return /[^\s>]/.test(text.slice(span.start, span.end));
}

function content(line: string): string {
  return line.replace(container, "").trim();
}
