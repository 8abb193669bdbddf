import { isAbbreviation } from "./abbreviations.ts";
import type { Link } from "./markdown/inline.ts";
import type { FoundQuotation } from "./quotation.ts";

/**
 * The sentences of one block's running text. Both lists are offsets into the text, in order: the first unit of every
 * sentence but the first.
 */
export interface Sentences {
  readonly starts: readonly number[];
  /** Where a new sentence probably starts behind a quotation that ends with its own full stop. */
  readonly softStarts: readonly number[];
}

const terminator = /[.!?…。！？｡．]/g;
const wideTerminator = /[。！？｡．]/;
const closing = /[)\]}）］】」』”’»"'›]/;

/**
 * Finds where sentences end: at a terminator outside quotations that is no abbreviation's and is followed by white
 * space and no lower-case word (the wide ones of CJK need none). A citation right behind it belongs to the sentence
 * before, and two sentences are one where the first only attributes the quotation that the second goes on with.
 */
export function findSentences(text: string, quotations: readonly FoundQuotation[], links: readonly Link[]): Sentences {
  const starts: number[] = [];
  let quotation = 0;
  let link = 0;
  let behind = 0;
  terminator.lastIndex = 0;
  for (let match = terminator.exec(text); match; match = terminator.exec(text)) {
    const at = match.index;
    while (quotation < quotations.length && quotations[quotation].marked.end <= at) quotation++;
    const around = quotations[quotation];
    if (around && around.marked.start <= at) {
      terminator.lastIndex = around.marked.end;
      continue;
    }
    if (at < behind) continue;
    while (link < links.length && links[link].read.end <= at) link++;
    const start = sentenceStart(text, at, links, link);
    if (start < 0) continue;
    behind = start;
    const linkBetween = Math.max(links[link - 1]?.read.start ?? -1, nextBefore(links[link]?.read.start ?? -1, start));
    const [before, after] = [quotations[quotation - 1], quotations[quotation]];
    const isInterrupted =
      after?.marked.start === start &&
      before?.marked.start >= (starts.at(-1) ?? 0) &&
      before.marked.end > linkBetween &&
      isAttribution(text, before, start);
    if (start < text.length && !isInterrupted) starts.push(start);
  }
  return { starts, softStarts: findSoftStarts(text, quotations, links) };
}

function nextBefore(place: number, limit: number): number {
  return place < limit ? place : -1;
}

/** Where the next sentence starts if the terminator at `at` ends one; -1 where it ends none. */
function sentenceStart(text: string, at: number, links: readonly Link[], firstLink: number): number {
  let next = at + 1;
  while (next < text.length && (/[.!?…。！？｡．]/.test(text[next]) || closing.test(text[next]))) next++;
  const isWide = wideTerminator.test(text[at]);
  const linkFollows = links[firstLink]?.read.start === next;
  if (!isWide && !linkFollows && next < text.length && !/\s/.test(text[next])) return -1;
  if (text[at] === "." && isAbbreviation(text, at)) return -1;
  // An ellipsis with spaces: the last of its stops decides.
  if (text[skipSpaces(text, next)] === ".") return -1;
  next = skipCitations(text, next, links, firstLink);
  // A lower-case word goes on with the sentence: “… he said.”, Yahoo! and such.
  return !isWide && /^\p{Ll}/u.test(text.slice(next, next + 2)) ? -1 : next;
}

/** How far a parenthesis with a citation in it may run. */
const longestParenthesis = 300;

/** Skips white space and the citations that stand right behind a full stop. */
function skipCitations(text: string, from: number, links: readonly Link[], firstLink: number): number {
  let next = skipSpaces(text, from);
  for (let i = firstLink; i < links.length; i++) {
    const { form, read } = links[i];
    if (read.start < next) continue;
    if (form === "footnote" && read.start <= next) continue;
    const bracket = /[([（［]/.test(text[next] ?? "") ? closingBracket(text, next) : -1;
    if (bracket > read.start) {
      while (i + 1 < links.length && links[i + 1].read.start < bracket) i++;
      next = skipSpaces(text, bracket);
    } else if (read.start === next && endsSentence(text, read.end)) {
      next = skipSpaces(text, read.end);
    } else {
      break;
    }
    while (next < text.length && /[.,;:!?…。！？]/.test(text[next])) next = skipSpaces(text, next + 1);
  }
  return next;
}

/** Whether a link that stands alone after a full stop ends there, and does not start a sentence of its own. */
function endsSentence(text: string, at: number): boolean {
  const next = skipSpaces(text, at);
  return next >= text.length || /^[\p{Lu}.;\p{Pi}"“„«]/u.test(text.slice(next, next + 2));
}

function closingBracket(text: string, at: number): number {
  let depth = 0;
  const limit = Math.min(text.length, at + longestParenthesis);
  for (let end = at; end < limit; end++) {
    if (/[([（［]/.test(text[end])) depth++;
    else if (/[)\]）］]/.test(text[end]) && --depth === 0) return end + 1;
  }
  return -1;
}

function skipSpaces(text: string, from: number): number {
  let next = from;
  while (next < text.length && /\s/.test(text[next])) next++;
  return next;
}

const longestAttribution = 15;

/** Whether what stands between is an attribution: `"A," he said. "B"` is one quotation, interrupted. */
function isAttribution(text: string, { marked, words }: FoundQuotation, end: number): boolean {
  if (!/[,!?…—–，、]/.test(text[words.end - 1]) && !/[,，]/.test(text[marked.end] ?? "")) return false;
  return (
    text
      .slice(marked.end, end)
      .trim()
      .split(/\s+/, longestAttribution + 1).length <= longestAttribution
  );
}

/** `"… it." The official` may be one sentence or two; `"… it." he said` is one. */
function findSoftStarts(text: string, quotations: readonly FoundQuotation[], links: readonly Link[]): number[] {
  const starts: number[] = [];
  let link = 0;
  for (const { marked, words } of quotations) {
    while (link < links.length && links[link].read.start < marked.end) link++;
    if (!/[.!?…。！？]/.test(text[words.end - 1])) continue;
    const next = skipCitations(text, marked.end, links, link);
    if (next > marked.end && /^\p{Lu}/u.test(text.slice(next, next + 2))) starts.push(next);
  }
  return starts;
}
