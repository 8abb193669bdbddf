import assert from "node:assert/strict";
import { type EvidenceGrouping, evidenceBelow } from "../../../server/src/features/evidence/evidence.ts";
import type { EvidenceIndex } from "../../../server/src/features/evidence/index.ts";
import type { EvidenceNode } from "../../../server/src/features/evidence/node.ts";
import { createSieve, type EvidenceFilter } from "../../../server/src/features/evidence/sieve.ts";
import { totalsOf } from "../../../server/src/features/evidence/totals.ts";
import { checkedDesk, type Desk, wikiUri } from "../workspace/desk.ts";

const log = "The tide came in at nine.\nThe boats went out again at noon.\nNobody saw the moon.\n";
const story = [
  'They wrote: "The tide came in at nine" ([log](../logs/log.txt#L1)).',
  'And: "The boats went out again at midnight" ([log](../logs/log.txt#L2-L3)).',
  "The moon was out of sight ([log](../logs/log.txt#L3)).",
  'And: "words of a lost letter" ([letter](../logs/letter.txt#L1)).',
].join("\n\n");
const diary = 'A log says "Nobody saw the moon" ([log](logs/log.txt#L1)).\n';
const files = {
  "notes/story.md": story,
  "diary.md": diary,
  "plain.md": "Nothing is cited.\n",
  "logs/log.txt": log,
  "logs/other.txt": "Nobody cites this.\n",
};

const everything: EvidenceFilter = { verdicts: null, quotes: null };

describe("the evidence", () => {
  let desk: Desk;

  before(async () => {
    desk = await checkedDesk(files);
  });

  function indexOf({ workspace }: Desk, filter = everything): EvidenceIndex {
    return { workspace, roots: ["file:///wiki"], clientUri: (uri) => uri, sieve: createSieve(filter) };
  }

  async function below(parent: string | null, grouping: EvidenceGrouping, filter = everything, of = desk) {
    const isFiltered = filter !== everything;
    return (await evidenceBelow({ parent, limit: 100 }, { grouping, isFiltered }, indexOf(of, filter))).nodes;
  }

  /** The whole tree, a line a node, indented by its depth. */
  async function tree(grouping: EvidenceGrouping, filter = everything, of = desk): Promise<string[]> {
    const lines: string[] = [];
    async function walk(parent: string | null, depth: number): Promise<void> {
      for (const node of await below(parent, grouping, filter, of)) {
        lines.push(`${"  ".repeat(depth)}${node.label} | ${node.description}`);
        if (node.isBranch) await walk(node.id, depth + 1);
      }
    }
    await walk(null, 0);
    return lines;
  }

  it("is told by source, lines and quotes, with what nobody cites at the end", async () => {
    assert.deepEqual(await tree("source"), [
      "letter.txt | 1 not checked · logs",
      "  Line 1 | ",
      "    not checked: “words of a lost letter” | story.md:7",
      "log.txt | 1 moved, 1 altered, 1 exact, 1 without a quote · logs",
      "  Line 1 | The tide came in at nine.",
      "    moved: “Nobody saw the moon” | diary.md:1",
      "    exact: “The tide came in at nine” | story.md:1",
      "  Lines 2–3 | The boats went out again at noon. Nobody saw the moon.",
      "    altered: “The boats went out again at midnight” | story.md:3",
      "  Line 3 | Nobody saw the moon.",
      "    [log](../logs/log.txt#L3) | without a quote · story.md:5",
      "Uncited Sources | 1 file",
      "  other.txt | logs",
    ]);
  });

  it("is the same after each of many changes as it would be if it were told anew", async () => {
    const changing = { ...files };
    const followed = await checkedDesk(changing);
    const states: [keyof typeof files | "more.md", string | null][] = [
      ["diary.md", null],
      ["notes/story.md", story.replace("midnight", "noon")],
      ["more.md", 'And "Nobody saw the moon" ([log](logs/log.txt#L3)), [other](logs/other.txt#L1).'],
      ["diary.md", diary.replace("#L1", "#L3")],
      ["logs/log.txt", log.replace("nine", "ten")],
      ["notes/story.md", "Nothing."],
    ];
    for (const [path, text] of states) {
      if (text === null) followed.files.remove(`/wiki/${path}`);
      else followed.files.write(`/wiki/${path}`, text);
      followed.workspace.filesChanged([{ uri: wikiUri(path), type: text === null ? "deleted" : "created" }]);
      await followed.workspace.refresh();
      const anew = await checkedDesk({}, { files: followed.files.copy() });
      for (const filter of [everything, { verdicts: ["exact", "moved"], quotes: null } as const]) {
        assert.deepEqual(await tree("source", filter, followed), await tree("source", filter, anew), path);
      }
    }
  });

  it("is told by note, in the order of the note", async () => {
    assert.deepEqual(await tree("note"), [
      "diary.md | 1 moved",
      "  moved: “Nobody saw the moon” | log.txt:1",
      "story.md | 1 altered, 1 not checked, 1 exact, 1 without a quote · notes",
      "  exact: “The tide came in at nine” | log.txt:1",
      "  altered: “The boats went out again at midnight” | log.txt:2–3",
      "  [log](../logs/log.txt#L3) | without a quote · log.txt:3",
      "  not checked: “words of a lost letter” | letter.txt:1",
    ]);
  });

  it("holds only the quotes of the verdicts that are asked for, and counts those", async () => {
    const filter: EvidenceFilter = { verdicts: ["altered", "moved"], quotes: null };
    assert.deepEqual(await tree("source", filter), [
      "log.txt | 1 moved, 1 altered · logs",
      "  Line 1 | The tide came in at nine.",
      "    moved: “Nobody saw the moon” | diary.md:1",
      "  Lines 2–3 | The boats went out again at noon. Nobody saw the moon.",
      "    altered: “The boats went out again at midnight” | story.md:3",
    ]);
    assert.deepEqual(totalsOf(indexOf(desk, filter)), { notes: 3, citing: 2, quotes: 4, shown: 2, wrong: 2 });
    assert.deepEqual(await tree("note", { verdicts: [], quotes: null }), []);
  });

  it("holds only the quotes that are named", async () => {
    const filter = { verdicts: null, quotes: [{ note: wikiUri("diary.md"), quote: "1 Nobody saw the moon" }] };
    assert.deepEqual(await tree("note", filter), ["diary.md | 1 moved", "  moved: “Nobody saw the moon” | log.txt:1"]);
  });

  it("leads from a quote to its place in the note and to its passage in the source", async () => {
    const [, altered] = await below(`note:${wikiUri("notes/story.md")}`, "note");
    assert.deepEqual(altered.note, {
      uri: wikiUri("notes/story.md"),
      range: { start: { line: 2, character: 6 }, end: { line: 2, character: 42 } },
    });
    assert.deepEqual(altered.source?.range?.start, { line: 1, character: 0 });
    const [moved] = await below(`note:${wikiUri("diary.md")}`, "note");
    assert.deepEqual(moved.source?.range, { start: { line: 2, character: 0 }, end: { line: 2, character: 19 } });
    const lines = await below(`source:${wikiUri("logs/log.txt")}`, "source");
    assert.deepEqual(lines[1].source?.range, { start: { line: 1, character: 0 }, end: { line: 2, character: 20 } });
  });

  it("tells a screen reader all that a row shows", async () => {
    const [source] = (await below(null, "source")).slice(1);
    assert.equal(source.spoken, "Source logs/log.txt: 1 moved, 1 altered, 1 exact, 1 without a quote");
    const [, altered] = await below(`note:${wikiUri("notes/story.md")}`, "note");
    assert.equal(
      altered.spoken,
      "“The boats went out again at midnight”, altered, in notes/story.md, line 3, cites log.txt, Lines 2–3",
    );
  });

  it("keeps the names of nodes while a note is edited elsewhere, and has each name once", async () => {
    const twice = `${story}\n\nAgain: "The tide came in at nine" ([log](../logs/log.txt#L1)).\n`;
    const edited = await checkedDesk({ ...files, "notes/story.md": twice });
    const ids = async () => {
      const all: EvidenceNode[] = [];
      for (const grouping of ["source", "note"] as const) {
        const walk = async (parent: string | null) => {
          for (const node of await below(parent, grouping, everything, edited)) {
            all.push(node);
            if (node.isBranch) await walk(node.id);
          }
        };
        await walk(null);
      }
      return all.map(({ id }) => id);
    };
    const first = await ids();
    assert.equal(new Set(first).size, first.length);
    edited.workspace.openDocument(wikiUri("notes/story.md"), 1, `A new beginning.\n\n${twice}`);
    await edited.workspace.refresh();
    assert.deepEqual(await ids(), first);
  });

  it("names what leads nowhere by its path", async () => {
    const lost = await checkedDesk({ "a.md": '"Words from far away" ([x](/../../x.txt#L1)), ([y](../../y.txt#L2))\n' });
    assert.deepEqual((await tree("source", everything, lost)).slice(0, 2), [
      "../../y.txt | 1 without a quote",
      "  Line 2 | ",
    ]);
  });

  it("shows no words for lines that the source does not have", async () => {
    const past = await checkedDesk({ "a.md": '"The tide came in at nine" ([x](x.txt#L7))\n', "x.txt": log });
    assert.deepEqual((await tree("source", everything, past)).slice(1, 3), [
      "  Line 7 | ",
      "    moved: “The tide came in at nine” | a.md:1",
    ]);
  });

  it("shows what names and words hide", async () => {
    const hidden = await checkedDesk({
      "a.md": '"The ti\u200bde" ([x](<x\u202e.txt#L1>))\n',
      "x\u202e.txt": "The tide.\n",
    });
    assert.deepEqual((await tree("source", everything, hidden)).slice(0, 3), [
      "x⟨U+202E⟩.txt | 1 equivalent",
      "  Line 1 | The tide.",
      "    equivalent: “The ti⟨U+200B⟩de” | a.md:1",
    ]);
  });

  it("is cut to what is asked for, and reads no source for the rest", async () => {
    const quotes = Array.from({ length: 300 }, (_, number) => `“The tide” ([x](s.txt#L${number + 1}))\n\n`);
    const { workspace } = await checkedDesk({ "a.md": quotes.join(""), "s.txt": "The tide.\n".repeat(300) });
    const looked: string[] = [];
    const source: EvidenceIndex["workspace"]["source"] = (uri) => {
      looked.push(uri);
      return workspace.source(uri);
    };
    const index = { ...indexOf(desk), workspace: { ...workspace, source } };
    const shown = { grouping: "note", isFiltered: false } as const;
    const { nodes, more } = await evidenceBelow({ parent: `note:${wikiUri("a.md")}`, limit: 10 }, shown, index);
    assert.deepEqual([nodes.length, more, looked.length], [10, 290, 10]);
  });

  it("has nothing below what is no more", async () => {
    for (const parent of ["note:file:///wiki/gone.md", "source:file:///wiki/gone.txt", "lines:1-2:?gone", "nonsense"]) {
      assert.deepEqual(await below(parent, "note"), []);
    }
  });
});
