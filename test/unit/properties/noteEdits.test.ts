import assert from "node:assert/strict";
import fc from "fast-check";
import { closeUp, placedRange } from "../../../server/src/features/closeUp.ts";
import { diagnosticsOf } from "../../../server/src/features/diagnostics.ts";
import { hoverAt } from "../../../server/src/features/hover.ts";
import { rangeOf } from "../../../server/src/features/position.ts";
import type { CheckedNote } from "../../../server/src/workspace/checkedNote.ts";
import { citedUris } from "../../../server/src/workspace/citedUris.ts";
import { checkedDesk, type Desk, wikiUri } from "../workspace/desk.ts";
import { edited, editedNote, edits } from "./edits.ts";
import { holds } from "./run.ts";

const sources = {
  "post.txt":
    "On the quay.\nThe mill stands.\nThe mill is closed for good, and it stays so.\nIt was never opened again.\n",
  "other.txt": "One that is open.\nAnother of them.\nSo it was said.\nSo it is said.\n",
  "a.txt": "The mill is closed.\nCode of a kind.\n",
};

/** What a person can see of a note. */
function seen({ citations, findings, uncited }: CheckedNote) {
  const places = citations.map(({ citation, sourceUri, cited, quotes }) => ({
    target: citation.target,
    sourceUri,
    cited,
    quotes: quotes.map(({ quotation, ...quote }) => ({
      ...quote,
      span: quotation.span,
      words: quotation.reading.text,
    })),
  }));
  return { places, findings, uncited: uncited.map(({ marked }) => marked) };
}

/** What an editor shows of it: made of its parts where it was checked in parts. */
async function shown(note: CheckedNote, { workspace }: Desk) {
  const source = (uri: string) => workspace.source(uri);
  const options = { source, maxLines: 5, format: "plaintext" as const };
  const hovers = [];
  for (const { citation, quotes } of note.citations) {
    for (const { start } of [citation.span, citation.target, ...quotes.map(({ quotation }) => quotation.span)]) {
      const near = closeUp(note, rangeOf(note, { start, end: start }).start);
      const hover = await hoverAt(near?.checked ?? note, near?.offset ?? start, options);
      hovers.push(hover?.range && near ? { ...hover, range: placedRange(near.place, hover.range) } : hover);
    }
  }
  const diagnostics = await diagnosticsOf(note, { source });
  return {
    diagnostics: diagnostics.map((each) => JSON.stringify(each)).sort(),
    hovers,
    cites: [...citedUris(note)].sort(),
  };
}

describe("a note that is edited, and its sources", () => {
  /** Now and then a source is edited instead of the note: its first line goes. */
  const examples = fc.tuple(editedNote, edits, fc.array(fc.boolean(), { minLength: 8, maxLength: 8 }));
  holds("are found as a fresh check finds them", 150, examples, async ([first, made, isOfSource]) => {
    const files: Record<string, string> = { ...sources, "n.md": first };
    const desk = await checkedDesk(files);
    let version = 1;
    desk.workspace.openDocument(wikiUri("n.md"), version, files["n.md"]);
    desk.workspace.openDocument(wikiUri("post.txt"), version, files["post.txt"]);
    for (const [i, edit] of made.entries()) {
      const name = isOfSource[i] ? "post.txt" : "n.md";
      files[name] = isOfSource[i] ? files[name].slice(files[name].indexOf("\n") + 1) : edited(files[name], edit);
      desk.workspace.changeDocument(wikiUri(name), ++version, files[name]);
      await desk.workspace.refresh();
      const fresh = await checkedDesk(files);
      // A byte order mark is no text of a file.
      fresh.workspace.openDocument(wikiUri("n.md"), version, files["n.md"]);
      await fresh.workspace.refresh();
      assert.deepEqual(desk.workspace.notes().map(seen), fresh.workspace.notes().map(seen), JSON.stringify(files));
      assert.deepEqual(desk.workspace.summary(), fresh.workspace.summary());
      for (const [index, note] of desk.workspace.notes().entries()) {
        const other = fresh.workspace.notes()[index];
        assert.deepEqual(await shown(note, desk), await shown(other, fresh), JSON.stringify(files));
      }
    }
  });
});
