import assert from "node:assert/strict";
import { parseNote } from "../../../server/src/note/parse.ts";
import { createWorkspace } from "../../../server/src/workspace/createWorkspace.ts";
import { defaultSettings } from "../../../server/src/workspace/settings.ts";
import { makeNotebook, type Notebook } from "../../bench/notebook/notebook.ts";
import { createMemoryFileSystem } from "../workspace/memoryFileSystem.ts";

describe("the notebook that is measured", () => {
  let notebook: Notebook;
  before(() => {
    notebook = makeNotebook({ seed: 1, notes: 100 });
  });

  it("is the same for the same seed, and another for another", () => {
    assert.deepEqual(makeNotebook({ seed: 1, notes: 100 }), notebook);
    assert.notDeepEqual(makeNotebook({ seed: 2, notes: 100 }).notes[0], notebook.notes[0]);
  });

  it("has a source for every five notes, and five citations a note", () => {
    assert.equal(notebook.sources.length, 20);
    const counts = notebook.notes.map(({ text }) => parseNote(text).citations.length);
    assert.deepEqual(new Set(counts), new Set([5]));
  });

  it("has most quotes right, and some of each kind that is not", async () => {
    const { summary } = await checked(notebook);
    const { exact, equivalent, moved, altered, absent, elsewhere } = summary.verdicts;
    assert.equal(summary.quotes, 500);
    assert.ok(exact + equivalent > 440, `${exact + equivalent} of 500 are right`);
    for (const count of [equivalent, moved, altered, absent + elsewhere]) assert.ok(count > 0);
  });
});

async function checked({ notes, sources }: Notebook) {
  const files = createMemoryFileSystem();
  for (const { path, text } of [...notes, ...sources]) files.write(`file:///wiki/${path}`, text);
  const workspace = createWorkspace({ fileSystem: files, roots: ["file:///wiki"], settings: defaultSettings });
  await workspace.scan();
  await workspace.refresh();
  return { summary: workspace.summary() };
}
