import { window, workspace } from "vscode";
import { removeNotes } from "./notebook.ts";
import { untilFindings } from "./until.ts";

describe("a note that has no file yet", () => {
  afterEach(removeNotes);

  it("is checked, its paths counted from the workspace folder", async () => {
    const content = 'It takes "48,000 tonnes of sand out of the channel" ([report](/articles/channel.txt#L9)).\n';
    const document = await workspace.openTextDocument({ language: "markdown", content });
    await window.showTextDocument(document);
    await untilFindings(document, ["quote-altered: sand"]);
  });
});
