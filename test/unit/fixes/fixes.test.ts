import assert from "node:assert/strict";
import { editedText } from "../../../server/src/workspace/fixes/textEdit.ts";
import { wikiUri } from "../workspace/desk.ts";
import { describeFix, offeredFor, readFixCases } from "./fixture.ts";

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
      assert.equal(text.slice(select!.start, select!.end), "reason");
      const { note: read } = await desk.workspace.tryText(wikiUri("note.md"), text);
      assert.deepEqual(
        read.ignores.map(({ rule, reason }) => [rule, reason]),
        [["quote-altered", "reason"]],
      );
    }
  });
});
