import assert from "node:assert/strict";
import { commands, extensions, Uri, window, workspace } from "vscode";
import type { CheckResult } from "../../server/src/shell/protocol.ts";
import { removeNotes, show } from "./notebook.ts";

describe("commands", () => {
  afterEach(removeNotes);

  it("are all registered", async () => {
    const registered = await commands.getCommands(true);
    for (const name of [
      "checkAllNotes",
      "checkThisNote",
      "fixAllNotes",
      "openSettings",
      "restartServer",
      "showOutput",
    ]) {
      assert.ok(registered.includes(`verbatim.${name}`), name);
    }
  });

  it("have only shortcuts that VS Code does not have", async () => {
    const manifest = extensions.getExtension("verbatim.verbatim-notes")?.packageJSON;
    const ours: { key: string; command: string }[] = manifest.contributes.keybindings;
    const defaults = await workspace.openTextDocument(Uri.parse("vscode://defaultsettings/keybindings.json"));
    const all: { key: string; command: string }[] = JSON.parse(defaults.getText().replace(/^[ \t]*\/\/.*/gm, ""));
    assert.ok(all.length > 500);
    for (const { key, command } of ours) {
      const taken = all
        .filter((each) => each.key === key || each.key.startsWith(`${key} `))
        .map((each) => each.command);
      assert.deepEqual(taken, [command], key);
    }
  });

  it("Check All Notes counts the quotes of every note by verdict", async () => {
    const result = await commands.executeCommand<CheckResult>("verbatim.checkAllNotes");
    const { quotes, notes } = result.summary;
    assert.match(result.text, new RegExp(`^${quotes} quotes in ${notes} notes: \\d+ exact, .*\\d+ altered`));
    assert.ok(notes >= 3);
    assert.ok(result.summary.errors > 0);
  });

  it("Check This Note counts those of the note in the editor", async () => {
    await show("notes/harbour-story.md");
    const result = await commands.executeCommand<CheckResult>("verbatim.checkThisNote");
    assert.equal(result.summary.notes, 1);
    assert.equal(result.summary.errors, 0);
    assert.match(result.text, /quotes in 1 note: /);
  });

  it("Check This Note says so where the document is no note", async () => {
    await show("articles/channel.txt");
    assert.equal(await commands.executeCommand("verbatim.checkThisNote"), undefined);
  });

  it("Open Settings and Show Output open what they name", async () => {
    await commands.executeCommand("verbatim.openSettings");
    assert.match(window.tabGroups.activeTabGroup.activeTab?.label ?? "", /Settings/);
    await commands.executeCommand("verbatim.showOutput");
    assert.ok(workspace.getConfiguration("verbatim").has("rules"));
  });
});
