import assert from "node:assert/strict";
import { createWorkspace } from "../../../server/src/workspace/createWorkspace.ts";
import { defaultSettings } from "../../../server/src/workspace/settings.ts";
import type { Work } from "../../../server/src/workspace/workspace.ts";
import { makeNotebook } from "../../bench/notebook/notebook.ts";
import { createMemoryCache, type MemoryCache } from "./memoryCache.ts";
import { type Call, createMemoryFileSystem, type MemoryFileSystem } from "./memoryFileSystem.ts";

/** Notes of the smallest notebook; the others have twice and four times as many. */
const fewest = 30;
/** Where the work grows with the notebook, twice the notebook is twice the work. */
const linear = 2.2;

describe("the work of a check of everything", () => {
  const counts: { readonly first: Counts; readonly cached: Counts }[] = [];

  before(async function () {
    this.timeout(60_000);
    for (const notes of [fewest, 2 * fewest, 4 * fewest]) {
      const disk = diskWith(notes);
      const cache = createMemoryCache();
      counts.push({ first: await countWork(disk, cache), cached: await countWork(disk, cache) });
    }
  });

  for (const what of ["parse", "judge", "look", "stat", "read", "realpath", "list"] as const) {
    it(`grows with the notebook and not faster: ${what}`, () => {
      const [one, two, four] = counts.map(({ first }) => first[what]);
      assert.ok(two <= linear * one && four <= linear * two, `${one}, ${two}, ${four}`);
    });

    it(`is no more with what was kept: ${what}`, () => {
      for (const { first, cached } of counts) assert.ok(cached[what] <= first[what]);
    });
  }

  it("looks at each note and source once", () => {
    for (const [index, { first }] of counts.entries()) {
      const notes = fewest * 2 ** index;
      assert.equal(first.parse, notes);
      assert.equal(first.judge, notes);
      assert.ok(first.read <= notes + notes / 5, `${first.read} reads of ${notes + notes / 5} files`);
      assert.ok(first.stat <= notes + notes / 5, `${first.stat} looks at ${notes + notes / 5} files`);
    }
  });

  it("parses and judges nothing that was kept", () => {
    for (const { cached } of counts) assert.deepEqual([cached.parse, cached.judge], [0, 0]);
  });
});

type Counts = Readonly<Record<Work["kind"] | Call, number>>;

function diskWith(notes: number): MemoryFileSystem {
  const disk = createMemoryFileSystem();
  const notebook = makeNotebook({ seed: 3, notes });
  // Of long sources the beginning is enough to count work.
  for (const { path, text } of notebook.sources) disk.write(`/wiki/${path}`, text.slice(0, 50_000));
  for (const { path, text } of notebook.notes) disk.write(`/wiki/${path}`, text);
  return disk;
}

async function countWork(disk: MemoryFileSystem, cache: MemoryCache): Promise<Counts> {
  disk.forgetCalls();
  const counts = { parse: 0, judge: 0, look: 0 };
  const workspace = createWorkspace({
    fileSystem: disk,
    roots: ["file:///wiki"],
    settings: defaultSettings,
    cache,
    onWork: ({ kind }) => counts[kind]++,
  });
  await workspace.scan();
  await workspace.refresh();
  const { stat, read, realpath, list } = disk.calls;
  return { ...counts, stat: stat.length, read: read.length, realpath: realpath.length, list: list.length };
}
