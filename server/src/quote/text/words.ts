import { isHigh, isLow, isSentenceEnd, Kind, kindAt, startsWord } from "./characters.ts";
import { foldedBits, foldWord } from "./foldWord.ts";
import { foldGap } from "./gapMarks.ts";
import { endOfPlainWord, endOfWord, hyphenBefore, type KnownWords } from "./wordEnd.ts";

/** A word with the marks in front of it. A number, a symbol and a character of Chinese, say, are words as well. */
export interface Word {
  /** NFC, without what permitted changes may add; letters of their case, diacritics kept. */
  readonly text: string;
  /** In the text that was read. */
  readonly start: number;
  readonly end: number;
  /**
   * The punctuation between the word before and this one, folded: `“` an opening and `”` a closing mark of any style,
   * `‟` an opening mark that begins a line, `-` any dash, `⁃` one that begins an item of a list, `…` any ellipsis. No
   * white space.
   */
  readonly gap: string;
  /** Bits of `Folded`. */
  readonly folded: number;
}

export interface Words {
  readonly words: readonly Word[];
  /** The marks behind the last word. */
  readonly after: string;
}

/**
 * Reads `text` from `from` to `to` into words, in linear time. A word broken at a line's end ("inter-\nnational") is
 * one word, unless `known` has one of its halves and not the whole, or takes all for halves.
 */
export function readWords(text: string, from: number, to: number, known?: KnownWords): Words {
  const words: Word[] = [];
  let at = from;
  let gapStart = from;
  while (at < to) {
    const plainEnd = endOfPlainWord(text, at, to);
    if (plainEnd > at) {
      const gap = isOneSpace(text, gapStart, at) ? "" : foldGap(text, gapStart, at);
      words.push({ text: text.slice(at, plainEnd), start: at, end: plainEnd, gap, folded: 0 });
      at = plainEnd;
      gapStart = plainEnd;
      continue;
    }
    const kind = kindAt(text, at);
    if (!startsWord(kind)) {
      at += kind === Kind.mark || !isHigh(text, at) ? 1 : 2;
      continue;
    }
    const end = Math.min(to, endOfWord(text, at, to, kind, known));
    const gap = foldGap(text, gapStart, at);
    const raw = text.slice(at, end);
    const folded = foldedBits(raw);
    words.push({ text: folded === 0 ? raw : foldWord(raw), start: at, end, gap, folded });
    at = end;
    gapStart = end;
  }
  return { words, after: foldGap(text, gapStart, to) };
}

/** Between most words there is nothing else. */
function isOneSpace(text: string, from: number, to: number): boolean {
  return to - from === 1 && text.charCodeAt(from) === 0x20;
}

/** Whether a sentence ends in front of the word. */
export function beginsSentence(word: Word): boolean {
  return [...word.gap].some((mark) => mark !== "…" && isSentenceEnd(mark));
}

/**
 * How many words those at the offsets of `text` are. Three characters of a script without spaces count as two: six of
 * Chinese say what four words of English say.
 */
export function countAsWords(text: string, offsets: readonly number[]): number {
  const thirds = offsets.reduce((sum, at) => sum + (kindAt(text, at) === Kind.ideograph ? 2 : 3), 0);
  return Math.floor(thirds / 3);
}

/** Where reading must begin so that the word at `offset` is read whole: at most 200 units in front of it. */
export function readingStart(text: string, offset: number): number {
  const limit = Math.max(0, offset - 200);
  let at = offset;
  while (at > limit) {
    if (kindAt(text, at - 1) !== Kind.space) at--;
    else {
      const hyphen = hyphenBefore(text, at);
      if (hyphen === at) break;
      at = hyphen;
    }
  }
  return isLow(text, at) ? at - 1 : at;
}
