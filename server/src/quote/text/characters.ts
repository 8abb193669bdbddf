/**
 * What each character is to a reader of quotations. Every answer is worked out once, from Unicode's properties, and
 * kept in a table by UTF-16 unit; units of a surrogate pair are answered by code point.
 */

/** Kinds of characters. Word characters are `letter`, `digit` and `mark`; an `ideograph` or `symbol` is a word alone. */
export const Kind = {
  space: 1,
  letter: 2,
  digit: 3,
  /** A combining mark. */
  mark: 4,
  /** A character of a script that puts no spaces between words. */
  ideograph: 5,
  symbol: 6,
  quote: 7,
  /** A quote mark that is also the apostrophe. */
  apostrophe: 8,
  dash: 9,
  softHyphen: 10,
  /** Zero-width characters, bidi controls, tags, variation selectors. */
  invisible: 11,
  dot: 12,
  ellipsis: 13,
  /** Markup that a note's reading has lost: `*`, `_`, a backtick, a backslash. */
  ignored: 14,
  punctuation: 15,
} as const;

const unknown = 0;
const surrogate = 16;

const kinds = new Uint8Array(0x10000).fill(surrogate, 0xd800, 0xe000);

/** The kind of the character at `index` of `text`; in a surrogate pair, of the pair, wherever in it `index` points. */
export function kindAt(text: string, index: number): number {
  const unit = text.charCodeAt(index);
  const known = kinds[unit];
  if (known !== unknown && known !== surrogate) return known;
  if (known === unknown) {
    kinds[unit] = classify(String.fromCharCode(unit));
    return kinds[unit];
  }
  if (unit >= 0xdc00 && index > 0) {
    const whole = text.codePointAt(index - 1)!;
    if (whole > 0xffff) return classifyPair(whole);
  }
  const codePoint = text.codePointAt(index)!;
  return codePoint > 0xffff ? classifyPair(codePoint) : Kind.symbol;
}

/** Whether the character joins others to a word. */
export function isWordKind(kind: number): boolean {
  return kind >= Kind.letter && kind <= Kind.mark;
}

/** Whether a character of the kind makes no difference to a reader: white space, what is hidden, and lost markup. */
export function isUnseen(kind: number): boolean {
  return kind === Kind.space || kind === Kind.softHyphen || kind === Kind.invisible || kind === Kind.ignored;
}

/** `. , ; : ! ?` and what other scripts write for them. */
export function isFinalPunctuation(character: string): boolean {
  return ".,;:!?。，、；：！？．｡､،؛؟।॥።".includes(character);
}

/** Sentences end behind these. */
export function isSentenceEnd(character: string): boolean {
  return ".!?。！？．｡؟।॥።…".includes(character);
}

/** Whether a word can begin with the character. */
export function startsWord(kind: number): boolean {
  return kind === Kind.letter || kind === Kind.digit || kind === Kind.ideograph || kind === Kind.symbol;
}

/** Whether a line ends with the unit at `at`. */
export function isLineEnd(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return unit === 10 || unit === 13;
}

/** ASCII for its full-width form; any other character as it is. */
export function halfWidth(character: string): string {
  const unit = character.charCodeAt(0);
  return unit > 0xff00 && unit < 0xff5f ? String.fromCharCode(unit - 0xfee0) : character;
}

/** Whether the unit is the first of a surrogate pair. */
export function isHigh(text: string, at: number): boolean {
  return (text.charCodeAt(at) & 0xfc00) === 0xd800;
}

/** Whether the unit is the second of a surrogate pair. */
export function isLow(text: string, at: number): boolean {
  return at > 0 && (text.charCodeAt(at) & 0xfc00) === 0xdc00 && isHigh(text, at - 1);
}

const pairs = new Map<number, number>();

function classifyPair(codePoint: number): number {
  let kind = pairs.get(codePoint);
  if (kind === undefined) {
    kind = classify(String.fromCodePoint(codePoint));
    pairs.set(codePoint, kind);
  }
  return kind;
}

const ideograph =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}ーｰ々〆]/u;

function classify(character: string): number {
  if ("'’‘‛ʼ´′＇".includes(character)) return Kind.apostrophe;
  if ('"“”„‟‚«»‹›「」『』｢｣〝〞〟″＂'.includes(character)) return Kind.quote;
  if ("-‐‑‒–—―−﹘﹣－⸺⸻־〜～".includes(character)) return Kind.dash;
  if ("…⋯".includes(character)) return Kind.ellipsis;
  if (character === ".") return Kind.dot;
  if (character === "\u00ad") return Kind.softHyphen;
  if ("*_`\\".includes(character)) return Kind.ignored;
  // The stroke that makes Arabic words longer is no letter.
  if (character === "\u0640") return Kind.invisible;
  if (character !== "\ufeff" && /[\s\u0085\u200b]/u.test(character)) {
    return character === "\u200b" ? Kind.invisible : Kind.space;
  }
  if (/\p{Cf}|\p{Cc}|\p{Variation_Selector}|\u034f|\u115f|\u1160|\u3164/u.test(character)) return Kind.invisible;
  if (/\p{N}/u.test(character)) return Kind.digit;
  if (/[\p{M}ﾞﾟ]/u.test(character)) return Kind.mark;
  if (ideograph.test(character) && /\p{L}/u.test(character)) return Kind.ideograph;
  if (/\p{L}/u.test(character)) return Kind.letter;
  if (/\p{P}/u.test(character)) return "%#&@§¶†‡‰％＃＆＠".includes(character) ? Kind.symbol : Kind.punctuation;
  return Kind.symbol;
}
