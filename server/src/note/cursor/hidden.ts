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
  opener.lastIndex = front;
  for (let match = opener.exec(text); match !== null && match.index < before; match = opener.exec(text)) {
    // A long line is not looked through again and again for where it starts.
    const near = text.slice(Math.max(0, match.index - longestPrefix), match.index);
    const prefix = near.slice(near.lastIndexOf("\n") + 1);
    if (prefix.length === longestPrefix || !containers.test(prefix)) continue;
    const end = endOfBlock(text, match);
    if (end < 0) continue;
    found.push({ start: match.index - prefix.length, end });
    opener.lastIndex = end;
  }
  return found;
}

/** Behind the block's last line; -1 where the match opens none. */
function endOfBlock(text: string, match: RegExpExecArray): number {
  const [mark, tag] = match;
  const from = match.index + mark.length;
  if (mark === "<!--") return behindLine(text, text.indexOf("-->", from));
  if (tag !== undefined) return behindLine(text, closingLine(text, from, endTag, tag.toLowerCase()));
  const info = text.slice(from, endOfLine(text, from));
  if (mark[0] === "`" && info.includes("`")) return -1;
  return behindLine(text, closingLine(text, from, endFence, mark));
}

const endTag = /<\/(pre|script|style|textarea)/gi;
const endFence = /^[ \t>]*(`{3,}|~{3,})[ \t]*\r?$/gm;
const endFrontMatter = /^(---|\+\+\+)[ \t]*\r?$/gm;

/** Where the first match from an offset begins whose mark begins with this one; -1 where there is none. */
function closingLine(text: string, from: number, expression: RegExp, mark: string): number {
  expression.lastIndex = from;
  for (let match = expression.exec(text); match !== null; match = expression.exec(text)) {
    if (match[1].toLowerCase().startsWith(mark)) return match.index;
  }
  return -1;
}

/** YAML between `---` lines, or TOML between `+++` lines, at the very start. */
function frontMatter(text: string): number {
  const fence = /^\ufeff?(---|\+\+\+)[ \t]*\r?\n/.exec(text);
  if (fence === null) return 0;
  const end = closingLine(text, fence[0].length, endFrontMatter, fence[1]);
  return end < 0 ? 0 : behindLine(text, end);
}

/** Where the line behind that of an offset begins; the text's end where the offset is -1. */
function behindLine(text: string, offset: number): number {
  return offset < 0 ? text.length : Math.min(text.length, endOfLine(text, offset) + 1);
}

export function startOfLine(text: string, offset: number): number {
  // Nothing is in front of the first line; from -1 `lastIndexOf` would look at the first character.
  return offset <= 0 ? 0 : text.lastIndexOf("\n", offset - 1) + 1;
}

export function endOfLine(text: string, offset: number): number {
  const end = text.indexOf("\n", offset);
  return end < 0 ? text.length : end;
}
