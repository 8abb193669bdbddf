import assert from "node:assert/strict";
import { commands, extensions, type Hover } from "vscode";
import { reportToFile, runMocha } from "../mocha.ts";
import { positionOf, show } from "../suite/notebook.ts";
import { untilFindings } from "../suite/until.ts";

/** Called by VS Code inside its extension host, with the packaged extension installed. */
export async function run(): Promise<void> {
  reportToFile();
  const failed = await runMocha(async () => {
    describe("the installed package", () => {
      it("is what runs", () => {
        const extension = extensions.getExtension("verbatim.verbatim-notes");
        assert.match(extension?.extensionPath ?? "", /[\\/]extensions[\\/]verbatim\.verbatim-notes-/);
      });

      it("shows a diagnostic and a hover", async () => {
        const document = await show("start-here.md");
        await untilFindings(document, ["quote-altered: 30"]);
        const position = positionOf(document, "48,000 tonnes of silt").translate(0, 9);
        const hovers = await commands.executeCommand<Hover[]>("vscode.executeHoverProvider", document.uri, position);
        const text = hovers.flatMap(({ contents }) => contents).map((content) => (content as { value: string }).value);
        assert.match(text.join("\n"), /The plan takes .?48,000 tonnes of silt/);
      });
    });
  }, 60_000);
  if (failed > 0) throw new Error(`${failed} failed.`);
}
