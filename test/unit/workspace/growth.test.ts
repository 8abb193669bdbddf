import assert from "node:assert/strict";
import { checkedDesk, type Desk, openDesk, wikiUri } from "./desk.ts";
import { forget } from "./notebook.ts";

/*
 * How the work grows with the notebook: counted, not timed, at n, 2n and 4n notes. Five citations a note, a source for
 * every five notes, and one source that all notes cite.
 */
const sizes = [20, 40, 80];
const linear = 2.2;
const flat = 1.2;

const syllables = "ba ce di fo gu ha le mi no pu ra se ti vo wu za".split(" ");
/** Another word for every number. */
function word(number: number): string {
  const mixed = Math.imul(number + 1, 0x9e3779b1) >>> 0;
  return [28, 22, 14, 6, 0].map((shift) => syllables[(mixed >>> shift) & 15]).join("");
}

function sentence(seed: number): string {
  return `The ${Array.from({ length: 12 }, (_, i) => word(seed * 12 + i)).join(" ")}.`;
}

const linesOf = (source: number) => Array.from({ length: 40 }, (_, line) => sentence(source * 40 + line));
const hub = Array.from({ length: 400 }, (_, line) => sentence(1_000_000 + line));

/** Of a note's quotes one is altered, so that it is looked for in all other sources. */
function noteText(note: number, notes: number): string {
  const quotes = Array.from({ length: 5 }, (_, i) => {
    const source = (note * 3 + i) % Math.ceil(notes / 5);
    const line = (note * 7 + i * 11) % 40;
    const words = linesOf(source)[line].slice(4, -1).split(" ");
    if (i === 4) words[5] = "changed";
    return `They said “${words.join(" ")}” ([s](s${source}.txt#L${line + 1})), and more.`;
  });
  const line = (note * 13) % hub.length;
  return [...quotes, `And “${hub[line].slice(4, -1)}” ([hub](hub.txt#L${line + 1})), too.`].join("\n\n");
}

function notebook(notes: number): Record<string, string> {
  const files: Record<string, string> = { "hub.txt": hub.join("\n") };
  for (let i = 0; i < Math.ceil(notes / 5); i++) files[`s${i}.txt`] = linesOf(i).join("\n");
  for (let i = 0; i < notes; i++) files[`n${i}.md`] = noteText(i, notes);
  return files;
}

/** The most that the work may grow by when the notebook doubles. */
function grows(counts: readonly Record<string, number>[], most: number): void {
  for (const kind of Object.keys(counts[0])) {
    const all = counts.map((count) => count[kind]);
    for (const [i, count] of all.slice(1).entries()) {
      assert.ok(count <= Math.max(1, all[i]) * most, `${kind}: ${all.join(", ")} at ${sizes.join(", ")} notes`);
    }
  }
}

function workOf({ work, files }: Desk) {
  const count = (kind: string) => work.filter((piece) => piece.kind === kind).length;
  return { parses: count("parse"), judged: count("judge"), looks: count("look"), reads: files.calls.read.length };
}

/** What some work costs at each size, once everything was checked. */
async function costs(doWork: (desk: Desk, notes: number) => Promise<void>) {
  const counts: ReturnType<typeof workOf>[] = [];
  for (const notes of sizes) {
    const desk = await checkedDesk(notebook(notes));
    forget(desk);
    await doWork(desk, notes);
    counts.push(workOf(desk));
  }
  return counts;
}

function checkedNote({ workspace }: Desk, name: string) {
  const { citations, findings } = workspace.notes().find(({ uri }) => uri === wikiUri(name))!;
  return { citations, findings };
}

describe("the work of a workspace", () => {
  it("grows with the notebook where all of it is checked, quotes that are nowhere included", async () => {
    const counts: ReturnType<typeof workOf>[] = [];
    for (const notes of sizes) {
      const desk = openDesk(notebook(notes));
      await desk.workspace.scan();
      await desk.workspace.refresh();
      assert.equal(desk.workspace.summary().verdicts.altered, notes);
      counts.push(workOf(desk));
    }
    grows(counts, linear);
    assert.deepEqual(counts[2].judged, sizes[2]);
  });

  it("is the same in every notebook for a keystroke in a note", async () => {
    const counts = await costs(async ({ workspace }, notes) => {
      workspace.openDocument(wikiUri("n1.md"), 1, noteText(1, notes));
      await workspace.refresh();
      workspace.changeDocument(wikiUri("n1.md"), 2, `${noteText(1, notes)} `);
      await workspace.refresh();
    });
    grows(counts, flat);
    assert.deepEqual(counts[2], { parses: 1, judged: 2, looks: 0, reads: 0 });
  });

  it("is that of the notes which cite lines around it for a keystroke in a source", async () => {
    const text = hub.join("\n");
    const judged: string[][] = [];
    for (const notes of sizes) {
      const desk = await checkedDesk(notebook(notes));
      desk.workspace.openDocument(wikiUri("hub.txt"), 1, text);
      await desk.workspace.refresh();
      forget(desk);
      const at = text.indexOf(hub[130]) + 6;
      desk.workspace.changeDocument(wikiUri("hub.txt"), 2, `${text.slice(0, at)}x${text.slice(at)}`);
      await desk.workspace.refresh();
      const { parses, reads } = workOf(desk);
      assert.deepEqual([parses, reads], [0, 0]);
      judged.push(desk.work.filter(({ kind }) => kind === "judge").map(({ uri }) => uri));
      // The tenth note cites the very line.
      assert.deepEqual(desk.findings("n10.md").slice(-1), [`quote-altered [${word((1_000_000 + 130) * 12)}]`]);
    }
    assert.deepEqual(judged[0], [wikiUri("n10.md")]);
    assert.ok(judged[2].length <= 3, judged[2].join());
  });

  it("is that of the quotes which cite lines around it for a keystroke in a source of a long note", async () => {
    const text = hub.join("\n");
    const judged: Record<string, number>[] = [];
    for (const notes of sizes) {
      const quotes = Array.from({ length: notes }, (_, i) => noteText(i, notes)).join("\n\n");
      const desk = await checkedDesk({ ...notebook(notes), "long.md": quotes });
      const before = desk.findings("long.md");
      assert.ok(before.length >= notes);
      desk.workspace.openDocument(wikiUri("hub.txt"), 1, text);
      await desk.workspace.refresh();
      forget(desk);
      const at = text.indexOf(hub[130]) + 6;
      desk.workspace.changeDocument(wikiUri("hub.txt"), 2, `${text.slice(0, at)}x${text.slice(at)}`);
      await desk.workspace.refresh();
      const work = desk.work.filter(({ kind, uri }) => kind === "judge" && uri === wikiUri("long.md"));
      judged.push({ quotations: work.reduce((sum, { quotations }) => sum + (quotations ?? 0), 0) });
      assert.equal(desk.findings("long.md").length, before.length + 1);
      const fresh = await checkedDesk({
        ...notebook(notes),
        "long.md": quotes,
        "hub.txt": `${text.slice(0, at)}x${text.slice(at)}`,
      });
      assert.deepEqual(checkedNote(desk, "long.md"), checkedNote(fresh, "long.md"));
    }
    assert.deepEqual(judged[0], { quotations: 1 });
    assert.ok(judged[2].quotations <= 3, JSON.stringify(judged));
  });

  it("is that of the open notes for a keystroke in a source, and of all that cite it once nobody types", async () => {
    const text = hub.join("\n");
    const looked: Record<string, number>[] = [];
    for (const notes of sizes) {
      const desk = await checkedDesk(notebook(notes));
      desk.workspace.openDocument(wikiUri("n1.md"), 1, noteText(1, notes));
      desk.workspace.openDocument(wikiUri("hub.txt"), 1, text);
      await desk.workspace.refresh();
      forget(desk);
      for (let version = 2; version < 7; version++) {
        desk.workspace.changeDocument(wikiUri("hub.txt"), version, `${"x".repeat(version)} ${text}`);
        await desk.workspace.refresh({ whileTyping: true });
        // As a hover asks.
        await desk.workspace.check(wikiUri("n1.md"));
        await desk.workspace.checkCiting(wikiUri("n1.md"));
        assert.deepEqual(
          desk.updates.splice(0).map(({ uri }) => uri),
          [wikiUri("n1.md")],
        );
      }
      desk.workspace.rested();
      await desk.workspace.refresh({ whileTyping: true });
      looked.push({ updates: desk.updates.length });
    }
    assert.deepEqual(looked[2], { updates: sizes[2] - 1 });
    grows(looked, linear);
  });

  it("is one pass over what changed for thousands of events", async () => {
    const counts = await costs(async ({ workspace, files }, notes) => {
      for (let i = 0; i < notes; i++) files.write(`/wiki/n${i}.md`, `${noteText(i, notes)} `);
      for (let i = 0; i < 5000; i++) workspace.filesChanged([{ uri: wikiUri(`n${i % notes}.md`), type: "changed" }]);
      await workspace.refresh();
    });
    grows(counts, linear);
    assert.deepEqual(counts[0], { parses: sizes[0], judged: sizes[0], looks: 0, reads: sizes[0] });
  });
});
