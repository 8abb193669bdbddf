/** The small words that carry the most: negations, numbers, modal verbs. */
import { type Draft, isWord, replace, splitToken, tokensOf } from "../draft.ts";
import type { Random } from "../random.ts";
import { auxiliaries, contractions, denials, isNegation, modals, numberFamilies } from "../vocabulary.ts";
import { altered, exchangeWord, type ForbiddenForms, insertBehind, leaveOut, mark } from "./change.ts";

const isPlainNegation = (word: string) => isWord(word) && /^(?:not|never|no)$/iu.test(word);

export const negation: ForbiddenForms = {
  notAdded: (draft, { random }) => altered(insertBehind(draft, random, "not"), "negation"),
  notAddedToVerb: (draft, { random }) =>
    altered(
      insertBehind(draft, random, random.pick(["not", "never"]), ({ text }) => auxiliaries.includes(text)),
      "negation",
    ),
  neverAdded: (draft, { random }) =>
    altered(insertBehind(draft, random, random.pick(["never", "no", "without", "hardly"])), "negation"),
  contracted: (draft, { random }) =>
    altered(
      exchangeWord(draft, random, (word) => contractions.get(word) ?? null),
      "negation",
    ),
  contractedCurly: (draft, { random }) =>
    altered(
      exchangeWord(draft, random, (word) => contractions.get(word)?.replace("'", "’") ?? null),
      "negation",
    ),
  contractionDropped: (draft, { random }) =>
    altered(
      exchangeWord(draft, random, (word) => {
        for (const [plain, contraction] of contractions) if (contraction === word.replace("’", "'")) return plain;
        return null;
      }),
      "negation",
    ),
  dropped: (draft, { random }) =>
    altered(
      leaveOut(draft, random, 1, ([{ text }]) => isPlainNegation(text)),
      "negation",
      "some",
    ),
  anyDropped: (draft, { random }) =>
    altered(
      leaveOut(draft, random, 1, ([{ text }]) => isWord(text) && isNegation(text)),
      "negation",
      "some",
    ),
  takenBack: (draft, { random }) =>
    altered(
      exchangeWord(draft, random, (word) =>
        otherSide(
          word,
          denials.map(([no, yes]) => [no, yes] as const),
          random,
        ),
      ),
      "negation",
    ),
  denied: (draft, { random }) =>
    altered(
      exchangeWord(draft, random, (word) =>
        otherSide(
          word,
          denials.map(([no, yes]) => [yes, no] as const),
          random,
        ),
      ),
      "negation",
    ),
};

function otherSide(word: string, pairs: readonly (readonly [string, string])[], random: Random): string | null {
  const others = pairs.filter(([from]) => from === word.toLowerCase()).map(([, to]) => to);
  return others.length === 0 ? null : sameCase(random.pick(others), word);
}

export const number: ForbiddenForms = {
  digit: (draft, { random }) => altered(exchangeDigits(draft, random, withDigit), "number"),
  digitsSwapped: (draft, { random }) =>
    altered(
      exchangeDigits(draft, random, (digits) => digits.replace(/(\d)(?!\1)([1-9])/u, "$2$1")),
      "number",
    ),
  digitAdded: (draft, { random }) =>
    altered(
      exchangeDigits(draft, random, (digits) => (/^\d+$/u.test(digits) ? digits + random.pick(["0", "1", "5"]) : null)),
      "number",
    ),
  digitDropped: (draft, { random }) =>
    altered(
      exchangeDigits(draft, random, (digits) => (/^\d{2,}$/u.test(digits) ? digits.slice(0, -1) : null)),
      "number",
    ),
  word: (draft, { random }) =>
    altered(
      exchangeWord(draft, random, (word) => otherNumber(word, random)),
      "number",
    ),
  wordInCompound: (draft, { random }) => altered(compoundNumber(draft, random), "number"),
};

/** One of the numbers in digits exchanged; what is joined to it with a dash stays as it is, and unmarked. */
function exchangeDigits(
  draft: Draft,
  random: Random,
  by: (digits: string, random: Random) => string | null,
): Draft | null {
  const found = [...draft.text.matchAll(/\d+(?:[.,:]\d+)*/gu)].flatMap(({ 0: digits, index }) => {
    const other = by(digits, random);
    return other === null || other === digits ? [] : [{ span: { start: index, end: index + digits.length }, other }];
  });
  if (found.length === 0) return null;
  const { span, other } = random.pick(found);
  return replace(draft, span, mark(other));
}

function withDigit(word: string, random: Random): string | null {
  const digits = [...word.matchAll(/\d/gu)];
  if (digits.length === 0) return null;
  const { 0: was, index } = digits[random.below(digits.length)];
  const other = (Number(was) + 1 + random.below(9)) % 10;
  return other === 0 && index === 0 ? null : word.slice(0, index) + other + word.slice(index + 1);
}

function otherNumber(word: string, random: Random): string | null {
  const plain = word.toLowerCase();
  const families = numberFamilies.filter((family) => family.includes(plain));
  const others = families.flat().filter((other) => other !== plain);
  return others.length === 0 ? null : sameCase(random.pick(others), word);
}

/** `four-day` to `six-day`: the number alone is marked. */
function compoundNumber(draft: Draft, random: Random): Draft | null {
  const found = tokensOf(draft.text).flatMap((token) => {
    const { before, core } = splitToken(token.text);
    const [first, ...rest] = core.split("-");
    if (rest.length === 0 || rest.some((part) => part === "")) return [];
    const other = otherNumber(first, random);
    const start = token.start + before.length;
    return other === null ? [] : [{ span: { start, end: start + first.length }, text: mark(other) }];
  });
  if (found.length === 0) return null;
  const { span, text } = random.pick(found);
  return replace(draft, span, text);
}

export const modal: ForbiddenForms = {
  exchanged: (draft, { random }) =>
    altered(
      exchangeWord(draft, random, (word) =>
        modals.includes(word) ? random.pick(modals.filter((other) => other !== word)) : null,
      ),
      "modal",
    ),
  contracted: (draft, { random }) =>
    altered(
      exchangeWord(draft, random, (word) => {
        const negated = [...contractions.values()].filter((other) =>
          modals.some((verb) => contractions.get(verb) === other),
        );
        return negated.includes(word) ? random.pick(negated.filter((other) => other !== word)) : null;
      }),
      "modal",
    ),
};

/** Written with a capital where the other word was. */
export function sameCase(word: string, as: string): string {
  return /^\p{Lu}/u.test(as) ? word[0].toUpperCase() + word.slice(1) : word;
}
