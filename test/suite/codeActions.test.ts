import assert from "node:assert/strict";
import { CodeAction, CodeActionKind, commands, Range, Selection, type TextDocument, window, workspace } from "vscode";
import { findings, positionOf, removeNotes, showNote } from "./notebook.ts";
import { until, untilFindings } from "./until.ts";

const wrong =
  'The plan takes "48,000 tonnes of silt out of the channel in 30 weeks" ([report](articles/channel.txt#L9)).\n';

describe("quick fixes", () => {
  afterEach(removeNotes);

  it("put the source's number in place of a wrong one, which undo takes back", async () => {
    const document = await showNote(wrong);
    await untilFindings(document, ["quote-altered: 30"]);
    const [action] = await actionsAt(document, "30 weeks");
    assert.equal(action.isPreferred, true);
    await take(action);
    assert.equal(document.getText(), wrong.replace("30", "13"));
    await untilFindings(document, []);
    await commands.executeCommand("undo");
    assert.equal(document.getText(), wrong);
    await untilFindings(document, ["quote-altered: 30"]);
  });

  it("are taken by the keyboard's Auto Fix", async () => {
    const document = await showNote(wrong);
    await untilFindings(document, ["quote-altered: 30"]);
    const editor = window.activeTextEditor ?? assert.fail("no editor is open");
    const at = positionOf(document, "30 weeks");
    editor.selection = new Selection(at, at);
    await commands.executeCommand("editor.action.autoFix");
    await untilFindings(document, []);
    assert.equal(document.getText(), wrong.replace("30", "13"));
  });

  it("put the cursor where the reason of the comment that ignores a finding goes", async () => {
    const document = await showNote(wrong);
    await untilFindings(document, ["quote-altered: 30"]);
    const actions = await actionsAt(document, "30 weeks");
    await take(actions.find(({ title }) => title.startsWith("Ignore")) ?? assert.fail("nothing ignores it"));
    await untilFindings(document, []);
    const editor = window.activeTextEditor ?? assert.fail("no editor is open");
    assert.ok(editor.selection.isEmpty);
    const { line, character } = editor.selection.active;
    assert.equal(document.lineAt(line).text.slice(0, character), "<!-- verbatim-ignore-next quote-altered: ");
  });

  it("cite the lines where the words stand", async () => {
    const document = await showNote(wrong.replace("30", "13").replace("#L9", "#L3"));
    await until(
      () => findings(document).join(),
      () => findings(document).some((each) => each.startsWith("quote-moved")),
    );
    const [action] = await actionsAt(document, "articles/channel.txt");
    await take(action);
    await untilFindings(document, []);
    assert.match(document.getText(), /channel\.txt#L9\)/);
  });
});

/**
 * Quick fixes at the words, as soon as some are offered: VS Code cancels a request when another extension registers a
 * provider meanwhile, as its own Markdown support does when it is ready.
 */
async function actionsAt(document: TextDocument, words: string): Promise<CodeAction[]> {
  const start = positionOf(document, words);
  let actions: CodeAction[] = [];
  let isAsked = false;
  const ask = async () => {
    isAsked = true;
    actions = await codeActions(document, new Range(start, start)).catch((error) => {
      if (error instanceof Error && error.name === "Canceled") return [];
      throw error;
    });
    isAsked = false;
  };
  await until(
    () => `no fix at ${words}`,
    () => {
      if (actions.length === 0 && !isAsked) void ask();
      return actions.length > 0;
    },
  );
  return actions;
}

async function codeActions(document: TextDocument, range: Range): Promise<CodeAction[]> {
  const kind = CodeActionKind.QuickFix.value;
  const command = "vscode.executeCodeActionProvider";
  const actions = await commands.executeCommand<CodeAction[]>(command, document.uri, range, kind, 20);
  return actions.filter((action) => action instanceof CodeAction);
}

/** Does what choosing the action does: its edit, then its command. */
async function take({ edit, command }: CodeAction): Promise<void> {
  if (edit !== undefined) assert.ok(await workspace.applyEdit(edit));
  if (command !== undefined) await commands.executeCommand(command.command, ...(command.arguments ?? []));
}
