import assert from "node:assert/strict";
import { diagnosticsOf } from "../../../server/src/features/diagnostics.ts";
import { reparseNote } from "../../../server/src/note/reparse.ts";
import { createInventory } from "../../../server/src/workspace/inventory.ts";
import { keepAsString } from "../../../server/src/workspace/keptText.ts";
import { boundlessRoom } from "../../../server/src/workspace/leastUse.ts";
import { type LoadPartsOptions, loadParts } from "../../../server/src/workspace/parts/loadParts.ts";
import { createPartMemo } from "../../../server/src/workspace/parts/partMemo.ts";
import { defaultSettings } from "../../../server/src/workspace/settings.ts";
import { createSourceStore, type SourceStore } from "../../../server/src/workspace/sources.ts";
import { type Desk, openDesk, wikiUri } from "./desk.ts";
import { createMemoryFileSystem } from "./memoryFileSystem.ts";

const lines = Array.from({ length: 60 }, (_, i) => `In year ${i + 1} the harbour master counted ${7 * i + 3} boats.`);
const source = `${lines.join("\n")}\n`;

/** A paragraph with a right quote, or with one that is altered; every tenth one refers to what stands at the note's end. */
function paragraph(i: number): string {
  const line = i % lines.length;
  const words = i % 7 === 3 ? lines[line].replace("boats", "ships") : lines[line];
  const cites = i % 10 === 0 ? "[as reported][r]" : i % 10 === 5 ? "and so it is[^1]" : `([log](log.txt#L${line + 1}))`;
  return `The ledger says "${words}" ${cites}, and there is more to be told of that year and of those who came.\n\n`;
}

function longNote(paragraphs: number): string {
  const all = Array.from({ length: paragraphs }, (_, i) => paragraph(i)).join("");
  return `${all}[r]: log.txt#L1 "The harbour's log"\n\n[^1]: [Log](log.txt#L6).\n`;
}

async function noteOf({ workspace }: Desk) {
  const checked = await workspace.check(wikiUri("n.md"));
  assert.ok(checked?.inParts !== undefined);
  return { checked, ...checked.inParts };
}

/** How many parts of a note of so many paragraphs are judged anew for a letter in the middle, and how many there are. */
async function judgedForALetter(paragraphs: number): Promise<{ readonly judged: number; readonly all: number }> {
  const text = longNote(paragraphs);
  const desk = openDesk({ "n.md": text, "log.txt": source });
  desk.workspace.openDocument(wikiUri("n.md"), 1, text);
  const before = await noteOf(desk);
  const at = text.indexOf("there is more", text.length / 2);
  desk.workspace.changeDocument(wikiUri("n.md"), 2, `${text.slice(0, at)}x${text.slice(at)}`);
  const { parts } = await noteOf(desk);
  return { judged: parts.filter((part) => !before.parts.includes(part)).length, all: parts.length };
}

/** How many sources are looked at, and told of as what the note depends on, for edits in a note that cites so many. */
async function lookedAtFor(sources: number): Promise<Record<"looked" | "told", Record<string, number>>> {
  const paths = Array.from({ length: sources }, (_, i) => `log${i}.txt`);
  const fileSystem = createMemoryFileSystem(Object.fromEntries(paths.map((path) => [`/wiki/${path}`, source])));
  const roots = ["file:///wiki"];
  const settings = defaultSettings;
  const onError = (_: string, error: unknown) => assert.fail(String(error));
  const inventory = createInventory({ fileSystem, roots, settings, within: null, isOpen: () => false, onError });
  const store = createSourceStore({ fileSystem, openText: () => null, keepText: keepAsString, room: boundlessRoom });
  let looked = 0;
  let told = new Set<Iterable<string>>();
  let toldBefore = told;
  const counting: SourceStore = Object.create(store, {
    loaded: {
      value: (uri: string) => {
        looked++;
        return store.loaded(uri);
      },
    },
  });
  const options: LoadPartsOptions = {
    noteUri: wikiUri("n.md"),
    roots,
    sourceRoots: [],
    inventory,
    store: counting,
    isOvertaken: () => false,
    depend: (lists) => {
      told = new Set(lists);
    },
  };
  const memo = createPartMemo({ noteUri: wikiUri("n.md"), roots, settings });
  let text = paths.map((path, i) => paragraph(i).replace("log.txt", path)).join("");
  text += "[r]: log0.txt#L1\n\n[^1]: [Log](log0.txt#L6).\n";
  let parse = reparseNote(text, null);
  const counts: Record<"looked" | "told", Record<string, number>> = { looked: {}, told: {} };
  const look = async (what: string, next = text) => {
    text = next;
    parse = reparseNote(text, parse);
    looked = 0;
    toldBefore = told;
    assert.ok(await loadParts(parse.parts, memo, options));
    counts.looked[what] = looked;
    counts.told[what] = [...told].filter((list) => !toldBefore.has(list)).flatMap((list) => [...list]).length;
  };
  const prose = text.indexOf("there is more", text.length / 2);
  const path = text.indexOf("log", text.indexOf("(log", prose));
  await look("opened");
  await look("a first letter", `x${text}`);
  await look("a letter", `${text.slice(0, prose)}x${text.slice(prose)}`);
  await look("a path", `${text.slice(0, path + 1)}x${text.slice(path + 1)}`);
  await look("nothing");
  store.forget(wikiUri("log1.txt"));
  await look("a source");
  return counts;
}

describe("a keystroke in a long note", () => {
  it("looks at the sources that are cited around it, however many the note cites", async () => {
    const [some, twice] = [await lookedAtFor(400), await lookedAtFor(800)];
    assert.ok(some.looked.opened >= 300 && twice.looked.opened >= 600, JSON.stringify([some, twice]));
    for (const { looked, told } of [some, twice]) {
      const edits = ["a letter", "a path", "nothing"];
      const counts = edits.flatMap((edit) => [looked[edit], told[edit]]);
      assert.ok(Math.max(...counts) <= 30, JSON.stringify([looked, told]));
    }
    assert.ok(some.looked["a path"] > 0 && some.looked.nothing === 0, JSON.stringify(some));
    // Which of them it was is not asked.
    assert.ok(twice.looked["a source"] >= 600, JSON.stringify(twice));
  });

  it("judges what is around it, however long the note is", async () => {
    const counts = [await judgedForALetter(400), await judgedForALetter(800), await judgedForALetter(1600)];
    assert.deepEqual(
      counts.map(({ judged }) => judged <= 3),
      [true, true, true],
      JSON.stringify(counts),
    );
    assert.ok(counts[2].all > 3 * counts[0].all && counts[0].all > 15, JSON.stringify(counts));
  });

  it("judges no part where only what stands in front of it grows", async () => {
    const text = longNote(400);
    const desk = openDesk({ "n.md": text, "log.txt": source });
    desk.workspace.openDocument(wikiUri("n.md"), 1, text);
    const before = await noteOf(desk);
    desk.workspace.changeDocument(wikiUri("n.md"), 2, `A first line.\n\n${text}`);
    const after = await noteOf(desk);
    const [last] = before.parts.slice(-1);
    assert.equal(after.parts.at(-1), last);
    const places = [before, after].map(({ places }) => places.at(-1)?.line);
    assert.equal(places[1], (places[0] ?? 0) + 2);
  });

  it("makes only those diagnostics anew that stand in what was judged, or at other lines", async () => {
    const text = longNote(400);
    const desk = openDesk({ "n.md": text, "log.txt": source });
    desk.workspace.openDocument(wikiUri("n.md"), 1, text);
    const options = { source: (uri: string) => desk.workspace.source(uri) };
    const before = await diagnosticsOf((await noteOf(desk)).checked, options);
    const at = text.indexOf("there is more", text.length / 2);
    desk.workspace.changeDocument(wikiUri("n.md"), 2, `${text.slice(0, at)}x${text.slice(at)}`);
    const after = await diagnosticsOf((await noteOf(desk)).checked, options);
    assert.ok(after.length > 40);
    const made = after.filter((diagnostic) => !before.includes(diagnostic));
    assert.ok(made.length <= 12, `${made.length}`);
  });

  it("judges the parts that cite a source which changes, and no others", async () => {
    const other = 'Elsewhere it is said that "all was well that year" ([other](other.txt#L1)).\n\n';
    const text = `${longNote(400)}\n${"Prose that cites nothing. ".repeat(200)}\n\n${other}`;
    const desk = openDesk({
      "n.md": text,
      "log.txt": source,
      "other.txt": "It is told that all was well that year.\n",
    });
    desk.workspace.openDocument(wikiUri("n.md"), 1, text);
    const before = await noteOf(desk);
    desk.workspace.openDocument(wikiUri("other.txt"), 1, "They say that all was well that year.\n");
    const after = await noteOf(desk);
    const judged = after.parts.flatMap((part, index) => (before.parts.includes(part) ? [] : index));
    assert.ok(judged.length <= 2, JSON.stringify(judged));
    assert.deepEqual(
      after.checked.citations.at(-1)?.quotes.map(({ verdict }) => verdict),
      ["exact"],
    );
  });
});
