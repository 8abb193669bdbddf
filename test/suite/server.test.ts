import assert from "node:assert/strict";
import { commands, languages, Position, type TextDocument, WorkspaceEdit, workspace } from "vscode";
import { serverProcesses } from "../processes.ts";
import { removeNotes, showNote } from "./notebook.ts";
import { until, untilFindings } from "./until.ts";

const altered =
  'The plan takes "48,000 tonnes of silt out of the channel in 30 weeks" ([report](articles/channel.txt#L9)).\n';

describe("the server", () => {
  let document: TextDocument;

  beforeEach(async () => {
    document = await showNote(altered);
    await untilFindings(document, ["quote-altered: 30"]);
  });
  afterEach(removeNotes);

  it("can be restarted, and checks what is open again", async () => {
    await commands.executeCommand("verbatim.restartServer");
    await untilFindings(document, ["quote-altered: 30"]);
  });

  it("is started again when it dies in the middle of an edit, but not for ever, and can then be restarted by hand", async function () {
    if (process.platform !== "linux") this.skip();
    await commands.executeCommand("verbatim.restartServer");
    for (let death = 1; death <= 4; death++) {
      const edited = addLine(document, death);
      const killed = kill();
      assert.ok(await edited);
      await until(
        () => `death ${death}: ${killed} is still all there is of ${serverProcesses()}`,
        () => serverProcesses().some((id) => !killed.includes(id)),
      );
      assert.ok(await commands.executeCommand("verbatim.checkAllNotes"), `no answer after death ${death}`);
      await until(
        () => `death ${death}: ${JSON.stringify(languages.getDiagnostics(document.uri))}`,
        () => isAltered(document, death),
      );
    }
    kill();
    await untilFindings(document, []);
    assert.equal(await commands.executeCommand("verbatim.checkAllNotes"), undefined);
    assert.deepEqual(serverProcesses(), []);
    await commands.executeCommand("verbatim.restartServer");
    await untilFindings(document, ["quote-altered: 30"]);
  });
});

/** Types a line at the top of the note, which is not saved. */
function addLine({ uri }: TextDocument, count: number): Thenable<boolean> {
  const edit = new WorkspaceEdit();
  edit.insert(uri, new Position(0, 0), `Line ${count}.\n`);
  return workspace.applyEdit(edit);
}

/** Whether the one finding there is stands where it has to, with so many lines above it. */
function isAltered(document: TextDocument, lines: number): boolean {
  const [{ range } = { range: null }, ...others] = languages.getDiagnostics(document.uri);
  return others.length === 0 && range?.start.line === lines && document.getText(range) === "30";
}

/** Takes the server away as a crash does. Returns the ids of what was killed. */
function kill(): number[] {
  const ids = serverProcesses();
  assert.notDeepEqual(ids, []);
  for (const id of ids) process.kill(id, "SIGKILL");
  return ids;
}
