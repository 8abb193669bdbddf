import { parseBlocks, prepare } from "../markdown/blockParser.ts";
import type { Block, BlockKind } from "../markdown/blocks.ts";
import { descendants, readBlocks } from "../markdown/blocks.ts";

/** What can be written at a place of a note. */
export interface Insertion {
  /** Where nothing is read as a citation: code, comments, HTML and front matter. */
  readonly inert: boolean;
  /** Only one line can stand here: a cell of a table, or a heading. */
  readonly oneLine: "cell" | "heading" | null;
  /** What a line that follows in the same list item or block quote has to begin with. */
  readonly prefix: string;
  /** Whether the place is in a block quote, and if so, whether that holds no words yet. */
  readonly quote: "none" | "empty" | "filled";
  /** The line's text in front of the place, without the prefix, and behind it. */
  readonly before: string;
  readonly behind: string;
  /** The lines above and below, without their prefix; empty where there is none. */
  readonly above: string;
  readonly below: string;
}

const container = /^(?:[ \t]*(?:>|(?:[-+*]|\d{1,9}[.)])(?=[ \t]|$)))*[ \t]*/;

const lineEnd = /\r\n?|\n/;

/** The place at an offset of a note's text, as it is before anything is written there. Linear in the text. */
export function insertionAt(text: string, offset: number): Insertion {
  const prepared = prepare(text);
  const { root } = readBlocks(parseBlocks(prepared), prepared);
  const around = [...descendants(root)].filter(({ span }) => span.start <= offset && offset <= span.end);
  const has = (...kinds: BlockKind[]) => around.some(({ kind }) => kinds.includes(kind));

  const lines = text.slice(0, offset).split(lineEnd);
  const [behind = "", below = ""] = text.slice(offset).split(lineEnd, 2);
  const before = lines[lines.length - 1];
  const marker = container.exec(before)?.[0] ?? "";
  const quote = around.findLast(({ kind }) => kind === "quote");
  return {
    inert: offset < prepared.start || has("code", "html", "comment"),
    oneLine: has("row", "cell") ? "cell" : has("heading") ? "heading" : null,
    prefix: marker.replace(/[^>\t]/g, " "),
    quote: !marker.includes(">") ? "none" : quote && holdsWords(quote, text) ? "filled" : "empty",
    before: before.slice(marker.length),
    behind,
    above: content(lines[lines.length - 2] ?? ""),
    below: content(below),
  };
}

function holdsWords({ span }: Block, text: string): boolean {
  return /[^\s>]/.test(text.slice(span.start, span.end));
}

function content(line: string): string {
  return line.replace(container, "").trim();
}
