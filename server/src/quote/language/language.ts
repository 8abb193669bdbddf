/**
 * What the engine knows of a language: the small closed classes of words that an edit must not touch unseen. A table
 * says what it covers; a language without one still gets every other kind of edit.
 */
export interface Language {
  readonly name: string;
  /** Whether words are written without spaces, so that a character of it is a word. */
  readonly dense: boolean;
  /** Words that are in every text, in lower case. */
  readonly frequent: ReadonlySet<string>;
  /**
   * The negations, numbers and modal verbs among words that follow each other; `gaps` are the marks in front of each,
   * where they are known. Linear in their length.
   */
  senses(words: readonly string[], gaps?: readonly string[]): readonly Sense[];
  /** Whether one of the words denies the other by a prefix or an ending. */
  areOpposites(a: string, b: string): boolean;
}

/** One word, or several that belong together, with the meaning that must not change. */
export interface Sense {
  readonly kind: "negation" | "number" | "modal";
  /** The first word's index, and that behind the last one's. */
  readonly from: number;
  readonly to: number;
  /** What it says, in a form that can be compared. */
  readonly value: string;
  /** Whether the word has a more frequent other meaning (an article, “second”): then it counts against its like only. */
  readonly weak: boolean;
}

/** The tables of a language with spaces between its words. Words are separated by spaces, in lower case. */
export interface LanguageTable {
  readonly name: string;
  /** Frequent words that few other languages share, for telling the language. */
  readonly frequent: string;
  /** Marks that are taken off a word before it is looked up. Global. */
  readonly ignored?: RegExp;
  readonly negations: string;
  /** Negations that no list can hold: endings, prefixes. */
  readonly negationForms?: RegExp;
  /** Phrases whose words deny nothing; matched against words, with the marks in front of each, one space between. Global. */
  readonly notNegations?: RegExp;
  /** From zero upwards without a gap, as far as the table goes, then `|` and others in any order; `a=b` are the same. */
  readonly numbers: string;
  /** Number words that no list can hold: compounds. */
  readonly numberForms?: RegExp;
  /** Numbers that are more often something else. */
  readonly weakNumbers?: string;
  readonly modals: string;
  readonly modalForms?: RegExp;
  /** The modal verb in a contraction; null where the word is none. */
  readonly contracted?: (word: string) => string | null;
  /** Pairs of words of which the second denies the first: `able unable`. */
  readonly opposites?: RegExp;
}

/** Compounds may be long, but words beyond this are none of them. */
const longestForm = 60;

export function makeLanguage(table: LanguageTable): Language {
  const negations = wordSet(table.negations);
  const modals = wordSet(table.modals);
  const numbers = readNumbers(table.numbers);
  const weakNumbers = readNumbers(table.weakNumbers ?? "");
  const plainOf = (word: string) => {
    const lower = word.toLowerCase();
    return table.ignored === undefined ? lower : lower.replace(table.ignored, "");
  };
  const fits = (form: RegExp | undefined, word: string) => word.length <= longestForm && (form?.test(word) ?? false);
  const numberOf = (word: string) =>
    numbers.get(word) ?? weakNumbers.get(word) ?? (fits(table.numberForms, word) ? word : null);
  const modalOf = (word: string) => {
    if (modals.has(word) || fits(table.modalForms, word)) return word.replaceAll("ß", "ss");
    return table.contracted?.(word) ?? null;
  };
  return {
    name: table.name,
    dense: false,
    frequent: wordSet(table.frequent),
    senses: (words, gaps = []) => {
      const senses: Sense[] = [];
      const add = (kind: Sense["kind"], from: number, value: string, weak = false) =>
        senses.push({ kind, from, to: from + 1, value, weak });
      let phrases: ReadonlySet<number> | null = null;
      for (const [at, word] of words.entries()) {
        const digits = digitsOf(word);
        if (digits !== null) {
          add("number", at, digits.value, digits.weak);
          continue;
        }
        const plain = plainOf(word);
        if (negations.has(plain) || fits(table.negationForms, plain)) {
          phrases ??= wordsInPhrases(
            words.map((each, i) => (gaps[i] ?? "") + plainOf(each)),
            table.notNegations,
          );
          if (!phrases.has(at)) add("negation", at, /^(?:not|cannot|.*n't)$/u.test(plain) ? "not" : plain);
        }
        const number = numberOf(plain);
        if (number !== null) add("number", at, number, weakNumbers.has(plain));
        const modal = modalOf(plain);
        if (modal !== null) add("modal", at, modal);
      }
      return senses;
    },
    areOpposites: (a, b) => {
      const [short, long] =
        a.length < b.length ? [a.toLowerCase(), b.toLowerCase()] : [b.toLowerCase(), a.toLowerCase()];
      return long.length <= longestForm && (table.opposites?.test(`${short} ${long}`) ?? false);
    },
  };
}

/** A language of which nothing is known: numbers in digits only. */
export const noLanguage = makeLanguage({ name: "none", frequent: "", negations: "", numbers: "", modals: "" });

/**
 * The number that a word with digits in it stands for: as it is written, but for the separators of English and Swiss
 * thousands. A point or a comma is not taken away elsewhere: which of `1.000` is a thousand is what a reader cannot tell.
 * Roman numerals of two letters or more are numbers where they stand against one.
 */
export function digitsOf(word: string): { readonly value: string; readonly weak: boolean } | null {
  if (hasDigit(word)) {
    return { value: word.toLowerCase().replace(/(?<=\p{N})[,'](?=\p{N})/gu, ""), weak: false };
  }
  const isRoman = word.length > 1 && word.length < 16 && "IVXLCDM".includes(word[0]) && roman.test(word);
  return isRoman ? { value: word, weak: true } : null;
}

/** Every word of a passage is asked, and nearly all are of plain letters. */
function hasDigit(word: string): boolean {
  for (let i = 0; i < word.length; i++) {
    const unit = word.charCodeAt(i);
    if (unit > 0x7f) return /\p{N}/u.test(word);
    if (unit >= 0x30 && unit <= 0x39) return true;
  }
  return false;
}

const roman = /^M{0,3}(?:C[MD]|D?C{0,3})(?:X[CL]|L?X{0,3})(?:I[XV]|V?I{0,3})$/u;

/** The indexes of the words that the phrases cover. */
function wordsInPhrases(words: readonly string[], phrases: RegExp | undefined): ReadonlySet<number> {
  const covered = new Set<number>();
  if (phrases === undefined) return covered;
  const text = ` ${words.join(" ")} `;
  let index = 0;
  let start = 1;
  for (const found of text.matchAll(phrases)) {
    const end = found.index + found[0].trimEnd().length;
    while (index < words.length && start + words[index].length <= found.index) start += words[index++].length + 1;
    for (let i = index, at = start; i < words.length && at < end; at += words[i++].length + 1) covered.add(i);
  }
  return covered;
}

/** Words in the form in which they are looked up. */
export function wordSet(words: string): ReadonlySet<string> {
  return new Set(split(words));
}

function readNumbers(list: string): ReadonlyMap<string, string> {
  const numbers = new Map<string, string>();
  const [counted = "", others = ""] = list.includes("|") ? list.split("|") : ["", list];
  for (const [value, word] of split(counted).entries()) addNumber(numbers, word, String(value));
  for (const word of split(others)) addNumber(numbers, word, null);
  return numbers;
}

/** Spellings of one number are joined by `=`. */
function addNumber(numbers: Map<string, string>, spellings: string, value: string | null): void {
  const words = spellings.split("=");
  const known = value ?? words.map((word) => numbers.get(word)).find((found) => found !== undefined) ?? words[0];
  for (const word of words) numbers.set(word, known);
}

function split(words: string): string[] {
  return words
    .normalize("NFC")
    .split(/\s+/u)
    .filter((word) => word !== "");
}
