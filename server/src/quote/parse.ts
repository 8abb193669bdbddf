import type { Span } from "../span.ts";
import { isWordKind, Kind, kindAt } from "./characters.ts";
import { skeletonOf } from "./skeleton.ts";
import { endOfDots, foldWord, readWords, type Word } from "./words.ts";

/** A word of the quote, given as the source's own. */
export interface PlainElement {
  readonly type: "word";
  readonly word: Word;
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
export function readLiterally(text: string, known?: ReadonlySet<string>): ParsedQuote {
  const part = readPart(text, 0, text.length, [], { afterEllipsis: false, known });
  return { text, parts: part.elements.length > 0 ? [part] : [], elisions: [], edited: false };
}

/** The quote with brackets and ellipses taken as the writer's, in time linear in its length. */
export function parseQuote(text: string): ParsedQuote {
  const marks = findMarks(text);
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

/**
 * How many words the quote gives as the source's own. Two characters of a script without spaces count as one word.
 */
export function countWords(quote: ParsedQuote): number {
  return quote.parts.reduce((sum, part) => sum + halfWords(quote, part), 0) >> 1;
}

/** The same for one part. */
export function countPartWords(quote: ParsedQuote, part: Part): number {
  return halfWords(quote, part) >> 1;
}

function halfWords(quote: ParsedQuote, part: Part): number {
  let halves = 0;
  for (const element of part.elements) {
    if (element.type === "bracket") continue;
    halves += kindAt(quote.text, element.word.start) === Kind.ideograph ? 1 : 2;
  }
  return halves;
}

/** The skeleton of all words that the part gives as the source's own. */
export function partSkeleton(part: Part): Uint16Array {
  const words = part.elements.filter((element) => element.type !== "bracket").map((element) => element.word.text);
  return skeletonOf(words.join(" "));
}

/** The longest stretch of plain words of the part, as a skeleton, and how many elements stand in front of it. */
export function longestStretch(part: Part): { units: Uint16Array; before: number } {
  let best = { from: 0, to: 0, length: -1 };
  for (let from = 0; from < part.elements.length; ) {
    if (part.elements[from].type !== "word") {
      from++;
      continue;
    }
    let to = from;
    while (to < part.elements.length && part.elements[to].type === "word") to++;
    const length = part.elements[to - 1].word.end - part.elements[from].word.start;
    if (length > best.length) best = { from, to, length };
    from = to;
  }
  if (best.length < 0) return { units: fixedSkeleton(part), before: 0 };
  const words = part.elements.slice(best.from, best.to).map((element) => element.word.text);
  // Symbols are words without a skeleton.
  const signs = words.findIndex((word) => skeletonOf(word).length > 0);
  return { units: skeletonOf(words.join(" ")), before: best.from + Math.max(0, signs) };
}

/** Of a part without a plain word: the word that results from its first partial one. */
function fixedSkeleton(part: Part): Uint16Array {
  const partial = part.elements.find((element) => element.type === "partial");
  return skeletonOf(partial?.word.text ?? "");
}

interface BracketMark extends Span {
  readonly role: "words" | "sic" | "emphasis" | "partial";
}

interface ElisionMark extends Span {
  readonly role: Elision["role"];
}

type Mark = BracketMark | ElisionMark;

function isBracketMark(mark: Mark): mark is BracketMark {
  return mark.role !== "ellipsis" && mark.role !== "omission";
}

/** More brackets in one quote are taken as the source's own. */
const mostBrackets = 200;
const longestBracket = 400;

function findMarks(text: string): Mark[] {
  const found: Mark[] = [];
  const ends = closingBrackets(text);
  for (let at = 0; at < text.length; at++) {
    const end = ends.get(at);
    if (end !== undefined && end - at <= longestBracket) {
      const mark = bracketMark(text, at, end);
      if (mark !== null) {
        found.push(mark);
        at = mark.end - 1;
        continue;
      }
    }
    const dots = ellipsisEnd(text, at);
    if (dots > at) {
      found.push({ start: at, end: dots, role: "ellipsis" });
      at = dots - 1;
    }
  }
  if (found.filter(isBracketMark).length <= mostBrackets) return found;
  return found.filter((mark) => !isBracketMark(mark));
}

/** The end of an unbracketed ellipsis in any form at `at`, else `at`. */
function ellipsisEnd(text: string, at: number): number {
  const kind = kindAt(text, at);
  if (kind === Kind.dot) return endOfDots(text, at, text.length);
  let end = at;
  while (end < text.length && kindAt(text, end) === Kind.ellipsis) end++;
  return end > at && end < text.length && kindAt(text, end) === Kind.dot
    ? Math.max(end + 1, endOfDots(text, end, text.length))
    : end;
}

/** Where each bracket or parenthesis that is closed ends, by where it begins. */
function closingBrackets(text: string): Map<number, number> {
  const ends = new Map<number, number>();
  const open: number[] = [];
  for (let at = 0; at < text.length; at++) {
    if ("[(".includes(text[at])) open.push(at);
    else if (")]".includes(text[at]) && open.length > 0) {
      const start = open[open.length - 1];
      if ((text[start] === "[") !== (text[at] === "]")) continue;
      open.pop();
      ends.set(start, at + 1);
    }
  }
  return ends;
}

function bracketMark(text: string, start: number, end: number): Mark | null {
  const inner = text
    .slice(start + 1, end - 1)
    .replace(/\s+/gu, " ")
    .trim();
  if (/^[.…⋯\s\u200b]+$/u.test(inner) && isEllipsis(inner)) return { start, end, role: "ellipsis" };
  const role = editorialRole(inner);
  if (role !== null) return { start, end, role };
  if (text[start] === "(") return null;
  const touched = touchedWord(text, start, end);
  if (touched === null) return { start, end, role: "words" };
  const partial = isPartial(text.slice(touched.start, touched.end));
  return partial ? { ...touched, role: "partial" } : { ...touched, role: "words" };
}

function isEllipsis(inner: string): boolean {
  const dots = inner.replace(/[\s\u200b]/gu, "");
  return /[…⋯]/u.test(dots) || dots.length >= 3;
}

function editorialRole(inner: string): "sic" | "emphasis" | "omission" | null {
  if (inner.length > 100) return null;
  if (/^sic[\s!.]*$/iu.test(inner)) return "sic";
  if (
    /^(?:(?:my|our|author['’]s|original) )?(?:emphas[ie]s|italics)(?: (?:is |are )?(?:added|mine|ours|supplied|original|omitted|removed|in (?:the )?original|(?:the )?author['’]s|theirs))?\.?$/iu.test(
      inner,
    )
  ) {
    return "emphasis";
  }
  if (
    /^(?:internal |some )?(?:citations?|footnotes?|references?|quotation marks|quotations?|alterations?)\b[\w ,]{0,60}omitted\.?$/iu.test(
      inner,
    )
  ) {
    return "omission";
  }
  return null;
}

/** The word that a bracket is part of, brackets of the same word included, or null where it touches no letter. */
function touchedWord(text: string, start: number, end: number): Span | null {
  let from = start;
  while (from > 0 && isInWord(text, from - 1)) from--;
  let to = end;
  while (to < text.length && (isInWord(text, to) || text[to] === "[" || (text[to] === "]" && to > end))) to++;
  while (to > end && kindAt(text, to - 1) === Kind.apostrophe) to--;
  while (to > end && text[to - 1] === "[") to--;
  return from < start || to > end ? { start: from, end: to } : null;
}

function isInWord(text: string, at: number): boolean {
  const kind = kindAt(text, at);
  return isWordKind(kind) || kind === Kind.apostrophe || isHidden(kind);
}

function isHidden(kind: number): boolean {
  return kind === Kind.softHyphen || kind === Kind.invisible;
}

/** Whether nothing but letters and digits is in the brackets of a word, and some are outside them. */
function isPartial(written: string): boolean {
  const raw = [...written].filter((character) => !isHidden(kindAt(character, 0))).join("");
  if (!/^[\p{L}\p{M}\p{N}'’]*(?:\[[\p{L}\p{M}\p{N}'’]*\][\p{L}\p{M}\p{N}'’]*)+$/u.test(raw)) return false;
  const outside = raw.replace(/\[[^\]]*\]/gu, "");
  return /^[\p{L}\p{N}]/u.test(outside);
}

function readPart(
  text: string,
  from: number,
  to: number,
  brackets: readonly BracketMark[],
  options: { afterEllipsis: boolean; known?: ReadonlySet<string> },
): Part {
  const elements: Element[] = [];
  let carried = "";
  let at = from;
  const readPlain = (end: number) => {
    const { words, after } = readWords(text, at, end, options.known);
    for (const [index, word] of words.entries()) {
      elements.push({
        type: "word",
        word: index === 0 && carried !== "" ? { ...word, gap: carried + word.gap } : word,
      });
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
