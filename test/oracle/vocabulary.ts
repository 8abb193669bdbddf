/**
 * What the oracle knows of English. It is written apart from the engine's tables, so that the one is a check on the
 * other.
 */

const negation =
  /^(?:not|no|never|none|nobody|nothing|nowhere|neither|nor|without|cannot|hardly|scarcely|barely|non|\p{L}+n['’]t)$/iu;

const numberWord =
  /^(?:zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty|hundreds?|thousands?|millions?|billions?|trillions?|dozens?|first|second|third|(?:four|fif|six|seven|eigh|nin|ten|eleven|twelf|(?:thir|four|fif|six|seven|eigh|nine)teen)th|(?:twen|thir|for|fif|six|seven|eigh|nine)tieth|hundredth|thousandth|millionth|hal(?:f|ves)|quarters?|once|twice|thrice|single|both|double|triple|quadruple)$/iu;

export function isNegation(word: string): boolean {
  return negation.test(plain(word));
}

/** Whether the word, or a part of it that stands between hyphens, is a number in digits or letters. */
export function holdsNumber(word: string): boolean {
  return plain(word)
    .split(/\p{Pd}/u)
    .some((part) => /\p{N}/u.test(part) || numberWord.test(part));
}

/** Without ligatures and hidden characters. */
function plain(word: string): string {
  return word.normalize("NFKC").replace(/\p{Cf}/gu, "");
}

/** Number words that can stand for one another. */
export const numberFamilies: readonly (readonly string[])[] = [
  ["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "twenty", "thirty"],
  ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"],
  ["hundred", "thousand", "million", "billion"],
  ["hundreds", "thousands", "millions"],
  ["one", "two", "three"],
  ["half", "quarter"],
  ["twice", "thrice"],
  ["dozen", "hundred"],
  ["double", "triple"],
];

export const modals: readonly string[] = ["can", "could", "may", "might", "must", "shall", "should", "will", "would"];

/** Verbs that a "not" can follow. */
export const auxiliaries: readonly string[] = [
  "is",
  "was",
  "are",
  "were",
  "has",
  "had",
  "did",
  "does",
  "do",
  ...modals,
];

/** What each becomes with n't. */
export const contractions: ReadonlyMap<string, string> = new Map([
  ["is", "isn't"],
  ["was", "wasn't"],
  ["are", "aren't"],
  ["were", "weren't"],
  ["has", "hasn't"],
  ["have", "haven't"],
  ["had", "hadn't"],
  ["did", "didn't"],
  ["does", "doesn't"],
  ["do", "don't"],
  ["could", "couldn't"],
  ["should", "shouldn't"],
  ["would", "wouldn't"],
  ["will", "won't"],
  ["can", "can't"],
]);

/** A denial and what stands in its place when it is taken back, in both directions. */
export const denials: readonly (readonly [string, string])[] = [
  ["never", "always"],
  ["never", "often"],
  ["no", "every"],
  ["no", "some"],
  ["no", "the"],
  ["none", "all"],
  ["none", "some"],
  ["nobody", "everybody"],
  ["nothing", "something"],
  ["nothing", "everything"],
  ["without", "with"],
  ["cannot", "can"],
  ["hardly", "clearly"],
  ["not", "now"],
  ["not", "also"],
  ["neither", "either"],
  ["nor", "or"],
];

/** Pairs of words that turn a sentence around, in both directions. */
export const opposites: ReadonlyMap<string, readonly string[]> = bothWays(
  `more less, most least, many few, large small, larger smaller, largest smallest, high low, higher lower, highest lowest,
   old new, older newer, early late, earlier later, first last, before after, above below, north south, northern southern,
   east west, eastern western, left right, good bad, better worse, best worst, long short, longer shorter, increase decrease,
   increased decreased, rose fell, won lost, began ended, start end, started ended, always sometimes, all some, same different,
   male female, man woman, men women, he she, his her, father mother, son daughter, public private, true false, open closed,
   opened closed, inside outside, up down, over under, upper lower, include exclude, includes excludes, including excluding,
   accepted rejected, allowed forbidden, legal illegal, able unable, common rare, and or, to from, in on, major minor, only also,
   strong weak, light dark, day night, summer winter, approved refused, with against, successful unsuccessful, likely unlikely,
   can may, is was, are were, has had, became remained, every some, large tiny, popular unpopular, important trivial`,
);

/** Words that few sources have. */
export const strangers: readonly string[] =
  "garden window purple candle violin ladder meadow copper lantern orchard saddle thimble walrus quietly seldomly gladly".split(
    " ",
  );

/** Words that slip in without being noticed. */
export const fillers: readonly string[] =
  "very truly often quite also rather really only even always perhaps largely mostly then".split(" ");

function bothWays(list: string): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const pair of list.split(",")) {
    const [one, other] = pair.trim().split(" ");
    found.set(one, [...(found.get(one) ?? []), other]);
    found.set(other, [...(found.get(other) ?? []), one]);
  }
  return found;
}
