import { english } from "./english.ts";
import { type Language, makeLanguage, noLanguage } from "./language.ts";
import { otherTables } from "./others.ts";

const fewestHits = 3;
const longestSample = 3000;

let languages: readonly Language[] | null = null;

/** Every language that there is a table for. */
export function allLanguages(): readonly Language[] {
  languages ??= [english, ...otherTables].map(makeLanguage);
  return languages;
}

/** The language whose frequent words the first `words` hold most of; null where they hold too few of any. */
export function detectLanguage(words: readonly { readonly text: string }[]): Language | null {
  let best: Language | null = null;
  let most = fewestHits - 1;
  const sample = words.slice(0, longestSample).map((word) => word.text.toLowerCase());
  for (const language of allLanguages()) {
    const hits = sample.reduce((sum, word) => (language.frequent.has(word) ? sum + 1 : sum), 0);
    if (hits > most) {
      most = hits;
      best = language;
    }
  }
  return best;
}

/** The language of the quote's words, else of the source's, else none. */
export function languageOf(...samples: readonly (readonly { readonly text: string }[])[]): Language {
  for (const sample of samples) {
    const language = detectLanguage(sample);
    if (language !== null) return language;
  }
  return noLanguage;
}
