import { renameSync, rmSync, writeFileSync } from "node:fs";
import { at, removeNotes, showNote, verbatimDiagnostics } from "./notebook.ts";
import { until, untilFindings } from "./until.ts";

const letter = "articles/letter-to-the-council.txt";
const moved = "articles/letter.old.txt";
const note = `They ask for ["a season with fish and a paper"](${letter}#L2).\n`;
const missing = [`source-not-found: ${letter}`];

describe("a source on disk", () => {
  afterEach(async () => {
    await removeNotes();
    for (const path of [letter, moved]) rmSync(at(path).fsPath, { force: true });
  });

  it("that is created, changed, renamed and deleted re-checks its notes", async () => {
    const document = await showNote(note);
    await untilFindings(document, missing);
    writeFileSync(at(letter).fsPath, "Dear council,\nWe ask for a season with fish and a paper that says so.\n");
    await untilFindings(document, []);
    writeFileSync(at(letter).fsPath, "Dear council,\nWe ask for a season with fish and a letter that says so.\n");
    await untilFindings(document, ["quote-altered: paper"]);
    renameSync(at(letter).fsPath, at(moved).fsPath);
    await untilFindings(document, missing);
    renameSync(at(moved).fsPath, at(letter).fsPath);
    await untilFindings(document, ["quote-altered: paper"]);
    rmSync(at(letter).fsPath);
    await untilFindings(document, missing);
  });
});

describe("a note on disk", () => {
  afterEach(removeNotes);

  it("that is created is checked, and one that is deleted has no findings any longer", async () => {
    const uri = at("notes/new.md");
    writeFileSync(uri.fsPath, `${note}\n`.replace("articles/", "../articles/"));
    await until(
      () => "findings of a note that was created",
      () => verbatimDiagnostics(uri).length === 1,
    );
    rmSync(uri.fsPath);
    await until(
      () => "no findings of a note that was deleted",
      () => verbatimDiagnostics(uri).length === 0,
    );
  });
});
