import assert from "node:assert/strict";
import type { NoteMarks } from "../../server/src/shell/protocol.ts";
import { buildServer, endServers, positionIn, startClient } from "./client.ts";
import { notebook, post, removeNotebooks } from "./notebook.ts";

describe("marks for a rendered note over stdio", function () {
  this.timeout(30_000);
  before(buildServer);
  afterEach(endServers);
  after(removeNotebooks);

  it("are those of the text that the client shows", async () => {
    const note = "He said “shut for 13 days” ([Post](post.txt#L3-L4)).\r\n";
    const notes = notebook({ "note.md": "Nothing yet.\n", "post.txt": post });
    const uri = notes.uri("note.md");
    const client = startClient();
    await client.start({ workspaceFolders: [{ uri: notes.uri(), name: "notes" }] });
    client.open(uri, note, 7);
    const marks = await client.request<NoteMarks>("verbatim/quotes", { uri });
    assert.equal(marks.version, 7);
    assert.deepEqual(
      marks.quotes.map(({ range, group }) => ({ range, group })),
      [{ range: { start: positionIn(note, "“shut"), end: positionIn(note, "days”", "days”".length) }, group: "exact" }],
    );
    assert.deepEqual(marks.links, [{ written: "post.txt#L3-L4", destination: "post.txt#L3" }]);
    client.change(uri, 8, { text: "Nothing any more.\n" });
    assert.deepEqual(await client.request("verbatim/quotes", { uri }), {
      version: 8,
      quotes: [],
      links: [],
      wikilinks: [],
    });
    assert.equal(await client.request("verbatim/quotes", { uri: notes.uri("post.txt") }), null);
    await assert.rejects(client.request("verbatim/quotes", {}), /no valid “uri”/);
  });
});
