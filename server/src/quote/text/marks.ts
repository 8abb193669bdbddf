import type { Span } from "../../span.ts";
import { isWordKind, Kind, kindAt } from "./characters.ts";
import { editorialRole } from "./editorialRemark.ts";
import { endOfDots } from "./gapMarks.ts";
import { lengthOf } from "./spans.ts";
import { hyphenBefore, isBehindElision } from "./wordEnd.ts";
import { readWords } from "./words.ts";

export interface BracketMark extends Span {
  readonly role: "words" | "sic" | "emphasis" | "partial";
}

export interface ElisionMark extends Span {
  readonly role: "ellipsis" | "omission";
}

export type Mark = BracketMark | ElisionMark;

export function isBracketMark(mark: Mark): mark is BracketMark {
  return mark.role !== "ellipsis" && mark.role !== "omission";
}

/** More brackets in one quote are taken as the source's own. */
const mostBrackets = 200;
const longestBracket = 400;

export interface MarkOptions {
  /** Of brackets inside each other, which are the writer's: the `inner` ones, the outer being the source's, or the `outer`. */
  readonly nested: "inner" | "outer";
  /** What “(citation omitted)” stands for: something that the source has there, or nothing. */
  readonly omission: "gap" | "nothing";
}

/** The brackets and ellipses of a quote that may be its writer's, in order, in time linear in its length. */
export function findMarks(text: string, options: MarkOptions): Mark[] {
  const found: Mark[] = [];
  const ends = closingBrackets(text);
  for (let at = 0; at < text.length; at++) {
    const end = ends.get(at);
    if (end !== undefined && end - at <= longestBracket) {
      const mark = bracketMark(text, at, end, options);
      if (mark !== null) {
        add(mark);
        at = mark.end - 1;
        continue;
      }
    }
    const dots = ellipsisEnd(text, at);
    if (dots > at) {
      add({ start: at, end: dots, role: "ellipsis" });
      at = dots - 1;
    }
  }
  if (found.filter(isBracketMark).length <= mostBrackets) return found;
  return found.filter((mark) => !isBracketMark(mark));

  /** An ellipsis may be several marks: …（中略）… */
  function add(mark: Mark): void {
    const last = found[found.length - 1];
    const prolongs =
      last?.role === "ellipsis" && mark.role === "ellipsis" && text.slice(last.end, mark.start).trim() === "";
    if (prolongs) found[found.length - 1] = { start: last.start, end: mark.end, role: "ellipsis" };
    else found.push(mark);
  }
}

/** The end of an unbracketed ellipsis in any form at `at`, else `at`. */
function ellipsisEnd(text: string, at: number): number {
  const kind = kindAt(text, at);
  if (kind === Kind.dot || kind === Kind.punctuation) return endOfDots(text, at, text.length);
  if (text[at] === "<") return at + (/^<\s?(?:…|\.\.\.)\s?>/u.exec(text.slice(at, at + 7))?.[0].length ?? 0);
  let end = at;
  while (end < text.length && kindAt(text, end) === Kind.ellipsis) end++;
  return end > at && end < text.length && kindAt(text, end) === Kind.dot
    ? Math.max(end + 1, endOfDots(text, end, text.length))
    : end;
}

const opening = "[［〔(（";
const closing = "]］〕)）";

function isParenthesis(bracket: string): boolean {
  return bracket === "(" || bracket === "（";
}

/** Where each bracket or parenthesis that is closed ends, by where it begins. */
function closingBrackets(text: string): Map<number, number> {
  const ends = new Map<number, number>();
  const open: number[] = [];
  for (let at = 0; at < text.length; at++) {
    if (opening.includes(text[at])) open.push(at);
    else if (closing.includes(text[at]) && open.length > 0) {
      const start = open[open.length - 1];
      if (opening.indexOf(text[start]) !== closing.indexOf(text[at])) continue;
      open.pop();
      ends.set(start, at + 1);
    }
  }
  return ends;
}

function bracketMark(text: string, start: number, end: number, options: MarkOptions): Mark | null {
  const inner = plainInner(text.slice(start + 1, end - 1));
  if (/^[.…⋯・\s\u200b]+$/u.test(inner) && isEllipsis(inner)) return { start, end, role: "ellipsis" };
  if (leftOut.test(inner)) return { start, end, role: "ellipsis" };
  const role = editorialRole(inner);
  if (role === "omission" && options.omission === "nothing") return { start, end, role: "sic" };
  if (role !== null) return { start, end, role };
  if (isParenthesis(text[start])) return null;
  const touched = touchedWord(text, start, end);
  if (inner.includes("[") && options.nested === "inner") return null;
  if (touched === null) return { start, end, role: "words" };
  const partial = isPartial(text.slice(touched.start, touched.end));
  return partial ? { ...touched, role: "partial" } : { ...touched, role: "words" };
}

/** What Chinese and Japanese write for an ellipsis. */
const leftOut = /^(?:中|前|後|后|上|下|以下|节|節)?略$/u;

/** Without white space at the ends, hyphenation and hidden characters. */
function plainInner(inner: string): string {
  return withoutHidden(inner).replace(/\s+/gu, " ").trim();
}

function withoutHidden(text: string): string {
  const joined = text.replace(/\p{Pd}[^\S\n\r]*[\n\r]\s*/u, "");
  return [...joined].filter((character) => !isHidden(kindAt(character, 0))).join("");
}

function isEllipsis(inner: string): boolean {
  const dots = inner.replace(/[\s\u200b]/gu, "");
  return /[…⋯]/u.test(dots) || dots.length >= 3;
}

/** Whether a bracket stands inside another one. */
export function hasNestedBrackets(text: string): boolean {
  return /\[[^\]]*\[/u.test(text);
}

/** The word that a bracket is part of, brackets of the same word included, or null where it touches no letter. */
function touchedWord(text: string, start: number, end: number): Span | null {
  // A character of Chinese is no part of a word.
  if (kindAt(text, start + 1) === Kind.ideograph || kindAt(text, end - 2) === Kind.ideograph) return null;
  let from = start;
  while (from > 0 && !isBehindElision(text, from)) {
    const broken = hyphenBefore(text, from);
    if (broken < from) from = broken;
    else if (!isInWord(text, from - 1)) break;
    else from--;
  }
  let to = end;
  while (to < text.length && (isInWord(text, to) || text[to] === "[" || (text[to] === "]" && to > end))) to++;
  while (to > end && kindAt(text, to - 1) === Kind.apostrophe) to--;
  while (to > end && text[to - 1] === "[") to--;
  to = endOfInitials(text, { start: from, end: to });
  if (from === start && to === end) return null;
  return withoutOtherWords(text, { start: from, end: to }, { start, end });
}

/** What is written as one may be two words, of which the bracket is in one: “[n]or’easter”. */
function withoutOtherWords(text: string, whole: Span, bracket: Span): Span {
  if (lengthOf(whole) > longestBracket) return whole;
  const offsets: number[] = [];
  for (let at = whole.start; at < whole.end; at++) if (text[at] !== "[" && text[at] !== "]") offsets.push(at);
  const { words } = readWords(offsets.map((at) => text[at]).join(""), 0, offsets.length);
  let { start, end } = whole;
  for (const word of words) {
    if (offsets[word.end - 1] < bracket.start) start = offsets[word.end - 1] + 1;
    else if (offsets[word.start] >= bracket.end) end = Math.min(end, offsets[word.start]);
  }
  return start < bracket.start || end > bracket.end ? { start, end } : whole;
}

/** Letters with dots between them are one word, the one in the bracket as well: “[U].S.” */
function endOfInitials(text: string, { start, end }: Span): number {
  if (withoutHidden(text.slice(start, end)).replace(/[[\]]/gu, "").length !== 1) return end;
  let to = end;
  while (text[to] === "." && kindAt(text, to + 1) === Kind.letter && !isInWord(text, to + 2)) to += 2;
  return to;
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
  const raw = withoutHidden(written).replace(/(?<=[\p{L}\]])\.(?=\p{L}(?:\.|$))/gu, "");
  if (!/^[\p{L}\p{M}\p{N}'’]*(?:\[[\p{L}\p{M}\p{N}'’]*\][\p{L}\p{M}\p{N}'’]*)+$/u.test(raw)) return false;
  const outside = raw.replace(/\[[^[\]]*\]/gu, "");
  return /^[\p{L}\p{N}]/u.test(outside);
}
