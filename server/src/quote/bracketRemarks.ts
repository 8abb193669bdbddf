import type { Remark } from "./judgement.ts";
import { languageOf } from "./language/detect.ts";
import type { Language, Sense } from "./language/language.ts";
import type { BracketUse } from "./match.ts";
import type { ParsedQuote } from "./parse.ts";
import { type PreparedSource, toSourceSpan } from "./prepare.ts";
import type { Word } from "./words.ts";

/** Brackets of the writer's that add, drop or replace a negation or a number, judged by the words that result. */
export function bracketRemarks(quote: ParsedQuote, uses: readonly BracketUse[], source: PreparedSource): Remark[] {
  if (uses.length === 0) return [];
  const words = quote.parts.flatMap((part) => part.elements.map((element) => element.word));
  const language = languageOf(words, source.sample());
  const remarks: Remark[] = [];
  for (const { element, replaced, span } of uses) {
    if (element.type === "bracket" && element.role !== "words") continue;
    const result = element.type === "partial" ? [element.word] : element.words;
    if (!changesMeaning(texts(result), texts(replaced), language)) continue;
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
  const onlyWeak =
    numbers.length * others.length === 0 && [...inner, ...outer].some(({ kind, weak }) => kind === "number" && weak);
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
