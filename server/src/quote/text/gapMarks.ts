import { halfWidth, isFinalPunctuation, isLineEnd, Kind, kindAt } from "./characters.ts";

/** Folds the marks of `text` from `from` to `to`; see {@link Word.gap}. */
export function foldGap(text: string, from: number, to: number): string {
  let gap = "";
  let ellipsisEnd = -1;
  for (let at = from; at < to; at++) {
    const kind = kindAt(text, at);
    switch (kind) {
      case Kind.quote:
      case Kind.apostrophe:
        if (!opensQuote(text, at)) gap += "”";
        else gap += at > from && isLineEnd(text, at - 1) ? "‟" : "“";
        break;
      case Kind.dash:
        if (at === from || kindAt(text, at - 1) !== Kind.dash) gap += isBullet(text, from, at) ? "⁃" : "-";
        break;
      case Kind.ellipsis:
        gap = withEllipsis(gap);
        ellipsisEnd = at + 1;
        break;
      case Kind.dot: {
        const end = endOfDots(text, at, to);
        if (end > at) {
          gap = withEllipsis(gap);
          ellipsisEnd = end;
          at = end - 1;
        } else if (at === ellipsisEnd || (at === ellipsisEnd + 1 && isInlineSpace(text, at - 1))) ellipsisEnd = -1;
        // The fourth dot of an ellipsis at a sentence's end is part of it; any other is a full stop.
        else gap += ".";
        break;
      }
      case Kind.punctuation: {
        const end = endOfDots(text, at, to);
        if (end > at) {
          gap = withEllipsis(gap);
          at = end - 1;
        } else gap += canonical[text[at]] ?? halfWidth(text[at]);
        break;
      }
      default:
    }
  }
  return gap;
}

/** Whether the dash at `at` begins a line and has a space behind it, as an item of a list has. */
function isBullet(text: string, from: number, at: number): boolean {
  let before = at - 1;
  while (before >= from && isInlineSpace(text, before)) before--;
  return before >= from && isLineEnd(text, before) && at + 1 < text.length && isInlineSpace(text, at + 1);
}

/** The Greek question mark and semicolon, which the composed form writes with others, and the half-width forms of Japanese. */
const canonical: Readonly<Record<string, string>> = { "\u037e": ";", "\u0387": "·", "｡": "。", "､": "、", "･": "・" };

/** Dots of Chinese and Japanese that make an ellipsis where three stand together. */
const wideDots = "・･。．";

/** Whether an ellipsis in any form stands in the text. */
export function hasEllipsis(text: string): boolean {
  return /…|⋯|\.[^\S\n\r]?\.[^\S\n\r]?\./u.test(text);
}

/** The end of an ellipsis written with three or more dots, spaced or not, that begins at `at`; else `at`. */
export function endOfDots(text: string, at: number, to: number): number {
  if (kindAt(text, at) !== Kind.dot) {
    let wide = at;
    while (wide < to && wideDots.includes(text[at]) && text[wide] === text[at]) wide++;
    return wide - at >= 3 ? wide : at;
  }
  let dots = 0;
  let end = at;
  for (let i = at; i < to; i++) {
    const kind = kindAt(text, i);
    if (kind === Kind.dot) {
      dots++;
      end = i + 1;
    } else if (!isInlineSpace(text, i) || i + 1 >= to || kindAt(text, i - 1) !== Kind.dot) break;
  }
  return dots >= 3 ? end : at;
}

function withEllipsis(gap: string): string {
  return gap.endsWith("…") ? gap : `${gap}…`;
}

function isInlineSpace(text: string, at: number): boolean {
  return kindAt(text, at) === Kind.space && !isLineEnd(text, at);
}

/** By its neighbours, and where they say nothing, by its form. */
function opensQuote(text: string, at: number): boolean {
  // A mark in front of a comma closes, whatever its form: “ and ‘ do in German, and » behind a space in French.
  const behind = text[at + 1] ?? "";
  if (at > 0 && behind !== "" && isFinalPunctuation(behind) && endOfDots(text, at + 1, at + 4) === at + 1) return false;
  const spaceBefore = at === 0 || isOpenSide(text, at - 1);
  const spaceAfter = at + 1 >= text.length || kindAt(text, at + 1) === Kind.space;
  if (spaceBefore !== spaceAfter) return spaceBefore;
  return "“„«‹「『〝‘‚".includes(text[at]);
}

function isOpenSide(text: string, at: number): boolean {
  const kind = kindAt(text, at);
  return kind === Kind.space || kind === Kind.dash || "([{".includes(text[at]);
}
