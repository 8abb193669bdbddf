/** What an ellipsis must not do. */
import { type Draft, isWord, replace, tokensOf } from "../draft.ts";
import { ellipsisMarks } from "../permitted/ellipsis.ts";
import type { Random } from "../random.ts";
import { isNegation } from "../vocabulary.ts";
import type { ForbiddenForms, Wrong } from "./change.ts";
import { altered, mark } from "./change.ts";

export const reversed: ForbiddenForms = {
  halves: (draft, { random }) => {
    const words = tokensOf(draft.text).filter(({ text }) => /[\p{L}\p{N}]/u.test(text));
    if (words.length < 8) return null;
    const middle = 4 + random.below(words.length - 7);
    return backwards(draft, random, words[middle - 1].end, words[middle].start);
  },
  withGap: (draft, { random }) => {
    const words = tokensOf(draft.text).filter(({ text }) => /[\p{L}\p{N}]/u.test(text));
    if (words.length < 12) return null;
    const behind = words[words.length - 4 - random.below(2)];
    return backwards(draft, random, words[3 + random.below(2)].end, behind.start);
  },
};

/** What stands behind `start`, an ellipsis, and what stands in front of `end`. */
function backwards(draft: Draft, random: Random, end: number, start: number): Wrong {
  const text = `${draft.text.slice(start)} ${random.pick(ellipsisMarks)} ${draft.text.slice(0, end)}`;
  return { draft: { ...draft, text }, kind: null, rule: "elision-reversed", covered: "nothing" };
}

export const swallowed: ForbiddenForms = {
  notAlone: (draft, { random }) => swallow(draft, random, { before: 0, behind: 0 }),
  notWithWords: (draft, { random }) => swallow(draft, random, { before: random.below(3), behind: 1 + random.below(3) }),
};

/** An ellipsis in place of a "not" and of words around it, between words that are kept. */
function swallow(
  draft: Draft,
  random: Random,
  { before, behind }: { readonly before: number; readonly behind: number },
): Wrong | null {
  const tokens = tokensOf(draft.text);
  const ends = (from: number, to: number) => tokens.slice(from, to).some(({ text }) => /[.!?]["”’)]*$/u.test(text));
  const places = tokens.flatMap(({ text }, at) => {
    const [from, to] = [at - before, at + behind];
    const isInside = from >= 3 && to < tokens.length - 3;
    return isWord(text) && isNegation(text) && isInside && !ends(from - 1, to + 1) ? [{ from, to }] : [];
  });
  if (places.length === 0) return null;
  const { from, to } = random.pick(places);
  const gap = { start: tokens[from].start, end: tokens[to].end };
  return {
    draft: replace(draft, gap, mark(random.pick(ellipsisMarks))),
    kind: null,
    rule: "elision-hides-negation",
    covered: "nothing",
  };
}

export const welded: ForbiddenForms = {
  behind: (draft, { random, foreign }) =>
    altered({ ...draft, text: `${draft.text} ${random.pick(ellipsisMarks)} ${mark(foreign)}` }),
  infront: (draft, { random, foreign }) =>
    altered({ ...draft, text: `${mark(foreign)} ${random.pick(ellipsisMarks)} ${draft.text}` }),
};
