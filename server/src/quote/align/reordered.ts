import type { Element } from "../text/parse.ts";
import { beginsSentence, type Word } from "../text/words.ts";
import type { Alignment, Step } from "./alignment.ts";

/** So many words beyond a sentence's end are there by no chance. */
const fewestTelling = 3;

/** More words at a part's end are not looked for in another place. */
const longestReach = 30;

/**
 * The alignment with the source's words that were taken for left over at an end, where the quote has the very same
 * ones in another place: of “salt and tar” for “tar and salt” nothing was added.
 */
export function keepReordered(alignment: Alignment, elements: readonly Element[], words: readonly Word[]): Alignment {
  const { steps } = alignment;
  if (steps.length === 0) return alignment;
  const first = steps[0];
  const last = steps[steps.length - 1];
  const behind = addedNear([...steps].reverse(), elements);
  const after = words.slice(last.sourceTo, last.sourceTo + behind.length);
  if (isSameWords(behind, after) && !isOtherSentence(after)) {
    return { ...alignment, steps: [...steps, ...leftOut(after.length, last.sourceTo, last.quoteTo)] };
  }
  const inFront = addedNear(steps, elements);
  const start = first.sourceFrom - inFront.length;
  const before = words.slice(Math.max(0, start), first.sourceFrom + 1);
  if (start >= 0 && isSameWords(inFront, before.slice(0, -1)) && !isOtherSentence(before.slice(1))) {
    return { ...alignment, steps: [...leftOut(inFront.length, start, first.quoteFrom), ...steps] };
  }
  return alignment;
}

/**
 * The first run of words of the quote that the source does not have there. They changed places with the words that are
 * passed on the way: a single word with one other, lest a “not” that was added be taken for one further on.
 */
function addedNear(steps: readonly Step[], elements: readonly Element[]): string[] {
  const added: string[] = [];
  let passed = 0;
  for (const { type, quoteFrom, quoteTo, sourceFrom, sourceTo } of steps.slice(0, 3 * longestReach)) {
    const isAdded = type === "changed" && sourceFrom === sourceTo;
    if (!isAdded && (added.length > 0 || type !== "same")) break;
    if (!isAdded) passed++;
    for (let i = quoteFrom; isAdded && i < quoteTo; i++) added.push(elements[i].word.text);
  }
  const furthest = added.length === 1 ? 1 : 2 * added.length;
  return added.length <= longestReach && passed <= furthest ? added : [];
}

/** Whether a word or two stand beyond a sentence's end, where they may be by chance. */
function isOtherSentence(words: readonly Word[]): boolean {
  return words.length < fewestTelling && words.some(beginsSentence);
}

function isSameWords(added: readonly string[], words: readonly Word[]): boolean {
  if (added.length === 0 || added.length !== words.length) return false;
  const sorted = (texts: readonly string[]) =>
    texts
      .map((text) => text.toLowerCase())
      .sort()
      .join(" ");
  return sorted(added) === sorted(words.map(({ text }) => text));
}

function leftOut(count: number, source: number, quote: number): Step[] {
  return Array.from({ length: count }, (_, i) => ({
    type: "changed",
    quoteFrom: quote,
    quoteTo: quote,
    sourceFrom: source + i,
    sourceTo: source + i + 1,
  }));
}
