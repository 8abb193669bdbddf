import assert from "node:assert/strict";
import fc from "fast-check";
import { findPattern } from "../../../server/src/quote/locate/search.ts";
import { skeletonOf } from "../../../server/src/quote/locate/skeleton.ts";
import { holds } from "../properties/run.ts";
import { prepare } from "./fixture.ts";

const letters = fc.string({ unit: fc.constantFrom(..."abcd"), minLength: 1, maxLength: 9 });

describe("exact search in the skeleton", () => {
  holds(
    "finds what a plain search finds, overlapping places included, with an index and without",
    60,
    fc.tuple(fc.array(letters, { minLength: 600, maxLength: 900 }), letters, fc.nat()),
    ([parts, needle, at]) => {
      const text = parts.join("");
      const source = prepare(text);
      const from = at % text.length;
      const wanted = at % 2 === 0 ? text.slice(from, from + 5 + (at % 40)) : needle;
      const expected: number[] = [];
      for (let i = text.indexOf(wanted); i >= 0; i = text.indexOf(wanted, i + 1)) expected.push(i);
      assert.deepEqual(findPattern(source, skeletonOf(wanted), 0, text.length), expected);
      source.grams.build();
      assert.deepEqual(findPattern(source, skeletonOf(wanted), 0, text.length), expected);
    },
  );

  it("reads a unit in many where nothing is alike, and each unit but once where everything is", () => {
    const work = (text: string, pattern: string) => {
      let units = 0;
      const source = prepare(text);
      source.grams.addWork = (more) => {
        units += more;
      };
      assert.deepEqual(findPattern(source, skeletonOf(pattern), 0, text.length), []);
      return units / text.length;
    };
    assert.ok(work("dcba".repeat(5000), "abcd".repeat(10)) < 0.05);
    assert.ok(work("a".repeat(20_000), `b${"a".repeat(400)}`) < 1.1);
  });

  it("builds the index where the same source is searched again and again", () => {
    const source = prepare("dcba".repeat(5000));
    const pattern = skeletonOf("abcd".repeat(10));
    let searches = 0;
    while (source.grams.whole === null && searches < 1000) {
      findPattern(source, pattern, 0, 20_000);
      searches++;
    }
    assert.ok(searches > 16 && searches < 1000, String(searches));
  });
});
