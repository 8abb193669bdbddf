import type { Span } from "../../span.ts";
import { isEscape } from "../markdown/escapes.ts";
import type { TextAtCursor } from "./textAtCursor.ts";

/** A link's destination that is being written. Spans are offsets from the cursor: what is in front of it is negative. */
export interface OpenDestination {
  readonly kind: "destination";
  readonly form: "link" | "wikilink";
  /** From its first character to the end of what is there of it, without angle brackets. */
  readonly span: Span;
  /** Whether it stands in `<…>`. */
  readonly isBracketed: boolean;
  /** What of it stands in front of the cursor. */
  readonly typed: string;
  /** What follows the cursor. */
  readonly rest: string;
}

/**
 * The destination that the cursor stands in: behind `](`, `](<`, `[[` or the `]: ` of a definition. Null elsewhere, in
 * an image, in a link's title, in a wikilink's alias, and in what is no path (`https:`, `#heading`).
 */
export function destinationAt({ before, after, isFirstLine }: TextAtCursor): OpenDestination | null {
  const start = wikilinkStart(before) ?? definitionStart(before, isFirstLine) ?? inlineStart(before);
  if (start === null) return null;
  const isBracketed = start.form === "link" && before[start.at] === "<";
  const typed = before.slice(start.at + (isBracketed ? 1 : 0));
  if (!isPath(typed, start.form, isBracketed)) return null;
  const rest = after.slice(0, endOf(after, start.form, isBracketed));
  return {
    kind: "destination",
    form: start.form,
    span: { start: -typed.length, end: rest.length },
    isBracketed,
    typed,
    rest,
  };
}

/** A link's title that the cursor stands in: text of its own, in which no Markdown is read but escapes. */
export interface OpenTitle {
  /** The mark that it begins with. */
  readonly mark: '"' | "'" | "(";
  /** What the link lacks behind the title's words: the mark that ends it, and the bracket. */
  readonly missing: string;
}

/** What ends a title and its link, by the title's mark. */
const restOfTitle = {
  '"': /^(?:\\.|[^\\"])*"\s*\)/s,
  "'": /^(?:\\.|[^\\'])*'\s*\)/s,
  ")": /^(?:\\.|[^\\)])*\)\s*\)/s,
} as const;

export function titleAt({ before, after }: TextAtCursor): OpenTitle | null {
  const start = inlineStart(before);
  const tail = start === null ? null : /^(<[^<>]*>|[^\s<]\S*)\s+(["'(])(.*)$/s.exec(before.slice(start.at));
  if (tail === null || closesLink(tail[1])) return null;
  const mark = tail[2] as OpenTitle["mark"];
  const close = mark === "(" ? ")" : mark;
  if (tail[3].replace(/\\./gs, "").includes(close)) return null;
  if (restOfTitle[close].test(after)) return { mark, missing: "" };
  return { mark, missing: /^\S?\s*\)/.test(after) ? close : `${close})` };
}

interface Start {
  readonly form: OpenDestination["form"];
  readonly at: number;
}

function wikilinkStart(before: string): Start | null {
  const open = before.lastIndexOf("[[");
  if (open < 0 || isEscaped(before, open) || before[open - 1] === "!") return null;
  return /[[\]|]/.test(before.slice(open + 2)) ? null : { form: "wikilink", at: open + 2 };
}

const definition = /^ {0,3}\[(?!\^)(?:[^[\]\\]|\\.)+\]:[ \t]*/;

function definitionStart(before: string, isFirstLine: boolean): Start | null {
  const found = isFirstLine || /^ {0,3}\[/.test(before) ? definition.exec(before) : null;
  return found === null ? null : { form: "link", at: found[0].length };
}

function inlineStart(before: string): Start | null {
  const open = before.lastIndexOf("](");
  if (open < 0 || isEscaped(before, open)) return null;
  const bracket = openingBracket(before, open);
  return bracket < 0 || (before[bracket - 1] === "!" && !isEscaped(before, bracket - 1))
    ? null
    : { form: "link", at: open + 2 };
}

/** The `[` that the `]` at `close` belongs to, or -1. */
function openingBracket(text: string, close: number): number {
  let depth = 0;
  for (let at = close - 1; at >= 0; at--) {
    if (isEscaped(text, at)) continue;
    if (text[at] === "]") depth++;
    else if (text[at] === "[" && depth-- === 0) return at;
  }
  return -1;
}

function isEscaped(text: string, at: number): boolean {
  let start = at;
  while (start > 0 && text[start - 1] === "\\") start--;
  return (at - start) % 2 === 1 && isEscape(text, at - 1);
}

function isPath(typed: string, form: OpenDestination["form"], isBracketed: boolean): boolean {
  if (/^[a-z][a-z\d+.-]+:/i.test(typed) || typed.startsWith("#") || typed.startsWith("//")) return false;
  if (form === "wikilink") return true;
  if (isBracketed) return !/[<>]/.test(typed);
  // Behind white space a title may begin; other words belong to a name that has spaces.
  if (/\s(?:["']|\(["'“”„«»‘‚‹›「『])/.test(typed) || /^\s/.test(typed)) return false;
  return !closesLink(typed);
}

/** Whether a destination without angle brackets is over in the text: its parentheses are paired. */
function closesLink(text: string): boolean {
  let depth = 0;
  for (let at = 0; at < text.length && !text.startsWith("<"); at++) {
    if (isEscaped(text, at)) continue;
    if (text[at] === "(") depth++;
    else if (text[at] === ")" && --depth < 0) return true;
  }
  return false;
}

/** How much of what follows the cursor belongs to the destination. */
function endOf(after: string, form: OpenDestination["form"], isBracketed: boolean): number {
  if (form === "wikilink") {
    const close = after.search(/\]\]|[[|]/);
    // Without an end nobody knows whether what follows was meant.
    return close < 0 ? 0 : close;
  }
  if (isBracketed) {
    const close = after.indexOf(">");
    return close < 0 ? 0 : close;
  }
  let depth = 0;
  for (let at = 0; at < after.length; at++) {
    if (/\s/.test(after[at])) return at;
    if (after[at] === "(") depth++;
    else if (after[at] === ")" && --depth < 0) return at;
  }
  return after.length;
}
