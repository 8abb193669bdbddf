import type { Span } from "../../span.ts";
import type { AlignedPart } from "../align/alignment.ts";
import { bestAlignment } from "../align/bestAlignment.ts";
import type { Edit } from "../judgement.ts";
import { languageOf } from "../language/detect.ts";
import { countPartWords, lengthOfPart } from "../locate/partMeasures.ts";
import type { PreparedSource } from "../prepare.ts";
import type { BracketUse } from "../stand/match.ts";
import type { Budget } from "../stand/places.ts";
import { findPart } from "../stand/standing.ts";
import type { BracketElement, ParsedQuote, Part, PartialElement } from "../text/parse.ts";
import { hull } from "../text/spans.ts";
import type { Word } from "../text/words.ts";
import { editsOf } from "./edits.ts";

/** Fewer words are never "altered": chance would find them anywhere. */
export const fewestAlteredWords = 4;
/** Of a part, where a longer one of the same quote was found: it says where to look. */
const fewestPartWords = 3;
/** Of a part that two others enclose; so far apart they leave no room for chance. */
const fewestEnclosedWords = 2;
const longestEnclosed = 300;

export interface AlteredOptions {
  /** The cited lines in the prepared text; null: any. */
  readonly cited: Span | null;
  readonly budget: Budget;
}

/** One part of an altered quote: where it was found and what differs. */
export interface AlteredPart {
  readonly span: Span;
  readonly edits: readonly Edit[];
  readonly brackets: readonly BracketUse[];
}

/** A quote whose passage is in the source, with other words or in another order. Spans are in the prepared text. */
export interface Altered {
  readonly span: Span;
  /** One for each part of the quote; null where the source has none. */
  readonly parts: readonly (AlteredPart | null)[];
  readonly edits: readonly Edit[];
  /** The part that should stand behind the one before it and does not, where there is one. */
  readonly reversedAt: number | null;
  /** From 0 to 1: how much of the quote was found. */
  readonly share: number;
}

/** Finds the passage that a quote altered: null where the source has too little of it. */
export function findAltered(source: PreparedSource, quote: ParsedQuote, options: AlteredOptions): Altered | null {
  const whole: Span = { start: 0, end: source.text.length };
  if (quote.parts.length === 1) {
    const best = bestAlignment(source, quote, quote.parts[0], whole, options);
    if (best === null) return null;
    const part = toAlteredPart(source, best.aligned);
    return { span: part.span, parts: [part], edits: part.edits, reversedAt: null, share: best.share };
  }
  return findParts(source, quote, options);
}

/** More parts are only looked for as they stand. */
const mostAlignedParts = 24;

function findParts(source: PreparedSource, quote: ParsedQuote, options: AlteredOptions): Altered | null {
  const whole: Span = { start: 0, end: source.text.length };
  const placed: (AlteredPart | null)[] = quote.parts.map(() => null);
  const byLength = [...quote.parts.keys()].sort((a, b) => lengthOfPart(quote.parts[b]) - lengthOfPart(quote.parts[a]));
  const misplaced = new Set<number>();
  let aligned = 0;
  let fewest = fewestAlteredWords;
  for (const index of byLength) {
    const part = quote.parts[index];
    const region = between(placed, index, whole);
    if (region.end <= region.start) continue;
    const near = region.start > 0 ? region.start : region.end < whole.end ? region.end : (options.cited?.start ?? 0);
    const standing = findPart(source, quote, part, { within: region, near, most: 1, budget: options.budget });
    if (standing !== null) placed[index] = { span: standing.span, edits: [], brackets: standing.brackets };
    else if (findPart(source, quote, part, { within: whole, near, most: 1, budget: options.budget }) !== null) {
      misplaced.add(index);
      continue;
    }
    if (placed[index] === null && aligned < mostAlignedParts && countPartWords(quote, part) >= fewest) {
      aligned++;
      const best = bestAlignment(source, quote, part, region, options);
      if (best !== null) placed[index] = toAlteredPart(source, best.aligned);
    }
    if (placed[index] !== null) fewest = fewestPartWords;
  }
  for (const index of byLength) {
    const part = quote.parts[index];
    if (placed[index] !== null || misplaced.has(index) || countPartWords(quote, part) < fewestEnclosedWords) continue;
    const region = enclosed(placed, index, options.cited);
    if (region === null) continue;
    const best = bestAlignment(source, quote, part, region, { ...options, isPlace: true });
    if (best !== null) placed[index] = toAlteredPart(source, best.aligned);
  }

  let reversedAt: number | null = null;
  const edits: Edit[] = [];
  let found = 0;
  let total = 0;
  let span: Span | null = null;
  for (const [index, part] of quote.parts.entries()) {
    total += lengthOfPart(part);
    let place = placed[index];
    if (place === null) {
      const near = neighbour(placed, index)?.start ?? 0;
      const standing = findPart(source, quote, part, { within: whole, near, most: 1, budget: options.budget });
      if (standing === null) {
        edits.push(missing(quote, part, neighbour(placed, index)));
        continue;
      }
      place = { span: standing.span, edits: [], brackets: standing.brackets };
      placed[index] = place;
      reversedAt ??= Math.max(1, index);
    }
    found += lengthOfPart(part);
    edits.push(...place.edits);
    span = span === null ? place.span : hull(span, place.span);
  }
  const share = total === 0 ? 0 : found / total;
  if (span === null || share < 0.5) return null;
  return { span, parts: placed, edits, reversedAt, share };
}

/**
 * The short stretch in which a part must be if it is anywhere: between its neighbours, or between the one that it has
 * and the end of the cited lines. Null where there is none.
 */
function enclosed(placed: readonly (AlteredPart | null)[], index: number, cited: Span | null): Span | null {
  const before = placed[index - 1];
  const behind = placed[index + 1];
  if (!before && !behind) return null;
  const start = before?.span.end ?? Math.max(cited?.start ?? 0, (behind?.span.start ?? 0) - longestEnclosed);
  const end = behind?.span.start ?? Math.min(cited?.end ?? start + longestEnclosed, start + longestEnclosed);
  return end > start && end - start <= longestEnclosed ? { start, end } : null;
}

/** A part of which the source has nothing: words that were added. */
function missing(quote: ParsedQuote, part: Part, neighbour: Span | null): Edit {
  const first = part.elements[0].word;
  const last = part.elements[part.elements.length - 1].word;
  const quoteSpan = { start: first.start, end: last.end };
  const text = quote.text.slice(quoteSpan.start, quoteSpan.end);
  return { kind: "insertion", quote: text, source: "", quoteSpan, sourceSpan: neighbour ?? { start: 0, end: 0 } };
}

function neighbour(placed: readonly (AlteredPart | null)[], index: number): Span | null {
  for (let distance = 1; distance < placed.length; distance++) {
    const place = placed[index - distance] ?? placed[index + distance];
    if (place !== undefined && place !== null) return place.span;
  }
  return null;
}

function between(placed: readonly (AlteredPart | null)[], index: number, whole: Span): Span {
  let { start, end } = whole;
  for (let i = index - 1; i >= 0; i--) {
    const place = placed[i];
    if (place === null) continue;
    start = place.span.end;
    break;
  }
  for (let i = index + 1; i < placed.length; i++) {
    const place = placed[i];
    if (place === null) continue;
    end = place.span.start;
    break;
  }
  return { start, end };
}

function toAlteredPart(source: PreparedSource, aligned: AlignedPart): AlteredPart {
  const { part, stretch, alignment } = aligned;
  const used = alignment.steps.filter((step) => step.sourceTo > step.sourceFrom);
  const passage = stretch.words.slice(used[0].sourceFrom, used[used.length - 1].sourceTo);
  const language = languageOf([...part.elements.map((element) => element.word), ...passage], source.languages());
  const edits = editsOf(aligned, language);
  let span: Span = {
    start: stretch.words[used[0].sourceFrom].start,
    end: stretch.words[used[used.length - 1].sourceTo - 1].end,
  };
  for (const edit of edits) if (edit.source !== "" && edit.kind !== "insertion") span = hull(span, edit.sourceSpan);
  return { span, edits, brackets: bracketsOf(aligned) };
}

function bracketsOf({ part, stretch, alignment }: AlignedPart): BracketUse[] {
  return alignment.steps.flatMap((step) => {
    const element = part.elements[step.quoteFrom];
    if (step.type === "changed" || element === undefined || element.type === "word") return [];
    const replaced = stretch.words.slice(step.sourceFrom, step.sourceTo);
    if (isSourceOwn(element, replaced)) return [];
    const place = stretch.words[step.sourceFrom]?.start ?? stretch.end;
    const span = { start: place, end: replaced[replaced.length - 1]?.end ?? place };
    return [{ element, replaced, span, beyond: [] }];
  });
}

/** Whether the bracket is the source's, with the very words. */
function isSourceOwn(element: BracketElement | PartialElement, replaced: readonly Word[]): boolean {
  const { words } = element.literal;
  return (
    replaced.length > 0 &&
    replaced.some(({ gap }) => /[[\]]/u.test(gap)) &&
    words.length === replaced.length &&
    words.every(({ text }, i) => text === replaced[i].text)
  );
}
