import type { Span } from "../../span.ts";
import { longestStretch } from "../locate/partMeasures.ts";
import type { PreparedSource } from "../prepare.ts";
import { longestReplacement } from "../text/bracket.ts";
import { isWordKind, kindAt } from "../text/characters.ts";
import type { ParsedQuote, Part } from "../text/parse.ts";
import { liesWithin } from "../text/spans.ts";
import { hasBrokenWords, knownWords, readStretch, type Stretch } from "../text/stretch.ts";
import { matchPart, type PartMatch } from "./match.ts";
import { type Budget, firstAtLeast, placesOf } from "./places.ts";

export interface StandingOptions {
  /** Where to look, in the prepared text. */
  readonly within: Span;
  /** Places near this offset are looked at first. */
  readonly near: number;
  readonly most: number;
  readonly budget: Budget;
}

/** Finds the places at which one part of a quote stands, and matches each at most once. */
export interface PartFinder {
  /** Where the part's longest plain stretch stands in the prepared text, ascending. */
  readonly starts: Uint32Array;
  /** From the first letter to the last of that stretch. */
  spanOf(index: number): Span;
  matchOf(index: number): PartMatch | null;
  next(from: number): PartMatch | null;
  previous(to: number): PartMatch | null;
}

export function partFinder(
  source: PreparedSource,
  quote: ParsedQuote,
  part: Part,
  options: StandingOptions,
): PartFinder {
  const { text } = source;
  const pattern = longestStretch(part);
  const { starts, lasts } = placesOf(source, part, pattern.units, options);
  const matches = new Map<number, PartMatch | null>();
  const slack = bracketSlack(part);

  const finder: PartFinder = {
    starts,
    spanOf: (index) => ({ start: starts[index], end: lasts[index] + 1 }),
    matchOf: (index) => {
      let match = matches.get(index);
      if (match === undefined) {
        match = matchAt(starts[index], lasts[index]);
        matches.set(index, match);
      }
      return match;
    },
    next: (start) => {
      for (let i = firstAtLeast(starts, start); i < starts.length && options.budget.characters > 0; i++) {
        const match = finder.matchOf(i);
        if (match !== null && match.span.start >= start) return match;
      }
      return null;
    },
    previous: (end) => {
      for (let i = firstAtLeast(starts, end) - 1; i >= 0 && options.budget.characters > 0; i--) {
        const match = finder.matchOf(i);
        if (match !== null && match.span.end <= end) return match;
      }
      return null;
    },
  };
  return finder;

  function matchAt(offset: number, last: number): PartMatch | null {
    if (!beginsWord(text, offset)) {
      options.budget.characters -= 8;
      return null;
    }
    const before = pattern.before === 0 ? 0 : slack + (part.end - part.start);
    const behind =
      pattern.units.length === 0 || part.elements.length === 1
        ? 0
        : slack === 0
          ? 0
          : slack + (part.end - part.start) * 2;
    const range = { start: marksBefore(text, offset - before), end: last + 1 + behind };
    options.budget.characters -= range.end - offset + before + 32;
    const match = matchIn(readStretch(source, range.start, range.end, knownWords(part)), offset);
    if (match !== null || !hasBrokenWords(text, range.start - 1, range.end)) return match;
    // The quote may begin or end between the two halves of a word.
    return matchIn(readStretch(source, range.start, range.end, "halves"), offset);
  }

  function matchIn(stretch: Stretch, offset: number): PartMatch | null {
    const at = stretch.words.findIndex((word) => word.start === offset);
    if (at < 0) return null;
    const furthest = pattern.before === 0 ? 0 : mostWordsBefore(part, pattern.before);
    for (let first = at - fewestWordsBefore(part, pattern.before); first >= Math.max(0, at - furthest); first--) {
      const match = matchPart(quote.text, part, stretch, { first, budget: options.budget });
      if (match !== null && liesWithin(match.span, options.within)) return match;
    }
    return null;
  }
}

/** Where the marks in front of `offset` begin: at most 20 units before it. */
function marksBefore(text: string, offset: number): number {
  let at = Math.max(0, offset);
  while (at > 0 && offset - at < 20 && !isWordKind(kindAt(text, at - 1))) at--;
  return at;
}

function beginsWord(text: string, offset: number): boolean {
  if (offset === 0) return true;
  const before = kindAt(text, offset - 1);
  const isWord = isWordKind(before);
  return !isWord || !isWordKind(kindAt(text, offset));
}

function bracketSlack(part: Part): number {
  let slack = 0;
  for (const element of part.elements) if (element.type !== "word") slack += longestReplacement * 20 + 40;
  return Math.min(slack, 4000);
}

function fewestWordsBefore(part: Part, count: number): number {
  return part.elements.slice(0, count).filter((element) => element.type !== "bracket").length;
}

function mostWordsBefore(part: Part, count: number): number {
  let most = 0;
  for (const element of part.elements.slice(0, count)) {
    if (element.type === "word") most++;
    else most += Math.max(element.type === "partial" ? 1 : longestReplacement, element.literal.words.length);
  }
  return most;
}
