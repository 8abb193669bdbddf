import assert from "node:assert/strict";
import { commands, type Hover, MarkdownString, type Position, type TextDocument } from "vscode";
import { positionOf, removeNotes, show, showNote } from "./notebook.ts";
import { untilFindings } from "./until.ts";

describe("hover", () => {
  afterEach(removeNotes);

  it("on a quote shows the cited line, the passage and the verdict", async () => {
    const document = await show("start-here.md");
    const text = await hoverAt(document, positionOf(document, "boats cannot enter"));
    assert.match(text, /exact/i);
    assert.match(text, /channel\.txt/);
    assert.match(text, /7.*A harbour that boats cannot enter is only a view/);
  });

  it("on its citation says the same", async () => {
    const document = await show("start-here.md");
    const text = await hoverAt(document, positionOf(document, "report](articles/channel.txt#L7"));
    assert.match(text, /A harbour that boats cannot enter is only a view/);
  });

  it("on an altered quote says what the source says", async () => {
    const document = await showNote(
      'It takes "48,000 tonnes of silt out of the channel in 30 weeks" ([report](articles/channel.txt#L9)).\n',
    );
    await untilFindings(document, ["quote-altered: 30"]);
    const text = await hoverAt(document, positionOf(document, "tonnes"));
    assert.match(text, /differ|altered/i);
    assert.match(text, /13/);
    assert.match(text, /30/);
  });

  it("is no trusted Markdown and no HTML", async () => {
    const document = await show("start-here.md");
    const hovers = await hoversAt(document, positionOf(document, "boats cannot enter"));
    for (const content of hovers.flatMap(({ contents }) => contents)) {
      if (!(content instanceof MarkdownString)) continue;
      assert.ok(!content.isTrusted);
      assert.ok(!content.supportHtml);
    }
  });

  it("on ordinary words is none", async () => {
    const document = await show("start-here.md");
    assert.deepEqual(await hoversAt(document, positionOf(document, "This note is one like any other")), []);
  });
});

async function hoversAt(document: TextDocument, position: Position): Promise<Hover[]> {
  return commands.executeCommand<Hover[]>("vscode.executeHoverProvider", document.uri, position.translate(0, 2));
}

async function hoverAt(document: TextDocument, position: Position): Promise<string> {
  const hovers = await hoversAt(document, position);
  return hovers
    .flatMap(({ contents }) => contents)
    .map((content) => (typeof content === "string" ? content : content.value))
    .join("\n");
}
