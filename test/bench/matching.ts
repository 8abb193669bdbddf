import search from "approx-string-match";
import { judge } from "../../server/src/quote/judge.ts";
import { locate } from "../../server/src/quote/locate.ts";
import { type PreparedSource, prepareSource } from "../../server/src/quote/prepare.ts";
import { findPattern } from "../../server/src/quote/search.ts";
import { offsetOfUnit, skeletonOf } from "../../server/src/quote/skeleton.ts";
import { lineStartsOf } from "../../server/src/source/lines.ts";
import { randomFor } from "../oracle/random.ts";
import { createVocabulary, writeArticle } from "./article.ts";
import { type Answer, atLeast, ms, table } from "./bars.ts";
import { median, timed } from "./measure.ts";
import { type Change, changes, drawSample, type Sample } from "./samples.ts";

const quoteLengths = [20, 100, 400];

/** Errors that approx-string-match is allowed, as a share of the quote. */
const allowedShare = 0.2;

export interface MatchingOptions {
  readonly seed: number;
  /** Of the source, in UTF-16 units. */
  readonly length: number;
  /** Quotes that are measured for each length and change. */
  readonly samples: number;
  /** How many times faster than approx-string-match; null: not asked for. */
  readonly bar: (change: Change) => number | null;
}

/**
 * One source, quotes of all lengths and changes, each looked for by approx-string-match, by the locator and by a whole
 * verdict in turn. No quote is looked for twice, and the citation points to other lines than the quote's, so that all of
 * the source has to be searched.
 */
export function measureMatching({ seed, length, samples, bar }: MatchingOptions): { text: string; answers: Answer[] } {
  const random = randomFor("bench", seed, length);
  const vocabulary = createVocabulary(random);
  const text = writeArticle(random, vocabulary, length);
  const stranger = writeArticle(random, vocabulary, Math.min(length, 2_000_000));
  const source = prepareSource({ text, lineStarts: lineStartsOf(text), reading: null });
  source.grams();
  const rows: string[][] = [];
  const answers: Answer[] = [];
  const measured = new Map(
    quoteLengths.map((quoteLength) => [quoteLength, new Map(changes.map((c) => [c, newCell()]))]),
  );
  for (let round = 0; round < samples; round++) {
    for (const quoteLength of quoteLengths) {
      for (const change of changes) {
        const sample = drawSample(random, { text, stranger, vocabulary }, quoteLength, change);
        measure(measured.get(quoteLength)!.get(change)!, source, sample, change);
      }
    }
  }
  for (const quoteLength of quoteLengths) {
    for (const change of changes) {
      const cell = measured.get(quoteLength)!.get(change)!;
      const theirs = median(cell.theirs.times);
      const located = median(cell.located.times);
      const judged = median(cell.judged.times);
      const wanted = bar(change);
      const answer = wanted === null ? null : atLeast(theirs / located, wanted);
      if (answer !== null) answers.push(answer);
      rows.push([
        `${quoteLength} ${change}`,
        ms(theirs),
        ms(located),
        ms(judged),
        times(theirs / located),
        times(theirs / judged),
        wanted === null ? "" : `×${wanted}`,
        answer ?? "",
        ...[cell.theirs, cell.located, cell.judged].map(({ found }) => `${found}/${samples}`),
      ]);
    }
  }
  const head = ["quote", "approx ms", "locate ms", "verdict ms", "locate", "verdict", "bar", "", "found", "by", "each"];
  return { text: table(head, rows), answers };
}

interface Column {
  readonly times: number[];
  /** In how many samples the quote's place was found; of an absent quote, any place. */
  found: number;
}

interface Cell {
  readonly theirs: Column;
  readonly located: Column;
  readonly judged: Column;
}

function newCell(): Cell {
  return { theirs: { times: [], found: 0 }, located: { times: [], found: 0 }, judged: { times: [], found: 0 } };
}

function measure(cell: Cell, source: PreparedSource, { quote, at }: Sample, change: Change): void {
  const { text } = source;
  const isThere = (start: number) => change === "absent" || Math.abs(start - at) <= quote.length;
  const theirs = timed(() => search(text, quote, Math.floor(quote.length * allowedShare)));
  note(cell.theirs, theirs.ms, theirs.result.map((match) => match.start).some(isThere));

  const located = timed(() => locateQuote(source, quote));
  note(cell.located, located.ms, located.result.some(isThere));

  const lines = citedLines(text, (at + (text.length >> 1)) % text.length);
  const input = { text: quote, emphasis: false, kind: "inline" as const };
  const judged = timed(() => judge(input, source, { cited: lines, elisionMaxWords: 100 }));
  const { passage } = judged.result;
  note(cell.judged, judged.ms, passage !== null && isThere(passage.start));
}

function note(column: Column, time: number, found: boolean): void {
  column.times.push(time);
  if (found) column.found++;
}

/** Where the locator says that a quote may stand: the exact places, else those with errors. */
function locateQuote(source: PreparedSource, quote: string): number[] {
  const { skeleton } = source;
  const pattern = skeletonOf(quote);
  const end = skeleton.units.length;
  const places = findPattern(source, pattern, 0, end);
  const units =
    places.length > 0 ? places : locate(source, pattern, { from: 0, to: end, near: 0, most: 5 }).map((c) => c.from);
  return units.map((unit) => offsetOfUnit(skeleton, unit));
}

function citedLines(text: string, offset: number): { start: number; end: number } {
  const start = text.lastIndexOf("\n", offset) + 1;
  const end = text.indexOf("\n", offset);
  return { start, end: end < 0 ? text.length : end };
}

function times(ratio: number): string {
  return `×${ratio >= 10 ? ratio.toFixed(0) : ratio.toFixed(1)}`;
}
