import type { EditKind } from "./judgement.ts";
import type { Language } from "./language/language.ts";
import { letterDistance, lettersOf, nearMiss } from "./similarity.ts";

/** The words that an edit exchanges, and what stands around them. */
export interface Exchange {
  readonly quote: readonly string[];
  readonly source: readonly string[];
  /** The words in front of the edit, nearest last, and behind it, in the source: for scripts without spaces. */
  readonly before: readonly string[];
  readonly behind: readonly string[];
}

/** What kind of edit an exchange of words is: the gravest that fits. */
export function classify(exchange: Exchange, language: Language): EditKind {
  const { quote, source } = exchange;
  const short = quote.length + source.length <= 8;
  if (short && changesNegation(exchange, language)) return "negation";
  if (changesNumber(quote, source, language)) return "number";
  if (changesModal(quote, source, language)) return "modal";
  if (quote.length === 0) return "omission";
  if (source.length === 0) return "insertion";
  const joinedQuote = quote.join("");
  const joinedSource = source.join("");
  if (quote.length === source.length || lettersOf(joinedQuote) === lettersOf(joinedSource)) {
    const miss = nearMiss(joinedQuote, joinedSource);
    if (miss === "punctuation" && hasApostrophe(joinedQuote) !== hasApostrophe(joinedSource)) return "spelling";
    if (miss !== null) return quote.length === source.length ? miss : "spelling";
  }
  if (quote.length !== source.length && joinedQuote.toLowerCase() === joinedSource.toLowerCase()) return "spelling";
  return quote.length === 1 && source.length === 1 && isSlip(joinedQuote, joinedSource) ? "spelling" : "word";
}

/** An apostrophe between letters makes another word: its and it's. */
function hasApostrophe(word: string): boolean {
  return /\p{L}['’]\p{L}/u.test(word);
}

function changesNegation({ quote, source, before, behind }: Exchange, language: Language): boolean {
  if (quote.length === 1 && source.length === 1 && language.areOpposites(quote[0], source[0])) return true;
  if (countNegations(quote, language) !== countNegations(source, language)) return true;
  if (language.name !== "Japanese") return false;
  // A negation may reach over the edit's ends by a character.
  const around = (words: readonly string[]) => [[...before.slice(-2), ...words, ...behind.slice(0, 2)].join("")];
  return countNegations(around(quote), language) !== countNegations(around(source), language);
}

function countNegations(words: readonly string[], language: Language): number {
  return words.reduce((sum, word) => (language.isNegation(word) ? sum + 1 : sum), 0);
}

function changesNumber(quote: readonly string[], source: readonly string[], language: Language): boolean {
  const inner = numbersOf(quote, language);
  const outer = numbersOf(source, language);
  if (inner.length === 0 && outer.length === 0) return false;
  if (inner.length > 0 && outer.length > 0) {
    return inner.join() !== outer.join() || quote.length * source.length === 1;
  }
  return quote.length === 1 && source.length === 1;
}

function numbersOf(words: readonly string[], language: Language): string[] {
  return words.flatMap((word) => language.numberOf(word) ?? []);
}

function changesModal(quote: readonly string[], source: readonly string[], language: Language): boolean {
  const inner = modalsOf(quote, language);
  const outer = modalsOf(source, language);
  if (inner.length > 0 && outer.length > 0) return inner.join() !== outer.join();
  if (inner.length === outer.length || quote.length !== 1 || source.length !== 1) return false;
  // With a capital letter it is rather a name or a month: Will, May.
  return !/^\p{Lu}/u.test(inner.length > 0 ? quote[0] : source[0]);
}

function modalsOf(words: readonly string[], language: Language): string[] {
  return words.flatMap((word) => language.modalOf(word) ?? []);
}

/** Words that one letter makes of each other, so that none of them is a slip. */
const wordFamilies =
  "from form|their there|casual causal|public pubic|united untied|trial trail|quiet quite|angel angle|lose loose|than then|desert dessert|later latter|marital martial|affect effect|accept except|principal principle|prosecute persecute|conservation conversation|immigrate emigrate|adopt adapt|eminent imminent|through though|though thought|weather whether|moral morale|personal personnel|advice advise|device devise|county country|exit exist|price prize|place palace|world word|house horse|strong string|right light|night might|these those|where there|which witch|while whole|about above|after alter|again against|other order|under elder|three there|black block|first fist|great greet|never fever|small smell|still skill|south mouth|north worth|women woman|fewer newer|found bound|money honey|power tower|water later|write white";

let families: Map<string, Set<string>> | null = null;

function areFamily(a: string, b: string): boolean {
  if (families === null) {
    families = new Map();
    for (const family of wordFamilies.split("|")) {
      const [one, two] = family.split(" ");
      families.set(one, (families.get(one) ?? new Set()).add(two));
      families.set(two, (families.get(two) ?? new Set()).add(one));
    }
  }
  return families.get(a)?.has(b) ?? false;
}

/** Endings that make another form of a word, not a slip in it. */
const inflection = /^(?:e?s|e?d|ing|e?r|er?s|ly|e?n|e?st|y|ies|ied|['’]s|e|al|ion|ity)?$/u;

/**
 * Whether one word is a slip of the other: a letter wrong, missing, added or swapped inside a word of five letters or
 * more, two in one of eight. Without a dictionary a slip that makes another word cannot be told from one that does
 * not, so short words, inflections and a list of well-known pairs are left out.
 */
function isSlip(quote: string, source: string): boolean {
  const [a, b] = [quote.toLowerCase(), source.toLowerCase()];
  const shorter = Math.min(a.length, b.length);
  if (shorter < 4 || !/^[\p{L}\p{M}'’-]+$/u.test(a + b) || areFamily(a, b)) return false;
  let front = 0;
  while (front < shorter && a[front] === b[front]) front++;
  if (front >= 3 && inflection.test(a.slice(front)) && inflection.test(b.slice(front))) return false;
  const most = shorter >= 8 ? 2 : 1;
  return letterDistance(a, b, most) <= most && (shorter > 4 || a.length !== b.length || isSwap(a, b));
}

function isSwap(a: string, b: string): boolean {
  return [...a].sort().join("") === [...b].sort().join("");
}
