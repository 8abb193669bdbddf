/** How two words that are not the same word differ, where they differ by little. */
export type NearMiss = "case" | "diacritic" | "punctuation";

/** A difference of two words (or of two runs of words, joined) that is no difference of letters; else null. */
export function nearMiss(a: string, b: string): NearMiss | null {
  if (lettersOf(a) === lettersOf(b)) return "punctuation";
  if (a.toLowerCase() === b.toLowerCase() || isCapitalsOf(a, b) || isCapitalsOf(b, a)) return "case";
  if (withoutDiacritics(a) === withoutDiacritics(b)) return "diacritic";
  if (withoutDiacritics(a, anusvara) === withoutDiacritics(b, anusvara)) return "diacritic";
  return null;
}

/** Whether one word is the other in capitals, in which ß is SS. */
function isCapitalsOf(capitals: string, word: string): boolean {
  return capitals === word.toUpperCase();
}

/** What is left of a word without marks inside it. */
export function lettersOf(word: string): string {
  return word.replace(/[^\p{L}\p{M}\p{N}\p{S}]/gu, "");
}

/** The sign that Hindi writes for the candrabindu as well. */
const anusvara = "\u0902";

/**
 * The word without its diacritics. The vowel signs of the scripts of India and South-East Asia are letters; of their marks
 * the nukta is a diacritic and the candrabindu, which `candrabindu` stands for.
 */
export function withoutDiacritics(word: string, candrabindu = ""): string {
  return word
    .normalize("NFD")
    .replaceAll("\u0901", candrabindu)
    .replace(/(?![\u0900-\u0eff\u1000-\u109f\u1780-\u17ff])\p{Mn}|[\u093c\u09bc\u0a3c\u0abc\u0b3c\u0cbc]/gu, "")
    .replace(/[łøđħıŁØĐĦ]/gu, (letter) => struck[letter]);
}

/** Letters with a stroke have no decomposed form. */
const struck: Readonly<Record<string, string>> = {
  ł: "l",
  ø: "o",
  đ: "d",
  ħ: "h",
  ı: "i",
  Ł: "L",
  Ø: "O",
  Đ: "D",
  Ħ: "H",
};

/** From 0 to 1: how much of the longer word its common beginning and ending with the shorter make up. */
export function likeness(a: string, b: string): number {
  const shorter = Math.min(a.length, b.length);
  const longer = Math.max(a.length, b.length);
  let front = 0;
  while (front < shorter && a.charCodeAt(front) === b.charCodeAt(front)) front++;
  let back = 0;
  while (back < shorter - front && a.charCodeAt(a.length - 1 - back) === b.charCodeAt(b.length - 1 - back)) back++;
  return (front + back) / longer;
}

/**
 * The least number of letters inserted, dropped, exchanged or swapped with their neighbour that makes one word of the
 * other (optimal string alignment), or `most + 1` where it is more. Quadratic in the words' lengths.
 */
export function letterDistance(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most || a.length > 60) return most + 1;
  let before: number[] = [];
  let above = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const exchange = above[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1);
      row[j] = Math.min(exchange, above[j] + 1, row[j - 1] + 1);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        row[j] = Math.min(row[j], before[j - 2] + 1);
    }
    before = above;
    above = row;
  }
  return Math.min(above[b.length], most + 1);
}
