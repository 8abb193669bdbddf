import assert from "node:assert/strict";
import { changed, withoutMarks } from "../../oracle/draft.ts";
import { allForbidden } from "../../oracle/forbidden/all.ts";
import { randomFor } from "../../oracle/random.ts";
import { foldWords } from "../../oracle/standing.ts";
import { prose } from "./prose.ts";

describe("forbidden changes of the oracle", () => {
  for (const { name, make } of allForbidden) {
    it(`${name} changes the words, and marks where`, () => {
      let made = 0;
      for (const { text, spans } of prose.sources) {
        for (const span of spans) {
          for (let i = 0; i < 4; i++) {
            const draft = { text: text.slice(span.start, span.end), span };
            const foreign = "a lantern was lit in the tower";
            const wrong = make(draft, { random: randomFor(name, draft.text, i), source: text, foreign });
            if (wrong === null) continue;
            made++;
            const after = wrong.draft.text;
            assert.notEqual(foldWords(withoutMarks(after)), foldWords(draft.text), after);
            if (wrong.covered === "nothing") continue;
            assert.match(after, /\ue000[^\ue000\ue001]*[\p{L}\p{N}][^\ue000\ue001]*\ue001/u);
            assert.equal(after.split(changed.open).length, after.split(changed.close).length);
          }
        }
      }
      assert.ok(made > 0, "it found no place in any text");
    });
  }
});
