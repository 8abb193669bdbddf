import assert from "node:assert/strict";
import { compareGaps, compareTrailingGaps, leadingGapStands } from "../../../server/src/quote/text/gaps.ts";

describe("marks between two words", () => {
  const cases: readonly (readonly [string, string, string])[] = [
    ["", "", "same"],
    ["”", ",”", "final-punctuation"],
    [",”", "”,", "final-punctuation"],
    [".”", "!”", "final-punctuation"],
    ["”,", "”", "different"],
    ["“", ",“", "different"],
    [",", "", "different"],
    ["-", "", "different"],
    ["”", "", "different"],
    [".", ",", "different"],
  ];
  for (const [quote, source, answer] of cases) {
    it(`${quote || "nothing"} for ${source || "nothing"} is ${answer}`, () => {
      assert.equal(compareGaps(quote, source), answer);
    });
  }
});

describe("marks at a quote's ends", () => {
  it("may be final punctuation that the source has otherwise", () => {
    assert.equal(compareTrailingGaps(".", ","), "final-punctuation");
    assert.equal(compareTrailingGaps("", ","), "same");
    assert.equal(compareTrailingGaps(",", ",”"), "same");
    assert.equal(compareTrailingGaps(")", ""), "different");
  });

  it("may be quote marks and ellipses, not other marks", () => {
    assert.ok(leadingGapStands("“…", "", { afterEllipsis: false }));
    assert.ok(leadingGapStands("(", ",(", { afterEllipsis: false }));
    assert.ok(!leadingGapStands("(", "", { afterEllipsis: false }));
    assert.ok(!leadingGapStands(",", "", { afterEllipsis: false }));
    assert.ok(leadingGapStands(",", "", { afterEllipsis: true }));
  });
});
