import type { Element } from "../text/parse.ts";
import type { Word } from "../text/words.ts";

/** Numbers for the words of a quote and a stretch of source: equal words have equal ones. */
export interface WordIds {
  readonly quote: Int32Array;
  readonly source: Int32Array;
  /** By number: the number of the same word in lower case. */
  readonly lower: Int32Array;
  /** What exchanging two words costs, where it was asked before. */
  readonly exchanges: Map<number, number>;
}

/** Brackets and partly bracketed words equal nothing. */
const nothing = -1;

export function wordIds(elements: readonly Element[], words: readonly Word[]): WordIds {
  const ids = new Map<string, number>();
  const texts: string[] = [];
  const idOf = (text: string) => {
    let id = ids.get(text);
    if (id === undefined) {
      id = ids.size;
      ids.set(text, id);
      texts.push(text);
    }
    return id;
  };
  const quote = Int32Array.from(elements, (element) => (element.type === "word" ? idOf(element.word.text) : nothing));
  const source = Int32Array.from(words, (word) => idOf(word.text));
  const lower = Int32Array.from([...texts], (text) => idOf(text.toLowerCase()));
  return { quote, source, lower, exchanges: new Map() };
}

/** How element `quote` and word `source` compare. */
export function equalityOf({ quote, source, lower }: WordIds, at: number, word: number): "same" | "case" | "different" {
  const a = quote[at];
  const b = source[word];
  if (a === b) return "same";
  return a !== nothing && lower[a] === lower[b] ? "case" : "different";
}

/** `cost` of element `quote` and word `source`, worked out once for words that are the same. */
export function onceForEach(
  { quote, source, exchanges }: WordIds,
  at: number,
  word: number,
  cost: () => number,
): number {
  if (quote[at] === nothing) return cost();
  const key = quote[at] * 0x1000000 + source[word];
  let known = exchanges.get(key);
  if (known === undefined) {
    known = cost();
    exchanges.set(key, known);
  }
  return known;
}
