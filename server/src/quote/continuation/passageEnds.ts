import { findSentences } from "../../note/sentence.ts";

/** A place at which a quotation may end. */
export interface PassageEnd {
  readonly end: number;
  readonly kind: "sentence" | "clause";
}

/** A passage is looked for in so many units; a quotation that is longer is written by hand. */
const longest = 1200;
const mostClauses = 2;
const mostSentences = 2;

/** An empty line; or the end of a line that ends a sentence too, as where each paragraph is a line. */
const paragraphEnd = /(?:\r?\n|\r)[^\S\r\n]*(?:\r?\n|\r)|(?<=[.!?…。！？]["'”’»)\]」』]{0,3}[^\S\r\n]{0,3})[\r\n]/;

/**
 * Where a quotation that begins at `start`, and holds what stands up to `given`, may end: with its sentence, with the
 * next, and with the clauses before. Never behind the paragraph, nor outside a quotation of the source's own that it
 * begins in, nor inside one that begins in it. A sentence keeps its stop, a clause loses what sets it off.
 */
export function passageEnds(text: string, start: number, given: number): PassageEnd[] {
  const window = windowAt(text, start);
  const from = given - start;
  const { limit, open } = readMarks(window.text);
  const isInside = (at: number) => open.some((range) => range.start < at && at < range.end);
  const usable = (at: number) => at >= from && at > 0 && at <= limit && !isInside(at);
  const trimmed = (at: number) => window.text.slice(0, at).trimEnd().length;

  const sentences = findSentences(window.text.slice(0, limit), [], []).starts.map(trimmed).filter(usable);
  const last = withoutTail(window.text, trimmed(limit));
  if (usable(last) && (window.isWhole || limit < window.text.length) && !sentences.includes(trimmed(limit))) {
    sentences.push(last);
  }
  const [first = limit] = sentences;
  const clauses = clauseEnds(window.text, first).filter(
    (at) => usable(at) && at < first && !endsAlike(window.text, at, first),
  );
  const ends: PassageEnd[] = [
    ...sentences.slice(0, 1).map((end): PassageEnd => ({ end, kind: "sentence" })),
    ...clauses.slice(0, mostClauses).map((end): PassageEnd => ({ end, kind: "clause" })),
    ...sentences.slice(1, mostSentences).map((end): PassageEnd => ({ end, kind: "sentence" })),
  ];
  if (ends.length === 0) {
    const end = lastWordEnd(window.text.slice(0, limit));
    if (usable(end)) ends.push({ end, kind: "clause" });
  }
  return ends.map(({ end, kind }) => ({ end: start + end, kind }));
}

/** Whether nothing but marks stands between two ends. */
function endsAlike(text: string, end: number, other: number): boolean {
  return !/[\p{L}\p{N}]/u.test(text.slice(end, other));
}

/** The text from an offset to the end of its paragraph, or as much as is looked at: then it is not whole. */
function windowAt(text: string, start: number): { readonly text: string; readonly isWhole: boolean } {
  const window = text.slice(start, start + longest);
  const end = window.search(paragraphEnd);
  if (end >= 0) return { text: window.slice(0, end), isWhole: true };
  return { text: window.replace(/[\ud800-\udbff]$/, ""), isWhole: start + longest >= text.length };
}

function lastWordEnd(text: string): number {
  return text.replace(/(?<!\s)\s+\S*$/, "").length;
}

/** Commas and the like set a quotation off from what its source goes on with: they are not its own. */
function withoutTail(text: string, end: number): number {
  return text.slice(0, end).replace(/(?<![\s,;:，；：、\p{Pd}])[\s,;:，；：、\p{Pd}]+$/u, "").length;
}

const clauseMark = /[,;:，；：、](?=[\s”’»"])|[，；：、]|\s[–—-]+(?=\s)|—/gu;

function clauseEnds(text: string, before: number): number[] {
  const ends: number[] = [];
  for (const { index } of text.slice(0, before).matchAll(clauseMark)) {
    const end = withoutTail(text, index);
    if (end !== ends.at(-1)) ends.push(end);
  }
  return ends;
}

interface Marks {
  /** Where the quotation of the source's own ends that the text begins in; the text's length where it begins in none. */
  readonly limit: number;
  /** The quotations that begin in the text, with their marks. */
  readonly open: readonly { readonly start: number; readonly end: number }[];
}

const opening: Readonly<Record<string, string>> = { "“": "”", "„": "“”", "«": "»", "「": "」", "『": "』", "‘": "’" };
const closing = "”»」』";

/** Reads the quote marks of a text as pairs; single marks only where they are no apostrophes. */
function readMarks(text: string): Marks {
  const open: { start: number; end: number }[] = [];
  const stack: { readonly at: number; readonly close: string }[] = [];
  for (let at = 0; at < text.length; at++) {
    const mark = text[at];
    const top = stack.at(-1);
    if (top?.close.includes(mark) && !isApostrophe(text, at)) {
      stack.pop();
      open.push({ start: top.at, end: at + 1 });
    } else if (mark === '"' && !opensStraight(text, at)) {
      if (stack.length === 0 && !isInches(text, at)) return { limit: at, open };
    } else if (mark === '"') stack.push({ at, close: '"' });
    else if (opening[mark] !== undefined) stack.push({ at, close: opening[mark] });
    else if (closing.includes(mark) && stack.length === 0) return { limit: at, open };
  }
  // What is opened and not closed in the paragraph leaves nothing behind it to end at.
  const [first] = stack;
  return {
    limit: text.length,
    open: first === undefined ? open : [...open, { start: first.at, end: text.length + 1 }],
  };
}

function isApostrophe(text: string, at: number): boolean {
  return text[at] === "’" && /[\p{L}\p{N}]/u.test(text[at + 1] ?? " ");
}

function opensStraight(text: string, at: number): boolean {
  return (at === 0 || /[\s([{\p{Pd}“‘]/u.test(text[at - 1])) && /\S/.test(text[at + 1] ?? " ");
}

/** 5" are inches, unless a quotation is open. */
function isInches(text: string, at: number): boolean {
  return at > 0 && /\d/.test(text[at - 1]);
}
