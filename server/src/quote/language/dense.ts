import { digitsOf, type Language, type Sense, wordSet } from "./language.ts";

/** The tables of a language without spaces, in which a character is a word and words are stretches of characters. */
export interface DenseTable {
  readonly name: string;
  /** Characters that are in every text. */
  readonly frequent: string;
  /** Words in which a negation's, number's or modal's characters have lost that meaning. Global, like all below. */
  readonly compounds: RegExp;
  readonly negations: RegExp;
  /** Negations that are more often something else where they stand alone. */
  readonly weakNegations: string;
  /** Number characters; `a=b` are the same. */
  readonly numbers: string;
  readonly modals: RegExp;
}

export function makeDenseLanguage(table: DenseTable): Language {
  const numbers = new Map<string, string>();
  for (const spellings of wordSet(table.numbers)) {
    const characters = spellings.split("=");
    for (const character of characters) numbers.set(character, characters[0]);
  }
  return {
    name: table.name,
    dense: true,
    frequent: wordSet(table.frequent),
    senses: (words, gaps = []) => {
      const text = words.map((word, at) => (gaps[at] ?? "") + word).join("");
      // The word that each unit of the text belongs to; what stands in front of a word is of none.
      const wordAt: number[] = [];
      for (const [at, word] of words.entries()) {
        for (let i = gaps[at]?.length ?? 0; i > 0; i--) wordAt.push(-1);
        for (let i = 0; i < word.length; i++) wordAt.push(at);
      }
      const senses: Sense[] = [];
      const taken = new Uint8Array(text.length);
      const take = (from: number, to: number) => taken.fill(1, from, to);
      const find = (kind: Sense["kind"], form: RegExp) => {
        for (const found of text.matchAll(form)) {
          const end = found.index + found[0].length;
          if (found[0] === "" || taken.subarray(found.index, end).includes(1)) continue;
          const [from, to] = [wordAt[found.index], wordAt[end - 1] + 1];
          senses.push({
            kind,
            from,
            to,
            value: kind === "negation" ? "not" : found[0],
            weak: kind === "negation" && table.weakNegations.includes(found[0]),
          });
          if (kind === "modal") take(found.index, end);
        }
      };
      for (const { index, 0: word } of text.matchAll(table.compounds)) take(index, index + word.length);
      find("modal", table.modals);
      find("negation", table.negations);
      for (let i = 0; i < text.length; i++) {
        const at = wordAt[i];
        if (at < 0 || (i > 0 && wordAt[i - 1] === at)) continue;
        const digits = digitsOf(words[at])?.value ?? null;
        const value = numbers.get(words[at]) ?? digits;
        if (value !== null && taken[i] === 0)
          senses.push({ kind: "number", from: at, to: at + 1, value, weak: value === "一" });
      }
      return senses;
    },
    areOpposites: () => false,
  };
}
