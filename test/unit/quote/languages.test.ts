import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { findingsOf, readLanguageFixture } from "./languageFixture.ts";

const languages = readdirSync("test/fixtures/languages").map((file) => file.replace(/\.txt$/u, ""));

describe("quoting in other languages", () => {
  for (const language of languages) {
    describe(language, () => {
      for (const section of readLanguageFixture(language)) {
        const found = findingsOf(section);
        for (const [index, { name, expected }] of section.cases.entries()) {
          it(name, async () => assert.deepEqual((await found)[index], expected));
        }
      }
    });
  }
});
