import type { Part } from "../text/parse.ts";
import type { Word } from "../text/words.ts";
import type { Alignment, Step } from "./alignment.ts";
import { type WordIds, wordIds } from "./wordIds.ts";
import { alignSegment } from "./wordMatrix.ts";

/** A segment of more cells is not aligned but taken as rewritten. */
const mostCells = 1_000_000;

/** So many words in a row that both texts have once tie them together. */
const anchorLength = 4;

/** Where anchors lie further out of line, in words, they may be chance; all is then aligned in one … */
const longestJump = 40;
/** … and where they lie this far out of line, both ways are tried if that is little work. */
const suspiciousJump = 3;
const fewCells = 200_000;

/**
 * Aligns a part with the words of a stretch of the source, any words of which may be left over at both ends. Runs of
 * words that both have once are taken as they stand (as Bram Cohen's patience diff does with lines), and what lies
 * between them is aligned word by word. Null where that is too much.
 */
export function alignPart(part: Part, words: readonly Word[]): Alignment | null {
  const ids = wordIds(part.elements, words);
  const anchors = findAnchors(ids);
  const aligned = alignBetween(part, words, ids, anchors);
  if (furthestJump(anchors) <= suspiciousJump || part.elements.length * words.length > fewCells) return aligned;
  const plain = alignBetween(part, words, ids, []);
  return aligned === null || (plain !== null && plain.cost < aligned.cost) ? plain : aligned;
}

function alignBetween(
  { elements }: Part,
  words: readonly Word[],
  ids: WordIds,
  anchors: readonly Anchor[],
): Alignment | null {
  const steps: Step[] = [];
  let cost = 0;
  let quoteFrom = 0;
  let sourceFrom = 0;
  const between = (quoteTo: number, sourceTo: number, free: { start: boolean; end: boolean }): boolean => {
    const rows = quoteTo - quoteFrom;
    // In front of the first anchor and behind the last one, only so many words of the source come into question.
    const reach = 3 * rows + 20;
    const from = free.start && anchors.length > 0 ? Math.max(sourceFrom, sourceTo - reach) : sourceFrom;
    const to = free.end && anchors.length > 0 ? Math.min(sourceTo, sourceFrom + reach) : sourceTo;
    if (rows === 0 && (free.start || free.end)) return true;
    if ((rows + 1) * (to - from + 1) > mostCells) {
      if (free.start || free.end) return false;
      steps.push({ type: "changed", quoteFrom, quoteTo, sourceFrom: from, sourceTo: to });
      cost += 100 * Math.max(rows, to - from);
      return true;
    }
    const segment = { elements, words, ids, quoteFrom, quoteTo, sourceFrom: from, sourceTo: to, free };
    const aligned = alignSegment(segment);
    for (const step of aligned.steps) steps.push(step);
    cost += aligned.cost;
    return true;
  };
  for (const anchor of anchors) {
    if (!between(anchor.quote, anchor.source, { start: quoteFrom === 0 && steps.length === 0, end: false }))
      return null;
    for (let i = 0; i < anchor.length; i++) {
      const [quote, source] = [anchor.quote + i, anchor.source + i];
      steps.push({ type: "same", quoteFrom: quote, quoteTo: quote + 1, sourceFrom: source, sourceTo: source + 1 });
    }
    quoteFrom = anchor.quote + anchor.length;
    sourceFrom = anchor.source + anchor.length;
  }
  const free = { start: anchors.length === 0, end: true };
  return between(elements.length, words.length, free) ? { steps, cost } : null;
}

interface Anchor {
  quote: number;
  source: number;
  length: number;
}

/** Runs of equal words in both texts' order, none where they are out of line. */
function findAnchors(ids: WordIds): Anchor[] {
  if (ids.quote.length < 2 * anchorLength) return [];
  const numbers = new Map<number, number>();
  const inSource = uniqueRuns(ids.source, numbers);
  const pairs: Anchor[] = [];
  for (const [run, quote] of uniqueRuns(ids.quote, numbers)) {
    const source = inSource.get(run);
    if (quote >= 0 && source !== undefined && source >= 0) pairs.push({ quote, source, length: anchorLength });
  }
  const chain = joinRuns(longestIncreasing(pairs.sort((a, b) => a.quote - b.quote)), ids);
  return furthestJump(chain) > longestJump ? [] : chain;
}

/** By how many words the furthest of the anchors is out of line with the one before it. */
function furthestJump(anchors: readonly Anchor[]): number {
  let furthest = 0;
  for (let i = 1; i < anchors.length; i++) {
    const inQuote = anchors[i].quote - anchors[i - 1].quote;
    const inSource = anchors[i].source - anchors[i - 1].source;
    furthest = Math.max(furthest, Math.abs(inQuote - inSource));
  }
  return furthest;
}

/**
 * Where each run of {@link anchorLength} words, two pairs, begins; -1 where it stands more than once. `numbers` has a
 * number for every pair of words that was seen.
 */
function uniqueRuns(words: Int32Array, numbers: Map<number, number>): Map<number, number> {
  const pairs = new Int32Array(Math.max(0, words.length - 1));
  for (let at = 0; at < pairs.length; at++) {
    const pair = words[at] < 0 || words[at + 1] < 0 ? -1 : words[at] * wordLimit + words[at + 1];
    pairs[at] = pair < 0 ? -1 : numberOf(pair, numbers);
  }
  const runs = new Map<number, number>();
  for (let at = 0; at + anchorLength <= words.length; at++) {
    if (pairs[at] < 0 || pairs[at + 2] < 0) continue;
    const run = pairs[at] * wordLimit + pairs[at + 2];
    runs.set(run, runs.has(run) ? -1 : at);
  }
  return runs;
}

/** Words and pairs are numbered below this, so that doubles hold two of the numbers exactly. */
const wordLimit = 2 ** 26;

function numberOf(pair: number, numbers: Map<number, number>): number {
  let number = numbers.get(pair);
  if (number === undefined) {
    number = numbers.size;
    numbers.set(pair, number);
  }
  return number;
}

/** The longest chain of pairs that ascends in both texts, by patience sorting: O(n log n). */
function longestIncreasing(pairs: readonly Anchor[]): Anchor[] {
  const tails: number[] = [];
  const previous = new Int32Array(pairs.length);
  for (const [index, pair] of pairs.entries()) {
    let low = 0;
    let high = tails.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (pairs[tails[middle]].source < pair.source) low = middle + 1;
      else high = middle;
    }
    previous[index] = low > 0 ? tails[low - 1] : -1;
    tails[low] = index;
  }
  const chain: Anchor[] = [];
  for (let at = tails[tails.length - 1] ?? -1; at >= 0; at = previous[at]) chain.push(pairs[at]);
  return chain.reverse();
}

/** Overlapping pairs as one run each, and every run as far as its words go on being equal. */
function joinRuns(pairs: readonly Anchor[], { quote, source }: WordIds): Anchor[] {
  const runs: Anchor[] = [];
  for (const pair of pairs) {
    const last = runs[runs.length - 1];
    const quoteEnd = last === undefined ? 0 : last.quote + last.length;
    const sourceEnd = last === undefined ? 0 : last.source + last.length;
    if (last !== undefined && (pair.quote < quoteEnd || pair.source < sourceEnd)) continue;
    const run = { ...pair };
    while (
      run.quote > quoteEnd &&
      run.source > sourceEnd &&
      quote[run.quote - 1] === source[run.source - 1] &&
      quote[run.quote - 1] >= 0
    ) {
      run.quote--;
      run.source--;
      run.length++;
    }
    while (run.quote + run.length < quote.length && quote[run.quote + run.length] === source[run.source + run.length])
      run.length++;
    runs.push(run);
  }
  return runs;
}
