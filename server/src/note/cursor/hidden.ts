import type { Span } from "../../span.ts";

/** A line that opens a code block or a block of HTML that blank lines do not end; or the beginning of a comment. */
const opener = /`{3,}|~{3,}|<!--|<(pre|script|style|textarea)(?=[\s>])/gi;
/** What may stand on a line in front of a block: marks of quotes, lists and footnotes. */
const containers = /^(?:[ \t>]|[-*+][ \t]|\d{1,9}[.)][ \t]|\[\^[^\s[\]]{1,200}\]:)*$/;

/** Nobody nests a block behind more. */
const longestPrefix = 200;

/**
 * The code blocks, comments and such that begin in front of an offset, and may have blank lines in them: in document
 * order, with all their lines. One look at the text, without parsing it: a megabyte takes a few milliseconds.
 */
export function hiddenBlocks(text: string, before: number): Span[] {
  const found: Span[] = [];
  const front = frontMatter(text);
  if (front > 0) found.push({ start: 0, end: front });
  const search = new RegExp(opener);
  search.lastIndex = front;
  for (let match = search.exec(text); match !== null && match.index < before; match = search.exec(text)) {
    // A long line is not looked through again and again for where it starts.
    const near = text.slice(Math.max(0, match.index - longestPrefix), match.index);
    const prefix = near.slice(near.lastIndexOf("\n") + 1);
    if (prefix.length === longestPrefix || !containers.test(prefix)) continue;
    const end = endOfBlock(text, match);
    if (end < 0) continue;
    found.push({ start: match.index - prefix.length, end });
    search.lastIndex = end;
  }
  return found;
}

/** Behind the block's last line; -1 where the match opens none. */
function endOfBlock(text: string, match: RegExpExecArray): number {
  const [mark, tag] = match;
  const from = match.index + mark.length;
  if (mark === "<!--") return behindLine(text, text.indexOf("-->", from));
  if (tag !== undefined) return behindLine(text, searchFrom(text, new RegExp(`</${tag}`, "gi"), from));
  const info = text.slice(from, endOfLine(text, from));
  if (mark[0] === "`" && info.includes("`")) return -1;
  const closing = new RegExp(`^[ \\t>]*${mark[0]}{${mark.length},}[ \\t]*\\r?$`, "gm");
  return behindLine(text, searchFrom(text, closing, from));
}

function searchFrom(text: string, expression: RegExp, from: number): number {
  expression.lastIndex = from;
  return expression.exec(text)?.index ?? -1;
}

/** YAML between `---` lines, or TOML between `+++` lines, at the very start. */
function frontMatter(text: string): number {
  const fence = /^\ufeff?(---|\+\+\+)[ \t]*\r?\n/.exec(text);
  if (fence === null) return 0;
  const closing = new RegExp(`^${fence[1].replaceAll("+", "\\+")}[ \\t]*\\r?$`, "gm");
  const end = searchFrom(text, closing, fence[0].length);
  return end < 0 ? 0 : behindLine(text, end);
}

/** Where the line behind that of an offset begins; the text's end where the offset is -1. */
function behindLine(text: string, offset: number): number {
  return offset < 0 ? text.length : Math.min(text.length, endOfLine(text, offset) + 1);
}

export function startOfLine(text: string, offset: number): number {
  return text.lastIndexOf("\n", offset - 1) + 1;
}

export function endOfLine(text: string, offset: number): number {
  const end = text.indexOf("\n", offset);
  return end < 0 ? text.length : end;
}
