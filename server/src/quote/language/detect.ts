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

/**
 * The language whose frequent words the first `words` hold most of; where they hold too few of any, the one that their
 * script tells; else null.
 */
export function detectLanguage(words: readonly { readonly text: string }[]): Language | null {
  const hits = new Map<Language, number>();
  for (let at = 0; at < Math.min(words.length, longestSample); at++) {
    for (const language of languagesOf(words[at].text)) hits.set(language, (hits.get(language) ?? 0) + 1);
  }
  let best = languageOfScript(words);
  let most = fewestHits - 1;
  for (const [language, count] of hits) {
    if (count <= most) continue;
    most = count;
    best = language;
  }
  return best;
}

/** Scripts of which one language has a table. */
const scripts: readonly (readonly [RegExp, string])[] = [
  [/\p{Script=Hiragana}/u, "Japanese"],
  [/\p{Script=Han}/u, "Chinese"],
  [/\p{Script=Arabic}/u, "Arabic"],
  [/\p{Script=Devanagari}/u, "Hindi"],
  [/\p{Script=Cyrillic}/u, "Russian"],
  [/\p{Script=Greek}/u, "Greek"],
];

/** Where few frequent words are met, the script of most words tells the language. */
function languageOfScript(words: readonly { readonly text: string }[]): Language | null {
  const sample = words.slice(0, 40);
  for (const [script, name] of scripts) {
    const count = sample.filter((word) => script.test(word.text)).length;
    if (count * 2 > sample.length) return allLanguages().find((language) => language.name === name) ?? null;
  }
  return null;
}

let byWord: Map<string, Language[]> | null = null;

/** The languages that the word is a frequent one of. */
function languagesOf(word: string): readonly Language[] {
  if (byWord === null) {
    byWord = new Map();
    for (const language of allLanguages()) {
      for (const frequent of language.frequent) byWord.set(frequent, [...(byWord.get(frequent) ?? []), language]);
    }
  }
  return byWord.get(word) ?? byWord.get(word.toLowerCase()) ?? [];
}

/** The language of the quote's words, else of the source's; of short texts, the one that has most of their words. */
export function languageOf(...samples: readonly (readonly { readonly text: string }[])[]): Language {
  for (const sample of samples) {
    const language = detectLanguage(sample);
    if (language !== null) return language;
  }
  return likeliest(samples.flat()) ?? noLanguage;
}

/** Of a longer text, a word or two in a language's tables say nothing. */
const longestShortText = 60;

/** The language whose tables have most of a short text's words. */
function likeliest(words: readonly { readonly text: string }[]): Language | null {
  if (words.length > longestShortText) return null;
  let best: Language | null = null;
  let most = 0;
  for (const language of allLanguages()) {
    const count = words.filter(({ text }) => isInTables(text, language)).length;
    if (count <= most) continue;
    most = count;
    best = language;
  }
  return best;
}

function isInTables(word: string, language: Language): boolean {
  return (
    language.frequent.has(word.toLowerCase()) ||
    language.isNegation(word) ||
    language.modalOf(word) !== null ||
    (/\p{L}/u.test(word) && language.numberOf(word) !== null)
  );
}
