import type { Element } from "../text/parse.ts";
import type { Word } from "../text/words.ts";
import type { Step } from "./alignment.ts";

/**
 * The steps with words that were added beside a bracket set against the nearest of the words that the bracket stands
 * for: in “six [tall] towers” for “three towers” the number was changed, and the bracket added. Where the bracket stands
 * for one word, only if `areAlike` says that the two are of a kind. Linear in the steps.
 */
export function settleBesideBrackets(
  steps: readonly Step[],
  elements: readonly Element[],
  words: readonly Word[],
  areAlike: (quote: string, source: string) => boolean,
): readonly Step[] {
  if (!steps.some(({ type }) => type === "bracket")) return steps;
  const settled = [...steps];
  for (let at = 0; at < settled.length; at++) {
    const bracket = settled[at];
    if (bracket.type !== "bracket") continue;
    if (isAdded(settled[at + 1])) {
      const pair = { quote: settled[at + 1].quoteFrom, source: bracket.sourceTo - 1 };
      if (!mayStandFor(bracket, pair)) continue;
      settled[at] = { ...bracket, sourceTo: pair.source };
      settled[at + 1] = { ...settled[at + 1], sourceFrom: pair.source, sourceTo: pair.source + 1 };
    } else if (isAdded(settled[at - 1])) {
      const pair = { quote: settled[at - 1].quoteFrom, source: bracket.sourceFrom };
      if (!mayStandFor(bracket, pair)) continue;
      settled[at] = { ...bracket, sourceFrom: pair.source + 1 };
      settled[at - 1] = { ...settled[at - 1], sourceFrom: pair.source, sourceTo: pair.source + 1 };
    }
  }
  return settled;

  function mayStandFor({ sourceFrom, sourceTo }: Step, { quote, source }: { quote: number; source: number }): boolean {
    const count = sourceTo - sourceFrom;
    return count > 1 || (count === 1 && areAlike(elements[quote].word.text, words[source].text));
  }
}

/** A single word that the source does not have. */
function isAdded(step: Step | undefined): boolean {
  return step?.type === "changed" && step.quoteTo - step.quoteFrom === 1 && step.sourceFrom === step.sourceTo;
}
