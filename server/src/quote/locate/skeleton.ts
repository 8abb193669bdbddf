import { Kind, kindAt } from "../text/characters.ts";

/**
 * A text's skeleton: its letters and digits alone, in lower case and without diacritics. Whatever a permitted change
 * touches (white space, marks, dashes, hyphenation, Unicode forms, case) is not in it, so that two texts that differ
 * by permitted changes only have equal skeletons. It is for finding; words judge.
 */
export interface Skeleton {
  readonly text: string;
  readonly units: Uint16Array;
  /** Blocks of the text begin at these offsets … */
  readonly blockOffsets: Uint32Array;
  /** … and with these units. */
  readonly blockUnits: Uint32Array;
}

const unknown = 0;
const special = 1;
const dropped = 2;

/** By UTF-16 unit: the unit's skeleton, or one of the three above. */
const table = new Uint16Array(0x10000);
const expansions = new Map<number, string>();

/** Reads `text` in one pass, in time and memory linear in its length. */
export function readSkeleton(text: string): Skeleton {
  const draft = fold(text);
  return {
    text,
    units: draft.units.slice(0, draft.unitCount),
    blockOffsets: draft.blockOffsets.slice(0, draft.blockCount),
    blockUnits: draft.blockUnits.slice(0, draft.blockCount),
  };
}

/** The skeleton of a short text, such as a quote's words. */
export function skeletonOf(text: string): Uint16Array {
  return lendUnits(text).slice();
}

/** The same as {@link readSkeleton} for who reads it at once: the next skeleton that is read may take its place. */
export function lendSkeleton(text: string): Skeleton {
  const { units, unitCount, blockOffsets, blockUnits, blockCount } = fold(text);
  return {
    text,
    units: units.subarray(0, unitCount),
    blockOffsets: blockOffsets.subarray(0, blockCount),
    blockUnits: blockUnits.subarray(0, blockCount),
  };
}

/** In bytes, the text not counted. */
export function sizeOfSkeleton({ units, blockOffsets, blockUnits }: Skeleton): number {
  return units.byteLength + blockOffsets.byteLength + blockUnits.byteLength;
}

/** The units of {@link lendSkeleton} alone. */
export function lendUnits(text: string): Uint16Array {
  const { units, unitCount } = fold(text);
  return units.subarray(0, unitCount);
}

/** A skeleton that is being read, in arrays that may be longer. */
interface Draft {
  units: Uint16Array;
  unitCount: number;
  readonly blockOffsets: Uint32Array;
  readonly blockUnits: Uint32Array;
  blockCount: number;
}

/** A block begins at the first character behind so many units of text. */
const blockLength = 64;
/** Texts up to this length, which most are, are folded in the same arrays. */
const sharedLength = 1 << 16;
const shared = draftFor(sharedLength);

function draftFor(length: number): Draft {
  const mostBlocks = Math.ceil(length / blockLength);
  return {
    units: new Uint16Array(length),
    unitCount: 0,
    blockOffsets: new Uint32Array(mostBlocks),
    blockUnits: new Uint32Array(mostBlocks),
    blockCount: 0,
  };
}

function fold(text: string): Draft {
  const { length } = text;
  const draft = length <= sharedLength ? shared : draftFor(length);
  draft.unitCount = 0;
  draft.blockCount = 0;
  for (let index = 0; index < length; ) {
    draft.blockOffsets[draft.blockCount] = index;
    draft.blockUnits[draft.blockCount++] = draft.unitCount;
    const end = Math.min(length, index + blockLength);
    while (index < end) {
      index = foldOrdinary(text, index, end, draft);
      if (index < end) index += foldSpecial(text, index, draft);
    }
  }
  return draft;
}

/**
 * Reads up to the next unit that is special or was never seen, and returns where that is. There is no branch for what is
 * dropped: where words end no processor can foretell. What is not to stay is written over.
 */
function foldOrdinary(text: string, from: number, to: number, draft: Draft): number {
  const { units } = draft;
  let { unitCount } = draft;
  let index = from;
  for (; index < to; index++) {
    const folded = table[text.charCodeAt(index)];
    if (folded < dropped) break;
    units[unitCount] = folded;
    unitCount += (dropped - folded) >>> 31;
  }
  draft.unitCount = unitCount;
  return index;
}

/** Reads a character that is spelled out, or of several units; returns their number. */
function foldSpecial(text: string, index: number, draft: Draft): number {
  const unit = text.charCodeAt(index);
  if (table[unit] === unknown) {
    table[unit] = computed(unit);
    return 0;
  }
  const expansion = expand(text, index);
  const { length: added } = expansion.text;
  const left = text.length - index - expansion.length;
  if (draft.unitCount + added + left > draft.units.length) draft.units = withRoom(draft.units, added + left);
  for (let i = 0; i < added; i++) draft.units[draft.unitCount++] = expansion.text.charCodeAt(i);
  return expansion.length;
}

/** A longer array with the same beginning: by half, and by `more` at least. */
function withRoom(array: Uint16Array, more: number): Uint16Array<ArrayBuffer> {
  const larger = new Uint16Array(array.length + (array.length >> 1) + more);
  larger.set(array);
  return larger;
}

/** The offset in the text of unit `index`; behind the last unit, the offset behind it. O(log n). */
export function offsetOfUnit({ text, units, blockOffsets, blockUnits }: Skeleton, index: number): number {
  const wanted = Math.min(index, units.length - 1);
  if (wanted < 0) return 0;
  const block = lastAtMost(blockUnits, wanted);
  let unit = blockUnits[block];
  for (let offset = blockOffsets[block]; ; ) {
    const { added, length } = readCharacter(text, offset);
    // What one character is spelled out with stands at that character, each unit of it.
    if (wanted < unit + added) return offset + (wanted - unit < length ? wanted - unit : 0) + index - wanted;
    unit += added;
    offset += length;
  }
}

/** The first unit that stands at `offset` of the text or behind it. O(log n). */
export function unitAtOffset({ text, units, blockOffsets, blockUnits }: Skeleton, offset: number): number {
  if (offset >= text.length) return units.length;
  const block = lastAtMost(blockOffsets, offset);
  if (block < 0) return 0;
  let unit = blockUnits[block];
  for (let at = blockOffsets[block]; at < offset; ) {
    const { added, length } = readCharacter(text, at);
    unit += Math.min(added, at + length <= offset ? added : offset - at);
    at += length;
  }
  return unit;
}

/** How many units the character at `offset` adds to a skeleton, and how many of the text it takes. */
function readCharacter(text: string, offset: number): { readonly added: number; readonly length: number } {
  const folded = table[text.charCodeAt(offset)];
  if (folded === dropped) return nothing;
  if (folded > dropped) return oneUnit;
  const expansion = expand(text, offset);
  return { added: expansion.text.length, length: expansion.length };
}

const nothing = { added: 0, length: 1 };
const oneUnit = { added: 1, length: 1 };

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
