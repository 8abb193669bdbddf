/**
 * Whether a terminal shows a character in two columns, as Unicode's East Asian Width has it (wide and fullwidth), but
 * for those that are emoji by themselves. What Unicode may yet fill of a script's blocks counts as the script.
 */
export function isWide(codePoint: number): boolean {
  return codePoint >= 0x1100 && blocks.some(([first, last]) => first <= codePoint && codePoint <= last);
}

const blocks: readonly (readonly [first: number, last: number])[] = [
  [0x1100, 0x115f], // Hangul, first consonants
  [0x2329, 0x232a], // angle brackets
  [0x2630, 0x2637], // trigrams
  [0x268a, 0x268f],
  [0x2e80, 0x303e], // radicals, CJK punctuation
  [0x3041, 0x3247], // kana, bopomofo, Hangul, enclosed letters
  [0x3250, 0xa4cf], // Han, Yi
  [0xa960, 0xa97f],
  [0xac00, 0xd7a3], // Hangul
  [0xf900, 0xfaff],
  [0xfe10, 0xfe19], // vertical forms
  [0xfe30, 0xfe6f], // small forms
  [0xff01, 0xff60], // fullwidth forms
  [0xffe0, 0xffe6],
  [0x16fe0, 0x18dff], // Tangut, Khitan
  [0x1aff0, 0x1b2ff], // kana, Nushu
  [0x1d300, 0x1d376], // Tai Xuan Jing, counting rods
  [0x1f200, 0x1f26f], // enclosed ideographs
  [0x20000, 0x3fffd], // Han
];
