import type { Span } from "../../server/src/span.ts";

/**
 * A quote on its way into a note: what a reader is to see, with marks from Unicode's private use area around what
 * becomes markup later, and around what was changed. A mark has no width; nothing of it is left in the note.
 */
export interface Draft {
  readonly text: string;
  /** The words of the source that the quote was taken from, in the text of the source before it is laid out. */
  readonly span: Span;
}

/** Around words that differ from the source, or that stand on either side of a gap that nothing marks. */
export const changed = { open: "\ue000", close: "\ue001" } as const;

/** Around words that are set off, by the Markdown that sets them off. */
export const emphases = [
  { open: "\ue002", close: "\ue003", markdown: "*" },
  { open: "\ue004", close: "\ue005", markdown: "**" },
  { open: "\ue006", close: "\ue007", markdown: "_" },
] as const;

const marks = /[\ue000-\ue007]/gu;

export function withoutMarks(text: string): string {
  return text.replace(marks, "");
}

export function hasEmphasis(text: string): boolean {
  return /[\ue002-\ue007]/u.test(text);
}

/** Words with the punctuation that touches them, as white space sets them apart; a word broken at a line's end is one. */
export interface Token extends Span {
  readonly text: string;
}

export function tokensOf(text: string): Token[] {
  return [...text.matchAll(/(?:\S|(?<=\p{Ll}-)\n(?=\p{Ll}))+/gu)].map(({ 0: found, index }) => ({
    text: found,
    start: index,
    end: index + found.length,
  }));
}

/** Whether a token is a word of letters and nothing else, but for an apostrophe inside. */
export function isWord(token: string): boolean {
  return /^\p{L}+(?:['’]\p{L}+)?$/u.test(token);
}

/** Whether words may be put in or taken out at an offset: not inside what was changed, emphasis or a bracket. */
export function isFree(text: string, offset: number): boolean {
  let depth = 0;
  for (const character of text.slice(0, offset)) {
    if (/[[(\ue000\ue002\ue004\ue006]/u.test(character)) depth++;
    else if (/[\])\ue001\ue003\ue005\ue007]/u.test(character)) depth = Math.max(0, depth - 1);
  }
  return depth === 0;
}

/** Whether a stretch can go as one: it opens no bracket or mark that it does not close. */
export function isWhole(stretch: string): boolean {
  const count = (marked: RegExp) => (stretch.match(marked) ?? []).length;
  return (
    count(/[[(]/gu) === count(/[\])]/gu) &&
    !/[\ue000-\ue001]/u.test(stretch) &&
    count(/[\ue002\ue004\ue006]/gu) === count(/[\ue003\ue005\ue007]/gu)
  );
}

/** The draft with the text from `start` to `end` replaced. */
export function replace(draft: Draft, { start, end }: Span, by: string): Draft {
  return { ...draft, text: draft.text.slice(0, start) + by + draft.text.slice(end) };
}

/** The words of a token with the punctuation around them set apart. */
export function splitToken(token: string): { readonly before: string; readonly core: string; readonly after: string } {
  const found = /^([^\p{L}\p{N}]*)(.*?)([^\p{L}\p{N}\p{M}]*)$/su.exec(token);
  return { before: found?.[1] ?? "", core: found?.[2] ?? "", after: found?.[3] ?? "" };
}
