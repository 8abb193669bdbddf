import search from "approx-string-match";
import { judge } from "../../server/src/quote/judge.ts";
import { type PreparedSource, prepareSource } from "../../server/src/quote/prepare.ts";
import { lineStartsOf } from "../../server/src/source/lines.ts";
import type { Source } from "../../server/src/source/source.ts";
import { randomFor } from "../oracle/random.ts";
import { createVocabulary, writeArticle } from "./article.ts";
import { bytesHeld, measure, median } from "./measure.ts";
import { type Answer, atMost, ms, type Report, table, times } from "./report.ts";
import { drawSample } from "./samples.ts";

/** Milliseconds for a million UTF-16 units. */
const timeBar = 25;
/** Memory kept beside the text, in sizes of the text as UTF-16. */
const memoryBar = 3;

export interface PreparingOptions {
  readonly seed: number;
  /** Lengths of the sources, each twice the one before. */
  readonly lengths: readonly number[];
  readonly samples: number;
}

/** Sources prepared before any is measured, so that all of it is compiled. */
const warmUps = 5;

/** What it takes to prepare a source, its index included, and what is kept of it. */
export async function measurePreparing({ seed, lengths, samples }: PreparingOptions): Promise<Report> {
  const sources = lengths.map((length) => ({ source: sourceOf(seed, length), times: [] as number[] }));
  for (let i = 0; i < warmUps; i++) prepareWhole(sources[0].source);
  // In turn, so that a machine that is busy for a while is so for all of them.
  for (let i = 0; i < samples; i++) {
    for (const { source, times: all } of sources) all.push(measure(() => prepareWhole(source)).ms);
  }
  const answers: Answer[] = [];
  const rows: string[][] = [];
  let half: number | null = null;
  for (const { source, times: all } of sources) {
    const memory = await memoryKept(source);
    // A busy machine makes even the processor's time longer, and nothing makes it shorter.
    const time = Math.min(...all);
    const perMillion = (time * 1e6) / source.text.length;
    const found = [atMost(perMillion, timeBar), atMost(memory, memoryBar)];
    if (half !== null) found.push(atMost(time / half, 2));
    answers.push(...found);
    rows.push([
      `${source.text.length / 1e6} MB`,
      ms(median(all)),
      ms(time),
      ms(perMillion),
      `${timeBar}`,
      found[0],
      times(memory),
      times(memoryBar),
      found[1],
      half === null ? "" : times(time / half),
      half === null ? "" : times(2),
      found[2] ?? "",
    ]);
    half = time;
  }
  const head = ["source", "median", "least", "per MB", "bar", "", "memory", "bar", "", "of half", "bar", ""];
  return { text: table(head, rows), answers };
}

/**
 * Whether a verdict takes longer after many others on the same source. Each is timed beside a search by
 * approx-string-match, which cannot remember anything: where the machine gets slower, both do.
 */
export function measureEndurance({ seed, verdicts }: { readonly seed: number; readonly verdicts: number }): Report {
  const random = randomFor("endurance", seed);
  const vocabulary = createVocabulary(random);
  const text = writeArticle(random, vocabulary, 200_000);
  const source = prepareWhole({ text, lineStarts: lineStartsOf(text), reading: null });
  const yardstick = text.slice(0, 10_000);
  const costs = Array.from({ length: verdicts }, (_, i) => {
    const change = i % 2 === 0 ? "a tenth" : "exact";
    const { quote } = drawSample(random, { text, stranger: text, vocabulary }, 100, change);
    const input = { text: quote, emphasis: false, kind: "inline" as const };
    const verdict = measure(() => judge(input, source, { cited: { start: 0, end: 200 }, elisionMaxWords: 100 })).ms;
    return { verdict, search: measure(() => search(yardstick, quote, 20)).ms };
  });
  const fifth = Math.floor(verdicts / 5);
  const [early, late] = [costs.slice(fifth, 2 * fifth), costs.slice(-fifth)].map((some) => ({
    verdict: median(some.map(({ verdict }) => verdict)),
    search: median(some.map(({ search }) => search)),
  }));
  const growth = late.verdict / late.search / (early.verdict / early.search);
  const answer = atMost(growth, 1.1);
  const rows = [early, late].map(({ verdict, search }, index) => [
    index === 0 ? "second fifth" : "last fifth",
    ms(verdict),
    ms(search),
    index === 0 ? "" : times(growth),
    index === 0 ? "" : times(1.1),
    index === 0 ? "" : answer,
  ]);
  return { text: table([`of ${verdicts}`, "verdict", "approx", "growth", "bar", ""], rows), answers: [answer] };
}

/** In sizes of the text. */
async function memoryKept(source: Source): Promise<number> {
  const before = await bytesHeld();
  const kept = prepareWhole(source);
  const after = await bytesHeld();
  return (after - before) / (2 * kept.text.length);
}

function sourceOf(seed: number, length: number): Source {
  const random = randomFor("preparing", seed);
  // Read from bytes, as a source is: joined pieces of text are slower to read.
  const text = new TextDecoder().decode(
    new TextEncoder().encode(writeArticle(random, createVocabulary(random), length)),
  );
  return { text, lineStarts: lineStartsOf(text), reading: null };
}

function prepareWhole(source: Source): PreparedSource {
  const prepared = prepareSource(source);
  prepared.grams.build();
  return prepared;
}
