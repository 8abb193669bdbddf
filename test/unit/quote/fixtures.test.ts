import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { judgeCase, readFixture } from "./fixture.ts";

const fixtures = readdirSync("test/fixtures/quote").map((file) => file.replace(/\.txt$/u, ""));

describe("judging a quote", () => {
  for (const name of fixtures) {
    describe(name, () => {
      for (const each of readFixture(name)) {
        it(each.name, () => {
          assert.deepEqual(judgeCase(each), each.expected.map(unescapeLine));
        });
      }
    });
  }
});

function unescapeLine(line: string): string {
  return line.replace(/\\u\{([0-9a-f]+)\}/giu, (_, digits: string) =>
    String.fromCodePoint(Number.parseInt(digits, 16)),
  );
}
