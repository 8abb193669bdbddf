import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { ConfigurationTarget, commands, workspace } from "vscode";
import type { FixAllResult } from "../../server/src/shell/protocol.ts";
import { at, removeNotes, showNote, writeNote } from "./notebook.ts";
import { until, untilFindings } from "./until.ts";

const wrong = '"A harbour that boats cannot enter is only a view" ([report](articles/channel.txt#L3))\n';
const right = wrong.replace("#L3", "#L7");
const finding = "quote-moved: A harbour that boats cannot enter is only a view";
const closed = "fix-all.md";

describe("fixing all re-points", () => {
  afterEach(async () => {
    await workspace.getConfiguration("editor").update("codeActionsOnSave", undefined, ConfigurationTarget.Workspace);
    await removeNotes();
  });

  it("happens when a note is saved, for who wants it so", async () => {
    const actions = { "source.fixAll.verbatim": "explicit" };
    await workspace.getConfiguration("editor").update("codeActionsOnSave", actions, ConfigurationTarget.Workspace);
    const document = await showNote(`${wrong}\n${wrong}`);
    await untilFindings(document, [finding, finding]);
    await commands.executeCommand("workbench.action.files.save");
    await until(
      () => document.getText(),
      () => document.getText().split("#L7").length === 3,
    );
    await untilFindings(document, []);
  });

  it("mends open and closed notes of the workspace, to be undone in one step", async () => {
    writeNote(closed, `On the quay: ${wrong}`);
    const document = await showNote(wrong);
    await untilFindings(document, [finding]);
    const result = await commands.executeCommand<FixAllResult>("verbatim.fixAllNotes");
    assert.ok(result.applied);
    assert.equal(document.getText(), right);
    const other = await workspace.openTextDocument(at(closed));
    await until(
      () => other.getText(),
      () => other.getText() === `On the quay: ${right}`,
    );
    await untilFindings(document, []);
    await commands.executeCommand("undo");
    await until(
      () => document.getText(),
      () => document.getText() === wrong && other.getText() === `On the quay: ${wrong}`,
    );
    assert.match(readFileSync(at(closed).fsPath, "utf8"), /channel\.txt#L[37]/);
  });
});
