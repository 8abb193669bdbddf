import { arabic } from "./arabic.ts";
import { chinese } from "./chinese.ts";
import { makeDenseLanguage } from "./dense.ts";
import { dutch } from "./dutch.ts";
import { english } from "./english.ts";
import { type Foil, foils } from "./foils.ts";
import { german } from "./german.ts";
import { greek } from "./greek.ts";
import { hindi } from "./hindi.ts";
import { japanese } from "./japanese.ts";
import { type Language, type LanguageTable, makeLanguage, noLanguage, wordSet } from "./language.ts";
import { french, italian, portuguese, spanish } from "./romance.ts";
import { russian } from "./russian.ts";

type Words = readonly { readonly text: string }[];

const spaced: readonly LanguageTable[] = [
  english,
  german,
  french,
  spanish,
  italian,
  portuguese,
  dutch,
  russian,
  greek,
  arabic,
  hindi,
];

/** At most so many words of a text are looked at. */
const longestSample = 1000;
/** What a number word counts, or a word in a language's script, where a frequent word, a negation or a modal verb counts 1. */
const tableHit = 0.5;
const scriptHit = 0.2;
/**
 * The passage's own language is taken for another than the source's where it leads by so much: quote and source both
 * count, so that one word makes twice as much. A language without a table has to lead by more.
 */
const lead = 4;
const foilLead = 6;
const loneLead = 2;

/**
 * The language that the tables of are asked: that of the passage where its words tell it clearly, else that of the
 * source's beginning. A language without a table is told from those that have one, and none is returned. Time linear in
 * the words, of which at most a thousand are read.
 */
export function languageOf(passage: Words, there: LanguageScores): Language {
  const known = knowledge();
  const here = scoresOf(passage, known);
  const local = best(here);
  const general = best(there);
  if (local === null || general === null || local === general)
    return known.languages.get(local ?? general ?? "") ?? noLanguage;
  const against = here.get(general) ?? 0;
  const needed = known.languages.has(local) ? (against === 0 ? loneLead : lead) : foilLead;
  // A short source tells little more than the passage.
  const doubt = (there.get(general) ?? 0) - (there.get(local) ?? 0);
  const ahead = (here.get(local) ?? 0) - against;
  const isClear = ahead >= needed || ahead > doubt;
  return known.languages.get(isClear ? local : general) ?? noLanguage;
}

/** Every language that there is a table for. */
export function allLanguages(): readonly Language[] {
  return [...knowledge().languages.values()];
}

/** How much words speak for each language, by its name. */
export type LanguageScores = ReadonlyMap<string, number>;

interface Knowledge {
  readonly languages: ReadonlyMap<string, Language>;
  /** What a word speaks for: names of languages, with how much. */
  readonly evidence: ReadonlyMap<string, readonly (readonly [string, number])[]>;
  /** 1 for each {@link shapeOf} a word that speaks for something. */
  readonly shapes: Uint8Array;
  readonly foils: readonly Foil[];
}

let shared: Knowledge | null = null;

function knowledge(): Knowledge {
  shared ??= buildKnowledge();
  return shared;
}

function buildKnowledge(): Knowledge {
  const languages = new Map<string, Language>();
  const evidence = new Map<string, [string, number][]>();
  const add = (words: Iterable<string>, name: string, weight: number) => {
    for (const word of words) {
      const known = evidence.get(word) ?? [];
      if (known.some(([other]) => other === name)) continue;
      evidence.set(word, [...known, [name, weight]]);
    }
  };
  for (const table of spaced) {
    languages.set(table.name, makeLanguage(table));
    add(wordSet(table.frequent), table.name, 1);
    for (const list of [table.negations, table.modals]) add(wordSet(list), table.name, 1);
    add(wordSet(table.numbers.replaceAll("=", " ").replaceAll("|", " ")), table.name, tableHit);
  }
  for (const table of [chinese, japanese]) languages.set(table.name, makeDenseLanguage(table));
  for (const { name, frequent } of foils) add(wordSet(frequent), name, 1);
  const shapes = new Uint8Array(shapeCount);
  for (const word of evidence.keys()) shapes[shapeOf(word)] = 1;
  return { languages, evidence, shapes, foils: foils.filter(({ letters }) => letters !== undefined) };
}

const shapeCount = 1 << 14;

/** A number that few words share: of most words it tells that they are in no table, without all of their letters. */
function shapeOf(word: string): number {
  return ((word.charCodeAt(0) << 8) ^ (word.charCodeAt(word.length - 1) << 4) ^ word.length) & (shapeCount - 1);
}

/** What the words say of their language: of a source, for {@link languageOf}. */
export function languageScores(words: Words): LanguageScores {
  return scoresOf(words, knowledge());
}

function scoresOf(words: Words, known: Knowledge): LanguageScores {
  const scores = new Map<string, number>();
  const add = (name: string, weight: number) => scores.set(name, (scores.get(name) ?? 0) + weight);
  let han = 0;
  let kana = 0;
  for (let at = 0; at < Math.min(words.length, longestSample); at++) {
    const { text } = words[at];
    const script = scriptOf(text.charCodeAt(0));
    if (script === "Han") han++;
    else if (script === "Kana") kana++;
    if (script === "Han" || script === "Kana") continue;
    if (script !== null) add(script, scriptHit);
    const lower = hasUpperCase(text) ? text.toLowerCase() : text;
    const evidence = known.shapes[shapeOf(lower)] === 1 ? known.evidence.get(lower) : undefined;
    if (evidence !== undefined) for (const [name, weight] of evidence) add(name, weight);
    if (isPlain(lower)) continue;
    for (const { name, letters } of known.foils) if (letters?.test(lower)) add(name, tableHit);
  }
  // Two characters are a word, and Japanese has far more than a tenth of kana.
  if (han + kana > 0) add(kana * 10 > han ? "Japanese" : "Chinese", (han + kana) / 2);
  return scores;
}

/** Whether the word has no letter that only some languages have. */
function isPlain(word: string): boolean {
  for (let i = 0; i < word.length; i++) if (word.charCodeAt(i) > 0x7f) return false;
  return true;
}

/** Whether the word may not be in lower case as it is: nearly all are. */
function hasUpperCase(word: string): boolean {
  for (let i = 0; i < word.length; i++) {
    const unit = word.charCodeAt(i);
    if (unit > 0x7f || (unit >= 0x41 && unit <= 0x5a)) return true;
  }
  return false;
}

/** The language that a script alone speaks for, or the script of two. */
function scriptOf(unit: number): string | null {
  if (unit < 0x370) return null;
  if (unit < 0x400) return "Greek";
  if (unit < 0x530) return "Russian";
  if (unit >= 0x600 && unit < 0x780) return "Arabic";
  if (unit >= 0x900 && unit < 0x980) return "Hindi";
  if (unit >= 0x1f00 && unit < 0x2000) return "Greek";
  if ((unit >= 0x3040 && unit < 0x3100) || (unit >= 0xff66 && unit < 0xffa0)) return "Kana";
  return (unit >= 0x3400 && unit < 0xa000) || unit === 0x3005 || unit === 0x3007 || (unit >= 0xd840 && unit < 0xd880)
    ? "Han"
    : null;
}

/** The first of those with the highest score. */
function best(scores: LanguageScores): string | null {
  let name: string | null = null;
  let most = 0;
  for (const [other, score] of scores) {
    if (score <= most) continue;
    most = score;
    name = other;
  }
  return name;
}
