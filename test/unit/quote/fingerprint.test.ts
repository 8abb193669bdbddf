import assert from "node:assert/strict";
import { createFingerprintIndex } from "../../../server/src/quote/locate/fingerprintIndex.ts";
import { traceOf } from "../../../server/src/quote/trace.ts";
import { randomFor } from "../../oracle/random.ts";
import { prepare } from "./fixture.ts";

const crops = "barley oats rye wheat flax hemp hops beans peas turnips apples plums cherries walnuts honey wax".split(
  " ",
);
/** What was harvested in a year, in an order of its own. */
function harvest(year: number): string {
  const random = randomFor(year);
  return `The clerk wrote down ${Array.from({ length: 12 }, () => random.pick(crops)).join(" and ")}.`;
}

describe("fingerprints", () => {
  const index = createFingerprintIndex();
  const put = (key: string, text: string) => index.put(key, prepare(text).lendFingerprint());
  for (let year = 1000; year < 1400; year++) put(String(year), harvest(year));
  const holding = (quote: string) => index.filter(traceOf(quote)).sort();

  it("leave the source that has a quote, and hardly another", () => {
    let others = 0;
    for (let year = 1000; year < 1400; year++) {
      const found = holding(harvest(year).replace(" and ", " […] "));
      assert.ok(found.includes(String(year)), String(year));
      others += found.length - 1;
    }
    assert.ok(others < 200, String(others));
  });

  it("leave none where no source has the words", () => {
    assert.deepEqual(holding("a sentence that nobody in this whole district ever wrote down"), []);
  });

  it("rule nothing out by a word that is too short to tell", () => {
    assert.equal(holding("the").length, 400);
  });

  it("follow a source that changes", () => {
    const quote = "a bridge was built across the river by forty masons";
    put("1000", `${quote}, and more.`);
    assert.deepEqual(holding(quote), ["1000"]);
    put("1000", harvest(1000));
    assert.deepEqual(holding(quote), []);
    index.drop("1001");
    assert.ok(!holding(harvest(1001)).includes("1001"));
    assert.ok(holding(harvest(1002)).includes("1002"));
  });
});
