import type { Span } from "../../span.ts";
import { Folded, foldedBits, foldWord } from "./foldWord.ts";
import { type BracketMark, findMarks, isBracketMark, type MarkOptions } from "./marks.ts";
import { readWords, type Word } from "./words.ts";

/** A word of the quote, given as the source's own. */
export interface PlainElement {
  readonly type: "word";
  readonly word: Word;
  /** Of a word with a hyphen at a line's end: its two parts, if it is not broken there but written with a hyphen. */
  readonly halves: readonly [Word, Word] | null;
}

/** A bracket inside a word: `[T]he`, `appeal[ed]`. What is not in brackets is the source's. */
export interface PartialElement {
  readonly type: "partial";
  /** The word that results: `The`, `appealed`. */
  readonly word: Word;
  readonly prefix: string;
  readonly suffix: string;
  /** How many letters are in brackets. */
  readonly bracketed: number;
  readonly literal: Literal;
}

/** A bracket in place of words of the source, or added between them. */
export interface BracketElement {
  readonly type: "bracket";
  /** The span of the whole bracket; its gap is what stands in front of it. */
  readonly word: Word;
  /** The words inside. */
  readonly words: readonly Word[];
  /** What it is: the writer's words, or a remark of theirs that stands for nothing. */
  readonly role: "words" | "sic" | "emphasis";
  readonly literal: Literal;
}

export type Element = PlainElement | PartialElement | BracketElement;

/** A bracket read as if it were the source's own. */
interface Literal {
  readonly words: readonly Word[];
  readonly after: string;
}

/** A stretch of the quote that must stand in the source in one piece, but for brackets. */
export interface Part {
  readonly elements: readonly Element[];
  /** The marks behind the last element. */
  readonly after: string;
  readonly start: number;
  readonly end: number;
  /** Whether an ellipsis stands in front of it. */
  readonly afterEllipsis: boolean;
}

/** An ellipsis, or a note that something was left out. */
export interface Elision {
  readonly span: Span;
  /** How many parts stand in front of it. */
  readonly before: number;
  readonly role: "ellipsis" | "omission";
}

export interface ParsedQuote {
  readonly text: string;
  readonly parts: readonly Part[];
  readonly elisions: readonly Elision[];
  /** Whether it has brackets or ellipses that may be the writer's. */
  readonly edited: boolean;
}

/** The quote with every bracket and ellipsis in it taken as the source's own. */
export function readLiterally(text: string): ParsedQuote {
  const part = readPart(text, 0, text.length, [], { afterEllipsis: false });
  return { text, parts: part.elements.length > 0 ? [part] : [], elisions: [], edited: false };
}

/** The quote with brackets and ellipses taken as the writer's, in time linear in its length. */
export function parseQuote(text: string, options: Partial<MarkOptions> = {}): ParsedQuote {
  const marks = findMarks(text, { nested: "inner", omission: "gap", ...options });
  const parts: Part[] = [];
  const elisions: Elision[] = [];
  let start = 0;
  let brackets: BracketMark[] = [];
  const close = (end: number) => {
    const part = readPart(text, start, end, brackets, { afterEllipsis: elisions.length > 0 });
    if (part.elements.some((element) => element.type !== "bracket")) parts.push(part);
    brackets = [];
  };
  for (const mark of marks) {
    if (isBracketMark(mark)) {
      brackets.push(mark);
      continue;
    }
    close(mark.start);
    elisions.push({ span: { start: mark.start, end: mark.end }, before: parts.length, role: mark.role });
    start = mark.end;
  }
  close(text.length);
  return { text, parts, elisions, edited: marks.length > 0 };
}

function readPart(
  text: string,
  from: number,
  to: number,
  brackets: readonly BracketMark[],
  options: { afterEllipsis: boolean },
): Part {
  const elements: Element[] = [];
  let carried = "";
  let at = from;
  const readPlain = (end: number) => {
    const { words, after } = readWords(text, at, end);
    for (const [index, read] of words.entries()) {
      const word = index === 0 && carried !== "" ? { ...read, gap: carried + read.gap } : read;
      elements.push({ type: "word", word, halves: halvesOf(text, word) });
    }
    carried = words.length > 0 ? after : carried + after;
  };
  for (const bracket of brackets) {
    readPlain(bracket.start);
    elements.push(readBracket(text, bracket, carried));
    carried = "";
    at = bracket.end;
  }
  readPlain(to);
  return { elements, after: carried, start: from, end: to, afterEllipsis: options.afterEllipsis };
}

function halvesOf(text: string, word: Word): readonly [Word, Word] | null {
  if ((word.folded & Folded.softHyphen) === 0) return null;
  const broken = /[\p{Pd}\u00ad][^\S\n\r]*[\n\r]\s*/u.exec(text.slice(word.start, word.end));
  if (broken === null) return null;
  const end = word.start + broken.index;
  const start = end + broken[0].length;
  // A soft hyphen is no mark between two words.
  const gap = broken[0].startsWith("\u00ad") ? "" : "-";
  return [half(text, word.start, end, word.gap), half(text, start, word.end, gap)];
}

function half(text: string, start: number, end: number, gap: string): Word {
  const raw = text.slice(start, end);
  return { text: foldWord(raw), start, end, gap, folded: foldedBits(raw) };
}

function readBracket(text: string, mark: BracketMark, gap: string): PartialElement | BracketElement {
  const { words, after } = readWords(text, mark.start, mark.end);
  const raw = text.slice(mark.start, mark.end);
  const result = foldWord(raw.replaceAll("[", "").replaceAll("]", ""));
  const word: Word = { text: result, start: mark.start, end: mark.end, gap, folded: 0 };
  if (mark.role !== "partial") return { type: "bracket", word, words, role: mark.role, literal: { words, after } };
  const prefix = foldWord(raw.slice(0, raw.indexOf("[")));
  const suffix = foldWord(raw.slice(raw.lastIndexOf("]") + 1));
  return {
    type: "partial",
    word,
    prefix,
    suffix,
    bracketed: result.length - prefix.length - suffix.length,
    literal: { words, after },
  };
}
