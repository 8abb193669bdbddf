import assert from "node:assert/strict";
import type { AttachmentRule } from "../../../server/src/note/note.ts";
import type { Verdict } from "../../../server/src/quote/judgement.ts";
import type { CheckedNote } from "../../../server/src/workspace/checkedNote.ts";
import { openSample, sampleRoot } from "./sampleWorkspace.ts";

describe("the sample notebook", () => {
  let notes: Map<string, CheckedNote>;

  before(async () => {
    const workspace = openSample();
    await workspace.scan();
    await workspace.refresh();
    notes = new Map(workspace.notes().map((note) => [note.uri.slice(sampleRoot.length + 1), note]));
  });

  const note = (path: string) => notes.get(path) ?? assert.fail(`${path} is no note`);
  const quotes = (path: string) => note(path).citations.flatMap((citation) => citation.quotes);
  const findings = (path: string) =>
    note(path).findings.map(({ rule, severity, span }) => [
      rule,
      severity,
      note(path).text.slice(span.start, span.end),
    ]);

  it("shows every verdict, under a heading of its name", () => {
    const { text } = note("notes/verdicts.md");
    const shown = new Map<string, Verdict[]>();
    for (const { quotation, verdict } of quotes("notes/verdicts.md")) {
      const heading =
        text
          .slice(0, quotation.span.start)
          .match(/^#+ .*$/gm)
          ?.at(-1)
          ?.replace(/^#+ /, "") ?? "";
      shown.set(heading, [...(shown.get(heading) ?? []), verdict]);
    }
    shown.delete("Some other findings");
    const verdicts: Verdict[] = [
      "exact",
      "equivalent",
      "moved",
      "ambiguous",
      "altered",
      "elsewhere",
      "absent",
      "unchecked",
    ];
    assert.deepEqual([...shown.keys()], verdicts);
    for (const [heading, found] of shown) assert.deepEqual([...new Set(found)], [heading]);
  });

  it("shows a number, a dropped not, another word and one left out", () => {
    const edits = quotes("notes/verdicts.md").flatMap((quote) => quote.edits);
    const kinds = edits.map(({ kind, quote, source }) => [kind, quote, source]);
    assert.deepEqual(kinds.slice(0, 4), [
      ["number", "31", "13"],
      ["negation", "", "not"],
      ["word", "kindly", "politely"],
      ["omission", "", "only"],
    ]);
  });

  it("has these findings and no others", () => {
    assert.deepEqual(findings("start-here.md"), [["quote-altered", "error", "30"]]);
    assert.deepEqual(findings("notes/verdicts.md"), [
      ["quote-moved", "warning", "Half a metre is not a margin,"],
      ["quote-ambiguous", "warning", "no change since the last survey"],
      ["quote-altered", "error", "31"],
      ["quote-altered", "error", "do want"],
      ["quote-altered", "error", "kindly"],
      ["quote-altered", "error", "is a"],
      ["quote-in-other-source", "error", "We were told in the spring that there would be a second hearing,"],
      ["quote-not-found", "error", "The fish will find another place to hide,"],
      ["source-not-found", "error", "../articles/letter.txt"],
      ["range-outside-source", "error", "#L23-L40"],
      ["citation-without-lines", "hint", "../articles/seagrass-survey.txt"],
      ["elision-hides-negation", "warning", "…"],
    ]);
  });

  it("has a draft without a finding, in which every quotation is attached and all four ways are used", () => {
    assert.deepEqual(findings("notes/harbour-story.md"), []);
    assert.deepEqual(note("notes/harbour-story.md").uncited, []);
    const rules: AttachmentRule[] = ["link-text", "link-title", "sentence", "block-quote"];
    assert.deepEqual(new Set(quotes("notes/harbour-story.md").map(({ quotation }) => quotation.rule)), new Set(rules));
  });

  it("has a guide that does what it says", async () => {
    const { text } = note("start-here.md");
    const messagesWith = async (words: string, others: string) => {
      assert.ok(text.includes(words));
      const workspace = openSample();
      workspace.openDocument(`${sampleRoot}/start-here.md`, 1, text.replace(words, others));
      const checked = await workspace.check(`${sampleRoot}/start-here.md`);
      return checked?.findings.map(({ message }) => message);
    };
    const wrongNumber = "The source says “13”, not “30”.";
    assert.deepEqual(await messagesWith("30 weeks", "13 weeks"), []);
    assert.deepEqual(await messagesWith("Seagrass does not die", "Seagrass does die"), [
      wrongNumber,
      "The source says “not” here; the quote leaves it out.",
    ]);
    assert.deepEqual(await messagesWith("channel.txt#L11", "channel.txt#L3"), [
      wrongNumber,
      "These words are at line 11 of channel.txt, not at line 3.",
    ]);
  });

  it("accepts one finding, with a reason", () => {
    const [ignore, ...others] = note("notes/verdicts.md").note.ignores;
    assert.equal(ignore.rule, "quote-altered");
    assert.notEqual(ignore.reason, "");
    assert.deepEqual(others, []);
  });
});
