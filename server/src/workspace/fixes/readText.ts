import { type Reading, unitAt } from "../../note/reading.ts";
import { isWordKind, Kind, kindAt } from "../../quote/text/characters.ts";
import type { Source } from "../../source/source.ts";
import type { Span } from "../../span.ts";

/** A text as a reader sees it, and where it was read from; without a reading the two are the same. */
export interface ReadText {
  readonly text: string;
  readonly reading: Reading | null;
}

/** A source's words as a reader sees them. */
export function sourceText({ text, reading }: Source): ReadText {
  return { text: reading?.text ?? text, reading };
}

/** What of a text as it reads comes from a span of the original one. */
export function readSpan({ reading }: ReadText, { start, end }: Span): Span {
  if (reading === null) return { start, end };
  const from = unitAt(reading, start);
  return { start: from, end: Math.max(from, unitAt(reading, end)) };
}

/** The span with all that is no word on either side of it; at an end of the text, without what is there. */
export function withGaps(text: string, { start, end }: Span): Span {
  let [from, to] = [start, end];
  while (from > 0 && !isWordAt(text, from - 1)) from--;
  while (to < text.length && !isWordAt(text, to)) to++;
  return { start: from === 0 ? start : from, end: to === text.length ? end : to };
}

/** The gaps between the words of a span: empty ones in scripts that write no space between words. */
export function gapsWithin(text: string, { start, end }: Span): Span[] {
  const gaps: Span[] = [];
  let gapStart = -1;
  for (let at = start; at < end; at++) {
    if (!isWordAt(text, at)) {
      gapStart = gapStart < 0 ? at : gapStart;
      continue;
    }
    if (gapStart > start || (gapStart < 0 && isBetweenIdeographs(text, start, at))) {
      gaps.push({ start: gapStart < 0 ? at : gapStart, end: at });
    }
    gapStart = -1;
  }
  return gaps;
}

function isBetweenIdeographs(text: string, start: number, at: number): boolean {
  const isInPair = at > 0 && (text.codePointAt(at - 1) ?? 0) > 0xffff;
  return at > start && !isInPair && kindAt(text, at) === Kind.ideograph && kindAt(text, at - 1) === Kind.ideograph;
}

function isWordAt(text: string, index: number): boolean {
  const kind = kindAt(text, index);
  return isWordKind(kind) || kind === Kind.ideograph || kind === Kind.symbol;
}
