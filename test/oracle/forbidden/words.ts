/** Words exchanged, left out, added, misspelt and put in another order, with nothing to say so. */
import { type Draft, isWord, replace, splitToken, type Token, tokensOf } from "../draft.ts";
import type { Random } from "../random.ts";
import { fillers, isNegation, opposites, strangers } from "../vocabulary.ts";
import { altered, exchangeWord, type ForbiddenForms, insertBehind, leaveOut, mark, type Wrong } from "./change.ts";
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

export const order: ForbiddenForms = {
  adjacent: (draft, { random }) => swapped(draft, random, 1),
  nearby: (draft, { random }) => swapped(draft, random, 2 + random.below(2)),
  farApart: (draft, { random }) => swapped(draft, random, 4 + random.below(6)),
  phraseMoved: (draft, { random }) => {
    const tokens = tokensOf(draft.text);
    if (tokens.length < 9) return null;
    const from = 1 + random.below(tokens.length - 7);
    const phrase = tokens.slice(from, from + 3);
    const target = tokens[from + 5];
    if (![...phrase, target].every(({ text }) => isWord(text))) return null;
    const between = draft.text.slice(tokens[from + 3].start, target.end);
    const moved = phrase.map(({ text }) => text).join(" ");
    return altered(
      replace(draft, { start: phrase[0].start, end: target.end }, mark(`${between} ${moved}`)),
      null,
      "some",
    );
  },
};

function swapped(draft: Draft, random: Random, distance: number): Wrong | null {
  const tokens = tokensOf(draft.text);
  const starts: number[] = [];
  for (let i = 0; i + distance < tokens.length; i++) {
    const [one, other] = [tokens[i].text, tokens[i + distance].text];
    if (isWord(one) && isWord(other) && one.toLowerCase() !== other.toLowerCase()) starts.push(i);
  }
  if (starts.length === 0) return null;
  const from = random.pick(starts);
  const [one, other] = [tokens[from], tokens[from + distance]];
  const between = draft.text.slice(one.end, other.start);
  return altered(
    replace(draft, { start: one.start, end: other.end }, mark(other.text) + between + mark(one.text)),
    null,
    "some",
  );
}

export const ends: ForbiddenForms = {
  lastTwo: (draft, { random }) => rewriteEnd(draft, { words: 2, by: shuffledStrangers(random, 2) }),
  lastOne: (draft, { random }) => rewriteEnd(draft, { words: 1, by: shuffledStrangers(random, 1) }),
  lastThree: (draft, { random }) => rewriteEnd(draft, { words: 3, by: random.pick(phrases) }),
  addedAtEnd: (draft, { random }) => rewriteEnd(draft, { words: 0, by: shuffledStrangers(random, 2) }),
  firstTwo: (draft, { random }) => rewriteStart(draft, { words: 2, by: shuffledStrangers(random, 2) }),
  firstOne: (draft, { random }) => rewriteStart(draft, { words: 1, by: shuffledStrangers(random, 1) }),
  firstThree: (draft, { random }) => rewriteStart(draft, { words: 3, by: random.pick(phrases) }),
};

/** None of their words is frequent, so that every one of them is a change where it stands. */
const phrases = ["gulls quarrel quietly", "unless lanterns burn", "seven sisters sang", "soup boils over"];

interface Rewriting {
  readonly words: number;
  readonly by: string;
}

function rewriteEnd(draft: Draft, { words, by }: Rewriting): Wrong | null {
  const tokens = tokensOf(draft.text);
  if (tokens.length < words + 4) return null;
  const { after } = splitToken(tokens[tokens.length - 1].text);
  if (words > 0) {
    const { start } = tokens[tokens.length - words];
    return altered(replace(draft, { start, end: draft.text.length }, mark(by) + after));
  }
  const end = draft.text.length - after.length;
  return altered(replace(draft, { start: end, end }, ` ${mark(by)}`));
}

function rewriteStart(draft: Draft, { words, by }: Rewriting): Wrong | null {
  const tokens = tokensOf(draft.text);
  if (tokens.length < words + 4) return null;
  return altered(replace(draft, { start: 0, end: tokens[words - 1].end }, mark(by)));
}

function shuffledStrangers({ pick }: Random, count: number): string {
  return Array.from({ length: count }, () => pick(strangers)).join(" ");
}

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
