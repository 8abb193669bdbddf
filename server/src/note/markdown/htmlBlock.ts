import type { BlockContext, Element, Line, MarkdownConfig } from "@lezer/markdown";
import { readInlineHtml } from "./html.ts";

const verbatimTag = /^<(?:script|pre|style|textarea)(?:[\s>]|$)/i;
const verbatimEnd = /<\/(?:script|pre|style|textarea)>/i;
const blockTag = new RegExp(
  `^</?(?:${`address article aside base basefont blockquote body caption center col colgroup dd details dialog dir div dl
  dt fieldset figcaption figure footer form frame frameset h1 h2 h3 h4 h5 h6 head header hr html iframe legend li link
  main menu menuitem nav noframes ol optgroup option p param search section summary table tbody td tfoot th thead title
  tr track ul`
    .split(/\s+/)
    .join("|")})(?:\\s|/?>|$)`,
  "i",
);

type Ending = RegExp | "blank line";

/** How an HTML block that starts with this text ends (CommonMark 4.6); null where none starts. */
function endingOf(text: string): Ending | null {
  if (verbatimTag.test(text)) return verbatimEnd;
  if (text.startsWith("<!--")) return /-->/;
  if (text.startsWith("<?")) return /\?>/;
  if (text.startsWith("<![CDATA[")) return /\]\]>/;
  if (/^<![A-Za-z]/.test(text)) return />/;
  if (blockTag.test(text)) return "blank line";
  const tag = readInlineHtml(text, 0, new Set());
  const isAlone = tag?.kind === "tag" && tag.name !== "" && text.slice(tag.end).trim() === "";
  return isAlone ? "blank line" : null;
}

/** Whether the line is still inside the blocks that are open. Lezer's own parsers look at the same field. */
function isInside(context: BlockContext, line: Line): boolean {
  return (line as Line & { readonly depth: number }).depth >= context.depth;
}

function parseHtmlBlock(context: BlockContext, line: Line): boolean {
  if (line.next !== 0x3c || line.indent >= line.baseIndent + 4) return false;
  const ending = endingOf(line.text.slice(line.pos));
  if (!ending) return false;
  const from = context.lineStart + line.pos;
  const marks: Element[] = [];
  let start = line.pos;
  for (;;) {
    const isLast = ending !== "blank line" && ending.test(line.text.slice(start));
    const isMore = context.nextLine();
    if (isLast || !isMore || !isInside(context, line)) break;
    if (ending === "blank line" && line.next < 0) break;
    marks.push(...line.markers);
    start = line.pos;
  }
  const name = ending !== "blank line" && ending.source === "-->" ? "CommentBlock" : "HTMLBlock";
  context.addElement(context.elt(name, from, context.prevLineEnd(), marks));
  return true;
}

/** Lezer looks for the blank line behind a block quote's `>`, and so never finds it. */
export const htmlBlocks: MarkdownConfig = { parseBlock: [{ name: "HTMLBlock", parse: parseHtmlBlock }] };
