import { type Draft, emphases, hasEmphasis, isFree, isWord, type Token, tokensOf } from "../draft.ts";
import type { Random } from "../random.ts";
import type { PermittedForms } from "./change.ts";

/** Remarks of the writer that stand for nothing. */
export const sic: PermittedForms = {
  sic: (draft, { random }) => withRemark(draft, random, random.pick(["[sic]", "(sic)", "[sic!]", "[Sic]"])),
  emphasised: (draft, { random }) => withRemark(draft, random, `[${emphases[0].open}sic${emphases[0].close}]`),
  citationOmitted: (draft, { random }) =>
    withRemark(draft, random, random.pick(["(citation omitted)", "[citation omitted]", "(citations omitted)"])),
};

/** Words set off in Markdown, with or without saying so. */
export const emphasis: PermittedForms = {
  word: (draft, { random }) => emphasised(draft, random, 1),
  phrase: (draft, { random }) => emphasised(draft, random, 3),
  added: (draft, { random }) => {
    const made = emphasised(draft, random, 1 + random.below(3));
    const remark = random.pick(["(emphasis added)", "[emphasis added]", "(emphasis mine)", "(italics added)"]);
    return made && { ...made, text: `${made.text} ${remark}` };
  },
  remarkOnly: (draft, { random }) => ({
    ...draft,
    text: `${draft.text} ${random.pick(["(emphasis added)", "(emphasis in original)", "[my emphasis]"])}`,
  }),
};

function withRemark(draft: Draft, random: Random, remark: string): Draft | null {
  const words = tokensOf(draft.text).filter(({ text }) => /[\p{L}\p{N}]/u.test(text));
  const free = words.map(({ end }) => end).filter((end) => isFree(draft.text, end));
  if (free.length === 0) return null;
  const at = random.pick(free);
  return { ...draft, text: `${draft.text.slice(0, at)} ${remark}${draft.text.slice(at)}` };
}

function emphasised(draft: Draft, random: Random, length: number): Draft | null {
  if (hasEmphasis(draft.text)) return null;
  const tokens = tokensOf(draft.text);
  const isPlain = (token: Token) => isWord(token.text) && isFree(draft.text, token.start);
  const starts = tokens.flatMap((_, from) => {
    const chosen = tokens.slice(from, from + length);
    return chosen.length === length && chosen.every(isPlain) ? [from] : [];
  });
  if (starts.length === 0) return null;
  const from = random.pick(starts);
  const { open, close } = random.pick(emphases);
  const { start } = tokens[from];
  const { end } = tokens[from + length - 1];
  const { text } = draft;
  return { ...draft, text: text.slice(0, start) + open + text.slice(start, end) + close + text.slice(end) };
}
