import search from "approx-string-match";
import { judge } from "../../server/src/quote/judge.ts";
import { locate } from "../../server/src/quote/locate/locate.ts";
import { findPattern } from "../../server/src/quote/locate/search.ts";
import { offsetOfUnit, skeletonOf } from "../../server/src/quote/locate/skeleton.ts";
import { type PreparedSource, prepareSource } from "../../server/src/quote/prepare.ts";
import { lineStartsOf } from "../../server/src/source/lines.ts";
import { randomFor } from "../oracle/random.ts";
import { createVocabulary, writeArticle } from "./article.ts";
import { measure, median } from "./measure.ts";
import { type Answer, atLeast, ms, type Report, table, times } from "./report.ts";
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
  /** How many times faster than approx-string-match the locator has to be; null: not asked for. */
  readonly bar: (change: Change) => number | null;
}

/**
 * One source, and quotes of all lengths and changes, each looked for by approx-string-match, by the locator and by a
 * whole verdict in turn. No quote is looked for twice, and the citation points to other lines than the quote's, so that
 * every verdict searches the whole source.
 */
export function compareMatching({ seed, length, samples, bar }: MatchingOptions): Report {
  const random = randomFor("matching", seed, length);
  const vocabulary = createVocabulary(random);
  const text = writeArticle(random, vocabulary, length);
  const stranger = writeArticle(random, vocabulary, Math.min(length, 1_000_000));
  const source = prepareSource({ text, lineStarts: lineStartsOf(text), reading: null });
  source.grams.build();
  const kinds = quoteLengths.flatMap((quoteLength) =>
    changes.map((change) => ({ quoteLength, change, cell: newCell() })),
  );
  for (let round = 0; round < samples; round++) {
    for (const { quoteLength, change, cell } of kinds) {
      const sample = drawSample(random, { text, stranger, vocabulary }, quoteLength, change);
      measureSample(cell, source, sample, change);
    }
  }
  const answers: Answer[] = [];
  const rows = kinds.map(({ quoteLength, change, cell }) => {
    const theirs = median(cell.theirs.times);
    const located = median(cell.located.times);
    const judged = median(cell.judged.times);
    const wanted = bar(change);
    const answer = wanted === null ? null : atLeast(theirs / located, wanted);
    if (answer !== null) answers.push(answer);
    return [
      `${quoteLength} characters, ${change}`,
      ...[theirs, located, judged].map(ms),
      ...[theirs / located, theirs / judged].map(times),
      wanted === null ? "" : `×${wanted}`,
      answer ?? "",
      ...[cell.theirs, cell.located, cell.judged].map(({ found }) => `${Math.round((100 * found) / samples)}%`),
    ];
  });
  const head = ["quote", "approx", "locate", "verdict", "locate", "verdict", "bar", "", "approx", "locate", "verdict"];
  return { text: table(head, rows), answers };
}

interface Column {
  /** In milliseconds. */
  readonly times: number[];
  /** In how many samples the quote's place was found; for an absent quote, any place. */
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

function measureSample(cell: Cell, source: PreparedSource, { quote, at }: Sample, change: Change): void {
  const { text } = source;
  const add = (column: Column, time: number, starts: readonly number[]) => {
    column.times.push(time);
    if (starts.some((start) => change === "absent" || Math.abs(start - at) <= quote.length)) column.found++;
  };
  const theirs = measure(() => search(text, quote, Math.floor(quote.length * allowedShare)));
  const located = measure(() => locateQuote(source, quote));
  const cited = linesAt(text, (at + (text.length >> 1)) % text.length);
  const input = { text: quote, emphasis: false, kind: "inline" as const };
  const judged = measure(() => judge(input, source, { cited, elisionMaxWords: 100 }));
  const { passage } = judged.result;
  add(
    cell.theirs,
    theirs.ms,
    theirs.result.map((match) => match.start),
  );
  add(cell.located, located.ms, located.result);
  add(cell.judged, judged.ms, passage === null ? [] : [passage.start]);
}

/** Where a quote may stand: its exact places, else those with errors. */
function locateQuote(source: PreparedSource, quote: string): number[] {
  const { skeleton } = source;
  const pattern = skeletonOf(quote);
  const end = skeleton.units.length;
  const places = findPattern(source, pattern, 0, end);
  const found = () => locate(source, pattern, { from: 0, to: end, near: 0, most: 5 }).map(({ from }) => from);
  return (places.length > 0 ? places : found()).map((unit) => offsetOfUnit(skeleton, unit));
}

function linesAt(text: string, offset: number): { start: number; end: number } {
  const start = text.lastIndexOf("\n", offset) + 1;
  const end = text.indexOf("\n", offset);
  return { start, end: end < 0 ? text.length : end };
}
