import assert from "node:assert/strict";
import { completionList } from "../../../server/src/features/completion/completionItems.ts";
import { passageLabel } from "../../../server/src/features/completion/passageLabel.ts";
import { lineStartsOf } from "../../../server/src/source/lines.ts";
import type { Suggestion } from "../../../server/src/workspace/suggest/suggestion.ts";

const text = "“the en” ([a](a.txt#L1))\n";
const note = { text, lineStarts: lineStartsOf(text) };
const span = { start: 1, end: 7 };

const quotation: Suggestion = {
  kind: "quotation",
  label: `the \u202eend ${"of it all ".repeat(20)}`,
  given: 6,
  text: "",
  source: { uri: "file:///wiki/a%E2%80%AEb.txt", lines: { start: 2, end: 3 }, passage: { start: 4, end: 9 } },
  citedBy: null,
  edit: { text: "the end”", typed: span, whole: { start: 1, end: 8 }, isWhole: true },
  also: [{ span: { start: 20, end: 23 }, text: "#L2-L3" }],
  filter: "the end",
  isPreferred: false,
};

describe("completion items", () => {
  const itemOf = (suggestion: Suggestion, can = true) => {
    const features = { labelDetails: can, insertReplace: can };
    return completionList(note, { items: [suggestion], isIncomplete: false }, features).items[0];
  };

  it("show on one short line what is in files, hidden characters written out", () => {
    const { label, labelDetails, detail } = itemOf(quotation);
    assert.match(label, /^the ⟨U\+202E⟩end of it all of … all of it all$/);
    assert.equal(labelDetails?.description, "L2-L3");
    assert.equal(detail, "a⟨U+202E⟩b.txt, lines 2–3: the citation is changed to that");
  });

  it("name the sources of which there are several", () => {
    const other = { ...quotation, source: { ...quotation.source, uri: "file:///wiki/the-long-name-of-a-report.txt" } };
    const features = { labelDetails: true, insertReplace: true };
    const { items } = completionList(note, { items: [quotation, other], isIncomplete: false }, features);
    assert.deepEqual(
      items.map(({ labelDetails }) => labelDetails?.description),
      ["a⟨U+202E⟩b.txt#L2-L3", "the-long … port.txt#L2-L3"],
    );
  });

  it("show whether a file is cited however long its path is, and all of the path beside the list", () => {
    const fileNamed = (label: string) => itemOf({ ...quotation, kind: "file", label, citedBy: "other notes" });
    const short = fileNamed("articles/post.txt");
    assert.deepEqual(short.labelDetails, { detail: " #L…", description: "cited elsewhere" });
    const longer = fileNamed("articles/a-longer-name.txt");
    assert.deepEqual(
      [longer.label, longer.labelDetails],
      ["articles/a-longer-name.txt", { detail: " #L…", description: "cited elsewhere" }],
    );
    const long = fileNamed("articles/000_of_the_council_and_its_harbour.txt");
    assert.deepEqual(
      [long.label, long.labelDetails, long.detail],
      [
        "…cil_and_its_harbour.txt",
        { detail: " #L…", description: "cited elsewhere" },
        "articles/000_of_the_council_and_its_harbour.txt – Cite lines of this source, as other notes do",
      ],
    );
  });

  it("replace the whole old end of a quotation, for every client", () => {
    for (const can of [true, false]) {
      assert.deepEqual(itemOf(quotation, can).textEdit, {
        newText: "the end”",
        range: { start: { line: 0, character: 1 }, end: { line: 0, character: 8 } },
      });
    }
    assert.deepEqual(itemOf(quotation).additionalTextEdits, [
      { newText: "#L2-L3", range: { start: { line: 0, character: 20 }, end: { line: 0, character: 23 } } },
    ]);
  });

  it("keep their order", () => {
    const items = Array.from({ length: 12 }, () => quotation);
    const list = completionList(note, { items, isIncomplete: true }, { labelDetails: true, insertReplace: true });
    const keys = list.items.map(({ sortText }) => sortText ?? "");
    assert.deepEqual([...keys].sort(), keys);
    assert.equal(new Set(keys).size, 12);
    assert.equal(list.isIncomplete, true);
  });
});

describe("a passage in a list", () => {
  const passage = "The council pays for the work out of its reserve, and asks nobody for a penny.";

  it("is said as it is where there is room", () => {
    assert.equal(passageLabel("The council pays.", 11, 40), "The council pays.");
  });

  it("is cut between words, and shows both ends", () => {
    assert.equal(passageLabel(passage, 11, 44), "The council pays for the work … for a penny.");
  });

  it("loses what was typed long ago", () => {
    const given = "The council pays for the work out of".length;
    assert.equal(passageLabel(passage, given, 44), "… the work out of its … for a penny.");
    assert.equal(passageLabel(passage, passage.length - 5, 44), "… nobody for a penny.");
  });

  it("is cut anywhere in a script without spaces, and never in a character", () => {
    assert.equal(passageLabel("委員会は来週また集まって予算について話し合います", 3, 30), "委員会は来 … 話し合います");
    for (let limit = 12; limit < 40; limit++) {
      assert.doesNotMatch(
        passageLabel("🌊".repeat(60), 0, limit),
        /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/,
      );
    }
  });

  it("keeps to the width", () => {
    for (let given = 0; given < passage.length; given++) {
      for (let limit = 24; limit < 60; limit++) assert.ok(passageLabel(passage, given, limit).length <= limit);
    }
  });
});
