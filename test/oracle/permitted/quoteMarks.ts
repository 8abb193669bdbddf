import type { Draft } from "../draft.ts";
import type { PermittedForms } from "./change.ts";

/** Apostrophes and inner quotation marks of another kind. */
export const quoteMarks: PermittedForms = {
  curly: (draft) => ifChanged(draft, curl(draft.text)),
  straight: (draft) => ifChanged(draft, draft.text.replace(/[‘’]/gu, "'").replace(/[“”„«»]/gu, '"')),
  single: (draft) => ifChanged(draft, curl(draft.text).replaceAll("“", "‘").replaceAll("”", "’")),
  guillemets: (draft) => ifChanged(draft, curl(draft.text).replaceAll("“", "«").replaceAll("”", "»")),
  apostrophe: (draft) =>
    ifChanged(
      draft,
      draft.text.replace(/(?<=\p{L})['’](?=\p{L})/gu, (mark) => (mark === "'" ? "’" : "'")),
    ),
};

/** Straight marks turned into curly ones: opening where a word begins, else closing. */
export function curl(text: string): string {
  return text
    .replace(/(?<=^|[\s([{\p{Pd}“‘])"(?=\S)/gu, "“")
    .replaceAll('"', "”")
    .replace(/(?<=^|[\s([{\p{Pd}“‘])'(?=\p{L})/gu, "‘")
    .replaceAll("'", "’");
}

function ifChanged(draft: Draft, text: string): Draft | null {
  return text === draft.text ? null : { ...draft, text };
}
