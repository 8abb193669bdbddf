import assert from "node:assert/strict";
import { readWords } from "../../../server/src/quote/text/words.ts";

function words(text: string, known?: readonly string[]): string[] {
  const read = readWords(text, 0, text.length, known === undefined ? undefined : new Set(known));
  return read.words.map((word) => word.gap + word.text).concat(read.after === "" ? [] : [read.after]);
}

describe("reading words", () => {
  const cases: readonly (readonly [string, readonly string[]])[] = [
    ["They didn’t go.", ["They", "didn't", "go", "."]],
    ["a 13-day trip", ["a", "13", "-day", "trip"]],
    ["1,250 at 3.5% or $40", ["1,250", "at", "3.5", "%", "or", "$", "40"]],
    ["the U.S. and the U.K.", ["the", "U.S", ".and", "the", "U.K", "."]],
    ["l'église d’où qu'il", ["l'", "église", "d'", "où", "qu'", "il"]],
    ["“So,” he said — ‘no’", ["“So", ",”he", "said", "-“no", "”"]],
    ["end. . . . Then", ["end", "…Then"]],
    ["end...then", ["end", "…then"]],
    ["inter-\nnational", ["international"]],
    ["inter-\n\nnational", ["inter", "-national"]],
    ["co\u00adop zero\u200bwidth", ["coop", "zerowidth"]],
    ["不会开，三个", ["不", "会", "开", ",三", "个"]],
    ["*so* _it_ `is`", ["so", "it", "is"]],
    ["", []],
  ];
  for (const [text, expected] of cases) {
    it(JSON.stringify(text), () => assert.deepEqual(words(text), expected));
  }

  it("keeps the hyphen at a line's end where the reader knows the halves", () => {
    assert.deepEqual(words("a well-\nknown name", ["well", "known"]), ["a", "well", "-known", "name"]);
    assert.deepEqual(words("a well-\nknown name", ["wellknown"]), ["a", "wellknown", "name"]);
  });

  it("cuts a word without end", () => {
    assert.ok(readWords("a".repeat(5000), 0, 5000).words.every((word) => word.end - word.start <= 400));
  });
});
