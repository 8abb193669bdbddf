import type { Span } from "../span.ts";
import type { MarkPair } from "./quoteMarks.ts";
import { doubleMarks, markPairs, quoteMarks } from "./quoteMarks.ts";

/** An outermost quotation. Spans are ranges of the text that it was found in. */
export interface FoundQuotation {
  readonly marked: Span;
  /** Inside the marks and the white space there. */
  readonly words: Span;
}

export interface QuotationOptions {
  /** Ranges in which marks are not quote marks (code), in order. */
  readonly inert: readonly Span[];
  /** Where a link's text or a superscript number begins: a mark may open there, or close in front of it, as beside a space. */
  readonly edges: ReadonlySet<number>;
}

/** A mark that opened a quotation. */
interface OpenMark {
  readonly at: number;
  readonly pair: MarkPair;
  /** Whether it may be an apostrophe too: 'round, 'cause. It is closed only where no word follows. */
  readonly doubtful: boolean;
  /** The innermost single mark that was opened before it or is it. */
  readonly single: OpenMark | null;
  /** Of a single mark: the first mark that would close it, were those opened since not pairs themselves. */
  closing: number;
}

/**
 * Finds the outermost quotations of running text, in order. Marks that find no partner are text. Linear: a mark closes
 * the nearest open mark of its pair, and drops those that were opened since. A single mark, which may be an apostrophe,
 * closes past open marks only where none of them is closed behind it: ‘the "old mill’, but not ‘the "dogs’ mill" now’.
 */
export function findQuotations(
  text: string,
  options: QuotationOptions = { inert: [], edges: new Set() },
): FoundQuotation[] {
  const open: OpenMark[] = [];
  const counts = new Map<MarkPair, number>();
  const found: FoundQuotation[] = [];
  const marks = marksOf(text, options.inert);

  for (const [i, at] of marks.entries()) {
    const top = open.at(-1);
    const pair = pairClosedBy(text, at, open, counts, options.edges, marks[i + 1]);
    if (pair) {
      let start = -1;
      while (start < 0) {
        const last = open.pop();
        if (!last) break;
        counts.set(last.pair, (counts.get(last.pair) ?? 0) - 1);
        if (last.pair === pair) start = last.at;
      }
      const around = open.at(-1)?.single;
      if (around && around.closing > start) around.closing = -1;
      const quotation = start < 0 ? null : quotationAt(text, start, at);
      if (!quotation) continue;
      while (found.length > 0 && found[found.length - 1].marked.start > start) found.pop();
      found.push(quotation);
      continue;
    }
    const around = top?.single;
    if (around && around !== top && !around.doubtful && around.closing < 0 && around.pair.close.includes(text[at])) {
      if (closesSingle(text, at, marks[i + 1], options.edges)) around.closing = at;
    }
    const opened = pairOpenedBy(text, at, options.edges);
    if (!opened) continue;
    const doubtful = opened.single && startsContraction(text, at, maybeContraction);
    const mark: OpenMark = { at, pair: opened, doubtful, single: null, closing: -1 };
    open.push(opened.single ? Object.assign(mark, { single: mark }) : { ...mark, single: top?.single ?? null });
    counts.set(opened, (counts.get(opened) ?? 0) + 1);
  }
  return withClosedPast(text, open, found);
}

/** With the quotations of single marks that closed past others which were never closed. */
function withClosedPast(text: string, open: readonly OpenMark[], found: readonly FoundQuotation[]): FoundQuotation[] {
  const late: FoundQuotation[] = [];
  for (const { at, closing } of open) {
    const quotation = closing > (late.at(-1)?.marked.end ?? -1) ? quotationAt(text, at, closing) : null;
    if (quotation && at >= (late.at(-1)?.marked.end ?? 0)) late.push(quotation);
  }
  if (late.length === 0) return [...found];
  const all: FoundQuotation[] = [];
  let next = 0;
  for (const quotation of found) {
    while (next < late.length && late[next].marked.start < quotation.marked.start) all.push(late[next++]);
    if (quotation.marked.start >= (all.at(-1)?.marked.end ?? 0)) all.push(quotation);
  }
  return [...all, ...late.slice(next)];
}

const anyMark = new RegExp(`[${quoteMarks}]`, "g");

function marksOf(text: string, inert: readonly Span[]): number[] {
  const marks: number[] = [];
  let skip = 0;
  anyMark.lastIndex = 0;
  while (anyMark.test(text)) {
    const index = anyMark.lastIndex - 1;
    while (skip < inert.length && inert[skip].end <= index) skip++;
    if (skip >= inert.length || index < inert[skip].start) marks.push(index);
  }
  return marks;
}

const letterOrDigit = /[\p{L}\p{N}\p{M}]/u;

function quotationAt(text: string, open: number, close: number): FoundQuotation | null {
  const inner = text.slice(open + 1, close);
  const start = open + 1 + (inner.length - inner.trimStart().length);
  const end = open + 1 + inner.trimEnd().length;
  if (end <= start || !letterOrDigit.test(inner)) return null;
  return { marked: { start: open, end: close + 1 }, words: { start, end } };
}

/** The open pair that the mark at `at` closes, or null where it closes none. */
function pairClosedBy(
  text: string,
  at: number,
  open: readonly OpenMark[],
  counts: ReadonlyMap<MarkPair, number>,
  edges: ReadonlySet<number>,
  nextMark: number | undefined,
): MarkPair | null {
  const mark = text[at];
  const top = open.at(-1);
  if (top?.pair.single && top.pair.close.includes(mark)) {
    if (top.doubtful && wordBehind.test(text.slice(at + 1, at + 3)) && !edges.has(at + 1)) return null;
    return closesSingle(text, at, nextMark, edges) ? top.pair : null;
  }
  if (!doubleMarks.includes(mark)) return null;
  const isTwoSided = mark === '"' || mark === "”";
  if (isTwoSided && opensAgain(text, at, edges)) return null;
  const closed = markPairs.filter((pair) => pair.close.includes(mark) && (counts.get(pair) ?? 0) > 0);
  // “ closes „ only, and opens otherwise: of several open pairs the innermost is closed.
  return closed.length < 2 ? (closed[0] ?? null) : innermost(open, closed);
}

function innermost(open: readonly { readonly pair: MarkPair }[], pairs: readonly MarkPair[]): MarkPair | null {
  for (let i = open.length - 1; i >= 0; i--) if (pairs.includes(open[i].pair)) return open[i].pair;
  return null;
}

function pairOpenedBy(text: string, at: number, edges: ReadonlySet<number>): MarkPair | null {
  const pair = markPairs.find(({ open }) => open === text[at]);
  if (!pair) return null;
  const isOneSided = "“„«「『‚".includes(pair.open);
  if (isOneSided) return pair;
  if (!opensHere(text, at, edges)) return null;
  if (pair.single && (isSpaceOrEnd(text, at + 1) || fullWidth.test(text[at - 1]) || startsContraction(text, at)))
    return null;
  return pair;
}

/** After nothing, white space, a bracket, a dash or another opening mark; in scripts without spaces, after a letter. */
const beforeOpening =
  /[\s([{<（［【〔《\p{Pd}−/“„«‘‚"'「『‹›»\u3000-\u303f\uff00-\uffef\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]/u;

/** A letter or digit of the alphabets that have spaces: behind it stands an apostrophe, and no opening mark. */
const fullWidth = /[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]/;

function opensHere(text: string, at: number, edges: ReadonlySet<number>): boolean {
  return at === 0 || edges.has(at) || beforeOpening.test(text[at - 1]);
}

/** Whether a two-sided mark stands so clearly before a word that it opens, even where it could close. */
function opensAgain(text: string, at: number, edges: ReadonlySet<number>): boolean {
  const opens = edges.has(at) || (at > 0 && /[\s([{\p{Pd}“„«‘‚]/u.test(text[at - 1]));
  return opens && at + 1 < text.length && /[^\s.,;:!?…)\]}]/.test(text[at + 1]);
}

function isSpaceOrEnd(text: string, at: number): boolean {
  return at >= text.length || space.test(text[at]);
}

/** A byte order mark inside a text is no space, but a character that nobody sees. */
const space = /[^\S\ufeff]/;
const mostUnseen = 8;
const unseen = /\p{Cf}|\u034f/u;

/** ’90s, ’tis, ’em: an apostrophe in front of a word. */
const contraction = /(?:\d0s|tis|twas|twere|twill|em|til|n|nuff|cept|neath|gainst)(?![\p{L}\p{N}])/iuy;
/** The same, of words that are words without it as well. */
const maybeContraction = /(?:till|cause|bout|round|\d\d)(?![\p{L}\p{N}])/iuy;
const wordBehind = /^\s?[\p{L}\p{N}]/u;

function startsContraction(text: string, at: number, contractions = contraction): boolean {
  contractions.lastIndex = at + 1;
  return contractions.test(text);
}

const superscript = /[⁰¹²³⁴-⁹]/;
/** l’, d’, qu’: what follows goes on with the word, link or not. */
const elision = /(?<!\p{L})(?:[cdjlmnst]|qu)$/iu;

/** Whether a ’, ' or ‘ ends a quotation and is no apostrophe. */
function closesSingle(text: string, at: number, nextMark: number | undefined, edges: ReadonlySet<number>): boolean {
  const before = characterBefore(text, at);
  const after = characterAt(text, at + 1);
  if (/\s/.test(before)) return false;
  if (superscript.test(after) || (edges.has(at + 1) && !elision.test(text.slice(Math.max(0, at - 3), at)))) return true;
  if (letterOrDigit.test(before) && letterOrDigit.test(after)) return false;
  if (letterOrDigit.test(after) && startsContraction(text, at)) return false;
  // `the dogs’ dinner’`: of two marks that could close, the first is the owner's.
  const isOwner = /s/i.test(before) && /^\s\p{L}/u.test(text.slice(at + 1, at + 3));
  if (!isOwner || nextMark === undefined || !"’'".includes(text[nextMark])) return true;
  const beforeNext = characterBefore(text, nextMark);
  const afterNext = characterAt(text, nextMark + 1);
  return /\s/.test(beforeNext) || (letterOrDigit.test(beforeNext) && letterOrDigit.test(afterNext));
}

/** The whole character, of two units perhaps, behind those that nobody sees; a space where there is none. */
function characterAt(text: string, at: number): string {
  let next = at;
  while (next < at + mostUnseen && unseen.test(text[next] ?? " ")) next++;
  return next < text.length ? String.fromCodePoint(text.codePointAt(next)!) : " ";
}

function characterBefore(text: string, at: number): string {
  let end = at;
  while (end > at - mostUnseen && unseen.test(text[end - 1] ?? " ")) end--;
  const isPair = end > 1 && text.codePointAt(end - 2)! > 0xffff;
  return end > 0 ? text.slice(end - (isPair ? 2 : 1), end) : " ";
}
