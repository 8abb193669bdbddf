import assert from "node:assert/strict";
import { createFingerprintIndex } from "../../../server/src/quote/locate/fingerprintIndex.ts";
import { skeletonOf } from "../../../server/src/quote/locate/skeleton.ts";
import { traceOf } from "../../../server/src/quote/trace.ts";
import { randomFor } from "../../oracle/random.ts";

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
  const put = (key: string, text: string) => index.put(key, skeletonOf(text));
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

  it("tell by two short words, in however many sources", () => {
    const others = [200, 400, 800].map((count) => {
      const parcels = createFingerprintIndex();
      for (let parcel = 1000; parcel < 1000 + count; parcel++) {
        parcels.put(String(parcel), skeletonOf(`${harvest(parcel)} It grew on parcel ${parcel * 7919} of the parish.`));
      }
      let found = 0;
      for (let parcel = 1000; parcel < 1200; parcel++) {
        const holding = parcels.filter(traceOf(`parcel ${parcel * 7919}`));
        assert.ok(holding.includes(String(parcel)), String(parcel));
        found += holding.length - 1;
      }
      return found / 200;
    });
    for (const each of others) assert.ok(each < 1, others.join());
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
