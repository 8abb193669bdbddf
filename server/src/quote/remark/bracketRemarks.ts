import type { Remark } from "../judgement.ts";
import { languageOf } from "../language/detect.ts";
import type { Language, Sense } from "../language/language.ts";
import { type PreparedSource, toSourceSpan } from "../prepare.ts";
import type { BracketUse } from "../stand/match.ts";
import type { ParsedQuote } from "../text/parse.ts";
import type { Word } from "../text/words.ts";

/** Brackets of the writer's that add, drop or replace a negation or a number, judged by the words that result. */
export function bracketRemarks(quote: ParsedQuote, uses: readonly BracketUse[], source: PreparedSource): Remark[] {
  if (uses.length === 0) return [];
  let language: Language | null = null;
  const remarks: Remark[] = [];
  for (const { element, ...use } of uses) {
    if (element.type === "bracket" && element.role !== "words") continue;
    const result = element.type === "partial" ? [element.word] : element.words;
    if (use.beyond.length === 0 && changesCase(texts(result), texts(use.replaced))) continue;
    language ??= languageOf(wordsOf(quote), source.languages());
    const hidden = hiddenBeyond(texts(result), use.beyond, language);
    const replaced = hidden ?? use.replaced;
    if (!changesMeaning(texts(result), texts(replaced), language)) continue;
    const span = hidden === null ? use.span : { start: hidden[0].start, end: hidden[hidden.length - 1].end };
    const added = replaced.length === 0;
    remarks.push({
      rule: "bracket-changes-meaning",
      ...(added ? { variant: "added" } : { sourceSpan: toSourceSpan(source, span) }),
      span: { start: element.word.start, end: element.word.end },
      args: { quote: texts(result).join(" "), source: source.text.slice(span.start, span.end) },
    });
  }
  return remarks;
}

/**
 * What a bracket at a quote's end takes with it if it stands for the words there: “[They] came” for “never came”, “it
 * [can]” for “it cannot”. Null where there is no negation among them that the bracket has not.
 */
function hiddenBeyond(result: readonly string[], beyond: readonly Word[], language: Language): readonly Word[] | null {
  if (beyond.length === 0 || deniesIn(result, language)) return null;
  if (deniesIn(texts(beyond.slice(0, 1)), language)) return beyond.slice(0, 1);
  const isModal = language.senses(texts(beyond.slice(0, 1))).some(({ kind }) => kind === "modal");
  return isModal && deniesIn(texts(beyond), language) ? beyond : null;
}

function deniesIn(words: readonly string[], language: Language): boolean {
  return language.senses(words).some(({ kind }) => kind === "negation");
}

/** Whether a bracket only changes the case of a word, as most do: `[T]he`. Capitals alone may be a number: IX. */
function changesCase([word, ...others]: readonly string[], replaced: readonly string[]): boolean {
  if (word === undefined || others.length > 0 || replaced.length !== 1) return false;
  const [original] = replaced;
  return word.toLowerCase() === original.toLowerCase() && /\p{Ll}$/u.test(word) && /\p{Ll}$/u.test(original);
}

function wordsOf({ parts }: ParsedQuote): Word[] {
  return parts.flatMap(({ elements }) => elements.map(({ word }) => word));
}

function changesMeaning(result: readonly string[], replaced: readonly string[], language: Language): boolean {
  const inner = language.senses(result);
  const outer = language.senses(replaced);
  if (valuesOf(inner, "negation").sort().join() !== valuesOf(outer, "negation").sort().join()) return true;
  const numbers = valuesOf(inner, "number");
  const others = valuesOf(outer, "number");
  // "one" is a pronoun as well; it counts where it stands against another number.
  const onlyOne =
    numbers.length + others.length === 1 &&
    (numbers[0] ?? others[0]) === "1" &&
    !/1/u.test([...result, ...replaced].join());
  const counted = [...inner, ...outer].filter(({ kind }) => kind === "number");
  const onlyWeak =
    counted.every(({ weak }) => weak) || (numbers.length * others.length === 0 && counted.some(({ weak }) => weak));
  if (
    numbers.join() !== others.join() &&
    !onlyOne &&
    !onlyWeak &&
    !isBoth(numbers, replaced) &&
    !isBoth(others, result)
  )
    return true;
  return result.length === 1 && replaced.length === 1 && language.areOpposites(result[0], replaced[0]);
}

function valuesOf(senses: readonly Sense[], wanted: Sense["kind"]): string[] {
  return senses
    .filter(({ kind }) => kind === wanted)
    .map(({ value }) => (value === "nobody" || value === "none" ? "no" : value));
}

/** "Both" says two without being a number word. */
function isBoth(numbers: readonly string[], words: readonly string[]): boolean {
  return numbers.join() === "2" && words.some((word) => word.toLowerCase() === "both");
}

function texts(words: readonly Word[]): string[] {
  return words.map((word) => word.text);
}
