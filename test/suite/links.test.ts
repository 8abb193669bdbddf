import assert from "node:assert/strict";
import { commands, type DocumentLink } from "vscode";
import { at, removeNotes, showNote } from "./notebook.ts";
import { untilFindings } from "./until.ts";

describe("document links", () => {
  afterEach(removeNotes);

  it("open every form of fragment that VS Code does not", async () => {
    const document = await showNote(
      [
        "[a](articles/channel.txt#L5-L7)",
        "[b](articles/channel.txt#L5C1-L7C3)",
        "[c](articles/channel.txt#line=4,7)",
        "[[channel.txt#L5-L7]]",
        '"We vote" [d](articles/none.txt#L1)',
        "",
      ].join("\n\n"),
    );
    await untilFindings(document, ["source-not-found: articles/none.txt"]);
    const links = await commands.executeCommand<DocumentLink[]>("vscode.executeLinkProvider", document.uri);
    const ours = links.filter(({ tooltip }) => tooltip?.startsWith("Open channel.txt"));
    assert.deepEqual(
      ours.map(({ range }) => range.start.line),
      [0, 2, 4, 6],
    );
    for (const { target } of ours) {
      assert.equal(target?.path, at("articles/channel.txt").path);
      assert.match(target?.fragment ?? "", /^L5,1-L7,\d+$/);
    }
  });
});
