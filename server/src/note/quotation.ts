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

/**
 * Finds the outermost quotations of running text, in order. Marks that find no partner are text. Linear: a mark closes
 * the nearest open mark of its pair, and drops those that were opened since.
 */
export function findQuotations(
  text: string,
  options: QuotationOptions = { inert: [], edges: new Set() },
): FoundQuotation[] {
  const open: { readonly at: number; readonly pair: MarkPair }[] = [];
  const counts = new Map<MarkPair, number>();
  const found: FoundQuotation[] = [];
  const marks = marksOf(text, options.inert);

  for (const [i, at] of marks.entries()) {
    const pair = pairClosedBy(text, at, open, counts, options.edges, marks[i + 1]);
    if (pair) {
      let start = -1;
      while (start < 0) {
        const top = open.pop();
        if (!top) break;
        counts.set(top.pair, (counts.get(top.pair) ?? 0) - 1);
        if (top.pair === pair) start = top.at;
      }
      const quotation = start < 0 ? null : quotationAt(text, start, at);
      if (!quotation) continue;
      while (found.length > 0 && found[found.length - 1].marked.start > start) found.pop();
      found.push(quotation);
    } else {
      const opened = pairOpenedBy(text, at, options.edges);
      if (!opened) continue;
      open.push({ at, pair: opened });
      counts.set(opened, (counts.get(opened) ?? 0) + 1);
    }
  }
  return found;
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
  open: readonly { readonly pair: MarkPair }[],
  counts: ReadonlyMap<MarkPair, number>,
  edges: ReadonlySet<number>,
  nextMark: number | undefined,
): MarkPair | null {
  const mark = text[at];
  const top = open.at(-1)?.pair;
  if (top?.single && top.close.includes(mark)) return closesSingle(text, at, nextMark, edges) ? top : null;
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
  if (pair.single && (isSpaceOrEnd(text, at + 1) || startsContraction(text, at))) return null;
  return pair;
}

/** After nothing, white space, a bracket, a dash or another opening mark; in scripts without spaces, after a letter. */
const beforeOpening =
  /[\s([{<（［【〔《\p{Pd}−/“„«‘‚"'「『‹›»\u3000-\u303f\uff00-\uffef\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]/u;

function opensHere(text: string, at: number, edges: ReadonlySet<number>): boolean {
  return at === 0 || edges.has(at) || beforeOpening.test(text[at - 1]);
}

/** Whether a two-sided mark stands so clearly before a word that it opens, even where it could close. */
function opensAgain(text: string, at: number, edges: ReadonlySet<number>): boolean {
  const opens = edges.has(at) || (at > 0 && /[\s([{\p{Pd}“„«‘‚]/u.test(text[at - 1]));
  return opens && at + 1 < text.length && /[^\s.,;:!?…)\]}]/.test(text[at + 1]);
}

function isSpaceOrEnd(text: string, at: number): boolean {
  return at >= text.length || /\s/.test(text[at]);
}

/** ’90s, ’tis, ’em: an apostrophe in front of a word. */
const contraction =
  /(?:\d0s|tis|twas|twere|twill|em|til|till|cause|bout|round|n|nuff|cept|neath|gainst)(?![\p{L}\p{N}])/iuy;

function startsContraction(text: string, at: number): boolean {
  contraction.lastIndex = at + 1;
  return contraction.test(text);
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

/** The whole character, of two units perhaps; a space where there is none. */
function characterAt(text: string, at: number): string {
  return at < text.length ? String.fromCodePoint(text.codePointAt(at)!) : " ";
}

function characterBefore(text: string, at: number): string {
  const isPair = at > 1 && text.codePointAt(at - 2)! > 0xffff;
  return at > 0 ? text.slice(at - (isPair ? 2 : 1), at) : " ";
}
