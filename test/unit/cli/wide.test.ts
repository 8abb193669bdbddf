import assert from "node:assert/strict";
import { eastAsianWidth } from "get-east-asian-width";
import { isWide } from "../../../server/src/shell/cli/wide.ts";

describe("the width of a character", () => {
  it("is what Unicode says of it, of every one that there is", () => {
    const wrong: string[] = [];
    for (let codePoint = 0; codePoint <= 0x10ffff; codePoint++) {
      const character = String.fromCodePoint(codePoint);
      if (/^[\p{Cn}\p{Emoji_Presentation}]/u.test(character)) continue;
      if (isWide(codePoint) !== (eastAsianWidth(codePoint) === 2)) wrong.push(codePoint.toString(16));
    }
    assert.deepEqual(wrong, []);
  });
});
