/** Words exchanged, left out, added and misspelt, with nothing to say so. */
import { isWord, splitToken, type Token, tokensOf } from "../draft.ts";
import type { Random } from "../random.ts";
import { fillers, isNegation, opposites, strangers } from "../vocabulary.ts";
import { altered, exchangeWord, type ForbiddenForms, insertBehind, leaveOut } from "./change.ts";
import { sameCase } from "./meaning.ts";

/** A word that is no negation, whose loss would have a kind of its own. */
function isPlain({ text }: Token): boolean {
  return /[\p{L}\p{N}]/u.test(text) && !isNegation(splitToken(text).core);
}

export const word: ForbiddenForms = {
  stranger: (draft, { random }) =>
    altered(exchangeWord(draft, random, (was) => (isWord(was) ? sameCase(random.pick(strangers), was) : null))),
  fromSource: (draft, { random, source }) => {
    const others = tokensOf(source)
      .map(({ text }) => text)
      .filter((text) => isWord(text));
    if (others.length === 0) return null;
    return altered(
      exchangeWord(draft, random, (was) => {
        const other = random.pick(others);
        return isWord(was) && was.toLowerCase() !== other.toLowerCase() ? other : null;
      }),
    );
  },
  opposite: (draft, { random }) =>
    altered(
      exchangeWord(draft, random, (was) => {
        const others = opposites.get(was.toLowerCase());
        return others === undefined ? null : sameCase(random.pick(others), was);
      }),
    ),
  anotherEnding: (draft, { random }) =>
    altered(
      exchangeWord(draft, random, (was) => {
        if (!/^[a-z]{5,}$/u.test(was)) return null;
        if (was.endsWith("ed")) return `${was.slice(0, -2)}ing`;
        if (was.endsWith("s")) return was.slice(0, -1);
        return `${was}s`;
      }),
    ),
};

export const omission: ForbiddenForms = {
  one: (draft, { random }) =>
    altered(
      leaveOut(draft, random, 1, ([token]) => isPlain(token)),
      null,
      "some",
    ),
  two: (draft, { random }) =>
    altered(
      leaveOut(draft, random, 2, (tokens) => tokens.every(isPlain)),
      null,
      "some",
    ),
  three: (draft, { random }) =>
    altered(
      leaveOut(draft, random, 3, (tokens) => tokens.some(isPlain)),
      null,
      "some",
    ),
  second: (draft, { random }) =>
    altered(
      leaveOut(draft, random, 1, ([token], from) => from === 1 && isPlain(token)),
      null,
      "some",
    ),
};

const threeWords = ["rather like walruses", "beyond every lantern", "while gulls quarrel"];

export const insertion: ForbiddenForms = {
  filler: (draft, { random }) => altered(insertBehind(draft, random, random.pick(fillers))),
  stranger: (draft, { random }) => altered(insertBehind(draft, random, random.pick(strangers))),
  three: (draft, { random }) => altered(insertBehind(draft, random, random.pick(threeWords))),
  fromSource: (draft, { random, source }) => {
    const others = tokensOf(source)
      .map(({ text }) => text)
      .filter((text) => isWord(text) && !isNegation(text));
    return others.length === 0 ? null : altered(insertBehind(draft, random, random.pick(others)));
  },
};

export const spelling: ForbiddenForms = {
  swapped: (draft, { random }) =>
    altered(
      exchangeWord(draft, random, (was) => {
        if (!/^\p{L}{5,}$/u.test(was)) return null;
        const at = 1 + random.below(was.length - 2);
        return was[at] === was[at + 1] ? null : was.slice(0, at) + was[at + 1] + was[at] + was.slice(at + 2);
      }),
    ),
  twoLetters: (draft, { random }) =>
    altered(
      exchangeWord(draft, random, (was) => {
        if (!/^[a-z]{6,}$/u.test(was)) return null;
        const [one, other] = [1 + random.below(2), was.length - 1 - random.below(2)];
        return [...was]
          .map((letter, at) => (at === one || at === other ? anotherLetter(letter, random) : letter))
          .join("");
      }),
    ),
  shortWord: (draft, { random }) =>
    altered(
      exchangeWord(draft, random, (was) => {
        if (!/^\p{L}{3,5}$/u.test(was) || isNegation(was)) return null;
        const at = random.below(was.length - 1);
        const turned = was.slice(0, at) + was[at + 1] + was[at] + was.slice(at + 2);
        return turned.toLowerCase() === was.toLowerCase() ? null : turned;
      }),
    ),
  letterDropped: (draft, { random }) =>
    altered(
      exchangeWord(draft, random, (was) => {
        if (!/^[a-z]{5,}$/u.test(was)) return null;
        const at = 1 + random.below(was.length - 2);
        return was.slice(0, at) + was.slice(at + 1);
      }),
    ),
  letterDoubled: (draft, { random }) =>
    altered(
      exchangeWord(draft, random, (was) => {
        if (!/^[a-z]{5,}$/u.test(was)) return null;
        const at = 1 + random.below(was.length - 2);
        return was.slice(0, at) + was[at] + was.slice(at);
      }),
    ),
};

function anotherLetter(letter: string, { pick }: Random): string {
  return pick([..."abdeiklmnorstu"].filter((other) => other !== letter));
}
