import { Kind, kindAt } from "../text/characters.ts";

/**
 * A text's skeleton: its letters and digits alone, in lower case and without diacritics. Whatever a permitted change
 * touches (white space, marks, dashes, hyphenation, Unicode forms, case) is not in it, so that two texts that differ
 * by permitted changes only have equal skeletons. It is for finding; words judge.
 */
export interface Skeleton {
  readonly units: Uint16Array;
  /** Units come in runs that follow each other in the text: where each run begins in `units` … */
  readonly runUnits: Uint32Array;
  /** … and in the text. */
  readonly runOffsets: Uint32Array;
}

const unknown = 0;
const dropped = 1;
const special = 2;
const lastSpecial = special;
/** No run has this distance between its units and its offsets. */
const noShift = 0x7fffffff;

/** By UTF-16 unit: the unit's skeleton, or one of the three above. */
const table = new Uint16Array(0x10000);
const expansions = new Map<number, string>();

/** Reads `text` in one pass, in time and memory linear in its length. */
export function readSkeleton(text: string): Skeleton {
  const { length } = text;
  // There is room for a unit of every unit of the text that is still to be read.
  let units = new Uint16Array(length);
  let runUnits = new Uint32Array((length >> 3) + 16);
  let runOffsets = new Uint32Array((length >> 3) + 16);
  let out = 0;
  let runs = 0;
  let shift = noShift;
  for (let index = 0; index < length; index++) {
    let folded = foldUnit(text.charCodeAt(index));
    if (folded === dropped) continue;
    if (index - out !== shift) {
      beginRun(index);
      shift = index - out;
    }
    // Most of a text is words of ordinary letters.
    while (folded > lastSpecial) {
      units[out++] = folded;
      folded = ++index < length ? table[text.charCodeAt(index)] : dropped;
    }
    if (folded === unknown) folded = describe(text.charCodeAt(index));
    if (folded > lastSpecial) {
      index--;
      continue;
    }
    if (folded === dropped) continue;
    const expansion = expand(text, index);
    const read = index + expansion.length;
    if (out + expansion.text.length + length - read > units.length) units = withRoom(units, expansion.text.length);
    for (let i = 0; i < expansion.text.length; i++) {
      // What one character is spelled out with stands at that character, each unit of it.
      if (i >= expansion.length) beginRun(index);
      units[out++] = expansion.text.charCodeAt(i);
    }
    index = read - 1;
    shift = expansion.length === expansion.text.length ? shift : noShift;
  }
  return { units: cut(units, out), runUnits: cut(runUnits, runs), runOffsets: cut(runOffsets, runs) };

  function beginRun(offset: number): void {
    if (runs === runUnits.length) {
      runUnits = grown(runUnits);
      runOffsets = grown(runOffsets);
    }
    runUnits[runs] = out;
    runOffsets[runs++] = offset;
  }
}

/** The beginning of an array: a copy, where that saves more than a quarter of the memory. */
function cut<Units extends Uint16Array | Uint32Array>(array: Units, length: number): Units {
  const keeps = array.length - length <= array.length >> 2;
  return (keeps ? array.subarray(0, length) : array.slice(0, length)) as Units;
}

/** The skeleton of a short text, such as a quote's words. */
export function skeletonOf(text: string): Uint16Array {
  return readSkeleton(text).units;
}

/** The offset in the text of unit `index`; behind the last unit, of the text's last run continued. O(log runs). */
export function offsetOfUnit(skeleton: Skeleton, index: number): number {
  const run = lastAtMost(skeleton.runUnits, index);
  return run < 0 ? 0 : skeleton.runOffsets[run] + index - skeleton.runUnits[run];
}

/** The first unit that stands at `offset` of the text or behind it. O(log runs). */
export function unitAtOffset(skeleton: Skeleton, offset: number): number {
  let run = lastAtMost(skeleton.runOffsets, offset);
  if (run < 0) return 0;
  while (run > 0 && skeleton.runOffsets[run] === offset && skeleton.runOffsets[run - 1] === offset) run--;
  const end = run + 1 < skeleton.runUnits.length ? skeleton.runUnits[run + 1] : skeleton.units.length;
  return Math.min(skeleton.runUnits[run] + offset - skeleton.runOffsets[run], end);
}

/** The index of the last entry of an increasing array that is not above `value`, or -1. */
export function lastAtMost(sorted: Uint32Array, value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle] <= value) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

function grown(array: Uint32Array): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(array.length * 2);
  larger.set(array);
  return larger;
}

/** A longer array with the same beginning: by half, and by `more` at least. */
function withRoom(array: Uint16Array, more: number): Uint16Array<ArrayBuffer> {
  const larger = new Uint16Array(array.length + (array.length >> 1) + more);
  larger.set(array);
  return larger;
}

function foldUnit(unit: number): number {
  const folded = table[unit];
  return folded === unknown ? describe(unit) : folded;
}

function describe(unit: number): number {
  table[unit] = computed(unit);
  return table[unit];
}

function computed(unit: number): number {
  if (unit >= 0xd800 && unit < 0xe000) return special;
  if (unit >= 0x1100 && unit < 0x1200) return special;
  const character = String.fromCharCode(unit);
  const kind = kindAt(character, 0);
  if (kind > Kind.ideograph || kind === Kind.space || isStrippedMark(character)) return dropped;
  const folded = foldCharacter(character);
  if (folded.length === 0) return dropped;
  if (folded.length === 1) return folded.charCodeAt(0);
  expansions.set(unit, folded);
  return special;
}

/** Letters that are written in two ways, and ligatures, as the letters that stand for them. */
const spelledOut: Readonly<Record<string, string>> = {
  ß: "ss",
  æ: "ae",
  œ: "oe",
  ς: "σ",
  ø: "o",
  đ: "d",
  ł: "l",
  ı: "i",
  ſ: "s",
};

function foldCharacter(character: string): string {
  const form = /[\ufb00-\ufb17\ufb50-\ufdff\ufe70-\ufefc\uff00-\uffdc\u0132\u0133]/u.test(character) ? "NFKD" : "NFD";
  if (/[\uac00-\ud7a3]/u.test(character)) return character;
  let folded = "";
  for (const part of character.normalize(form).toLowerCase().normalize(form)) {
    if (!isStrippedMark(part)) folded += spelledOut[part] ?? part;
  }
  return folded;
}

/** Marks that a letter can be told without; the vowel signs of Indian scripts, for example, stay. */
function isStrippedMark(character: string): boolean {
  const unit = character.charCodeAt(0);
  return strippedRanges.some(([first, last]) => unit >= first && unit <= last) && /\p{Mn}/u.test(character);
}

/** Diacritics, vowel points, the dots of Indian letters (nukta), voicing marks of kana, variation selectors. */
const strippedRanges: readonly (readonly [number, number])[] = [
  [0x0300, 0x08ff],
  [0x093c, 0x093c],
  [0x09bc, 0x09bc],
  [0x0a3c, 0x0a3c],
  [0x0abc, 0x0abc],
  [0x0b3c, 0x0b3c],
  [0x0cbc, 0x0cbc],
  [0x1ab0, 0x1aff],
  [0x1dc0, 0x1dff],
  [0x20d0, 0x20ff],
  [0x302a, 0x302f],
  [0x3099, 0x309a],
  [0xfe00, 0xfe2f],
];

function expand(text: string, index: number): { text: string; length: number } {
  const unit = text.charCodeAt(index);
  const expansion = expansions.get(unit);
  if (expansion !== undefined) return { text: expansion, length: 1 };
  if (unit >= 0x1100 && unit < 0x1200) return composeJamo(text, index);
  const codePoint = text.codePointAt(index)!;
  if (codePoint <= 0xffff) return { text: "", length: 1 };
  const kind = kindAt(text, index);
  const kept = kind >= Kind.letter && kind <= Kind.ideograph;
  return { text: kept ? foldCharacter(String.fromCodePoint(codePoint)) : "", length: 2 };
}

/** Hangul written as letters (NFD), as the syllable that they make. */
function composeJamo(text: string, index: number): { text: string; length: number } {
  for (const length of [3, 2]) {
    const syllable = text.slice(index, index + length).normalize("NFC");
    if (syllable.length === 1) return { text: syllable, length };
  }
  return { text: text[index], length: 1 };
}
