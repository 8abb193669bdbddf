import { type Draft, isFree } from "../draft.ts";
import type { Random } from "../random.ts";
import type { PermittedForms } from "./change.ts";

/** Spaces of other widths, doubled, or turned into line breaks. */
export const whitespace: PermittedForms = {
  "no-break": (draft, { random }) => withSpaces(draft, random, "\u00a0"),
  thin: (draft, { random }) => withSpaces(draft, random, random.pick(["\u2009", "\u202f", "\u2007", "\u3000"])),
  doubled: (draft, { random }) => withSpaces(draft, random, "  "),
  tab: (draft, { random }) => withSpaces(draft, random, "\t"),
  wrapped: (draft, { random }) => withSpaces(draft, random, "\n"),
  hardWrapped: (draft) => {
    let column = 0;
    const text = draft.text.replace(/(\S+) (?=\S)/gu, (found, word: string) => {
      column += found.length;
      if (column < 40) return found;
      column = 0;
      return `${word}\n`;
    });
    return text === draft.text ? null : { ...draft, text };
  },
  all: (draft) => ({ ...draft, text: draft.text.replaceAll(" ", "\u00a0") }),
};

/** One to three of the spaces turned into another. */
function withSpaces(draft: Draft, random: Random, by: string): Draft | null {
  const spaces = [...draft.text.matchAll(/(?<=[^\s.…[(]) (?=[^\s.…])/gu)].map(({ index }) => index);
  const free = spaces.filter((at) => isFree(draft.text, at));
  if (free.length === 0) return null;
  const chosen = new Set(Array.from({ length: 1 + random.below(3) }, () => random.pick(free)));
  return { ...draft, text: [...draft.text].map((unit, at) => (chosen.has(at) ? by : unit)).join("") };
}
