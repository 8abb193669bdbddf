import assert from "node:assert/strict";
import { summaryInWords } from "../../../server/src/features/summary.ts";
import type { Verdict } from "../../../server/src/quote/judgement.ts";
import { handmade } from "./handmade.ts";

describe("the summary", () => {
  it("counts quotes by verdict, and what passed unchecked", () => {
    const notes = [note("exact", "altered", "exact"), note("absent"), { ...note(), uncited: [], citations: [] }];
    const [first, ...others] = notes;
    const quotation = first.citations[0].quotes[0].quotation;
    assert.equal(
      summaryInWords([{ ...first, uncited: [quotation, quotation] }, ...others]),
      "4 quotes in 2 notes: 2 exact, 1 altered, 1 not found; 2 quotations without a citation",
    );
  });

  it("says so where there is nothing", () => {
    assert.equal(summaryInWords([]), "0 quotes in 0 notes");
    assert.equal(summaryInWords([note("exact")]), "1 quote in 1 note: 1 exact");
  });
});

function note(...verdicts: Verdict[]) {
  const quotes = verdicts.map((verdict, index) => ({ marked: `“${index}”`, verdict }));
  return handmade({
    text: `${quotes.map(({ marked }) => marked).join(" ")} [a](a.txt#L1)`,
    sources: {},
    citations: [{ link: "[a](a.txt#L1)", target: "a.txt#L1", lines: { start: 1, end: 1 }, quotes }],
  }).checked;
}
