import assert from "node:assert/strict";
import fc from "fast-check";
import { findPattern } from "../../../server/src/quote/locate/search.ts";
import { skeletonOf } from "../../../server/src/quote/locate/skeleton.ts";
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
