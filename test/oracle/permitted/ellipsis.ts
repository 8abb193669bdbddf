import { sentencesOf } from "../corpus.ts";
import { changed, type Draft, isFree, isWhole, tokensOf, withoutMarks } from "../draft.ts";
import type { Random } from "../random.ts";
import { isNegation } from "../vocabulary.ts";
import type { MakePermitted, PermittedForms } from "./change.ts";

export const ellipsisMarks: readonly string[] = [
  ..."… ... .... […] [...] (…) (...) [....]".split(" "),
  ". . .",
  ".\u00a0.\u00a0.",
  ". . . .",
  "[. . .]",
  "[ … ]",
];

/** Words left out and said to be: in the middle, twice, at the ends, and out of the text behind the quote. */
export const ellipsis: PermittedForms = {
  middle: skipping({ times: 1 }),
  twice: skipping({ times: 2 }),
  leading: (draft, { random }) => ({ ...draft, text: `${random.pick(ellipsisMarks)} ${draft.text}` }),
  leadingTight: (draft, { random }) => ({ ...draft, text: random.pick(["…", "..."]) + draft.text }),
  trailing: (draft, { random }) => ({ ...draft, text: `${draft.text} ${random.pick(ellipsisMarks)}` }),
  trailingTight: (draft, { random }) => {
    const marks = /[.…]$/u.test(draft.text) ? ["…", "..."] : ["…", "...", "...."];
    return { ...draft, text: draft.text + random.pick(marks) };
  },
  bothEnds: (draft, { random }) => {
    const mark = random.pick(ellipsisMarks);
    return { ...draft, text: `${mark} ${draft.text} ${mark}` };
  },
  sentenceSkipped: (draft, { random, source }) => joinSentence(draft, source, random),
  furtherOn: (draft, { random, source }) => joinFurther(draft, source, random),
};

/** Where the writer's own ellipses and those of the source stand in a quote. */
export const anyEllipsis = /[[(]\s*(?:…|\.(?:\s?\.){2,3})\s*[\])]|…\.?|\.(?:\s?\.){2,3}/gu;

/** A part that is shorter may stand at several places, of which another may hide a negation. */
const shortestPart = 3;

function skipping({ times }: { readonly times: number }): MakePermitted {
  return (draft, { random }) => {
    let made: Draft | null = draft;
    for (let i = 0; i < times && made !== null; i++) made = skip(made, random);
    return made;
  };
}

function skip(draft: Draft, random: Random): Draft | null {
  const tokens = tokensOf(draft.text);
  const { text } = draft;
  const last = tokens.length - shortestPart;
  const choices: { readonly from: number; readonly to: number }[] = [];
  for (let from = shortestPart; from < last; from++) {
    if (!isFree(text, tokens[from - 1].end)) continue;
    for (let to = from + 1; to <= Math.min(last, from + 8); to++) {
      const stretch = text.slice(tokens[from - 1].end, tokens[to].start);
      if (isWhole(stretch) && isHonest(stretch) && isLongPart(text.slice(0, tokens[from - 1].end), "end")) {
        if (isLongPart(text.slice(tokens[to].start), "start")) choices.push({ from, to });
      }
    }
  }
  if (choices.length === 0) return null;
  const { from, to } = random.pick(choices);
  let before = text.slice(0, tokens[from - 1].end);
  if (random.once(2)) before = before.replace(/(?<=[\p{L}\p{N}])[,;:]$/u, "");
  else if (random.once(4)) before = before.replace(/(?<=[\p{L}\p{N}])$/u, random.pick([",", ".", ";"]));
  return { ...draft, text: before + spaced(random.pick(ellipsisMarks), random) + text.slice(tokens[to].start) };
}

/** What is skipped hides no negation, and holds no ellipsis that is there already. */
function isHonest(stretch: string): boolean {
  if (stretch.search(anyEllipsis) >= 0) return false;
  return !withoutMarks(stretch)
    .split(/[^\p{L}\p{N}'’]+/u)
    .some(isNegation);
}

/** Whether enough plain words stand between an ellipsis and the next one, or the quote's end. */
function isLongPart(text: string, side: "start" | "end"): boolean {
  const parts = text.split(anyEllipsis);
  const part = (side === "start" ? parts[0] : parts.at(-1)) ?? "";
  const plain = part
    .replace(/[[(][^\])]*[\])]/gu, " ")
    .replaceAll(changed.open, "")
    .replaceAll(changed.close, "");
  return plain.split(/\s+/u).filter((word) => /[\p{L}\p{N}]/u.test(word)).length >= shortestPart;
}

function spaced(mark: string, random: Random): string {
  if (/^(?:…|\.\.\.)$/u.test(mark)) return random.pick([` ${mark} `, ` ${mark} `, `${mark} `, mark]);
  return ` ${mark} `;
}

/** The quote, and words of the source that come some way behind it. */
function joinFurther(draft: Draft, source: string, random: Random): Draft | null {
  const tokens = tokensOf(source.slice(draft.span.end));
  const from = 2 + random.below(25);
  const to = from + 5 + random.below(4);
  if (to >= tokens.length) return null;
  const skipped = source.slice(draft.span.end, draft.span.end + tokens[from].start);
  const { start, end } = { start: draft.span.end + tokens[from].start, end: draft.span.end + tokens[to].end };
  const kept = source.slice(start, end);
  if (!/^\p{L}/u.test(kept) || !/[\p{L}\p{N}]$/u.test(kept) || !isWhole(kept)) return null;
  if (!isHonest(skipped) || !isHonest(kept)) return null;
  return {
    text: `${draft.text} ${random.pick(ellipsisMarks)} ${kept}`,
    span: { start: draft.span.start, end },
  };
}

/**
 * The quote up to a sentence's end, and a sentence that comes one or two later. Whatever is skipped, no sentence loses a
 * part of its own.
 */
function joinSentence(draft: Draft, source: string, random: Random): Draft | null {
  const sentences = sentencesOf(source);
  const last = sentences.findIndex(({ end }) => end === draft.span.end);
  const next = last + 2 + random.below(2);
  if (last < 0 || next >= sentences.length) return null;
  // An abbreviation's stop may be taken for a sentence's end.
  const between = sentences.slice(last, next + 1).map(({ start, end }) => source.slice(start, end));
  if (!between.every((sentence) => /\p{Ll}{3}[.!?]["”’)]*$/u.test(sentence) && isWhole(sentence))) return null;
  if (between.slice(1, -1).some((sentence) => sentence.search(anyEllipsis) >= 0)) return null;
  const text = `${draft.text} ${random.pick(ellipsisMarks)} ${between.at(-1)}`;
  return { text, span: { start: draft.span.start, end: sentences[next].end } };
}
