import assert from "node:assert/strict";
import type { FixWorkspace } from "../../../server/src/workspace/fixes/context.ts";
import { fixesOf } from "../../../server/src/workspace/fixes/fixes.ts";
import { editedText } from "../../../server/src/workspace/fixes/textEdit.ts";
import { checkedDesk, wikiUri } from "../workspace/desk.ts";
import { describeFix, offeredFor, readFixCases, sources } from "./fixture.ts";

for (const name of ["words", "marks", "citations", "comments", "rewrites"]) {
  describe(`fixes: ${name}`, () => {
    for (const { title, note, offered } of readFixCases(name)) {
      it(title, async () => {
        const { fixes } = await offeredFor(note);
        const wanted = fixes.filter(({ kind }) => name === "comments" || kind !== "ignore");
        assert.deepEqual(
          wanted.map((fix) => describeFix(note, fix)),
          offered,
        );
      });
    }
  });
}

describe("a fix that ignores a finding", () => {
  it("selects the place for the reason", async () => {
    const note = 'The bell, he said, "rang"; "the harbour was shut down in 1931" ([x](harbour.txt#L1)).\n';
    const { desk, fixes } = await offeredFor(note);
    const ignoring = fixes.filter(({ kind }) => kind === "ignore");
    assert.ok(ignoring.length > 0);
    for (const { edits, select } of ignoring) {
      const text = editedText(note, edits);
      assert.match(`${text.slice(0, select!.start)}late${text.slice(select!.end)}`, /next quote-altered: late -->/);
      const { note: read } = await desk.workspace.tryText(wikiUri("note.md"), text);
      assert.deepEqual(
        read.ignores.map(({ rule, reason }) => [rule, reason]),
        [["quote-altered", ""]],
      );
    }
  });
});

describe("finding fixes", () => {
  it("ends its lines as the note does", async () => {
    const note = 'He was asked.\r\n\r\nHe said "the harbour was shut down in 1931" ([x](harbour.txt#L1)).\r\n';
    const { fixes } = await offeredFor(note);
    const comment = fixes.find(({ kind }) => kind === "ignore");
    assert.match(editedText(note, comment!.edits), /asked\.\r\n\r\n<!-- [^\r\n]* -->\r\nHe said/);
  });

  it("tries no more in a long note than in a short one", async () => {
    const paragraph = 'He said "The harbour, which was shut in 1931" ([x](harbour.txt#L1)).\n';
    const triedIn = async (note: string): Promise<number> => {
      const { workspace } = await checkedDesk({ ...sources, "note.md": note });
      const [checked] = workspace.notes().filter(({ uri }) => uri === wikiUri("note.md"));
      let count = 0;
      const counting: FixWorkspace = {
        ...workspace,
        tryText: (uri, text) => {
          count++;
          return workspace.tryText(uri, text);
        },
      };
      await fixesOf(checked, checked.findings[0], { workspace: counting });
      return count;
    };
    const few = await triedIn(paragraph);
    assert.ok(few <= 5, `${few} texts were tried`);
    assert.equal(await triedIn(`${paragraph}\n`.repeat(200)), few);
  });
});
