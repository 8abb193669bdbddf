import type { Random } from "../oracle/random.ts";

/** Words of a made-up English, and how to draw one: the n-th is drawn about n times as rarely as the first. */
export interface Vocabulary {
  readonly words: readonly string[];
  readonly draw: (random: Random) => string;
}

const particles = (
  "the of and to in a is that for it was on with as by at from be this are or an which not have but had his they were " +
  "their one all we has been there can more will would who when if no out so said what up its about into than them " +
  "then other some could time these two may first any new over such our only after also most how where made before " +
  "between through must years much your way down should because each people those under long even again same still"
).split(" ");

const onsets = "b c d f g h l m n p r s t v w st tr pr cl gr ch sh th br pl fr cr sp qu bl sc".split(" ");
const nuclei = "a e i o u a e i o e ea ou ai oo ie".split(" ");
const codas = "n r s t l d m nd st nt rt ck ll ss ct ng rd x p".split(" ");
const endings = ["", "", "", "", "s", "s", "ed", "ing", "er", "ly", "tion", "ment", "al", "ity", "ous", "ive", "ence"];

const wordCount = 30_000;

/** Frequent words are short English ones; the rest is made of syllables, as long as words of a newspaper are. */
export function createVocabulary(random: Random): Vocabulary {
  const words = [...particles];
  const known = new Set(words);
  while (words.length < wordCount) {
    const syllables = 1 + (inHundred(random, 75) ? 1 : 0) + (inHundred(random, 35) ? 1 : 0);
    let word = "";
    for (let i = 0; i < syllables; i++) {
      word += random.pick(onsets) + random.pick(nuclei);
      if (i === syllables - 1 || inHundred(random, 40)) word += random.pick(codas);
    }
    word += random.pick(endings);
    if (known.has(word)) continue;
    known.add(word);
    words.push(word);
  }
  const sums = new Float64Array(wordCount);
  let sum = 0;
  for (let rank = 0; rank < wordCount; rank++) {
    sum += 1 / (rank + 2.7);
    sums[rank] = sum;
  }
  return { words, draw: (random) => words[firstAbove(sums, (random.below(2 ** 30) / 2 ** 30) * sum)] };
}

/**
 * An article of about `length` UTF-16 units: sentences of 6 to 30 words with commas, numbers, names and quotations, some
 * phrases that come again and again, a paragraph a line.
 */
export function writeArticle(random: Random, vocabulary: Vocabulary, length: number): string {
  const phrases = Array.from({ length: 400 }, () => words(random, vocabulary, 3 + random.below(4)).join(" "));
  const pieces: string[] = [];
  let written = 0;
  while (written < length) {
    const paragraph = Array.from({ length: 2 + random.below(6) }, () => sentence(random, vocabulary, phrases)).join(
      " ",
    );
    pieces.push(paragraph);
    written += paragraph.length + 1;
  }
  return pieces.join("\n").slice(0, length);
}

function sentence(random: Random, vocabulary: Vocabulary, phrases: readonly string[]): string {
  const parts: string[] = [];
  for (let left = 6 + random.below(25); left > 0; left--) {
    const chance = random.below(100);
    if (chance < 4) parts.push(random.pick(phrases));
    else if (chance < 6) parts.push(String(1 + random.below(inHundred(random, 50) ? 30 : 2030)));
    else if (chance < 9) parts.push(capitalised(vocabulary.draw(random)));
    else parts.push(vocabulary.draw(random));
    if (left > 2 && inHundred(random, 8)) parts[parts.length - 1] += ",";
  }
  const text = `${capitalised(parts.join(" "))}.`;
  return inHundred(random, 12) ? `“${text}”` : text;
}

function words(random: Random, vocabulary: Vocabulary, count: number): string[] {
  return Array.from({ length: count }, () => vocabulary.draw(random));
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function inHundred(random: Random, times: number): boolean {
  return random.below(100) < times;
}

function firstAbove(sums: Float64Array, value: number): number {
  let low = 0;
  let high = sums.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sums[middle] > value) high = middle;
    else low = middle + 1;
  }
  return low;
}
