import assert from "node:assert/strict";
import { basename, dirname, join } from "node:path";
import { commands, type Extension, extensions, workspace } from "vscode";
import { reportToFile, runMocha } from "../mocha.ts";
import { serverProcesses } from "../processes.ts";
import { removeNotes, show, showNote } from "../suite/notebook.ts";
import { until, untilFindings } from "../suite/until.ts";

/** Called by VS Code inside its extension host, in a folder that holds a text and no note. */
export async function run(): Promise<void> {
  reportToFile();
  const failed = await runMocha(async () => {
    describe("the extension in a folder without notes", () => {
      const extension = extensions.getExtension("verbatim.verbatim-notes") ?? assert.fail("it is not there");
      after(removeNotes);

      it("loads nothing but what registers, before a text or a note is open", () => {
        // VS Code makes a plain text of its own as it starts, which activates extensions sooner or later.
        assert.deepEqual(bundles(extension), extension.isActive ? ["extension.js"] : []);
        if (process.platform === "linux") assert.deepEqual(serverProcesses(), []);
      });

      it("registers for a plain text, and neither loads its client library nor starts its server", async () => {
        await show("minutes.txt");
        await until(
          () => "the extension is active",
          () => extension.isActive,
        );
        // The extension's own search is over when the same one, asked for later, is.
        assert.deepEqual(await workspace.findFiles("**/*.md", undefined, 1), []);
        assert.deepEqual(bundles(extension), ["extension.js"]);
        if (process.platform === "linux") assert.deepEqual(serverProcesses(), []);
        assert.ok((await commands.getCommands(true)).includes("verbatim.checkAllNotes"));
      });

      it("checks the first note that is written", async () => {
        const document = await showNote(
          'The ferry is to leave "every two hours, and in summer every hour" ([minutes](minutes.txt#L1)).\n',
        );
        await untilFindings(document, ["quote-altered: two"]);
        assert.deepEqual(bundles(extension), ["extension.js", "languageClient.js"]);
      });
    });
  }, 60_000);
  if (failed > 0) throw new Error(`${failed} failed.`);
}

/** What of the extension this extension host has loaded. */
function bundles({ extensionPath }: Extension<unknown>): string[] {
  return Object.keys(require.cache)
    .filter((path) => dirname(path) === join(extensionPath, "dist"))
    .map((path) => basename(path))
    .sort();
}
