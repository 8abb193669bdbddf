import assert from "node:assert/strict";
import { posix } from "node:path";
import fc from "fast-check";
import { createRenaming } from "../../../server/src/workspace/renames/renaming.ts";
import { checkedDesk, type Desk, openDesk, wikiUri } from "../workspace/desk.ts";
import { rename } from "../workspace/rename.ts";
import { holds } from "./run.ts";

const sentences = [
  "The bell rang twice before noon and once after it",
  "Nobody had touched the rope since the winter",
  "It was the wind that did it, they said later",
  "A harbour that boats cannot enter is only a view",
];
const folders = ["", "press", "press/old", "my notes", "notes"];
const names = ["bell.txt", "wind.txt", "two words.txt", "bell.log"];

/** Ways to write the citation of a source, which is at a path from the note and one from the workspace folder. */
const forms: readonly ((quote: string, path: string, root: string, fragment: string) => string)[] = [
  (quote, path, _, fragment) => `They say “${quote}” ([x](${encodeURI(path)}${fragment})).`,
  (quote, path, _, fragment) => `They say “${quote}” ([x](<${path}${fragment}> "The report")).`,
  (quote, path, _, fragment) => `["${quote}"](./${encodeURI(path)}${fragment})`,
  (quote, path, _, fragment) => `They say “${quote}” [x] and more [x].\n\n[x]: <${path}${fragment}>`,
  (quote, path, _, fragment) => `They say “${quote}”.[^1]\n\n[^1]: [x](${encodeURI(path)}${fragment})`,
  (quote, _, root, fragment) => `They say “${quote}” ([x](/${encodeURI(root)}${fragment})).`,
  (quote, path, _, fragment) => `They say “${quote}” ([[./${path}${fragment}|the report]]).`,
  byName,
  (quote, path, _, fragment) => `> ${quote}\n>\n> — [x](${encodeURI(path)}${fragment})`,
  (_, path) => `See [x](${encodeURI(path)}).`,
  (quote, path, _, fragment) => `["${quote}"](${path.replace(/[^./]/g, hexadecimal)}${fragment})`,
  (quote, path, _, fragment) => `["${quote}"](<${path.replace(/[a-z]/g, entity)}${fragment}>)`,
];

/** Of ASCII. */
function hexadecimal(character: string): string {
  return `%${character.charCodeAt(0).toString(16)}`;
}

function entity(character: string): string {
  return `&#${character.charCodeAt(0)};`;
}

/** Of two files the name says nothing. */
function byName(quote: string, path: string, _: string, fragment: string): string {
  return `They say “${quote}” ([[${posix.basename(path)}${fragment}]]).`;
}

const source = fc.record({ folder: fc.constantFrom(...folders), name: fc.constantFrom(...names) });
const citation = fc.record({
  source: fc.nat(9),
  form: fc.constantFrom(...forms),
  isRight: fc.boolean(),
  fragment: fc.constantFrom("#L2", "#L1-L3", "#2", "#1-3", "#L2,1-L2,9", "#line=1,2", "#L3", "#L8", ""),
});
const note = fc.record({
  folder: fc.constantFrom(...folders),
  name: fc.constantFrom("a.md", "b c.md"),
  citations: fc.array(citation, { minLength: 1, maxLength: 4 }),
});
const move = fc.record({
  what: fc.nat(99),
  folder: fc.constantFrom(...folders, "archive", "deep/er (1)", "100%"),
  name: fc.constantFrom("bell", "wind", "bell", "wind", "new", "Q&A", "a#b", "[draft]", "c|d", "ü – é", "x y"),
});
const example = fc.record({
  sources: fc.array(source, { minLength: 1, maxLength: 4 }),
  notes: fc.array(note, { minLength: 1, maxLength: 3 }),
  moves: fc.array(move, { minLength: 1, maxLength: 3 }),
});

describe("renaming", () => {
  holds("leaves every link leading to what it led to, with the findings it had", 150, example, async (tried) => {
    const files = filesOf(tried);
    const renames = renamesOf(Object.keys(files), tried.moves);
    const desk = await checkedDesk(files);
    const pairs = Object.entries(renames).map(([from, to]) => ({ from: wikiUri(from), to: wikiUri(to) }));
    const { after } = createRenaming(pairs);
    assert.deepEqual(
      await openDesk(files).workspace.renameEdits(pairs),
      await desk.workspace.renameEdits(pairs),
      `of notes that were not read yet: ${JSON.stringify({ files, renames })}`,
    );
    const before = foundIn(desk, after);
    await rename(desk, renames);
    assert.deepEqual(
      foundIn(desk, (uri) => uri),
      before,
      JSON.stringify({ files, renames }),
    );
  });
});

function filesOf({ sources, notes }: { sources: readonly { folder: string; name: string }[]; notes: readonly Note[] }) {
  const paths = [...new Set(sources.map(({ folder, name }) => posix.join(folder, name)))];
  const isOnly = (name: string) => paths.filter((path) => posix.basename(path) === name).length === 1;
  const files: Record<string, string> = {};
  for (const [index, path] of paths.entries()) files[path] = `Report\n${sentences[index]}.\nThe end of it.\n`;
  for (const { folder, name, citations } of notes) {
    const lines = citations.map(({ source, form, isRight, fragment }, index) => {
      const at = source % (paths.length + 1);
      const path = paths[at] ?? "press/missing.txt";
      const quote = isRight ? (sentences[at] ?? sentences[0]) : "The moon fell into the sea that night";
      const written = (form === byName && !isOnly(posix.basename(path)) ? forms[0] : form)(
        quote,
        posix.relative(folder, path),
        path,
        fragment,
      );
      return written.replaceAll("[x]", `[x${index}]`).replaceAll("[^1]", `[^${index}]`);
    });
    files[posix.join(folder, name)] = `${lines.join("\n\n")}\n`;
  }
  return files;
}

interface Note {
  readonly folder: string;
  readonly name: string;
  readonly citations: readonly {
    readonly source: number;
    readonly form: (typeof forms)[number];
    readonly isRight: boolean;
    readonly fragment: string;
  }[];
}

/** Files and folders to names that nothing has, and no folder into itself. */
function renamesOf(paths: readonly string[], moves: readonly { what: number; folder: string; name: string }[]) {
  const things = [...new Set(paths.flatMap((path) => [path, posix.dirname(path)]))].filter((path) => path !== ".");
  const renames: Record<string, string> = {};
  for (const { what, folder, name } of moves) {
    const from = things[what % things.length];
    const to = posix.join(folder, name + posix.extname(from));
    const isFree = [...things, ...Object.values(renames)].every(
      (path) => path !== to && !`${path}/`.startsWith(`${to}/`),
    );
    const isMoved = (path: string) => [from, ...Object.keys(renames)].some((each) => `${path}/`.startsWith(`${each}/`));
    if (isFree && !isMoved(to) && !(from in renames)) renames[from] = to;
  }
  return renames;
}

/** By note, where its links lead and what is wrong with each. */
function foundIn({ workspace }: Desk, after: (uri: string) => string) {
  return Object.fromEntries(
    workspace
      .notes()
      .map(({ uri, citations, findings }) => [
        after(uri),
        {
          leads: citations.map(({ sourceUri }) => sourceUri && after(sourceUri)),
          verdicts: citations.map(({ quotes }) => quotes.map(({ verdict }) => verdict)),
          findings: findings.map(({ rule }) => rule),
        },
      ])
      .sort(),
  );
}
