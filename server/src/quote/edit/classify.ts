import { letterDistance, lettersOf, nearMiss, withoutDiacritics } from "../align/similarity.ts";
import type { EditKind } from "../judgement.ts";
import { changedSense, type Exchange } from "../language/changedSense.ts";
import type { Language } from "../language/language.ts";

/** What kind of edit an exchange of words is: the gravest that fits. */
export function classify(exchange: Exchange, language: Language): EditKind {
  const quote = exchange.quote.map(({ text }) => text);
  const source = exchange.source.map(({ text }) => text);
  const isSingle = quote.length === 1 && source.length === 1;
  const slip = isSingle && isSlip(quote[0], source[0]);
  const sense = changedSense(exchange, language);
  if (sense !== null && !(isSingle && isMisspelled(exchange, sense, language))) return sense;
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
  return slip ? "spelling" : "word";
}

/** Whether a negation, number word or modal verb was misspelled, rather than exchanged for another. */
function isMisspelled({ quote, source }: Exchange, sense: EditKind, language: Language): boolean {
  const has = ([{ text }]: Exchange["quote"]) => language.senses([text]).some(({ kind }) => kind === sense);
  if (has(quote) === has(source)) return false;
  const [a, b] = [quote[0].text, source[0].text];
  return withoutDiacritics(a) === withoutDiacritics(b) || (sense !== "negation" && isSlip(a, b));
}

/** An apostrophe between letters makes another word: its and it's. */
function hasApostrophe(word: string): boolean {
  return /\p{L}['’]\p{L}/u.test(word);
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
  const [a, b] = [quote.toLowerCase().replaceAll("ß", "ss"), source.toLowerCase().replaceAll("ß", "ss")];
  if (a === b && quote.includes("ß") !== source.includes("ß")) return true;
  const shorter = Math.min(a.length, b.length);
  if (isOfOtherSex(a, b) || shorter < 4 || !/^[\p{L}\p{M}'’-]+$/u.test(a + b) || areFamily(a, b)) return false;
  let front = 0;
  while (front < shorter && a[front] === b[front]) front++;
  if (front >= 3 && inflection.test(a.slice(front)) && inflection.test(b.slice(front))) return false;
  const most = shorter >= 8 ? 2 : 1;
  return letterDistance(a, b, most) <= most && (shorter > 4 || a.length !== b.length || isSwap(a, b));
}

function isOfOtherSex(a: string, b: string): boolean {
  const neutral = (word: string) => word.replace(/wo(?=m[ae]n$)/u, "");
  return a !== b && neutral(a) === neutral(b);
}

function isSwap(a: string, b: string): boolean {
  return [...a].sort().join("") === [...b].sort().join("");
}
