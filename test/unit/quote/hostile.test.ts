import assert from "node:assert/strict";
import { judge } from "../../../server/src/quote/judge.ts";
import type { PreparedSource } from "../../../server/src/quote/prepare.ts";
import { prepare } from "./fixture.ts";

/** Milliseconds of the processor that one verdict takes; what else the machine does is not counted. */
function costOf(source: PreparedSource, quote: string): number {
  const { text } = source;
  const before = process.cpuUsage();
  judge({ text: quote, emphasis: false, kind: "block" }, source, {
    cited: { start: 0, end: Math.min(200, text.length) },
    elisionMaxWords: 100,
  });
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

const longest = 2000;

describe("hostile text", () => {
  const word = (count: number) => "echo ".repeat(count);
  const period = (count: number) => "to be or not to be, that is ".repeat(count / 8);
  const texts: Record<string, (count: number) => string> = {
    "one word repeated": word,
    "periodic text": period,
    "one endless word": (count) => "abc".repeat(count * 2),
    brackets: (count) => "[so] ".repeat(count),
    ellipses: (count) => "so … ".repeat(count),
    "broken words": (count) => "mar-\nket ".repeat(count),
    "soft hyphens at lines' ends": (count) => "a\u00ad\n".repeat(count),
    "brackets of the source's own": (count) => "so [it] was [she] ".repeat(count / 4),
    "Chinese without a mark": (count) => "港口关闭".repeat(count),
  };
  const quotes: Record<string, string> = {
    "a word": "echo",
    "four words": "to be echo so",
    "the same word": word(300).trim(),
    "the same word, one changed": `${word(150)}echoes ${word(150)}`.trim(),
    "many parts": "to be … that is … echo … ".repeat(100),
    "many brackets": "echo [so] to be [not] ".repeat(150),
    "opening brackets": "[".repeat(3000),
    "brackets in words": "l'[a]b".repeat(3000),
    "brackets in brackets": "so [it [was] she] ".repeat(150),
    "words broken at lines' ends": "mar-\nket ".repeat(1500),
    "omitted citations": "so it (citation omitted) was ".repeat(150),
    "a long quote": period(8000),
    Chinese: "港口关闭关闭港口".repeat(40),
  };
  for (const [name, make] of Object.entries(texts)) {
    describe(name, () => {
      let source: PreparedSource;
      before(() => {
        source = prepare(make(200_000));
      });
      for (const [what, quote] of Object.entries(quotes)) {
        it(what, function () {
          this.timeout(60_000);
          const cost = Math.min(costOf(source, quote), costOf(source, quote));
          assert.ok(cost < longest, `${cost.toFixed(0)} ms`);
        });
      }
    });
  }
});
