import assert from "node:assert/strict";
import fc from "fast-check";
import type { CheckedNote } from "../../../server/src/workspace/checkedNote.ts";
import type { FileChange, Workspace } from "../../../server/src/workspace/workspace.ts";
import { holds } from "../properties/run.ts";
import { type Desk, openDesk, wikiUri } from "./desk.ts";
import { createMemoryFileSystem, type MemoryFileSystem } from "./memoryFileSystem.ts";

const notePaths = ["a.md", "sub/b.md", "sub/deep/c.md"];
const sourcePaths = ["x.txt", "sub/y.txt", "sub/deep/m.md"];
const folders = ["sub", "sub/deep"];

const lines = ["The bell rang twice before noon.", "Nobody went to the door at all.", "It was the wind, they said."];

const sourceText = fc.oneof(
  { weight: 6, arbitrary: fc.subarray(lines, { minLength: 1 }).map((some) => `${some.join("\n")}\n`) },
  { weight: 1, arbitrary: fc.constantFrom("", "\0\x01\x02", lines[1].replace("Nobody", "Somebody")) },
);

/** Notes whose quotes are right, moved, altered, elsewhere or nowhere, depending on what the sources say. */
const noteText = fc
  .array(
    fc.tuple(
      fc.constantFrom(...lines, "words that stand nowhere at all"),
      fc.constantFrom("/x.txt#L1", "/sub/y.txt#L1", "/sub/deep/m.md#L2", "/x.txt"),
    ),
    { maxLength: 3 },
  )
  .chain((quotes) =>
    fc
      .constantFrom("inline", "wiki")
      .map((form) =>
        quotes
          .map(([words, path]) =>
            form === "inline" ? `"${words}" ([s](${path}))\n` : `"${words}" ([[${path.replace(/^.*\//, "")}]])\n`,
          )
          .join("\n"),
      ),
  );

const ignoreText = fc.constantFrom("sub/deep\n", "*.md\n!a.md\n", "");
const anyPath = fc.constantFrom(...notePaths, ...sourcePaths);
const textFor = (path: string) => (/^sub\/deep\/m|txt$/.test(path) ? sourceText : noteText);
const pathAndText = anyPath.chain((path) => fc.tuple(fc.constant(path), textFor(path)));

type Step =
  | { readonly do: "open" | "write"; readonly path: string; readonly text: string }
  | { readonly do: "close" | "delete" | "check"; readonly path: string }
  | { readonly do: "move"; readonly from: string; readonly to: string }
  | { readonly do: "settle" | "start" | "pause" };

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: pathAndText.map(([path, text]) => ({ do: "open" as const, path, text })) },
  { weight: 5, arbitrary: pathAndText.map(([path, text]) => ({ do: "write" as const, path, text })) },
  { weight: 1, arbitrary: ignoreText.map((text) => ({ do: "write" as const, path: ".gitignore", text })) },
  { weight: 2, arbitrary: anyPath.map((path) => ({ do: "close" as const, path })) },
  {
    weight: 2,
    arbitrary: fc
      .constantFrom(...notePaths, ...sourcePaths, ...folders)
      .map((path) => ({ do: "delete" as const, path })),
  },
  { weight: 1, arbitrary: anyPath.map((path) => ({ do: "check" as const, path })) },
  {
    weight: 2,
    arbitrary: fc
      .constantFrom(
        { from: "sub", to: "other" },
        { from: "other", to: "sub" },
        { from: "sub/deep", to: "other" },
        { from: "x.txt", to: "sub/y.txt" },
        { from: "a.md", to: "sub/b.md" },
      )
      .map((move) => ({ do: "move" as const, ...move })),
  },
  { weight: 2, arbitrary: fc.constantFrom("settle", "start", "pause").map((what) => ({ do: what as "settle" })) },
);

/** Carries out steps, telling the workspace what a watcher would: `times` times each. */
async function carryOut(steps: readonly Step[], desk: Desk, times: number): Promise<Map<string, string>> {
  const { workspace, files } = desk;
  const open = new Map<string, string>();
  const running: Promise<unknown>[] = [];
  let version = 1;
  const tell = (...changes: [string, FileChange["type"]][]) => {
    const batch = changes.map(([path, type]) => ({ uri: wikiUri(path), type }));
    for (let i = 0; i < times; i++) workspace.filesChanged(batch);
  };
  for (const step of steps) {
    switch (step.do) {
      case "open":
        version++;
        if (open.has(step.path)) workspace.changeDocument(wikiUri(step.path), version, step.text);
        else workspace.openDocument(wikiUri(step.path), version, step.text);
        open.set(step.path, step.text);
        break;
      case "close":
        if (open.delete(step.path)) workspace.closeDocument(wikiUri(step.path));
        break;
      case "write": {
        const existed = await files.stat(wikiUri(step.path)).then(
          () => true,
          () => false,
        );
        files.write(`/wiki/${step.path}`, step.text);
        tell([step.path, existed ? "changed" : "created"]);
        break;
      }
      case "delete":
        files.remove(`/wiki/${step.path}`);
        tell([step.path, "deleted"]);
        break;
      case "move":
        files.remove(`/wiki/${step.to}`);
        files.move(`/wiki/${step.from}`, `/wiki/${step.to}`);
        tell([step.from, "deleted"], [step.to, "created"]);
        break;
      case "check":
        running.push(workspace.check(wikiUri(step.path)));
        break;
      case "start":
        running.push(workspace.refresh());
        break;
      case "pause":
        await Promise.resolve();
        break;
      case "settle":
        await workspace.refresh();
    }
  }
  await Promise.all(running);
  await workspace.refresh();
  return open;
}

/** What a person can see of a note. */
function seen({ uri, citations, uncited, findings, text }: CheckedNote) {
  const places = citations.map(({ sourceUri, cited, quotes }) => ({
    sourceUri,
    cited,
    quotes: quotes.map(({ quotation, ...quote }) => ({ ...quote, span: quotation.span })),
  }));
  return { uri, text, places, uncited: uncited.length, findings };
}

async function fresh(files: MemoryFileSystem, open: ReadonlyMap<string, string>): Promise<Workspace> {
  const { workspace } = openDesk({}, { files });
  for (const [path, text] of open) workspace.openDocument(wikiUri(path), 1, text);
  await workspace.scan();
  await workspace.refresh();
  return workspace;
}

describe("a workspace that saw many events", () => {
  const examples = fc.record({
    begin: fc.array(pathAndText, { maxLength: 8 }),
    steps: fc.array(step, { maxLength: 16 }),
    times: fc.integer({ min: 1, max: 2 }),
  });

  holds("shows what a fresh one shows", 300, examples, async ({ begin, steps, times }) => {
    const files = createMemoryFileSystem(Object.fromEntries(begin.map(([path, text]) => [`/wiki/${path}`, text])));
    const desk = openDesk({}, { files });
    await desk.workspace.scan();
    const open = await carryOut(steps, desk, times);
    const expected = await fresh(files.copy(), open);
    assert.deepEqual(desk.workspace.noteUris(), expected.noteUris());
    assert.deepEqual(desk.workspace.notes().map(seen), expected.notes().map(seen));
    assert.deepEqual(desk.workspace.summary(), expected.summary());
    const published = new Map(desk.updates.map(({ uri, checked }) => [uri, checked]));
    for (const note of desk.workspace.notes()) assert.equal(published.get(note.uri), note);
    const gone = [...published].filter(([, checked]) => checked !== null).map(([uri]) => uri);
    assert.deepEqual(
      gone.sort(),
      desk.workspace.notes().map(({ uri }) => uri),
    );
    for (const path of open.keys()) {
      const note = desk.workspace.notes().find(({ uri }) => uri === wikiUri(path));
      if (note !== undefined) assert.notEqual(note.version, null);
    }
  });
});
