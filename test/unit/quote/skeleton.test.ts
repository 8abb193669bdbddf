import assert from "node:assert/strict";
import fc from "fast-check";
import { offsetOfUnit, readSkeleton, unitAtOffset } from "../../../server/src/quote/locate/skeleton.ts";
import { holds } from "../properties/run.ts";

function skeletonText(text: string): string {
  return String.fromCharCode(...readSkeleton(text).units);
}

describe("a text's skeleton", () => {
  const equal: readonly (readonly [string, string])[] = [
    ["The old—pier", "the Old - pier"],
    ["café", "cafe\u0301"],
    ["oﬃce ﬁles", "office files"],
    ["inter-\nnational", "international"],
    ["co\u00adop\u200b", "coop"],
    ["한국", "한국".normalize("NFD")],
    ["が", "が".normalize("NFD")],
    ["ＡＢＣ１", "abc1"],
    ["στο τέλος", "ΣΤΟ ΤΈΛΟΣ"],
  ];
  for (const [a, b] of equal) {
    it(`is the same for ${JSON.stringify(a)} and ${JSON.stringify(b)}`, () => {
      assert.equal(skeletonText(a), skeletonText(b));
    });
  }

  it("keeps what tells words apart", () => {
    assert.notEqual(skeletonText("कि"), skeletonText("की"));
    assert.notEqual(skeletonText("10²"), skeletonText("102"));
    assert.equal(skeletonText("— … “”"), "");
  });

  holds(
    "leads back to the text",
    100,
    fc.string({ unit: fc.constantFrom("a", "É", " ", "-", "ﬁ", "𝒳", "\u0301", "港", "\n", "9"), maxLength: 200 }),
    (text) => {
      const skeleton = readSkeleton(text);
      let last = -1;
      for (let unit = 0; unit < skeleton.units.length; unit++) {
        const offset = offsetOfUnit(skeleton, unit);
        assert.ok(offset >= last && offset < text.length + 1);
        last = offset;
      }
      for (let offset = 0; offset <= text.length; offset++) {
        const unit = unitAtOffset(skeleton, offset);
        assert.ok(unit === skeleton.units.length || offsetOfUnit(skeleton, unit) >= offset);
        assert.ok(unit === 0 || offsetOfUnit(skeleton, unit - 1) < offset);
      }
      const letter = text.indexOf("a");
      if (letter >= 0) assert.equal(offsetOfUnit(skeleton, unitAtOffset(skeleton, letter)), letter);
    },
  );
});
