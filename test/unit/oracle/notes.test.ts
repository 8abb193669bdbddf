import assert from "node:assert/strict";
import { parseNote } from "../../../server/src/note/parse.ts";
import { attachments } from "../../oracle/attachments.ts";
import type { Case } from "../../oracle/case.ts";
import { changed, withoutMarks } from "../../oracle/draft.ts";
import { layouts } from "../../oracle/layouts.ts";
import { writeNote } from "../../oracle/notes.ts";
import { curl } from "../../oracle/permitted/quoteMarks.ts";
import { randomFor } from "../../oracle/random.ts";

const quotes = [
  "the boats were lost in the storm of that winter",
  "*the* boats_were_lost and [so] the `keeper` wrote: “no light”",
  "[^1] the keeper & his &amp; [[boats]] <were> lost ~~at~~ sea | then",
  'the "old" boats were\n1. lost, then\n- found, then\n# sold [a]: no [b](c)',
  "the keeper’s boats ‘were’ lost \\ on [the",
  "1931. The boats were lost] in the storm.",
  "> the boats were lost + in the = storm",
  "the keepers wrote about their boats in every letter that they sent, and nobody answered them with more than three lines",
];

function caseOf(words: string): Case {
  const text = `Before it, ${words} and behind it.`;
  const source = {
    text,
    spans: [],
    path: "articles/a (1).txt",
    layout: "sentences",
    laid: layouts.sentences(text, randomFor(1)),
    folded: "",
  };
  return {
    kind: "verbatim",
    changes: [],
    draft: { text: words, span: { start: 11, end: 11 + words.length } },
    source,
    citation: { path: source.path, fragment: "#L3" },
    beside: { path: "articles/b.txt", fragment: "#L1" },
    expectation: { class: "permitted" },
  };
}

/** Quote marks are what a note may turn into others. */
function plain(words: string): string {
  return curl(words)
    .replace(/[“”„«»「」『』‘’‚]/gu, "”")
    .replace(/\s+/gu, " ")
    .trim();
}

describe("notes of the oracle", () => {
  it("render the very words, attached to the citation, in every form", () => {
    const seen = new Set<string>();
    for (const words of quotes) {
      for (let i = 0; i < (words.length > 100 ? 200 : 40); i++) {
        const note = writeNote(caseOf(words), randomFor(words, i));
        seen.add(note.attachment);
        const { quotations, citations } = parseNote(note.text);
        const attached = quotations.filter(({ candidates }) => candidates.length > 0);
        assert.equal(attached.length, note.quotes, note.text);
        const written = attached.map(({ reading }) => reading.text).join(" ");
        assert.equal(plain(written), plain(words), note.text);
        const [quotation] = attached;
        const group = quotation.candidates[0].citations.map((index) => citations[index]);
        const cited = group.find(({ path }) => path.endsWith("a (1).txt"));
        assert.ok(cited, note.text);
        assert.deepEqual(cited.lines, { start: 3, end: 3 });
      }
    }
    assert.deepEqual([...seen].sort(), Object.keys(attachments).sort());
  });

  it("say where the changed words are", () => {
    const words = `the boats were ${changed.open}found${changed.close} in the *storm* of that ${changed.open}summer${changed.close}`;
    for (let i = 0; i < 100; i++) {
      const note = writeNote(caseOf(words), randomFor("changed", i));
      assert.deepEqual(
        note.changed.map(({ start, end }) => note.text.slice(start, end)),
        ["found", "summer"],
      );
      assert.equal(withoutMarks(note.text), note.text);
    }
  });
});
