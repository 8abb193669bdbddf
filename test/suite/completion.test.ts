import assert from "node:assert/strict";
import {
  type CompletionItem,
  CompletionItemKind,
  type CompletionItemLabel,
  type CompletionList,
  commands,
  extensions,
  type TextDocument,
} from "vscode";
import { isOfTests, positionOf, removeNotes, show, showNote } from "./notebook.ts";
import { untilFindings } from "./until.ts";

describe("completion", () => {
  before(async () => untilFindings(await show("start-here.md"), ["quote-altered: 30"]));
  afterEach(removeNotes);

  it("offers whole paths to cite, beside the editor's own of one folder", async () => {
    assert.ok(extensions.getExtension("vscode.markdown-language-features"), "the editor's Markdown support is off");
    const document = await showNote("See [the report](‸).\n".replace("‸", ""));
    const { items } = await completions(document, document.positionAt("See [the report](".length));
    const ours = items.filter((item) => textOf(item).endsWith("#L") && !isOfTests(nameOf(item)));
    assert.deepEqual(ours.map(nameOf).sort(), [
      "articles/channel.txt",
      "articles/council-meeting.md",
      "articles/seagrass-survey.txt",
      "notes/harbour-story.md",
      "notes/verdicts.md",
      "start-here.md",
    ]);
    assert.deepEqual(
      ours.filter(({ command }) => command?.command !== "editor.action.triggerSuggest"),
      [],
    );
    for (const item of ours) {
      assert.equal(item.kind, CompletionItemKind.File);
      assert.match((item.label as CompletionItemLabel).detail ?? "", /#L/, "it cannot be told from the editor's own");
    }
    const others = items.filter((item) => !ours.includes(item)).map(nameOf);
    assert.ok(others.includes("articles/"), "the editor's own are gone");
  });

  it("offers lines with their text, those of the quote first", async () => {
    const document = await showNote(
      '"A harbour that boats cannot enter is only a view" ([report](articles/channel.txt#)).\n',
    );
    const { items } = await completions(document, positionOf(document, "#)").translate(0, 1));
    const lines = items.filter((item) => /^#L\d+(?:-L\d+)?$/.test(textOf(item)));
    const [first] = lines.toSorted((a, b) => ((a.sortText ?? "") < (b.sortText ?? "") ? -1 : 1));
    assert.equal(nameOf(first), "L7");
    assert.equal(first.preselect, true);
    assert.match((first.label as CompletionItemLabel).detail ?? "", /We have waited long enough/);
  });

  it("offers the rest of a quotation with its mark and its citation", async () => {
    const document = await showNote(
      'The mayor is glad: "We have waited long enough" ([report](articles/channel.txt#L7)).\n\nHe said: “a harbour that\n',
    );
    const { items } = await completions(document, positionOf(document, "a harbour that").translate(0, 14));
    const [item] = items
      .filter(({ kind }) => kind === CompletionItemKind.Text)
      .filter((each) => textOf(each).includes("”"));
    assert.equal(
      textOf(item),
      "A harbour that boats cannot enter is only a view.” ([report](articles/channel.txt#L7))",
    );
  });

  it("offers nothing in code", async () => {
    const document = await showNote("```\n[a](\n```\n");
    const { items } = await completions(document, document.positionAt("```\n[a](".length));
    assert.deepEqual(
      items.filter((item) => textOf(item).includes("#L")),
      [],
    );
  });
});

async function completions(document: TextDocument, position: ReturnType<TextDocument["positionAt"]>) {
  return commands.executeCommand<CompletionList>("vscode.executeCompletionItemProvider", document.uri, position);
}

function nameOf({ label }: CompletionItem): string {
  return typeof label === "string" ? label : label.label;
}

function textOf({ insertText }: CompletionItem): string {
  return typeof insertText === "string" ? insertText : (insertText?.value ?? "");
}
