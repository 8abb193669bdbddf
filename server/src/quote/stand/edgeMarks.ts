import { isFinalPunctuation, isHigh, isLineEnd, isLow, isUnseen, Kind, kindAt } from "../text/characters.ts";

/** A place in a text, and how far from it may be read: `limit` is in front of `at` where reading goes back. */
export interface Edge {
  readonly text: string;
  readonly at: number;
  readonly limit: number;
}

interface Options {
  readonly direction: 1 | -1;
  /** Whether dots and ellipses count. */
  readonly withDots: boolean;
}

/** More marks than these at a quote's ends are not counted to its passage. */
const longestMarks = 20;
/** White space, in units, that may stand between two of them. */
const longestSpace = 200;

/**
 * How far the marks that a quote begins or ends with stand in the source, too: the offset in the source behind the last
 * of them (in front of the first, where reading goes back), or its `at` where there is none. What cannot be seen makes no
 * difference, so that the answer does not depend on line ends.
 */
export function endOfCommonMarks(quote: Edge, source: Edge, { direction, withDots }: Options): number {
  let reached = source.at;
  let inQuote = quote.at;
  let inSource = source.at;
  for (let marks = 0; marks < longestMarks; marks++) {
    const own = behindUnseen(quote, inQuote, direction);
    const its = behindUnseen(source, inSource, direction);
    const mark = characterAt(quote, own.at, direction);
    const other = characterAt(source, its.at, direction);
    if (mark === "" || other === "" || !isSameMark(mark, other)) break;
    if (!withDots && isDot(mark)) break;
    // A mark that a quotation may have of its own, close to its words, is not one of another line of the source.
    if (its.lineEnd && !own.space && isFree(mark)) break;
    inQuote = own.at + direction * mark.length;
    inSource = its.at + direction * other.length;
    reached = inSource;
  }
  return reached;
}

function behindUnseen(edge: Edge, from: number, direction: 1 | -1): { at: number; space: boolean; lineEnd: boolean } {
  let at = from;
  let space = false;
  let lineEnd = false;
  for (let units = 0; units < longestSpace; units++) {
    const character = characterAt(edge, at, direction);
    const kind = kindAt(character, 0);
    if (character === "" || !isUnseen(kind)) break;
    space ||= kind === Kind.space;
    lineEnd ||= isLineEnd(character, 0);
    at += direction * character.length;
  }
  return { at, space, lineEnd };
}

/** The character that begins at `at`, or ends there where reading goes back; empty at the limit. */
function characterAt({ text, limit }: Edge, at: number, direction: 1 | -1): string {
  if (direction > 0) return at >= limit ? "" : text.slice(at, at + (isHigh(text, at) && isLow(text, at + 1) ? 2 : 1));
  return at <= limit ? "" : text.slice(at - (isLow(text, at - 1) ? 2 : 1), at);
}

function isDot(mark: string): boolean {
  const kind = kindAt(mark, 0);
  return kind === Kind.dot || kind === Kind.ellipsis;
}

function isFree(mark: string): boolean {
  const kind = kindAt(mark, 0);
  return kind === Kind.quote || kind === Kind.apostrophe || kind === Kind.ellipsis || isFinalPunctuation(mark);
}

/** Whether two characters are the same mark or of the same kind of marks; no word goes on in either. */
function isSameMark(mark: string, other: string): boolean {
  const kind = kindAt(mark, 0);
  const otherKind = kindAt(other, 0);
  if (kind === Kind.quote || kind === Kind.apostrophe) {
    return otherKind === Kind.quote || otherKind === Kind.apostrophe;
  }
  return kind === Kind.dash ? otherKind === Kind.dash : kind >= Kind.dot && mark === other;
}
