import assert from "node:assert/strict";
import fc from "fast-check";
import type { CheckedNote } from "../../../server/src/workspace/checkedNote.ts";
import { type Citings, mergeCitings, shareOf } from "../../../server/src/workspace/noteShare.ts";
import { makeNotebook } from "../../bench/notebook/notebook.ts";
import { checkedDesk, openDesk } from "../workspace/desk.ts";
import { anyDesk } from "./desks.ts";
import { holds } from "./run.ts";

type Files = Readonly<Record<string, string>>;

describe("several workspaces that share the notes", () => {
  const count = fc.integer({ min: 2, max: 5 });

  const written = fc.record({ seed: fc.nat(0x7fffffff), notes: fc.integer({ min: 1, max: 20 }), count });
  holds("find together what one finds", 8, written, ({ seed, notes, count }) => {
    const notebook = makeNotebook({ seed, notes });
    return findTheSame(
      Object.fromEntries([...notebook.notes, ...notebook.sources].map(({ path, text }) => [path, text])),
      count,
    );
  });

  const desks = fc.record({ desk: anyDesk, count });
  holds("find so in notes that go wrong in every way", 60, desks, ({ desk: { sources, notes }, count }) =>
    findTheSame({ ...sources, ...Object.fromEntries(notes.map((text, i) => [`note ${i}.md`, text])) }, count),
  );
});

async function findTheSame(files: Files, count: number): Promise<void> {
  const alone = await checkedDesk(files);
  const expected = [...alone.workspace.notes()].map(found);
  const shares = await checkShares(files, count);
  const all = shares.flat().map(found);
  assert.deepEqual(byUri(all), byUri(expected));
}

/** What each of so many workspaces finds in its share. */
async function checkShares(files: Files, count: number): Promise<readonly CheckedNote[][]> {
  const told: Citings[] = [];
  let tellAll = (_: Citings) => {};
  const all = new Promise<Citings>((resolve) => {
    tellAll = resolve;
  });
  const exchange = (own: Citings) => {
    if (told.push(own) === count) tellAll(mergeCitings(told));
    return all;
  };
  return Promise.all(
    Array.from({ length: count }, async (_, share) => {
      const { workspace } = openDesk(files);
      await workspace.scan();
      workspace.share(shareOf(share, count, exchange));
      await workspace.refresh();
      return [...workspace.notes()];
    }),
  );
}

function found({ uri, citations, uncited, findings }: CheckedNote) {
  return { uri, citations, uncited, findings };
}

function byUri(notes: readonly { readonly uri: string }[]) {
  return new Map([...notes].sort((a, b) => (a.uri < b.uri ? -1 : 1)).map((note) => [note.uri, note]));
}
