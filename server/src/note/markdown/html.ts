import { skipSpace } from "./linkTail.ts";

/** Inline HTML, or an autolink, that starts at a `<`. */
export interface InlineHtml {
  readonly kind: "tag" | "comment" | "autolink";
  readonly end: number;
  /** Lower case; of a tag only. */
  readonly name: string;
}

/** Endings (`-->` and the like) that the text has no more of: looked for once, so that hostile text stays linear. */
export type MissingEndings = Set<string>;

const autolink = /<(?:[A-Za-z][A-Za-z\d+.-]{1,31}:[^\s<>]*|[\w.!#$%&'*+/=?^`{|}~-]{1,64}@[\w.-]{1,255})>/y;

/** Reads the autolink, tag, comment, declaration or processing instruction at `at` (CommonMark 6.5 and 6.6). */
export function readInlineHtml(text: string, at: number, missing: MissingEndings): InlineHtml | null {
  if (text.startsWith("<!--", at)) {
    const short = text.startsWith(">", at + 4) ? 1 : text.startsWith("->", at + 4) ? 2 : 0;
    const end = short > 0 ? at + 4 + short : endBehind(text, "-->", at + 4, missing);
    return end < 0 ? null : { kind: "comment", end, name: "" };
  }
  const special = text.startsWith("<?", at)
    ? "?>"
    : text.startsWith("<![CDATA[", at)
      ? "]]>"
      : text.startsWith("<!", at) && /[A-Za-z]/.test(text[at + 2] ?? "")
        ? ">"
        : null;
  if (special) {
    const end = endBehind(text, special, at + 2, missing);
    return end < 0 ? null : { kind: "tag", end, name: "" };
  }
  autolink.lastIndex = at;
  if (autolink.test(text)) return { kind: "autolink", end: autolink.lastIndex, name: "" };
  return readTag(text, at);
}

function endBehind(text: string, ending: string, from: number, missing: MissingEndings): number {
  if (missing.has(ending)) return -1;
  const found = text.indexOf(ending, from);
  if (found < 0) missing.add(ending);
  return found < 0 ? -1 : found + ending.length;
}

const tagName = /<\/?([A-Za-z][A-Za-z\d-]*)/y;
const attributeName = /[A-Za-z_:][\w.:-]*/y;
const bareValue = /[^\s"'=<>`]+/y;

function readTag(text: string, at: number): InlineHtml | null {
  tagName.lastIndex = at;
  const name = tagName.exec(text)?.[1].toLowerCase();
  if (name === undefined) return null;
  let next = tagName.lastIndex;
  const isClosing = text[at + 1] === "/";
  for (;;) {
    const space = skipSpace(text, next);
    if (text[space] === ">") return { kind: "tag", end: space + 1, name };
    if (text.startsWith("/>", space) && !isClosing) return { kind: "tag", end: space + 2, name };
    if (space === next || isClosing) return null;
    attributeName.lastIndex = space;
    if (!attributeName.test(text)) return null;
    next = attributeName.lastIndex;
    const equals = skipSpace(text, next);
    if (text[equals] !== "=") continue;
    next = valueEnd(text, skipSpace(text, equals + 1));
    if (next < 0) return null;
  }
}

function valueEnd(text: string, at: number): number {
  const quote = text[at];
  if (quote === '"' || quote === "'") return text.indexOf(quote, at + 1) + 1 || -1;
  bareValue.lastIndex = at;
  return bareValue.test(text) ? bareValue.lastIndex : -1;
}
