import assert from "node:assert/strict";
import search from "approx-string-match";
import fc from "fast-check";
import type { Candidate } from "../../../server/src/quote/locate/candidates.ts";
import { locate } from "../../../server/src/quote/locate/locate.ts";
import { prepareMyers, searchMyers } from "../../../server/src/quote/locate/myers.ts";
import { cutIntoPieces } from "../../../server/src/quote/locate/pieces.ts";
import { skeletonOf } from "../../../server/src/quote/locate/skeleton.ts";
import type { PreparedSource } from "../../../server/src/quote/prepare.ts";
import { createVocabulary, writeArticle } from "../../bench/article.ts";
import { randomFor } from "../../oracle/random.ts";
import { holds } from "../properties/run.ts";
import { prepare } from "./fixture.ts";

function article(length: number): string {
  const random = randomFor("article");
  return writeArticle(random, createVocabulary(random), length);
}

function lettersOf(text: string): string {
  return String.fromCharCode(...skeletonOf(text));
}

function locateIn(source: PreparedSource, quote: string): Candidate[] {
  return locate(source, skeletonOf(quote), { from: 0, to: source.skeleton.units.length, near: 0, most: 5 });
}

describe("the locator", function () {
  this.timeout(20_000);
  const text = article(40_000);
  const source = prepare(text);
  const letters = lettersOf(text);
  const edit = fc.record({
    at: fc.nat(),
    kind: fc.constantFrom("insert", "drop", "exchange"),
    letter: fc.constantFrom(..."aeionrstlz"),
  });

  holds(
    "finds whatever approx-string-match finds within two edits",
    500,
    fc.tuple(fc.nat(), fc.nat({ max: 400 }), fc.array(edit, { maxLength: 3 })),
    ([at, more, edits]) => {
      const start = at % (text.length - 500);
      const quote = edited(text.slice(start, start + 20 + more), edits);
      const matches = search(letters, lettersOf(quote), 2);
      if (matches.length === 0) return;
      const candidates = locateIn(source, quote);
      assert.ok(
        matches.some((match) => candidates.some(({ from, to }) => from <= match.start + 2 && to >= match.end - 2)),
        `${JSON.stringify(quote)}: ${JSON.stringify(matches)}, found ${JSON.stringify(candidates)}`,
      );
    },
  );

  const indexed = prepare(text);
  indexed.grams.build();

  holds(
    "finds by the grams of a quote alone what it finds by those of all the text",
    100,
    fc.tuple(fc.nat(), fc.nat({ max: 400 }), fc.array(edit, { maxLength: 9 })),
    ([at, more, edits]) => {
      const start = at % (text.length - 500);
      const quote = edited(text.slice(start, start + 4 + more), edits);
      assert.deepEqual(locateIn(prepare(text), quote), locateIn(indexed, quote));
    },
  );

  it("finds a quote of more grams than an index of some tells apart", () => {
    const long = article(1_000_000);
    const quote = long.slice(50_000, 140_000).replace("the", "those");
    const indexed = prepare(long);
    indexed.grams.build();
    const found = locateIn(prepare(long), quote);
    assert.ok(found.length > 0);
    assert.deepEqual(found, locateIn(indexed, quote));
  });

  it("gathers the grams of a text that repeats itself", () => {
    const repeated = prepare("a".repeat(100_000));
    const indexed = prepare("a".repeat(100_000));
    indexed.grams.build();
    const quote = `${"a".repeat(40)}b${"a".repeat(40)}`;
    for (let i = 0; i < 2; i++) assert.deepEqual(locateIn(repeated, quote), locateIn(indexed, quote));
  });

  it("finds both halves of a quote that leaves out what stands between them", () => {
    const first = text.slice(10_000, 10_100);
    const second = text.slice(10_350, 10_450);
    const candidates = locateIn(source, first + second);
    for (const half of [first, second]) {
      const at = letters.indexOf(lettersOf(half));
      assert.ok(candidates.some(({ from, to }) => from <= at + 3 && to >= at + lettersOf(half).length - 3));
    }
  });

  holds(
    "puts the place of a much altered quote before all others",
    100,
    fc.tuple(fc.nat(), fc.nat({ max: 300 })),
    ([at, more]) => {
      const start = at % (text.length - 500);
      const words = text.slice(start, start + 100 + more).split(" ");
      for (let i = 2; i < words.length; i += 5) words[i] = "blossom";
      const [best] = locateIn(source, words.join(" "));
      const from = lettersOf(text.slice(0, start)).length;
      assert.ok(
        Math.abs(best.from - from) < lettersOf(words.join("")).length / 2,
        `${words.join(" ")}: ${best.from} instead of ${from}`,
      );
    },
  );

  it("finds one of thousands of lines that are alike by what is its own", () => {
    const lines = Array.from({ length: 20_000 }, (_, i) => `On day ${i} the keeper wrote his name in the book.`);
    const candidates = locateIn(prepare(lines.join("\n")), "On day 15873 the keeper put his name in the book.");
    const from = skeletonOf(lines.slice(0, 15_873).join("")).length;
    assert.ok(
      candidates.some((candidate) => Math.abs(candidate.from - from) < 10),
      JSON.stringify(candidates),
    );
  });

  it("reads a small share of the index, the same for a source of twice the length", () => {
    const shares = [100_000, 200_000, 400_000].map((length) => {
      const longer = prepare(article(length));
      const grams = longer.grams.build();
      const pattern = skeletonOf(text.slice(5000, 5400));
      return cutIntoPieces(grams, pattern, 7).cost / longer.skeleton.units.length;
    });
    for (const share of shares) assert.ok(share < 0.02, shares.join());
    assert.ok(shares[2] < shares[0] * 1.5, shares.join());
  });
});

describe("Myers' search", () => {
  const short = fc.string({ unit: fc.constantFrom(..."abc"), minLength: 1, maxLength: 32 });

  holds(
    "agrees with the textbook's table",
    100,
    fc.tuple(short, fc.string({ unit: fc.constantFrom(..."abc"), maxLength: 80 }), fc.nat({ max: 4 })),
    ([a, b, most]) => {
      const pattern = prepareMyers(skeletonOf(a));
      assert.ok(pattern !== null);
      const found = searchMyers(skeletonOf(b), pattern, 0, b.length, most);
      const least = leastErrors(a, b);
      assert.equal(found.length > 0, least <= most && b.length > 0);
      if (found.length > 0) assert.equal(Math.min(...found.map((match) => match.errors)), least);
    },
  );
});

interface Edit {
  readonly at: number;
  readonly kind: string;
  readonly letter: string;
}

function edited(quote: string, edits: readonly Edit[]): string {
  let result = quote;
  for (const { at, kind, letter } of edits) {
    const place = at % result.length;
    const kept = kind === "insert" ? place : place + 1;
    result = result.slice(0, place) + (kind === "drop" ? "" : letter) + result.slice(kept);
  }
  return result;
}

/** The least number of errors with which `a` stands anywhere in `b`. */
function leastErrors(a: string, b: string): number {
  let above: number[] = new Array(b.length + 1).fill(0);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      row[j] = Math.min(above[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1), above[j] + 1, row[j - 1] + 1);
    }
    above = row;
  }
  return Math.min(...above);
}
