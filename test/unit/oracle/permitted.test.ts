import assert from "node:assert/strict";
import { changed, type Draft, withoutMarks } from "../../oracle/draft.ts";
import { allPermitted } from "../../oracle/permitted/all.ts";
import { randomFor } from "../../oracle/random.ts";
import { everyFragmentStands, foldWords } from "../../oracle/standing.ts";
import { holdsNumber, isNegation } from "../../oracle/vocabulary.ts";
import { prose } from "./prose.ts";

function* drafts(): Generator<{ draft: Draft; source: string }> {
  for (const { text, spans } of prose.sources) {
    for (const span of spans) yield { draft: { text: text.slice(span.start, span.end), span }, source: text };
  }
}

describe("permitted changes of the oracle", () => {
  for (const { name, make } of allPermitted) {
    // The prose is composed and has no ligatures: layouts of sources bring those.
    const needsLayout = name === "unicode-form/composed" || name === "ligature/split";
    if (needsLayout) continue;
    it(`${name} changes the writing and no word that is given as the source's`, () => {
      let made = 0;
      for (const { draft, source } of drafts()) {
        for (let i = 0; i < 3; i++) {
          const after = make(draft, { random: randomFor(name, draft.text, i), source });
          if (after === null) continue;
          made++;
          assert.notEqual(after.text, draft.text);
          assert.ok(everyFragmentStands(after.text, foldWords(source)), `${draft.text}\n${after.text}`);
          assert.ok(after.span.start === draft.span.start && after.span.end >= draft.span.end);
        }
      }
      assert.ok(made > 0, "it found no place in any text");
    });
  }

  it("skips and replaces no negation, and puts no bracket in place of a number", () => {
    const wordsOf = (text: string) =>
      text
        .replace(/[[\]]/gu, "")
        .toLowerCase()
        .match(/[\p{L}\p{N}'’]+/gu) ?? [];
    for (const { name, make } of allPermitted) {
      if (!/^(?:ellipsis|brackets)/u.test(name) || /furtherOn|sentence/u.test(name)) continue;
      const isTelling = (word: string) => isNegation(word) || (name.startsWith("brackets") && holdsNumber(word));
      for (const { draft, source } of drafts()) {
        const after = make(draft, { random: randomFor(name, draft.text), source });
        if (after === null) continue;
        const [were, are] = [draft.text, after.text].map((text) => wordsOf(text).filter(isTelling));
        assert.deepEqual(are, were, `${name}\n${draft.text}\n${after.text}`);
      }
    }
  });

  it("leaves alone what was changed before", () => {
    const text = `The keeper wrote that ${changed.open}seven${changed.close} finest boats of the town were lost, and that`;
    const draft: Draft = {
      text: `${text} ${changed.open}nobody the${changed.close} council knew.`,
      span: { start: 0, end: 90 },
    };
    for (const { name, make } of allPermitted) {
      for (let i = 0; i < 20; i++) {
        const after = make(draft, { random: randomFor(name, i), source: withoutMarks(draft.text) });
        if (after === null) continue;
        const stretches = [...after.text.matchAll(/\ue000(.*?)\ue001/gsu)].map(([, words]) =>
          words.replace(/[\p{Cf}\s]+/gu, ""),
        );
        assert.deepEqual(stretches, ["seven", "nobodythe"], `${name}: ${after.text}`);
      }
    }
  });
});
