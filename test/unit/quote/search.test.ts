import assert from "node:assert/strict";
import fc from "fast-check";
import { locate } from "../../../server/src/quote/locate.ts";
import { prepareMyers, searchMyers } from "../../../server/src/quote/myers.ts";
import { findPattern } from "../../../server/src/quote/search.ts";
import { skeletonOf } from "../../../server/src/quote/skeleton.ts";
import { prepare } from "./fixture.ts";

const letters = fc.string({ unit: fc.constantFrom(..."abcd"), minLength: 1, maxLength: 9 });

describe("exact search in the skeleton", () => {
  it("finds what a plain search finds, overlapping places included", () => {
    fc.assert(
      fc.property(fc.array(letters, { minLength: 600, maxLength: 900 }), letters, fc.nat(), (parts, needle, at) => {
        const text = parts.join("");
        const source = prepare(text);
        const from = at % text.length;
        const wanted = at % 2 === 0 ? text.slice(from, from + 5 + (at % 40)) : needle;
        const expected: number[] = [];
        for (let i = text.indexOf(wanted); i >= 0; i = text.indexOf(wanted, i + 1)) expected.push(i);
        assert.deepEqual(findPattern(source, skeletonOf(wanted), 0, text.length), expected);
      }),
      { numRuns: 60 },
    );
  });
});

describe("search with errors", () => {
  it("agrees with the textbook's table", () => {
    const short = fc.string({ unit: fc.constantFrom(..."abc"), minLength: 1, maxLength: 32 });
    fc.assert(
      fc.property(
        short,
        fc.string({ unit: fc.constantFrom(..."abc"), maxLength: 80 }),
        fc.nat({ max: 4 }),
        (a, b, most) => {
          const pattern = prepareMyers(skeletonOf(a));
          assert.ok(pattern !== null);
          const found = searchMyers(skeletonOf(b), pattern, 0, b.length, most);
          const least = leastErrors(a, b);
          assert.equal(found.length > 0, least <= most && b.length > 0);
          if (found.length > 0) assert.equal(Math.min(...found.map((match) => match.errors)), least);
        },
      ),
    );
  });

  it("finds a quote with two letters wrong, wherever they are", () => {
    const vocabulary =
      "harbour keeper lamp of the and council plan river to bridge letter in a window doctor was market".split(" ");
    const seeds = fc.array(fc.nat({ max: vocabulary.length - 1 }), { minLength: 2500, maxLength: 2500 });
    fc.assert(
      fc.property(
        seeds,
        fc.nat(),
        fc.array(fc.nat(), { minLength: 5, maxLength: 5 }),
        (indexes, at, [a, b, c, d, e]) => {
          const text = indexes.map((index) => vocabulary[index]).join("");
          const source = prepare(text);
          const from = at % (text.length - 150);
          const quote = [...text.slice(from, from + 12 + (c % 100))];
          quote[a % quote.length] = d % 2 === 0 ? "" : "x";
          quote[b % quote.length] = e % 2 === 0 ? "y" : `${quote[b % quote.length]}y`;
          const candidates = locate(source, skeletonOf(quote.join("")), {
            from: 0,
            to: text.length,
            near: from,
            most: 5,
          });
          assert.ok(
            candidates.some((candidate) => candidate.from <= from + 4 && candidate.to >= from + quote.length - 4),
            `${quote.join("")} at ${from} of ${JSON.stringify(candidates)}`,
          );
        },
      ),
      { numRuns: 150 },
    );
  });
});

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
