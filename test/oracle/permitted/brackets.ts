import { changed, type Draft, isFree, isWord, type Token, tokensOf } from "../draft.ts";
import type { Random } from "../random.ts";
import { holdsNumber, isNegation, modals } from "../vocabulary.ts";
import type { MakePermitted, PermittedForms } from "./change.ts";

/** Words of the writer, in brackets: in place of words, added, and inside a word. */
export const brackets: PermittedForms = {
  initial: (draft) => {
    const found = /^(\p{L})(?=\p{Ll}{2})/u.exec(draft.text);
    return found && { ...draft, text: turnedInBrackets(found[1]) + draft.text.slice(1) };
  },
  initialInside: (draft, { random }) =>
    atToken(
      draft,
      random,
      ({ text }) => /^\p{L}\p{Ll}{2,}$/u.test(text),
      (word) => turnedInBrackets(word[0]) + word.slice(1),
    ),
  initialBehindEllipsis: (draft) => {
    const found = /(?<=…|\.\.\.|\. \. \.|\]) (\p{L})(?=\p{Ll}{2})/u.exec(draft.text);
    if (!found || !isFree(draft.text, found.index)) return null;
    const at = found.index + 1;
    return { ...draft, text: draft.text.slice(0, at) + turnedInBrackets(found[1]) + draft.text.slice(at + 1) };
  },
  ending: (draft, { random }) =>
    atToken(draft, random, isLongWord, (word) =>
      word.replace(/(?:ed|ing|es|s)?$/u, random.pick(["[ed]", "[ing]", "[s]", "[es]"])),
    ),
  endingKept: (draft, { random }) =>
    atToken(draft, random, isLongWord, (word) => word + random.pick(["[s]", "[ed]", "[’s]"])),
  endingDropped: (draft, { random }) =>
    atToken(
      draft,
      random,
      ({ text }) => /^[a-z]{4,}(?:ed|es|s)$/u.test(text),
      (word) => word.replace(/(?:ed|es|s)$/u, "[]"),
    ),
  wordSupplied: (draft, { random }) => replaced(draft, random, 1),
  wordsSupplied: (draft, { random }) => replaced(draft, random, 2 + random.below(2)),
  manyWordsSupplied: (draft, { random }) => replaced(draft, random, 4 + random.below(3)),
  listSupplied: (draft, { random }) => replaced(draft, random, 2 + random.below(3), { throughCommas: true }),
  sameWord: (draft, { random }) => atToken(draft, random, isPlainWord, (word) => `[${word}]`),
  dropped: (draft, { random }) => atToken(draft, random, isPlainWord, () => "[]"),
  added: (draft, { random }) => inserted(draft, random, random.pick(additions)),
  addedBehindPunctuation: (draft, { random }) => {
    const found = [...draft.text.matchAll(/(?<=\p{L})(?=[,;:] )/gu)].filter(({ index }) => isFree(draft.text, index));
    if (found.length === 0) return null;
    const { index } = random.pick(found);
    return { ...draft, text: `${draft.text.slice(0, index)} ${random.pick(additions)}${draft.text.slice(index)}` };
  },
  addedBehindComma: (draft, { random }) => {
    const found = [...draft.text.matchAll(/(?<=\p{L}[,;]) (?=\p{L})/gu)].filter(({ index }) =>
      isFree(draft.text, index),
    );
    if (found.length === 0) return null;
    const { index } = random.pick(found);
    return { ...draft, text: `${draft.text.slice(0, index)} ${random.pick(additions)}${draft.text.slice(index)}` };
  },
  sideBySide: (draft, { random }) => inserted(draft, random, `${random.pick(additions)} ${random.pick(additions)}`),
  twice: (draft, context) => {
    const made = inserted(draft, context.random, context.random.pick(additions));
    return made && replaced(made, context.random, 1);
  },
};

const substitutes = [
  "[the matter]",
  "[the company]",
  "[it]",
  "[they]",
  "[that place]",
  "[then]",
  "[the people of the town]",
];
const additions = [
  "[then]",
  "[that is]",
  "[of the group]",
  "[as we know]",
  "[the report goes on]",
  "[here]",
  "[however]",
];

function turnedInBrackets(letter: string): string {
  const upper = letter.toUpperCase();
  return `[${letter === upper ? letter.toLowerCase() : upper}]`;
}

/** A word whose loss changes no number, no negation and no modal verb. */
function isPlainWord({ text }: Token): boolean {
  return isWord(text) && !isNegation(text) && !holdsNumber(text) && !modals.includes(text.toLowerCase());
}

function isLongWord(token: Token): boolean {
  return /^[a-z]{5,}$/u.test(token.text) && isPlainWord(token);
}

function atToken(
  draft: Draft,
  random: Random,
  fits: (token: Token) => boolean,
  write: (word: string) => string,
): Draft | null {
  const tokens = tokensOf(draft.text).filter(
    (token) => fits(token) && isPlainWord(token) && isFree(draft.text, token.start),
  );
  if (tokens.length === 0) return null;
  const { text, start, end } = random.pick(tokens);
  return { ...draft, text: draft.text.slice(0, start) + write(text) + draft.text.slice(end) };
}

/** Words in a row exchanged for a bracket. At least four plain words stay. */
function replaced(
  draft: Draft,
  random: Random,
  length: number,
  { throughCommas }: { readonly throughCommas: boolean } = { throughCommas: false },
): Draft | null {
  const tokens = tokensOf(draft.text);
  // A bracket stands for six words at most, and what an apostrophe or a script without spaces parts is a matter of opinion.
  const isPlain = (token: Token) =>
    /^\p{Script=Latin}+$/u.test(token.text) && isPlainWord(token) && isFree(draft.text, token.start);
  if (tokens.filter(isPlain).length < length + 4) return null;
  const starts = tokens.flatMap((_, from) => {
    const chosen = tokens.slice(from, from + length);
    const bare = throughCommas ? withoutInnerCommas(chosen) : chosen;
    return chosen.length === length && bare.every(isPlain) ? [from] : [];
  });
  if (starts.length === 0) return null;
  const from = random.pick(starts);
  const [{ start }, { end }] = [tokens[from], tokens[from + length - 1]];
  return { ...draft, text: draft.text.slice(0, start) + random.pick(substitutes) + draft.text.slice(end) };
}

const inserted = (draft: Draft, random: Random, addition: string): ReturnType<MakePermitted> => {
  const free = tokensOf(draft.text)
    .slice(0, -1)
    .filter(
      ({ text, end }) => /[\p{L}\p{N}]$/u.test(text) && isFree(draft.text, end) && draft.text[end] !== changed.close,
    );
  if (free.length === 0) return null;
  const { end } = random.pick(free);
  return { ...draft, text: `${draft.text.slice(0, end)} ${addition}${draft.text.slice(end)}` };
};

function withoutInnerCommas(tokens: readonly Token[]): Token[] {
  return tokens.map((token, i) => (i + 1 < tokens.length ? { ...token, text: token.text.replace(/,$/u, "") } : token));
}
