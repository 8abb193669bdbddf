/** Words in another order, with nothing to say so. */
import { type Draft, isWord, replace, tokensOf } from "../draft.ts";
import type { Random } from "../random.ts";
import { altered, type ForbiddenForms, mark, type Wrong } from "./change.ts";

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
