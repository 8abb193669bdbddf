import assert from "node:assert/strict";
import { ConfigurationTarget, commands, Range, type TextDocument, WorkspaceEdit, workspace } from "vscode";
import { positionOf, removeNotes, showNote } from "./notebook.ts";
import { until } from "./until.ts";

const note = [
  '"It is luck" ([meeting](articles/council-meeting.md#L13)).',
  'It takes "48,000 tonnes of silt out of the channel in 30 weeks" ([report](articles/channel.txt#L9-L11)).',
].join("\n\n");

describe("the Markdown preview's HTML", () => {
  afterEach(removeNotes);

  it("has marks behind the quotes and links that VS Code opens at the lines", async () => {
    const document = await showNote(note);
    const html = await untilRendered(document, (each) => symbolsIn(each).length === 2);
    assert.deepEqual(symbolsIn(html), ["✓", "✗"]);
    assert.match(html, /title="Altered[^"]*9 │ ⟦The plan|title="Altered[^"]*The plan takes/);
    assert.match(html, /href="articles\/channel\.txt#L9"/);
  });

  it("follows what is typed, and shows no mark in a paragraph before it is checked", async () => {
    const document = await showNote(note);
    await untilRendered(document, (html) => symbolsIn(html).length === 2);
    const edit = new WorkspaceEdit();
    const number = positionOf(document, "30 weeks");
    edit.replace(document.uri, new Range(number, number.translate(0, 2)), "13");
    await workspace.applyEdit(edit);
    const atOnce = await commands.executeCommand<string>("markdown.api.render", document);
    assert.doesNotMatch(atOnce, />✗</);
    assert.deepEqual(symbolsIn(await untilRendered(document, (html) => symbolsIn(html).length === 2)), ["✓", "✓"]);
  });

  it("has none where a setting says so", async () => {
    const document = await showNote(note);
    await untilRendered(document, (html) => symbolsIn(html).length === 2);
    const settings = workspace.getConfiguration("verbatim");
    try {
      await settings.update("preview.enabled", false, ConfigurationTarget.Workspace);
      const html = await untilRendered(document, (each) => symbolsIn(each).length === 0);
      assert.match(html, /href="articles\/channel\.txt#L9-L11"/);
    } finally {
      await settings.update("preview.enabled", undefined, ConfigurationTarget.Workspace);
    }
  });
});

function symbolsIn(html: string): string[] {
  return [...html.matchAll(/<span class="verbatim-quote[^>]*>(.)<\/span>/gu)].map(([, symbol]) => symbol);
}

/** VS Code's own preview is refreshed when marks arrive; a command that renders has to be asked again. */
async function untilRendered(document: TextDocument, fits: (html: string) => boolean): Promise<string> {
  let html: string | null = null;
  const render = () =>
    commands.executeCommand<string>("markdown.api.render", document).then((rendered) => {
      html = rendered;
    });
  await until(
    () => `rendered ${html}`,
    () => {
      void render();
      return html !== null && fits(html);
    },
  );
  return html ?? "";
}
