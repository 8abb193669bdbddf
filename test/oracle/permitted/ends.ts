import type { Draft } from "../draft.ts";
import type { PermittedForms } from "./change.ts";

/** The first letter's case. */
export const initialCase: PermittedForms = {
  turned: (draft) => {
    const word = /^(\p{L})(?=\p{Ll}|['’\s])/u.exec(draft.text)?.[1];
    if (word === undefined) return null;
    const upper = word.toUpperCase();
    return { ...draft, text: (word === upper ? word.toLowerCase() : upper) + draft.text.slice(1) };
  },
};

/** `. , ; : ! ?` added, dropped or exchanged at the end, beside an ellipsis, and on either side of a closing inner mark. */
export const finalPunctuation: PermittedForms = {
  added: (draft, { random }) => {
    if (/[.,;:!?][^\p{L}\p{N}\s]*$/u.test(draft.text)) return null;
    const stop = random.pick([".", ",", ";", ":", "!", "?"]);
    return { ...draft, text: draft.text + stop };
  },
  dropped: (draft) => {
    const found = /(?<=[^.,;:!?\s…])[.,;:!?]$/u.exec(draft.text);
    return found && { ...draft, text: draft.text.slice(0, -1) };
  },
  exchanged: (draft, { random }) => {
    const found = /(?<=[^.,;:!?\s…])[.,;:!?]$/u.exec(draft.text);
    if (!found) return null;
    return {
      ...draft,
      text: draft.text.slice(0, -1) + random.pick([".", ",", ";"].filter((stop) => stop !== found[0])),
    };
  },
  insideInner: (draft, { random }) => {
    const found = [...draft.text.matchAll(/(?<=[\p{L}\p{N}])(["”’»])(?=[\s]|$)/gu)].filter(({ index }) =>
      closesInner(draft.text, index),
    );
    if (found.length === 0) return null;
    const { index } = random.pick(found);
    return { ...draft, text: draft.text.slice(0, index) + random.pick([",", "."]) + draft.text.slice(index) };
  },
  movedIn: (draft, { source }) => swapAt(draft, source, /(?<=[\p{L}\p{N}])(["”»])([.,])(?=\s|$)/u),
  movedOut: (draft, { source }) => swapAt(draft, source, /(?<=[\p{L}\p{N}])([.,])(["”»])(?=\s|$)/u),
};

/** Whether a mark closes what an earlier mark of its kind opened. */
function closesInner(text: string, at: number): boolean {
  const before = text.slice(0, at);
  const open = { "”": "“", "’": "‘", "»": "«" }[text[at]];
  if (open !== undefined) return before.lastIndexOf(open) > before.lastIndexOf(text[at]);
  return (before.match(/"/gu) ?? []).length % 2 === 1;
}

/** A stop and a closing mark that the source has side by side, in the other order. */
function swapAt(draft: Draft, source: string, pair: RegExp): Draft | null {
  const found = pair.exec(draft.text);
  if (!found || !source.includes(found[0])) return null;
  const end = found.index + found[0].length;
  return { ...draft, text: draft.text.slice(0, found.index) + found[2] + found[1] + draft.text.slice(end) };
}
