/** How two words that are not the same word differ, where they differ by little. */
export type NearMiss = "case" | "diacritic" | "punctuation";

/** A difference of two words (or of two runs of words, joined) that is no difference of letters; else null. */
export function nearMiss(a: string, b: string): NearMiss | null {
  if (lettersOf(a) === lettersOf(b)) return "punctuation";
  if (a.toLowerCase() === b.toLowerCase()) return "case";
  if (withoutDiacritics(a) === withoutDiacritics(b)) return "diacritic";
  return null;
}

/** What is left of a word without marks inside it. */
export function lettersOf(word: string): string {
  return word.replace(/[^\p{L}\p{M}\p{N}\p{S}]/gu, "");
}

export function withoutDiacritics(word: string): string {
  return word.normalize("NFD").replace(/\p{Mn}/gu, "");
}

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
