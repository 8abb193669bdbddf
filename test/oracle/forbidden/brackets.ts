/** What a bracket must not do: add, drop or replace a negation or a number. */
import { type Draft, isFree, isWord, replace, splitToken, type Token, tokensOf } from "../draft.ts";
import type { Random } from "../random.ts";
import { auxiliaries, numberFamilies } from "../vocabulary.ts";
import { type ForbiddenForms, mark, type Wrong } from "./change.ts";

const plainNegation = /^(?:not|never|no|without|nobody|nothing|none)$/iu;

export const bracket: ForbiddenForms = {
  negationAdded: (draft, { random }) =>
    addBehind(draft, random, random.pick(["[not]", "[never]", "[hardly]"]), ({ text }) => auxiliaries.includes(text)),
  negationAddedAnywhere: (draft, { random }) =>
    addBehind(draft, random, random.pick(["[not]", "[never]", "[did not say so]"]), ({ text }) => isWord(text)),
  negationDropped: (draft, { random }) =>
    exchange(
      draft,
      random,
      ({ text }) => plainNegation.test(text),
      () => random.pick(["[]", "[then]", "[indeed]"]),
    ),
  negationReplaced: (draft, { random }) =>
    exchange(
      draft,
      random,
      ({ text }) => plainNegation.test(text),
      () => random.pick(["[always]", "[all]", "[the new]"]),
    ),
  numberReplaced: (draft, { random }) =>
    exchange(draft, random, isNumber, ({ text }) => `[${otherNumber(text, random)}]`),
  numberDropped: (draft, { random }) => exchange(draft, random, isNumber, () => random.pick(["[]", "[some]", "[the]"])),
  numberAdded: (draft, { random }) =>
    addBehind(
      draft,
      random,
      random.pick(["[two]", "[seven]", "[40]"]),
      ({ text }) => isWord(text) && !isNumber({ text }),
    ),
};

/** A number word, or digits alone; "one" is a pronoun as well, and "second" a moment. */
function isNumber({ text }: Pick<Token, "text">): boolean {
  const plain = text.toLowerCase();
  if (plain === "one" || plain === "second") return false;
  return /^\d+$/u.test(text) || numberFamilies.some((family) => family.includes(plain));
}

function otherNumber(text: string, random: Random): string {
  if (/^\d/u.test(text)) return String(Number(text) + 1 + random.below(30));
  const family = numberFamilies.find((words) => words.includes(text.toLowerCase())) ?? [];
  return random.pick(family.filter((word) => word !== text.toLowerCase() && word !== "one"));
}

function exchange(
  draft: Draft,
  random: Random,
  fits: (token: Token) => boolean,
  by: (token: Token) => string,
): Wrong | null {
  const tokens = tokensOf(draft.text);
  const found = tokens.flatMap((token, i) => {
    // At an end and beside an ellipsis, a bracket may as well be added to a quote that is shorter.
    if (![tokens[i - 1], tokens[i + 1]].every((next) => next && /[\p{L}\p{N}]/u.test(next.text))) return [];
    const { before, core } = splitToken(token.text);
    const start = token.start + before.length;
    const word = { text: core, start, end: start + core.length };
    return fits(word) && isFree(draft.text, start) ? [word] : [];
  });
  if (found.length === 0) return null;
  const word = random.pick(found);
  return wrong(replace(draft, word, mark(by(word))));
}

function addBehind(draft: Draft, random: Random, addition: string, fits: (token: Token) => boolean): Wrong | null {
  const found = tokensOf(draft.text)
    .slice(0, -1)
    .filter((token) => fits(token) && isFree(draft.text, token.end));
  if (found.length === 0) return null;
  const { end } = random.pick(found);
  return wrong(replace(draft, { start: end, end }, ` ${mark(addition)}`));
}

function wrong(draft: Draft): Wrong {
  return { draft, kind: null, rule: "bracket-changes-meaning", covered: "nothing" };
}
