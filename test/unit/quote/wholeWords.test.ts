import assert from "node:assert/strict";
import { wholeWords } from "../../../server/src/quote/text/wholeWords.ts";

/** The words that are left of what `[` and `]` select. */
function kept(marked: string): string {
  const start = marked.indexOf("[");
  const end = marked.indexOf("]") - 1;
  const text = marked.replace(/[[\]]/g, "");
  const whole = wholeWords(text, { start, end });
  return text.slice(whole.start, whole.end);
}

describe("whole words", () => {
  for (const [marked, expected] of [
    ["The [harbour was] shut", "harbour was"],
    ["The ha[rbour was sh]ut", "was "],
    ["The h[arbou]r was shut", "harbour"],
    ["It do[esn’t say th]at", "say "],
    ["In 1[,000 boa]ts", "1,000 boats"],
    ["The inter[-\nnational mole br]oke", "mole "],
    ["Said O’[Brien and O’]Hara", "Brien and "],
    ["à l’[église du vill]age", "église du "],
    ["港[口因為風暴]而", "口因為風暴"],
    ["It ended[. The boats] lay", "The boats"],
    ["It went on . .[ . and then] stopped", "and then"],
    ["It went on .[ .] . and", " ."],
    ["[whole text]", "whole text"],
  ]) {
    it(`of ${JSON.stringify(marked)}`, () => assert.equal(kept(marked), expected));
  }
});
