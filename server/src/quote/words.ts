import { isWordKind, Kind, kindAt } from "./characters.ts";

/** What folding took out of a word, as bits of {@link Word.folded}. */
export const Folded = { form: 1, ligature: 2, softHyphen: 4, invisible: 8, apostrophe: 16 } as const;

/** A word with the marks in front of it. A number, a symbol and a character of Chinese, say, are words as well. */
export interface Word {
  /** NFC, without what permitted changes may add; letters of their case, diacritics kept. */
  readonly text: string;
  /** In the text that was read. */
  readonly start: number;
  readonly end: number;
  /**
   * The punctuation between the word before and this one, folded: `“` an opening and `”` a closing mark of any style,
   * `‟` an opening mark that begins a line, `-` any dash, `…` any ellipsis. No white space.
   */
  readonly gap: string;
  /** Bits of {@link Folded}. */
  readonly folded: number;
}

export interface Words {
  readonly words: readonly Word[];
  /** The marks behind the last word. */
  readonly after: string;
}

/**
 * Reads `text` from `from` to `to` into words, in linear time. A word broken at a line's end ("inter-\nnational") is
 * one word, unless `known` has one of its halves and not the whole.
 */
export function readWords(text: string, from: number, to: number, known?: ReadonlySet<string>): Words {
  const words: Word[] = [];
  let at = from;
  let gapStart = from;
  while (at < to) {
    const kind = kindAt(text, at);
    if (!startsWord(kind)) {
      at += kind === Kind.mark || !isHigh(text, at) ? 1 : 2;
      continue;
    }
    const end = Math.min(to, endOfWord(text, at, to, kind, known));
    const gap = at === gapStart ? "" : foldGap(text, gapStart, at);
    const raw = text.slice(at, end);
    const folded = isPlain(raw) ? 0 : foldedBits(raw);
    words.push({ text: folded === 0 ? raw : foldWord(raw), start: at, end, gap, folded });
    at = end;
    gapStart = end;
  }
  return { words, after: foldGap(text, gapStart, to) };
}

/** Where reading must begin so that the word at `offset` is read whole: at most 200 units in front of it. */
export function readingStart(text: string, offset: number): number {
  const limit = Math.max(0, offset - 200);
  let at = offset;
  while (at > limit) {
    if (kindAt(text, at - 1) !== Kind.space) at--;
    else if (isBrokenBefore(text, at)) at = hyphenBefore(text, at);
    else break;
  }
  return isLow(text, at) ? at - 1 : at;
}

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
        if (at === from || kindAt(text, at - 1) !== Kind.dash) gap += "-";
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
      case Kind.punctuation:
        gap += halfWidth(text[at]);
        break;
      default:
    }
  }
  return gap;
}

/** The end of an ellipsis written with three or more dots, spaced or not, that begins at `at`; else `at`. */
export function endOfDots(text: string, at: number, to: number): number {
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

function isLineEnd(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return unit === 10 || unit === 13;
}

function halfWidth(character: string): string {
  const unit = character.charCodeAt(0);
  return unit > 0xff00 && unit < 0xff5f ? String.fromCharCode(unit - 0xfee0) : character;
}

/** By its neighbours, and where they say nothing, by its form. */
function opensQuote(text: string, at: number): boolean {
  const spaceBefore = at === 0 || isOpenSide(text, at - 1);
  const spaceAfter = at + 1 >= text.length || kindAt(text, at + 1) === Kind.space;
  if (spaceBefore !== spaceAfter) return spaceBefore;
  return "“„«‹「『〝‘‚".includes(text[at]);
}

function isOpenSide(text: string, at: number): boolean {
  const kind = kindAt(text, at);
  return kind === Kind.space || kind === Kind.dash || "([{".includes(text[at]);
}

function startsWord(kind: number): boolean {
  return kind === Kind.letter || kind === Kind.digit || kind === Kind.ideograph || kind === Kind.symbol;
}

function isHigh(text: string, at: number): boolean {
  return (text.charCodeAt(at) & 0xfc00) === 0xd800;
}

function isLow(text: string, at: number): boolean {
  return at > 0 && (text.charCodeAt(at) & 0xfc00) === 0xdc00 && isHigh(text, at - 1);
}

/** Longer words are cut, so that nothing depends on the length of one. */
const longestWord = 400;

function endOfWord(
  text: string,
  start: number,
  to: number,
  kind: number,
  known: ReadonlySet<string> | undefined,
): number {
  let at = start + (isHigh(text, start) ? 2 : 1);
  if (kind === Kind.ideograph || kind === Kind.symbol) {
    while (at < to && kindAt(text, at) === Kind.mark) at++;
    return at;
  }
  const limit = Math.min(to, start + longestWord);
  while (at < limit) {
    const next = kindAt(text, at);
    if (isWordKind(next)) at += isHigh(text, at) ? 2 : 1;
    else if (next === Kind.softHyphen || next === Kind.invisible) {
      const after = behindHidden(text, at, limit);
      if (after >= limit || !isWordKind(kindAt(text, after))) break;
      at = after;
    } else {
      const joined = endOfJoint(text, start, at, limit, known);
      if (joined === at) break;
      at = joined;
      // An article or particle that lost its vowel (l', d', qu') is a word of its own.
      if (next === Kind.apostrophe && !isWordKind(kindAt(text, at - 1))) return at;
    }
  }
  return at;
}

/** Behind what joins the word at `at` to what follows, where anything does; else `at`. */
function endOfJoint(
  text: string,
  start: number,
  at: number,
  to: number,
  known: ReadonlySet<string> | undefined,
): number {
  if (at + 1 >= to) return at;
  const kind = kindAt(text, at);
  const before = kindAt(text, at - 1);
  const after = kindAt(text, at + 1);
  if (kind === Kind.apostrophe && isWordKind(before) && isWordKind(after)) {
    if (before === Kind.digit && after === Kind.digit) return at + 2;
    return joinsContraction(text, at + 1, to) || at - start > 4 ? at + 2 : at + 1;
  }
  if (before === Kind.digit && after === Kind.digit && isNumberJoint(text[at])) return at + 2;
  if (
    kind === Kind.dot &&
    isLoneLetter(text, start, at) &&
    after === Kind.letter &&
    isLoneLetterBefore(text, at + 2, to)
  ) {
    return at + 2;
  }
  if (kind === Kind.dash) return endOfBrokenWord(text, start, at, to, known);
  return at;
}

function isNumberJoint(character: string): boolean {
  return ".,:’'·٫٬".includes(character);
}

/** Whether an English contraction or possessive, and nothing else, follows the apostrophe. */
function joinsContraction(text: string, at: number, to: number): boolean {
  let end = at;
  while (end < to && end < at + 3 && isWordKind(kindAt(text, end))) end++;
  return ["s", "t", "m", "d", "re", "ve", "ll", "em"].includes(text.slice(at, end).toLowerCase());
}

/** Whether the letter in front of the dot at `at` stands alone since `start` or since another dot: U.S.A */
function isLoneLetter(text: string, start: number, at: number): boolean {
  return at - 1 === start || kindAt(text, at - 2) === Kind.dot;
}

function isLoneLetterBefore(text: string, at: number, to: number): boolean {
  return at >= to || !isWordKind(kindAt(text, at));
}

function behindHidden(text: string, at: number, to: number): number {
  let end = at;
  while (end < to && (kindAt(text, end) === Kind.softHyphen || kindAt(text, end) === Kind.invisible)) {
    end += isHigh(text, end) ? 2 : 1;
  }
  return end;
}

function endOfBrokenWord(
  text: string,
  start: number,
  at: number,
  to: number,
  known: ReadonlySet<string> | undefined,
): number {
  if (kindAt(text, at - 1) !== Kind.letter) return at;
  let next = at + 1;
  let lineEnds = 0;
  while (next < to && next < at + 40 && kindAt(text, next) === Kind.space) {
    if (text.charCodeAt(next) === 10 || (text.charCodeAt(next) === 13 && text.charCodeAt(next + 1) !== 10)) lineEnds++;
    next++;
  }
  if (lineEnds !== 1 || next >= to || kindAt(text, next) !== Kind.letter) return at;
  if (known === undefined) return next + 1;
  let end = next;
  while (end < to && isWordKind(kindAt(text, end))) end++;
  const first = foldWord(text.slice(start, at));
  const second = foldWord(text.slice(next, end));
  const halves = (known.has(first) || known.has(second)) && !known.has(first + second);
  return halves ? at : next + 1;
}

function isBrokenBefore(text: string, at: number): boolean {
  return hyphenBefore(text, at) < at;
}

/** Of the spaces in front of `at`: where the hyphen in front of them is, if it breaks a word at a line's end. */
function hyphenBefore(text: string, at: number): number {
  let before = at - 1;
  let lineEnd = false;
  while (before > 0 && at - before < 40 && kindAt(text, before) === Kind.space) {
    lineEnd ||= isLineEnd(text, before);
    before--;
  }
  const broken =
    lineEnd && before > 0 && kindAt(text, before) === Kind.dash && kindAt(text, before - 1) === Kind.letter;
  return broken ? before : at;
}

function isPlain(raw: string): boolean {
  for (let i = 0; i < raw.length; i++) {
    const unit = raw.charCodeAt(i);
    if (unit > 0x7f || unit === 0x2d || unit === 0x5f) return false;
  }
  return true;
}

/** A word as it is compared: see {@link Word.text}. */
export function foldWord(raw: string): string {
  let folded = "";
  for (let i = 0; i < raw.length; i++) {
    const kind = kindAt(raw, i);
    if (kind === Kind.apostrophe) folded += "'";
    else if (isWordKind(kind) || kind === Kind.ideograph || kind === Kind.symbol) folded += unfoldedForm(raw[i]);
    else if (kind === Kind.dot || kind === Kind.punctuation) folded += halfWidth(raw[i]);
  }
  return folded.normalize("NFC");
}

function unfoldedForm(character: string): string {
  const unit = character.charCodeAt(0);
  const isLigature = (unit >= 0xfb00 && unit <= 0xfb17) || unit === 0x132 || unit === 0x133;
  return isLigature || (unit > 0xff00 && unit < 0xffdd) ? character.normalize("NFKC") : character;
}

function foldedBits(raw: string): number {
  let bits = raw.normalize("NFC") === raw ? 0 : Folded.form;
  for (let i = 0; i < raw.length; i++) {
    const unit = raw.charCodeAt(i);
    const kind = kindAt(raw, i);
    if (unit >= 0xfb00 && unit <= 0xfb17) bits |= Folded.ligature;
    else if (unit > 0xff00 && unit < 0xffdd) bits |= Folded.form;
    else if (kind === Kind.softHyphen || kind === Kind.dash || kind === Kind.space) bits |= Folded.softHyphen;
    else if (kind === Kind.invisible) bits |= Folded.invisible;
    else if (kind === Kind.apostrophe && unit !== 0x27) bits |= Folded.apostrophe;
  }
  return bits;
}
