import { isHigh, isLineEnd, isWordKind, Kind, kindAt } from "./characters.ts";
import { foldWord } from "./foldWord.ts";

/** Longer words are cut, so that nothing depends on the length of one. */
const longestWord = 400;
/** So much of a broken word's second half is compared. */
const longestHalf = 60;

/**
 * What tells whether a hyphen at a line's end breaks a word: the words that are looked for, or that none is broken.
 */
export type KnownWords = ReadonlySet<string> | "halves";

/**
 * Where the word that begins at `start` ends. `kind` is that of its first character; see `readWords` for `known`.
 */
export function endOfWord(
  text: string,
  start: number,
  to: number,
  kind: number,
  known: KnownWords | undefined,
): number {
  let at = start + (isHigh(text, start) ? 2 : 1);
  if (kind === Kind.ideograph || kind === Kind.symbol) {
    while (at < to && kindAt(text, at) === Kind.mark) at++;
    return at;
  }
  const limit = Math.min(to, start + longestWord);
  // Behind a hyphen at a line's end the other half of the word is read as if it stood alone.
  let piece = start;
  while (at < limit) {
    const next = kindAt(text, at);
    if (isWordKind(next)) {
      at += isHigh(text, at) ? 2 : 1;
      continue;
    }
    const seen = behindHidden(text, at, limit);
    if (seen >= limit) break;
    if (isWordKind(kindAt(text, seen))) {
      at = seen;
      continue;
    }
    const joined = endOfJoint(text, { start, piece, last: at - 1, at: seen, to: limit, known });
    if (joined === seen) break;
    at = joined;
    if (isLineBroken(text, seen, joined)) piece = joined - 1;
    // An article or particle that lost its vowel (l', d', qu') is a word of its own.
    if (kindAt(text, seen) === Kind.apostrophe && !isWordKind(kindAt(text, at - 1))) break;
  }
  return at;
}

/** By ASCII character: a letter or digit; what ends any word in front of it; what ends one that ends in a letter. */
const plain = { word: 1, end: 2, endOfLetters: 3 } as const;
const plainKinds = new Uint8Array(0x80);
for (let unit = 0; unit < plainKinds.length; unit++) {
  const character = String.fromCharCode(unit);
  if (/[A-Za-z0-9]/.test(character)) plainKinds[unit] = plain.word;
  else if (/[ \t\n\r"()/;!?[\]]/.test(character)) plainKinds[unit] = plain.end;
  else if (/[,:]/.test(character)) plainKinds[unit] = plain.endOfLetters;
}

/**
 * The same for words of letters and digits of ASCII alone, with nothing behind them that could join them to more; `start`
 * where there is no such word. It reads what most texts are made of in a fraction of the time.
 */
export function endOfPlainWord(text: string, start: number, to: number): number {
  const limit = Math.min(to, start + longestWord);
  let at = start;
  while (at < limit && plainKindAt(text, at) === plain.word) at++;
  if (at === start || at === limit) return at;
  const end = plainKindAt(text, at);
  if (end === plain.end) return at;
  return end === plain.endOfLetters && text.charCodeAt(at - 1) > 0x39 ? at : start;
}

function plainKindAt(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  return unit < 0x80 ? plainKinds[unit] : 0;
}

interface Joint {
  /** Where the word begins, and its last letter in front of the joint. */
  readonly start: number;
  /** Where the half begins that the joint stands in, of a word that is broken at a line's end. */
  readonly piece: number;
  readonly last: number;
  /** The character that may join the word to what follows; hidden ones may stand around it. */
  readonly at: number;
  readonly to: number;
  readonly known: KnownWords | undefined;
}

/** Behind what joins a word to what follows, where anything does; else `at`. */
function endOfJoint(text: string, joint: Joint): number {
  const { piece, last, at, to } = joint;
  const next = behindHidden(text, at + 1, to);
  const kind = kindAt(text, at);
  if (kind === Kind.apostrophe && isElided(text, piece, last + 1) && isCut(text, at + 1)) return at + 1;
  if (next >= to) return at;
  const before = kindAt(text, last);
  const after = kindAt(text, next);
  if (kind === Kind.apostrophe && isWordKind(before) && isWordKind(after)) {
    if (before === Kind.digit && after === Kind.digit) return next + 1;
    // Only Latin letters elide; in Ukrainian the apostrophe is a sign inside words, in Arabic a mark behind a clitic.
    if (isArabic(text.charCodeAt(last))) return at;
    const isOneWord = text.charCodeAt(last) >= 0x0250 || last + 1 - piece > 4 || joinsContraction(text, next, to);
    return isOneWord ? next + 1 : at + 1;
  }
  if (before === Kind.digit && after === Kind.digit && isNumberJoint(text[at])) return next + 1;
  if (
    kind === Kind.dot &&
    isLoneLetter(text, piece, last) &&
    after === Kind.letter &&
    isLoneLetterBefore(text, next + 1, to)
  ) {
    return next + 1;
  }
  if (kind === Kind.dash) return endOfBrokenWord(text, joint);
  const isSoft = kind === Kind.space && at > last + 1 && kindAt(text, at - 1) === Kind.softHyphen;
  return isSoft ? Math.max(at, endOfBrokenWord(text, { ...joint, at: at - 1 })) : at;
}

function isLineBroken(text: string, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (isLineEnd(text, at)) return true;
  return false;
}

function isNumberJoint(character: string): boolean {
  return ".,:’'·٫٬．，：".includes(character);
}

function isArabic(unit: number): boolean {
  return unit >= 0x600 && unit < 0x780;
}

const elided = /^(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu|dell|nell|all|dall|sull|coll|un|nessun|quell|quest|gl)$/iu;

/** Words that have lost their vowel in front of what is not there: l’[équipe], qu’… Not ’n’, and not the T of AT&T’s. */
function isElided(text: string, start: number, end: number): boolean {
  if (!elided.test(text.slice(start, end))) return false;
  const before = start === 0 ? Kind.space : kindAt(text, start - 1);
  return before === Kind.space || before === Kind.quote || before === Kind.dash || before === Kind.punctuation;
}

/** Whether the apostrophe in front of `at` ends an elided word. */
export function isBehindElision(text: string, at: number): boolean {
  if (at === 0 || kindAt(text, at - 1) !== Kind.apostrophe) return false;
  let start = at - 1;
  while (start > 0 && at - start < 10 && isWordKind(kindAt(text, start - 1))) start--;
  return isElided(text, start, at - 1);
}

/** Whether the text ends at `at`, or a bracket or an ellipsis begins. */
function isCut(text: string, at: number): boolean {
  const next = kindAt(text, at) === Kind.space ? at + 1 : at;
  return at >= text.length || "[［〔…".includes(text[next] ?? " ") || text.startsWith("...", next);
}

/** Whether an English contraction or possessive, and nothing else, follows the apostrophe. */
function joinsContraction(text: string, at: number, to: number): boolean {
  let end = at;
  while (end < to && end < at + 3 && isWordKind(kindAt(text, end))) end++;
  return ["s", "t", "m", "d", "re", "ve", "ll", "em"].includes(text.slice(at, end).toLowerCase());
}

/** Whether the letter at `at` stands alone since `start` or since another dot: U.S.A */
function isLoneLetter(text: string, start: number, at: number): boolean {
  return at === start || kindAt(text, at - 1) === Kind.dot;
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

function endOfBrokenWord(text: string, { start, last, at, to, known }: Joint): number {
  if (kindAt(text, last) !== Kind.letter) return at;
  let next = at + 1;
  let lineEnds = 0;
  while (next < to && next < at + 40 && kindAt(text, next) === Kind.space) {
    if (text.charCodeAt(next) === 10 || (text.charCodeAt(next) === 13 && text.charCodeAt(next + 1) !== 10)) lineEnds++;
    next++;
  }
  if (lineEnds !== 1 || next >= to || kindAt(text, next) !== Kind.letter) return at;
  if (known === undefined) return next + 1;
  if (known === "halves") return at;
  const end = endOfWord(text, next, Math.min(to, next + longestHalf), Kind.letter, undefined);
  const first = foldWord(text.slice(start, last + 1));
  const second = foldWord(text.slice(next, end));
  const halves = (known.has(first) || known.has(second)) && !known.has(first + second);
  return halves ? at : next + 1;
}

/** Where the hyphen is that breaks, at a line's end, the word that goes on at `at`; `at` itself where none does. */
export function hyphenBefore(text: string, at: number): number {
  let before = at - 1;
  let lineEnd = false;
  while (before > 0 && at - before < 40 && kindAt(text, before) === Kind.space) {
    lineEnd ||= isLineEnd(text, before);
    before--;
  }
  const broken = lineEnd && before > 0 && isHyphen(kindAt(text, before)) && kindAt(text, before - 1) === Kind.letter;
  return broken ? before : at;
}

function isHyphen(kind: number): boolean {
  return kind === Kind.dash || kind === Kind.softHyphen;
}
