import assert from "node:assert/strict";
import { shown } from "../../../server/src/workspace/wording.ts";

describe("words in a message", () => {
  it("stand in one line", () => {
    assert.equal(shown("over the old\n\tquay\r\nand back"), "over the old quay and back");
  });

  it("are shortened to their beginning and end where there are many", () => {
    const words = Array.from({ length: 200 }, (_, i) => `word${i}`).join(" ");
    const line = shown(words);
    assert.ok(line.length <= 260, line);
    assert.match(line, /^word0 word1 .* \(…\) .* word199$/);
    for (const word of line.replace("(…) ", "").split(" ")) assert.ok(words.split(" ").includes(word), word);
  });
});
