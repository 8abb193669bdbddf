import assert from "node:assert/strict";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { commands, extensions, Uri, window } from "vscode";
import { at, removeNotes } from "./notebook.ts";
import { untilFindings } from "./until.ts";

describe("Create Sample Notebook", () => {
  const parent = at("new folder");

  beforeEach(() => mkdirSync(parent.fsPath));
  afterEach(async () => {
    await removeNotes();
    rmSync(parent.fsPath, { recursive: true });
  });

  const create = (where: Uri) => commands.executeCommand<Uri | undefined>("verbatim.createSampleNotebook", where);

  it("writes every file, and opens the first note, which is checked", async () => {
    const notebook: Uri | undefined = await create(parent);
    assert.equal(notebook?.path, `${parent.path}/verbatim-sample`);
    const extension = extensions.getExtension("verbatim.verbatim-notes")?.extensionPath ?? assert.fail();
    for (const path of ["start-here.md", "notes/verdicts.md", "articles/channel.txt", ".vscode/settings.json"]) {
      const written: string = readFileSync(join(notebook.fsPath, path), "utf8");
      assert.equal(written, readFileSync(join(extension, "sample", path), "utf8"), path);
    }
    const document = window.activeTextEditor?.document ?? assert.fail("no editor");
    assert.equal(document.uri.toString(), Uri.joinPath(notebook, "start-here.md").toString());
    await untilFindings(document, ["quote-altered: 30"]);
  });

  it("takes a name that is free", async () => {
    const mine = Uri.joinPath(parent, "verbatim-sample");
    writeFileSync(mine.fsPath, "my own");
    const first = await create(parent);
    const second = await create(parent);
    assert.deepEqual([first?.path, second?.path], [`${mine.path}-2`, `${mine.path}-3`]);
    assert.equal(readFileSync(mine.fsPath, "utf8"), "my own");
  });

  it("writes nothing where it cannot", async () => {
    const file = Uri.joinPath(parent, "a file");
    writeFileSync(file.fsPath, "my own");
    assert.equal(await create(file), undefined);
    assert.equal(readFileSync(file.fsPath, "utf8"), "my own");
  });
});
