import assert from "node:assert/strict";
import fc from "fast-check";
import type { CheckCache } from "../../../server/src/workspace/cache/checkCache.ts";
import type { CheckedNote } from "../../../server/src/workspace/checkedNote.ts";
import { createWorkspace } from "../../../server/src/workspace/createWorkspace.ts";
import { defaultSettings, type Settings } from "../../../server/src/workspace/settings.ts";
import type { Work } from "../../../server/src/workspace/workspace.ts";
import { makeNotebook } from "../../bench/notebook/notebook.ts";
import { createMemoryCache } from "../workspace/memoryCache.ts";
import { createMemoryFileSystem, type MemoryFileSystem } from "../workspace/memoryFileSystem.ts";
import { holds } from "./run.ts";

const notebook = makeNotebook({ seed: 7, notes: 15 });
const notes = notebook.notes.slice(0, 3);
/** Cut, so that many quotes are not in their own source. */
const sources = notebook.sources.map(({ path, text }) => ({ path, text: text.slice(0, 8000) }));
const files = [...notes, ...sources];
const special = {
  path: "notes/special.md",
  text:
    "See “the harbour is closed” [[port.txt#L1]], *“The [harbour] … is *not* closed”* ([a](../sources/port.txt#L1)) and " +
    "“so \u202e it is” ([b](<../gone.txt#L0>)), [c](my file.txt#L3).\n\n<!-- verbatim-ignore-next quote-altered: so -->\n" +
    '> “Tom &amp; *Jerry*” say\n>\n> — [d](../sources/port.txt#L2 "“x”")\n\n“Four words without any citation”[^1]\n\n' +
    "[^1]: [e](../sources/port.txt) and ![f](a.png)\n",
};

type Change = (files: MemoryFileSystem, settings: Settings) => Settings;

const change: fc.Arbitrary<Change> = fc.oneof(
  fc.tuple(fc.nat(), fc.nat(), fc.boolean()).map(
    ([which, at, isNote]): Change =>
      (disk, settings) => {
        const list = isNote ? notes : sources;
        const { path, text } = list[which % list.length];
        const from = at % text.length;
        disk.write(`/wiki/${path}`, `${text.slice(0, from)}not ${text.slice(from + 7)}`);
        return settings;
      },
  ),
  fc.nat().map(
    (which): Change =>
      (disk, settings) => {
        disk.remove(`/wiki/${files[which % files.length].path}`);
        return settings;
      },
  ),
  fc.constantFrom("a", "b").map(
    (folder): Change =>
      (disk, settings) => {
        disk.write(`/wiki/${folder}/port.txt`, "The harbour is closed.\nTom & Jerry say so.\n");
        return settings;
      },
  ),
  fc.constantFrom<Settings["rules"]>({}, { "quote-altered": "hint" }).map(
    (rules): Change =>
      (_, settings) => ({
        ...settings,
        rules,
      }),
  ),
  fc.constant<Change>((disk, settings) => {
    disk.write(
      "/wiki/notes/more.md",
      `“${sources[0].text.slice(10, 60).replace(/\s/g, " ")}” ([a](../${sources[1].path}#L1))`,
    );
    return settings;
  }),
);

describe("checks that were kept", () => {
  holds(
    "find what a fresh check finds, whatever happened since",
    40,
    fc.array(change, { maxLength: 3 }),
    async (changes) => {
      const disk = createMemoryFileSystem();
      for (const { path, text } of [...files, special]) disk.write(`/wiki/${path}`, text);
      const cache = createMemoryCache();
      let settings: Settings = defaultSettings;
      for (const each of [null, ...changes]) {
        if (each !== null) settings = each(disk, settings);
        const fresh = await checked(disk, settings);
        assert.deepEqual(
          (await checked(disk, settings, cache)).notes,
          fresh.notes,
          "with what was kept before the change",
        );
        const again = await checked(disk, settings, cache);
        assert.deepEqual(again.notes, fresh.notes, "with what was kept of the same");
        assert.deepEqual(again.work, [], "nothing is parsed or judged that is as it was");
      }
    },
  );

  const replacement = fc.oneof(
    fc.constantFrom<unknown>(null, -1, 2 ** 40, 1.5, "", "x", [], {}, true),
    fc.nat(),
    fc.string(),
  );
  const tampering = fc.array(fc.tuple(fc.nat(), fc.nat(), replacement), { minLength: 1, maxLength: 4 });

  holds("may be anything without harm", 60, tampering, async (tamperings) => {
    const disk = createMemoryFileSystem();
    for (const { path, text } of [...sources, special, notes[0]]) disk.write(`/wiki/${path}`, text);
    const cache = createMemoryCache();
    const fresh = await checked(disk, defaultSettings, cache);
    for (const [uri, record] of cache.records) {
      let tampered: unknown = JSON.parse(record);
      for (const [which, at, value] of tamperings) tampered = replaced(tampered, which, at, value);
      cache.records.set(uri, JSON.stringify(tampered));
    }
    const { notes: found } = await checked(disk, defaultSettings, cache);
    assert.deepEqual(
      found.map(({ uri, text }) => ({ uri, text })),
      fresh.notes.map(({ uri, text }) => ({ uri, text })),
    );
  });
});

async function checked(fileSystem: MemoryFileSystem, settings: Settings, cache?: CheckCache) {
  const work: Work[] = [];
  const workspace = createWorkspace({
    fileSystem,
    roots: ["file:///wiki"],
    settings,
    cache,
    onWork: (one) => work.push(one),
    onError: (_, error) => {
      throw error;
    },
  });
  await workspace.scan();
  await workspace.refresh();
  return { notes: plain(workspace.notes()), work };
}

/** As data. A property that is not defined is as good as none. */
function plain(all: readonly CheckedNote[]): readonly CheckedNote[] {
  return JSON.parse(JSON.stringify(all));
}

/** The value with one place in it, however deep, taken by another. */
function replaced(value: unknown, which: number, at: number, other: unknown): unknown {
  if (!Array.isArray(value) || value.length === 0 || at % 7 === 0) return other;
  const index = which % value.length;
  const copy: unknown[] = [...value];
  copy[index] = replaced(value[index], Math.floor(which / value.length), at + 1, other);
  return copy;
}
