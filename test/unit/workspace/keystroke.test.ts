import assert from "node:assert/strict";
import { diagnosticsOf } from "../../../server/src/features/diagnostics.ts";
import { type Desk, openDesk, wikiUri } from "./desk.ts";

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

describe("a keystroke in a long note", () => {
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
