import type { Draft } from "../draft.ts";
import type { Random } from "../random.ts";
import type { PermittedForms } from "./change.ts";

const hyphens = ["-", "\u2010", "\u2011", "–", "−"];
const breaks = ["—", " — ", "–", " – ", "--", " -- ", "---", " - ", "\u2009—\u2009", "―"];

/** Hyphens, dashes and minus signs written as one another, with spaces or without around the long ones. */
export const dashes: PermittedForms = {
  hyphen: (draft, { random }) => withDash(draft, random, /(?<=[\p{L}\p{N}])[-\u2010\u2011](?=[\p{L}\p{N}])/gu, hyphens),
  break: (draft, { random }) =>
    withDash(draft, random, /(?<=[^\s\p{Pd}])(?: ?(?:—|--+) ?| [–-] )(?=[^\s\p{Pd}])/gu, breaks),
  range: (draft, { random }) =>
    withDash(draft, random, /(?<=\p{N})[-–](?=\p{N})/gu, ["-", "–", "—", "--", "\u2011", "\u2060–\u2060", "−"]),
  minus: (draft, { random }) => withDash(draft, random, /(?<=^|[\s(])[-−](?=\p{N})/gu, ["-", "−", "–"]),
};

function withDash(draft: Draft, random: Random, dash: RegExp, forms: readonly string[]): Draft | null {
  const found = [...draft.text.matchAll(dash)];
  if (found.length === 0) return null;
  const { 0: was, index } = random.pick(found);
  const by = random.pick(forms.filter((form) => form !== was));
  return { ...draft, text: draft.text.slice(0, index) + by + draft.text.slice(index + was.length) };
}
