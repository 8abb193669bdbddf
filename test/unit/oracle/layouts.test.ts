import assert from "node:assert/strict";
import { layoutNames, layouts } from "../../oracle/layouts.ts";
import { randomFor } from "../../oracle/random.ts";
import { foldWords } from "../../oracle/standing.ts";
import { prose } from "./prose.ts";

describe("layouts of the oracle", () => {
  for (const name of layoutNames) {
    it(`${name} knows the lines of every span`, () => {
      for (const { text, spans } of prose.sources) {
        const laid = layouts[name](text, randomFor(name));
        const lines = laid.text.split(/\r\n|\n|\r/u);
        assert.equal(laid.lineCount, lines.length);
        for (const span of spans) {
          const { start, end } = laid.linesOf(span);
          const words = foldWords(text.slice(span.start, span.end));
          const inLines = (from: number, to: number) => foldWords(lines.slice(from - 1, to).join("\n"));
          assert.ok(inLines(start, end).includes(words), `${start} to ${end}: ${words}`);
          assert.ok(start === end || !inLines(start + 1, end).includes(words), "it begins in its first line");
          assert.ok(start === end || !inLines(start, end - 1).includes(words), "it ends in its last line");
        }
      }
    });
  }
});
