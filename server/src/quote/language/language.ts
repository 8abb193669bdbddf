/**
 * What the engine knows of a language: the small closed classes of words that an edit must not touch unseen. A table
 * says what it covers; a language without one still gets every other kind of edit.
 */
export interface LanguageTable {
  readonly name: string;
  /** Frequent words that few other languages share, for telling the language. Separated by spaces, like all below. */
  readonly frequent: string;
  readonly negations: string;
  /** Negations that no list can hold: endings, prefixes. */
  readonly negationForms?: RegExp;
  /** From zero upwards without a gap, as far as the table goes, then `|` and others in any order. */
  readonly numbers: string;
  /** Number words that no list can hold: compounds. */
  readonly numberForms?: RegExp;
  readonly modals: string;
  /** Pairs of words of which the second denies the first: `able unable`. */
  readonly opposites?: RegExp;
}

/** A table made ready for asking. Words are asked for as they are written; case does not matter. */
export interface Language {
  readonly name: string;
  readonly frequent: ReadonlySet<string>;
  isNegation(word: string): boolean;
  /** The number that a number word or a number in digits stands for, in a form that can be compared; else null. */
  numberOf(word: string): string | null;
  /** The modal verb in the word, without a negation in it; else null. */
  modalOf(word: string): string | null;
  /** Whether one of the words denies the other by a prefix or an ending. */
  areOpposites(a: string, b: string): boolean;
}

export function makeLanguage(table: LanguageTable): Language {
  const negations = wordSet(table.negations);
  const modals = wordSet(table.modals);
  const [counted = "", others = ""] = table.numbers.split("|");
  const numbers = new Map<string, string>();
  for (const [value, word] of split(counted).entries()) numbers.set(word, String(value));
  for (const word of split(others)) numbers.set(word, word);
  return {
    name: table.name,
    frequent: wordSet(table.frequent),
    isNegation: (word) => {
      const plain = word.toLowerCase();
      return negations.has(plain) || (table.negationForms?.test(plain) ?? false);
    },
    numberOf: (word) => {
      const plain = word.toLowerCase();
      if (/\p{N}/u.test(plain)) return plain.replace(/(?<=\p{N})[,'](?=\p{N})/gu, "");
      return numbers.get(plain) ?? (table.numberForms?.test(plain) ? plain : null);
    },
    modalOf: (word) => {
      const plain = word.toLowerCase();
      const positive =
        plain === "cannot" || plain === "can't" ? "can" : plain === "won't" ? "will" : plain.replace(/n't$/u, "");
      return modals.has(positive) ? positive : null;
    },
    areOpposites: (a, b) => {
      const [short, long] =
        a.length < b.length ? [a.toLowerCase(), b.toLowerCase()] : [b.toLowerCase(), a.toLowerCase()];
      return table.opposites?.test(`${short} ${long}`) ?? false;
    },
  };
}

/** A language of which nothing is known: numbers in digits only. */
export const noLanguage = makeLanguage({ name: "none", frequent: "", negations: "", numbers: "", modals: "" });

function wordSet(words: string): ReadonlySet<string> {
  return new Set(split(words));
}

function split(words: string): string[] {
  return words.split(/\s+/u).filter((word) => word !== "");
}
