import type { Span } from "../../span.ts";
import { isEscape } from "./escapes.ts";
import { readTarget, readTitle, skipSpace } from "./linkTail.ts";

/** `[label]: destination "title"`. */
export interface Definition {
  /** The text that the spans are of. */
  readonly within: string;
  readonly target: Span;
  readonly title: Span | null;
}

/** By normalised label; the first definition of a label counts. */
export type Definitions = Map<string, Definition>;

/**
 * Reads the link reference definitions that a paragraph starts with (CommonMark 4.7) and returns how long they are
 * together. `paragraph` is where it stands in the text.
 */
export function takeDefinitions(within: string, paragraph: Span, definitions: Definitions): number {
  const text = within.slice(paragraph.start, paragraph.end);
  const offset = paragraph.start;
  let at = 0;
  for (;;) {
    const start = skipSpace(text, at);
    const label = readLabel(text, start);
    if (!label || text[label.end] !== ":") return at;
    const destination = readTarget(text, skipSpace(text, label.end + 1));
    if (!destination) return at;
    let end = lineEnd(text, destination.end);
    let title: Span | null = null;
    const behind = skipSpace(text, destination.end);
    const found = behind > destination.end ? readTitle(text, behind) : null;
    if (found && lineEnd(text, found.end) >= 0) {
      end = lineEnd(text, found.end);
      title = found.title;
    }
    if (end < 0) return at;
    const name = normaliseLabel(label.text);
    if (!definitions.has(name)) {
      const { target } = destination;
      definitions.set(name, {
        within,
        target: { start: offset + target.start, end: offset + target.end },
        title: title && { start: offset + title.start, end: offset + title.end },
      });
    }
    at = end;
  }
}

/** Behind the line end, where only white space is left on the line; otherwise -1. */
function lineEnd(text: string, at: number): number {
  for (let end = at; end < text.length; end++) {
    if (text[end] === "\n") return end + 1;
    if (text[end] !== " " && text[end] !== "\t") return -1;
  }
  return text.length;
}

const longestLabel = 999;

/** A link label `[…]` at `at`, not blank and without brackets in it. */
export function readLabel(text: string, at: number): { readonly text: string; readonly end: number } | null {
  if (text[at] !== "[") return null;
  const limit = Math.min(text.length, at + longestLabel + 2);
  for (let end = at + 1; end < limit; end++) {
    const character = text[end];
    if (character === "[") return null;
    if (character === "]") {
      const label = text.slice(at + 1, end);
      return label.trim() === "" ? null : { text: label, end: end + 1 };
    }
    if (character === "\\" && isEscape(text, end)) end++;
  }
  return null;
}

/** Labels match whatever their case and white space. */
export function normaliseLabel(label: string): string {
  return label.trim().replace(/\s+/g, " ").toLowerCase().toUpperCase();
}
