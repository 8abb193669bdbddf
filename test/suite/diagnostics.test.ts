import assert from "node:assert/strict";
import { DiagnosticSeverity, workspace } from "vscode";
import { at, findings, removeNotes, show, showNote, verbatimDiagnostics } from "./notebook.ts";
import { until, untilFindings } from "./until.ts";

const verdicts = [
  "quote-moved: Half a metre is not a margin,",
  "quote-ambiguous: no change since the last survey",
  "quote-altered: 31",
  "quote-altered: do want",
  "quote-altered: kindly",
  "quote-altered: is a",
  "quote-in-other-source: We were told in the spring that there would be a second hearing,",
  "quote-not-found: The fish will find another place to hide,",
  "source-not-found: ../articles/letter.txt",
  "range-outside-source: #L23-L40",
  "citation-without-lines: ../articles/seagrass-survey.txt",
  "elision-hides-negation: …",
];

describe("diagnostics", () => {
  afterEach(removeNotes);

  it("are shown for notes that nobody has opened", async () => {
    await show("start-here.md");
    const uri = at("notes/verdicts.md");
    await until(
      () => "diagnostics of a closed note",
      () => verbatimDiagnostics(uri).length > 0,
    );
    assert.equal(
      workspace.textDocuments.some((document) => document.uri.path === uri.path),
      false,
    );
  });

  it("stand under the very words", async () => {
    const document = await show("notes/verdicts.md");
    await untilFindings(document, verdicts);
  });

  it("are none in a note whose quotes are right", async () => {
    const document = await show("notes/harbour-story.md");
    const other = await showNote('It takes "48,000 tonnes in 13 weeks" ([x](articles/none.txt#L1)).\n');
    // Both are checked by then: open notes are checked in the order in which they were opened.
    await until(
      () => "a finding in the other note",
      () => findings(other).length > 0,
    );
    assert.deepEqual(findings(document), []);
  });

  it("carry severity, rule and the passage", async () => {
    const document = await showNote(
      'The plan takes "48,000 tonnes of silt out of the channel in 30 weeks" ([report](articles/channel.txt#L9)).\n',
    );
    await untilFindings(document, ["quote-altered: 30"]);
    const [diagnostic] = verbatimDiagnostics(document.uri);
    assert.equal(diagnostic?.severity, DiagnosticSeverity.Error);
    assert.equal(diagnostic?.code, "quote-altered");
    assert.match(diagnostic?.message ?? "", /13/);
    const related = diagnostic?.relatedInformation?.[0]?.location;
    assert.equal(related?.uri.path, at("articles/channel.txt").path);
    const source = await workspace.openTextDocument(related?.uri ?? assert.fail());
    assert.match(source.getText(related?.range), /13/);
  });

  it("of one bad citation leave the others checked", async () => {
    const document = await showNote(
      [
        '"We ignored it" ([a](articles/%ZZ.txt#L3)).',
        '"We ignored it" ([b](articles#L3)).',
        '"The cooperative wants that in writing" ([c](articles/channel.txt#L0)).',
        '"Not everyone on the quay was glad" ([d](articles/channel.txt#L13)).',
        "",
      ].join("\n\n"),
    );
    await until(
      () => JSON.stringify(findings(document)),
      () => findings(document).includes("quote-altered: everyone"),
    );
    assert.equal(new Set(verbatimDiagnostics(document.uri).map(({ range }) => range.start.line)).size, 4);
  });
});
