import assert from "node:assert/strict";
import { type LostQuote, lostInWords, lostQuotes } from "../../../server/src/features/lostQuotes.ts";
import type { CheckedNote } from "../../../server/src/workspace/checkedNote.ts";
import { checkedDesk, type Desk, wikiUri } from "../workspace/desk.ts";

const tide = "The tide came in at nine.\nThe boats went out again at noon.\n";
const note = [
  'They wrote that "the tide came in at nine" ([log](log.txt#L1)).',
  'And "the boats went out again at noon" ([log](log.txt#L2)).',
  'And "the tide came in at nine" ([log](log.txt#L1)), twice.',
  'And "nobody saw the moon" ([log](log.txt#L1)).',
].join("\n\n");

describe("quotes that were right", () => {
  let desk: Desk;
  let before: CheckedNote;

  beforeEach(async () => {
    desk = await checkedDesk({ "note.md": note, "log.txt": tide });
    before = desk.note("note.md");
    assert.deepEqual(desk.verdicts("note.md"), ["equivalent", "equivalent", "equivalent", "absent"]);
  });

  async function rewrite(path: string, text: string | null): Promise<LostQuote[]> {
    if (text === null) desk.files.remove(`/wiki/${path}`);
    else desk.files.write(`/wiki/${path}`, text);
    desk.workspace.filesChanged([{ uri: wikiUri(path), type: text === null ? "deleted" : "changed" }]);
    await desk.workspace.refresh();
    return lostQuotes(before, desk.note("note.md"));
  }

  it("are named where the source no longer has them, each by itself", async () => {
    const lost = await rewrite("log.txt", tide.replace("nine", "ten"));
    const source = wikiUri("log.txt");
    assert.deepEqual(lost, [
      { note: wikiUri("note.md"), quote: "1 the tide came in at nine", source, verdict: "altered" },
      { note: wikiUri("note.md"), quote: "2 the tide came in at nine", source, verdict: "altered" },
    ]);
  });

  it("are named where they moved to other lines", async () => {
    const lost = await rewrite("log.txt", `A log.\n${tide}`);
    assert.deepEqual(
      lost.map(({ verdict }) => verdict),
      ["moved", "moved", "moved"],
    );
  });

  it("are named where the source is gone", async () => {
    const lost = await rewrite("log.txt", null);
    assert.deepEqual(
      lost.map(({ verdict }) => verdict),
      ["unchecked", "unchecked", "unchecked"],
    );
  });

  it("are not named where the words that differ now differed before", async () => {
    assert.deepEqual(await rewrite("log.txt", `${tide}Somebody saw the moon.\n`), []);
  });

  it("are named where the note was edited elsewhere meanwhile", async () => {
    desk.files.write("/wiki/note.md", `A new paragraph, "the tide" and all.\n\n${note}`);
    desk.workspace.filesChanged([{ uri: wikiUri("note.md"), type: "changed" }]);
    const lost = await rewrite("log.txt", tide.replace("noon", "dusk"));
    assert.deepEqual(
      lost.map(({ quote }) => quote),
      ["1 the boats went out again at noon"],
    );
  });

  it("are not named where the note cites other lines by now", async () => {
    desk.files.write("/wiki/note.md", note.replaceAll("#L1", "#L2"));
    desk.workspace.filesChanged([{ uri: wikiUri("note.md"), type: "changed" }]);
    assert.deepEqual(await rewrite("log.txt", tide.replace("nine", "ten")), []);
  });

  it("are not named where the note was edited", async () => {
    assert.deepEqual(await rewrite("note.md", note.replaceAll("nine", "eight")), []);
  });
});

describe("what is said of lost quotes", () => {
  const lost = (source: string, verdict: LostQuote["verdict"] = "altered"): LostQuote => ({
    note: "file:///wiki/note.md",
    quote: "1 words",
    source: `file:///wiki/${source}`,
    verdict,
  });

  it("names the source and how many", () => {
    assert.equal(lostInWords([lost("log.txt")]), "log.txt has changed: 1 quote that was right no longer is.");
    assert.equal(
      lostInWords([lost("log.txt"), lost("log.txt", "unchecked")]),
      "log.txt has changed: 2 quotes that were right no longer are.",
    );
    assert.equal(
      lostInWords([lost("a.txt"), lost("b.txt"), lost("b.txt")]),
      "2 sources have changed: 3 quotes that were right no longer are.",
    );
  });

  it("says where nothing can be claimed", () => {
    assert.equal(
      lostInWords([lost("log.txt", "unchecked")]),
      "log.txt can no longer be read: 1 quote that was right cannot be checked.",
    );
  });

  it("shows what a file name hides", () => {
    assert.match(lostInWords([lost("log%E2%80%AE.txt")]), /^log⟨U\+202E⟩\.txt has changed/);
  });
});
