import assert from "node:assert/strict";
import { summaryInWords } from "../../../server/src/features/summary.ts";
import type { Summary } from "../../../server/src/workspace/workspace.ts";

const nothing: Summary = {
  notes: 0,
  citations: 0,
  quotes: 0,
  uncited: 0,
  sources: 0,
  errors: 0,
  warnings: 0,
  information: 0,
  hints: 0,
  verdicts: { exact: 0, equivalent: 0, moved: 0, ambiguous: 0, altered: 0, elsewhere: 0, absent: 0, unchecked: 0 },
};

describe("the summary", () => {
  it("counts quotes by verdict, and what passed unchecked", () => {
    const verdicts = { ...nothing.verdicts, exact: 11, altered: 2, absent: 1 };
    assert.equal(
      summaryInWords({ ...nothing, notes: 3, quotes: 14, uncited: 2, verdicts }),
      "14 quotes in 3 notes: 11 exact, 2 altered, 1 not found; 2 quotations without a citation",
    );
  });

  it("says so where there is nothing", () => {
    assert.equal(summaryInWords(nothing), "0 quotes in 0 notes");
    const verdicts = { ...nothing.verdicts, unchecked: 1 };
    assert.equal(summaryInWords({ ...nothing, notes: 1, quotes: 1, verdicts }), "1 quote in 1 note: 1 not checked");
  });
});
