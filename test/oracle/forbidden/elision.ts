/** What an ellipsis must not do. */
import { type Draft, isWord, replace, tokensOf } from "../draft.ts";
import { ellipsisMarks } from "../permitted/ellipsis.ts";
import type { Random } from "../random.ts";
import { isNegation } from "../vocabulary.ts";
import type { ForbiddenForms, Wrong } from "./change.ts";
import { altered, mark } from "./change.ts";

export const reversed: ForbiddenForms = {
  halves: (draft, { random }) => {
    const tokens = tokensOf(draft.text);
    if (tokens.length < 8) return null;
    const middle = 4 + random.below(tokens.length - 7);
    const first = draft.text.slice(0, tokens[middle - 1].end);
    const second = draft.text.slice(tokens[middle].start);
    return backwards(draft, `${second} ${random.pick(ellipsisMarks)} ${first}`);
  },
  withGap: (draft, { random }) => {
    const tokens = tokensOf(draft.text);
    if (tokens.length < 12) return null;
    const first = draft.text.slice(0, tokens[3 + random.below(2)].end);
    const second = draft.text.slice(tokens[tokens.length - 4 - random.below(2)].start);
    return backwards(draft, `${second} ${random.pick(ellipsisMarks)} ${first}`);
  },
};

function backwards(draft: Draft, text: string): Wrong {
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
