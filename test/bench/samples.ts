import type { Random } from "../oracle/random.ts";
import type { Vocabulary } from "./article.ts";

export const changes = ["exact", "three words", "a tenth", "absent"] as const;

/** What was done to a quote: nothing, three words exchanged, every tenth word exchanged, or it is another article's. */
export type Change = (typeof changes)[number];

export interface Sample {
  readonly quote: string;
  /** Where it was taken from; an absent one, where the citation points. */
  readonly at: number;
}

/** A quote of about `length` units, whole words, from a random place: of `text`, or absent, of the `stranger`. */
export function drawSample(
  random: Random,
  { text, stranger, vocabulary }: { readonly text: string; readonly stranger: string; readonly vocabulary: Vocabulary },
  length: number,
  change: Change,
): Sample {
  const origin = change === "absent" ? stranger : text;
  const start = wordStart(origin, random.below(origin.length - 2 * length - 100));
  let end = start + length;
  while (end < origin.length && origin[end] !== " " && origin[end] !== "\n") end++;
  const words = origin.slice(start, end).split(" ");
  if (change === "three words") exchange(random, vocabulary, words, 3);
  if (change === "a tenth") exchange(random, vocabulary, words, Math.max(1, Math.round(words.length / 10)));
  return { quote: words.join(" "), at: change === "absent" ? random.below(text.length) : start };
}

function exchange(random: Random, vocabulary: Vocabulary, words: string[], count: number): void {
  const changed = new Set<number>();
  while (changed.size < Math.min(count, words.length)) changed.add(random.below(words.length));
  for (const index of changed) {
    let word = words[index];
    while (word === words[index]) word = vocabulary.draw(random);
    words[index] = word;
  }
}

function wordStart(text: string, from: number): number {
  let at = from;
  while (text[at] !== " " && text[at] !== "\n") at++;
  return at + 1;
}
