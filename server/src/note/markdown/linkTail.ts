import type { Span } from "../../span.ts";
import { isEscape } from "./escapes.ts";

/** What follows the text of an inline link: `(destination "title")`. */
export interface LinkTail {
  /** Without angle brackets; may be empty. */
  readonly target: Span;
  /** Without its delimiters. */
  readonly title: Span | null;
  readonly end: number;
}

/** Reads `(destination "title")` from the parenthesis at `at`. Null where CommonMark sees none. */
export function readLinkTail(text: string, at: number): LinkTail | null {
  if (text[at] !== "(") return null;
  let next = skipSpace(text, at + 1);
  if (text[next] === ")") return { target: { start: next, end: next }, title: null, end: next + 1 };
  const destination = readTarget(text, next);
  if (!destination) return null;
  next = skipSpace(text, destination.end);
  const title = next > destination.end ? readTitle(text, next) : null;
  if (title) next = skipSpace(text, title.end);
  if (text[next] !== ")") return null;
  return { target: destination.target, title: title?.title ?? null, end: next + 1 };
}

/** Parentheses nested more deeply than this are no destination, as in cmark; it keeps hostile text linear. */
const deepestParentheses = 32;

/** A link destination, as of CommonMark 6.3. `end` is behind the closing angle bracket. */
export function readTarget(text: string, at: number): { readonly target: Span; readonly end: number } | null {
  if (text[at] === "<") {
    for (let end = at + 1; end < text.length; end++) {
      const character = text[end];
      if (character === ">") return { target: { start: at + 1, end }, end: end + 1 };
      if (character === "<" || character === "\n") return null;
      if (character === "\\" && isEscape(text, end)) end++;
    }
    return null;
  }
  let depth = 0;
  let end = at;
  for (; end < text.length; end++) {
    const code = text.charCodeAt(end);
    if (code <= 0x20 || code === 0x7f) break;
    if (code === 0x5c && isEscape(text, end)) end++;
    else if (code === 0x28 && ++depth > deepestParentheses) return null;
    else if (code === 0x29 && --depth < 0) break;
  }
  return end === at || depth > 0 ? null : { target: { start: at, end }, end };
}

/** A link title in `"…"`, `'…'` or `(…)`. `end` is behind the closing delimiter. */
export function readTitle(text: string, at: number): { readonly title: Span; readonly end: number } | null {
  const open = text[at];
  if (open !== '"' && open !== "'" && open !== "(") return null;
  const close = open === "(" ? ")" : open;
  for (let end = at + 1; end < text.length; end++) {
    const character = text[end];
    if (character === close) return { title: { start: at + 1, end }, end: end + 1 };
    if (character === "(" && open === "(") return null;
    if (character === "\\" && isEscape(text, end)) end++;
  }
  return null;
}

export function skipSpace(text: string, at: number): number {
  let next = at;
  for (; next < text.length; next++) {
    const code = text.charCodeAt(next);
    if (code !== 0x20 && code !== 0x0a && code !== 0x09) break;
  }
  return next;
}
