import { type Draft, hasEmphasis, isFree } from "../draft.ts";
import type { Random } from "../random.ts";
import type { PermittedForms } from "./change.ts";

/** The same characters in another normal form. */
export const unicodeForm: PermittedForms = {
  decomposed: (draft) => ifChanged(draft, draft.text.normalize("NFD")),
  composed: (draft) => ifChanged(draft, draft.text.normalize("NFC")),
};

const ligatures: Readonly<Record<string, string>> = { ffi: "ﬃ", ffl: "ﬄ", ff: "ﬀ", fi: "ﬁ", fl: "ﬂ" };

export const ligature: PermittedForms = {
  joined: (draft) => ifChanged(draft, joinLigatures(draft.text)),
  split: (draft) =>
    ifChanged(
      draft,
      draft.text.replace(/[ﬀ-ﬄ]/gu, (joined) => joined.normalize("NFKC")),
    ),
};

export function joinLigatures(text: string): string {
  return text.replace(/ffi|ffl|ff|fi|fl/gu, (letters) => ligatures[letters]);
}

/** Soft hyphens, and words broken at a line's end of the note; in the source they are a layout. */
export const hyphenation: PermittedForms = {
  one: (draft, { random }) => withHidden(draft, random, { hidden: "\u00ad", times: 1 }),
  broken: (draft, { random }) => {
    const places = [...draft.text.matchAll(/(?<= [a-z]{3,})(?=[a-z]{3,}(?: |$))/gu)].filter(({ index }) =>
      isFree(draft.text, index),
    );
    if (places.length === 0) return null;
    const at = random.pick(places).index;
    return { ...draft, text: `${draft.text.slice(0, at)}-\n${draft.text.slice(at)}` };
  },
  several: (draft, { random }) => withHidden(draft, random, { hidden: "\u00ad", times: 4 }),
};

export const invisible: PermittedForms = {
  space: (draft, { random }) => withHidden(draft, random, { hidden: "\u200b", times: 2 }),
  joiner: (draft, { random }) =>
    withHidden(draft, random, { hidden: random.pick(["\u200c", "\u200d", "\u2060", "\u00ad\u200b"]), times: 1 }),
  // In front of `_` it would keep Markdown from seeing emphasis.
  mark: (draft) => (hasEmphasis(draft.text) ? null : { ...draft, text: `\ufeff${draft.text}` }),
  between: (draft, { random }) => {
    const spaces = [...draft.text.matchAll(/(?<=\p{L}) (?=\p{L})/gu)];
    if (spaces.length === 0) return null;
    const at = random.pick(spaces).index;
    const hidden = random.pick(["\u200b", "\u200e", "\ufeff", "\u2060"]);
    return { ...draft, text: draft.text.slice(0, at) + hidden + draft.text.slice(at) };
  },
};

/** Hidden characters inside words. */
function withHidden(
  draft: Draft,
  random: Random,
  { hidden, times }: { readonly hidden: string; readonly times: number },
): Draft | null {
  let text = draft.text;
  for (let i = 0; i < times; i++) {
    const places = [...text.matchAll(/(?<=\p{L}{2})(?=\p{L}{2})/gu)];
    if (places.length === 0) break;
    const at = random.pick(places).index;
    text = text.slice(0, at) + hidden + text.slice(at);
  }
  return ifChanged(draft, text);
}

function ifChanged(draft: Draft, text: string): Draft | null {
  return text === draft.text ? null : { ...draft, text };
}
