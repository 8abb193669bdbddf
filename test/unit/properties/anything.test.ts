import assert from "node:assert/strict";
import fc from "fast-check";
import { codeActionsAt } from "../../../server/src/features/codeActions.ts";
import { definitionAt } from "../../../server/src/features/definition.ts";
import { documentLinksOf } from "../../../server/src/features/documentLinks.ts";
import { hoverAt } from "../../../server/src/features/hover.ts";
import { noteMarksOf } from "../../../server/src/features/noteMarks.ts";
import { semanticTokensOf } from "../../../server/src/features/semanticTokens.ts";
import type { CheckedNote } from "../../../server/src/workspace/checkedNote.ts";
import { FileError } from "../../../server/src/workspace/fileSystem.ts";
import { fixAll } from "../../../server/src/workspace/fixes/fixAll.ts";
import { fixesOf, rewritesOf } from "../../../server/src/workspace/fixes/fixes.ts";
import { defaultSettings, readSettings } from "../../../server/src/workspace/settings.ts";
import { type Desk, openDesk, wikiUri } from "../workspace/desk.ts";
import { anyBytes, anyText, naughtyString } from "./anything.ts";
import { holds } from "./run.ts";

/** Seconds of the processor in which anything of a few pages has to be done; most of it takes milliseconds. */
const longest = 2;

describe("whatever the bytes", () => {
  const files = fc.record({
    note: anyBytes,
    source: anyBytes,
    quoted: anyText,
    name: naughtyString,
    places: fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 2, maxLength: 4 }),
  });

  holds("of notes and sources, nothing throws or hangs", 250, files, async ({ note, source, quoted, name, places }) => {
    const path = name.replace(/[/\0]/g, " ");
    const desk = openDesk({
      "a.md": note,
      "source.txt": source,
      "source.md": source,
      [isWellFormed(path) && !/^\.*$/.test(path) ? path : "plain"]: source,
      // A note that quotes it all, of a source of any name.
      "b.md": `"${quoted}" ([a](source.txt#L1-L9)) and "${quoted}" ([b](<${path}>)) ([c](source.md#L2)) ([[${path}#L1]])\n`,
    });
    await inTime(async () => {
      await desk.workspace.scan();
      await desk.workspace.refresh();
      for (const checked of desk.workspace.notes()) await lookAtAll(desk, checked, places);
      await desk.workspace.cite({
        sourceUri: wikiUri("source.txt"),
        selections: [{ start: { line: 0, character: 0 }, end: { line: 2, character: 0 } }],
        note: { uri: wikiUri("a.md"), text: quoted, at: { start: 0, end: 0 } },
        shape: "quotation",
      });
    });
    const unforeseen = desk.errors.filter(({ error }) => !(error instanceof FileError));
    assert.deepEqual(unforeseen, []);
  });

  const value = fc.oneof(naughtyString, fc.array(naughtyString, { maxLength: 3 }), fc.anything(), anyText);
  const names = [
    "notes",
    "exclude",
    "sourceRoots",
    "check.scope",
    "check",
    "rules",
    "hover.maxLines",
    "cite.quoteMarks",
  ];
  const settings = fc.record({
    given: fc.oneof(fc.dictionary(fc.constantFrom(...names), value), fc.anything()),
    gitignore: anyText,
    path: naughtyString,
  });

  holds("of settings and .gitignore, nothing throws or hangs", 200, settings, async ({ given, gitignore, path }) => {
    await inTime(async () => {
      const read = readSettings(given);
      assert.ok(read.problems.every((problem) => problem !== ""));
      const inside = path.replace(/[/\0]/g, " ");
      const named = isWellFormed(inside) && !/^\.*$/.test(inside) ? inside : "plain";
      const desk = openDesk(
        { ".gitignore": gitignore, [`${named}.md`]: '"a" ([x](x.txt#L1))', "x.txt": "a" },
        { settings: { ...defaultSettings, ...read.settings } },
      );
      await desk.workspace.scan();
      await desk.workspace.refresh();
      const unforeseen = desk.errors.filter(({ error }) => !(error instanceof FileError));
      assert.deepEqual(unforeseen, []);
    });
  });
});

/** Everything that is shown of a note, at some places of it. */
async function lookAtAll({ workspace }: Desk, checked: CheckedNote, places: readonly number[]): Promise<void> {
  const source = (uri: string) => workspace.source(uri);
  for (const { span } of checked.findings) assert.ok(0 <= span.start && span.end <= checked.text.length);
  await documentLinksOf(checked, source);
  await noteMarksOf(checked, { source, maxLines: 5 });
  semanticTokensOf(checked);
  const options = { workspace };
  const finder = {
    fixesOf: (note: CheckedNote, finding: CheckedNote["findings"][number]) => fixesOf(note, finding, options),
    rewritesOf: (note: CheckedNote, citation: CheckedNote["citations"][number]) => rewritesOf(note, citation, options),
  };
  for (const part of places) {
    const offset = Math.floor(part * checked.text.length);
    await hoverAt(checked, offset, { source, maxLines: 5, format: "markdown" });
    await definitionAt(checked, offset, source);
    await workspace.suggest(checked.uri, checked.text, offset);
    await codeActionsAt(
      checked,
      { span: { start: 0, end: offset }, only: null, diagnostics: [] },
      { finder, uriOf: (uri) => uri, versioned: true, resolve: false, disabled: true, selectCommand: null },
    );
  }
  await fixAll(checked, options);
}

async function inTime(task: () => Promise<void>): Promise<void> {
  const before = process.cpuUsage();
  await task();
  const { user } = process.cpuUsage(before);
  assert.ok(user < longest * 1_000_000, `it took ${Math.round(user / 1000)} ms`);
}

/** Whether a file can have the name: text without half a character. */
function isWellFormed(name: string): boolean {
  return !/\p{Surrogate}/u.test(name) && name.length < 200;
}
