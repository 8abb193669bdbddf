/** The first or the last words rewritten. */
import { type Draft, replace, splitToken, tokensOf } from "../draft.ts";
import type { Random } from "../random.ts";
import { strangers } from "../vocabulary.ts";
import { altered, type ForbiddenForms, mark, type Wrong } from "./change.ts";

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
