import type { Span } from "../span.ts";
import { isAbbreviation } from "./abbreviations.ts";
import { isCitationSentence } from "./attribution.ts";
import type { Link } from "./markdown/inlineText.ts";
import type { FoundQuotation } from "./quotation.ts";
import { firstIndex } from "./search.ts";
import { saysWhoSpoke } from "./speech.ts";

/**
 * The sentences of one block's running text. Both lists are offsets into the text, in order: the first unit of every
 * sentence but the first.
 */
export interface Sentences {
  readonly starts: readonly number[];
  /** Where a new sentence probably starts behind a quotation that ends with its own full stop. */
  readonly softStarts: readonly number[];
}

const terminators = /[.!?…。！？｡．؟।॥۔]/g;
const terminator = /[.!?…。！？｡．؟।॥۔]/;
const wideTerminator = /[。！？｡．।॥]/;
const closing = /[)\]}）］】」』”’»"'›]/;
const openingBracket = /[([（［]/;
const closingBracket = /[)\]）］]/;
const anyBracket = /[([（［)\]）］]/g;

/**
 * Finds where sentences end: at a terminator that is no abbreviation's and is followed by white space and no lower-case
 * word (the wide ones of CJK need none). Inside quotations, the text of links and brackets none ends, but for brackets
 * that hold sentences of their own. A citation right behind it belongs to the sentence before, and two sentences are
 * one where the first only attributes the quotation that the second goes on with.
 */
export function findSentences(text: string, quotations: readonly FoundQuotation[], links: readonly Link[]): Sentences {
  const starts: number[] = [];
  const brackets = findBrackets(text, quotations);
  /** Index of the first quotation, link and bracket that does not end before the terminator. */
  let quotation = 0;
  let link = 0;
  let bracket = 0;
  let behind = 0;
  terminators.lastIndex = 0;
  while (terminators.test(text)) {
    const at = terminators.lastIndex - 1;
    while (quotation < quotations.length && quotations[quotation].marked.end <= at) quotation++;
    const around = quotations[quotation];
    if (around && around.marked.start <= at) {
      terminators.lastIndex = around.marked.end;
      continue;
    }
    if (at < behind) continue;
    while (link < links.length && links[link].read.end <= at) link++;
    while (bracket < brackets.length && brackets[bracket].end <= at) bracket++;
    const aside = brackets[bracket];
    const isAside = aside && aside.start < at && aside.start > (starts.at(-1) ?? 0);
    const inside = isAside ? aside.end : endOfLinkText(text, links[link], at);
    if (inside > at) {
      terminators.lastIndex = inside;
      continue;
    }
    const before = quotations[quotation - 1];
    if (before && around && isLeftOut(text, before.marked.end, around.marked.start)) continue;
    const start = sentenceStart(text, at, links, link);
    if (start < 0) continue;
    behind = start;
    const isInterrupted =
      around?.marked.start === start &&
      before?.marked.start >= (starts.at(-1) ?? 0) &&
      !hasLink(links, link, before.marked.end, start) &&
      isAttribution(text, before, start);
    if (start < text.length && !isInterrupted) starts.push(start);
  }
  return {
    starts: starts.filter(
      (start, i) => !citesOnly(text, { start, end: starts[i + 1] ?? text.length }, quotations, links),
    ),
    softStarts: findSoftStarts(text, quotations, links),
  };
}

/** Whether a sentence only cites: it belongs to the one before. */
function citesOnly(
  text: string,
  sentence: Span,
  quotations: readonly FoundQuotation[],
  links: readonly Link[],
): boolean {
  const { start, end } = sentence;
  const first = firstIndex(links, ({ read }) => read.start >= start);
  if (!(links[first]?.read.start < end)) return false;
  if (quotations[firstIndex(quotations, ({ marked }) => marked.start >= start)]?.marked.start < end) return false;
  const own = links.slice(
    first,
    firstIndex(links, ({ read }) => read.start >= end),
  );
  return isCitationSentence(text, own, sentence);
}

/** Whether only an ellipsis stands between two quotations: `"…" … "…"` says that something was left out. */
function isLeftOut(text: string, from: number, to: number): boolean {
  return to - from < 20 && /^\s*(?:…|\.{3,4}|\.(?:\s\.){2,3})\s*$/.test(text.slice(from, to));
}

/** Where a link's text, without the marks at its end, goes on to that holds `at`; `at` where none does. */
function endOfLinkText(text: string, link: Link | undefined, at: number): number {
  if (!link || link.read.start > at) return at;
  let end = link.read.end;
  while (end > at && (terminator.test(text[end - 1]) || closing.test(text[end - 1]))) end--;
  return end;
}

/** Whether a link starts between the two; `next` is the index of a link near the end of the range. */
function hasLink(links: readonly Link[], next: number, from: number, to: number): boolean {
  return links[next - 1]?.read.start >= from || links[next]?.read.start < to;
}

/** Where the next sentence starts if the terminator at `at` ends one; -1 where it ends none. */
function sentenceStart(text: string, at: number, links: readonly Link[], firstLink: number): number {
  let next = at + 1;
  while (next < text.length && (terminator.test(text[next]) || closing.test(text[next]))) next++;
  const isWide = wideTerminator.test(text[at]);
  const isLinkNext = links[firstLink]?.read.start === next;
  if (!isWide && !isLinkNext && next < text.length && !/\s/.test(text[next])) return -1;
  if (text[at] === "." && isAbbreviation(text, at)) return -1;
  // An ellipsis with spaces: the last of its stops decides.
  if (text[skipSpaces(text, next)] === ".") return -1;
  next = skipCitations(text, next, links, firstLink);
  // A lower-case word goes on with the sentence: “Yahoo! and”, “… and”.
  return !isWide && /^\p{Ll}/u.test(text.slice(next, next + 2)) ? -1 : next;
}

/** Skips white space and the citations that stand right behind a full stop. */
function skipCitations(text: string, from: number, links: readonly Link[], firstLink: number): number {
  let next = skipSpaces(text, from);
  for (let i = firstLink; i < links.length; i++) {
    const { form, read } = links[i];
    if (read.start < next || (form === "footnote" && read.start === next)) continue;
    const bracketEnd = openingBracket.test(text[next] ?? "") ? endOfBracket(text, next) : -1;
    if (bracketEnd > read.start) {
      while (i + 1 < links.length && links[i + 1].read.start < bracketEnd) i++;
      next = skipSpaces(text, bracketEnd);
    } else if (read.start === next && standsAlone(text, read.end)) {
      next = skipSpaces(text, read.end);
    } else {
      break;
    }
    while (next < text.length && /[.,;:!?…。！？]/.test(text[next])) next = skipSpaces(text, next + 1);
  }
  return next;
}

/** Whether a link after a full stop, which ends at `at`, does not start a sentence of its own. */
function standsAlone(text: string, at: number): boolean {
  const next = skipSpaces(text, at);
  return next >= text.length || /^[\p{Lu}\p{Pi}.;"„]/u.test(text.slice(next, next + 2));
}

/** How far a parenthesis may run: one that goes on for longer was hardly meant to be closed there. */
const longestParenthesis = 400;

/** The outermost brackets outside quotations, in order. */
function findBrackets(text: string, quotations: readonly FoundQuotation[]): Span[] {
  const found: Span[] = [];
  const open: number[] = [];
  let quotation = 0;
  anyBracket.lastIndex = 0;
  while (anyBracket.test(text)) {
    const at = anyBracket.lastIndex - 1;
    while (quotation < quotations.length && quotations[quotation].marked.end <= at) quotation++;
    const around = quotations[quotation]?.marked;
    if (around && around.start <= at) {
      anyBracket.lastIndex = around.end;
      continue;
    }
    if (openingBracket.test(text[at])) open.push(at);
    else {
      const start = open.pop();
      if (start === undefined || at - start > longestParenthesis) continue;
      while (found.length > 0 && found[found.length - 1].start > start) found.pop();
      found.push({ start, end: at + 1 });
    }
  }
  return found;
}

function endOfBracket(text: string, at: number): number {
  let depth = 0;
  const limit = Math.min(text.length, at + longestParenthesis);
  for (let end = at; end < limit; end++) {
    if (openingBracket.test(text[end])) depth++;
    else if (closingBracket.test(text[end]) && --depth === 0) return end + 1;
  }
  return -1;
}

function skipSpaces(text: string, from: number): number {
  let next = from;
  while (next < text.length && /\s/.test(text[next])) next++;
  return next;
}

/** In words. */
const longestAttribution = 15;

/** Whether what stands between is an attribution: `"A," he said. "B"` is one quotation, interrupted. */
function isAttribution(text: string, { marked, words }: FoundQuotation, end: number): boolean {
  const between = text.slice(marked.end, end).trim();
  if (between.split(/\s+/, longestAttribution + 1).length > longestAttribution) return false;
  const last = text[words.end - 1];
  if (/[,!?…—–，、]/.test(last) || /[,，]/.test(text[marked.end] ?? "")) return true;
  // Hasty notes leave the comma out. Behind a full stop, more than a name and a verb is a sentence of its own.
  return saysWhoSpoke(between, last !== "." || /^\p{Ll}/u.test(between) ? "at least" : "only");
}

/** `"… it." The official` may be one sentence or two; `"… it." he said` is one. */
function findSoftStarts(text: string, quotations: readonly FoundQuotation[], links: readonly Link[]): number[] {
  const starts: number[] = [];
  let link = 0;
  for (const { marked, words } of quotations) {
    while (link < links.length && links[link].read.start < marked.end) link++;
    if (!terminator.test(text[words.end - 1])) continue;
    const next = skipCitations(text, marked.end, links, link);
    if (next > marked.end && /^\p{Lu}/u.test(text.slice(next, next + 2))) starts.push(next);
  }
  return starts;
}
