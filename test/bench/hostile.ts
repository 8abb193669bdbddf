import { judge } from "../../server/src/quote/judge.ts";
import { prepareSource } from "../../server/src/quote/prepare.ts";
import { lineStartsOf } from "../../server/src/source/lines.ts";
import { randomFor } from "../oracle/random.ts";
import { createVocabulary, writeArticle } from "./article.ts";
import { measure } from "./measure.ts";
import { type Answer, atMost, ms, type Report, table, times } from "./report.ts";

/** In milliseconds, for one verdict. */
const longest = 2000;
/** A source of four times the length may take four times as long, and some noise more; squared it would be sixteen. */
const growthBar = 8;
/** Below so many milliseconds a verdict is as long as what comes in between, and growth cannot be told from it. */
const leastTime = 25;
/** Shorter times are not compared: most of them is what does not grow. */
const tellingTime = 50;

/** Texts of so many words, more or less, that a matcher may stumble over. */
function hostileTexts(seed: number): Record<string, (words: number) => string> {
  const random = randomFor("hostile", seed);
  const vocabulary = createVocabulary(random);
  const word = () => vocabulary.draw(random);
  const paragraph = writeArticle(random, vocabulary, 600);
  const sentence = quotesOf().sentence;
  return {
    "one word again and again": (words) => "echo ".repeat(words),
    "periodic text": (words) => "to be or not to be, that is ".repeat(words / 8),
    "one paragraph again and again": (words) => `${paragraph}\n`.repeat(words / 100),
    "the quote again and again, a word changed": (words) =>
      Array.from({ length: words / 12 }, () => sentence.replace("keeper", word())).join("\n"),
    "rows of a log": (words) =>
      Array.from({ length: words / 12 }, (_, i) => `On day ${i} the keeper lit the lamp and closed the gate.`).join(
        "\n",
      ),
    "one line": (words) => writeArticle(random, vocabulary, words * 12).replaceAll("\n", " "),
    "one word without an end": (words) => "abc".repeat(words * 2),
    "words of one letter": (words) => "a b ".repeat(words / 2),
    brackets: (words) => "[so] ".repeat(words),
    ellipses: (words) => "so … ".repeat(words),
    "Chinese without a mark": (words) => "港口关闭".repeat(words),
  };
}

function quotesOf(): Record<string, string> {
  const sentence = "the harbour keeper lit the lamp and closed the old gate before the night came";
  return {
    sentence,
    "one word": "echo",
    "four words": "to be echo so",
    "the same word": "echo ".repeat(300).trim(),
    "the same word, one changed": `${"echo ".repeat(150)}echoes ${"echo ".repeat(150)}`.trim(),
    "many parts": "to be … that is … echo … so … ".repeat(100),
    "many brackets": "echo [so] to be [not] ".repeat(150),
    "a long quote": "to be or not to be, that is ".repeat(1000),
    "one letter": "a b a b a c a b",
    Chinese: "港口关闭关闭港口".repeat(40),
  };
}

/** The slowest verdict on each hostile text, at a length, twice and four times that. */
export function measureHostile({ seed, words }: { readonly seed: number; readonly words: number }): Report {
  const answers: Answer[] = [];
  const rows = Object.entries(hostileTexts(seed)).map(([name, make]) => {
    const costs = [words, 2 * words, 4 * words].map((count) => costsOf(make(count)));
    const slowest = Object.keys(costs[2]).reduce((a, b) => (costs[2][b] > costs[2][a] ? b : a));
    const growths = Object.keys(costs[2])
      .filter((quote) => costs[2][quote] >= tellingTime)
      .map((quote) => costs[2][quote] / Math.max(costs[0][quote], leastTime));
    const growth = Math.max(0, ...growths);
    const found = [atMost(costs[2][slowest], longest), atMost(growth, growthBar)];
    answers.push(...found);
    const series = costs.map((cost) => ms(cost[slowest]));
    return [
      name,
      slowest,
      ...series,
      `${longest}`,
      found[0],
      growth === 0 ? "" : times(growth),
      times(growthBar),
      found[1],
    ];
  });
  const head = ["text", "slowest quote", "n, ms", "2n", "4n", "bar", "", "worst growth", "bar", ""];
  return { text: table(head, rows), answers };
}

/** By quote, the milliseconds of one verdict: of two, the shorter. */
function costsOf(text: string): Record<string, number> {
  const source = prepareSource({ text, lineStarts: lineStartsOf(text), reading: null });
  const cited = { start: 0, end: Math.min(200, text.length) };
  const costs: Record<string, number> = {};
  source.grams.build();
  for (const [name, quote] of Object.entries(quotesOf())) {
    const once = () =>
      measure(() => judge({ text: quote, emphasis: false, kind: "block" }, source, { cited, elisionMaxWords: 100 })).ms;
    costs[name] = Math.min(once(), once());
  }
  return costs;
}
