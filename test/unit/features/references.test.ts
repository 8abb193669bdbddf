import assert from "node:assert/strict";
import { distinctLocations, referencesAt, referencesToLine } from "../../../server/src/features/references.ts";
import type { Desk } from "../workspace/desk.ts";
import { wikiUri } from "../workspace/desk.ts";
import { harbour, inWords } from "./harbour.ts";

const hurt = 'diary.md: "Nobody was hurt"';
const wentOut = 'letter.md: "Nobody was hurt, and nobody went out"';
const ferries = 'diary.md: "the ferries sail again on Monday, and the fish market opens"';

describe("references", () => {
  it("of a line of a source are the quotes that stand there and the citations that name it", async () => {
    const desk = await harbour();
    assert.deepEqual(ofLine(desk, 2), [hurt, wentOut, "letter.md: [this](log.txt#L2-L3)"]);
    assert.deepEqual(ofLine(desk, 4), [ferries, 'letter.md: "The lighthouse fell into the sea"']);
    assert.deepEqual(ofLine(desk, 5), []);
  });

  it("of a quote are all that cite its lines, it among them", async () => {
    const desk = await harbour();
    assert.deepEqual(await ofWords(desk, "diary.md", "Nobody was"), [
      hurt,
      wentOut,
      "letter.md: [this](log.txt#L2-L3)",
    ]);
    assert.deepEqual(await ofWords(desk, "letter.md", "The lighthouse"), [
      ferries,
      'letter.md: "The lighthouse fell into the sea"',
    ]);
  });

  it("of a citation are all that cite the lines that it names", async () => {
    const desk = await harbour();
    assert.deepEqual(await ofWords(desk, "letter.md", "[this]"), [
      hurt,
      ferries,
      wentOut,
      "letter.md: [this](log.txt#L2-L3)",
    ]);
  });

  it("begin with the passage itself where the declaration is wanted", async () => {
    const desk = await harbour();
    const found = await ofWords(desk, "diary.md", "ferries sail", { includeDeclaration: true });
    assert.equal(found[0], "log.txt: The ferries sail again on Monday,\nand the fish market opens");
    assert.deepEqual(
      (await ofWords(desk, "letter.md", "The lighthouse", { includeDeclaration: true }))[0],
      "log.txt: and the fish market opens with them.",
    );
  });

  it("of a quote in another source than it cites are those of where it stands, and itself", async () => {
    const desk = await harbour({ "other.md": '"Nobody was hurt" ([x](x.txt#L1))', "x.txt": "Nothing of that kind.\n" });
    assert.deepEqual(await ofWords(desk, "other.md", "hurt"), [
      'other.md: "Nobody was hurt"',
      hurt,
      wentOut,
      "letter.md: [this](log.txt#L2-L3)",
    ]);
  });

  it("of a citation without lines are those of the whole source", async () => {
    const desk = await harbour({ "whole.md": '"Nothing that anybody wrote there" ([log](log.txt))' });
    assert.equal((await ofWords(desk, "whole.md", "(log.txt)")).length, 7);
  });

  it("give a link by its path where somebody else lists links", async () => {
    const desk = await harbour();
    const byPath = { linksByPath: true };
    assert.ok((await ofWords(desk, "letter.md", "[this]", byPath)).includes("letter.md: log.txt"));
    assert.ok((await ofWords(desk, "letter.md", "Nobody", byPath)).includes("letter.md: [this](log.txt#L2-L3)"));
  });

  it("of other words are none", async () => {
    assert.deepEqual(await ofWords(await harbour(), "diary.md", "Somebody"), []);
  });
});

function ofLine(desk: Desk, line: number): string[] {
  return inWords(desk, referencesToLine(wikiUri("log.txt"), line, desk.workspace.backlinksOf));
}

async function ofWords(
  desk: Desk,
  path: string,
  words: string,
  { includeDeclaration = false, linksByPath = false } = {},
): Promise<string[]> {
  const checked = desk.note(path);
  const locations = await referencesAt(checked, checked.text.indexOf(words) + 1, {
    source: (uri) => desk.workspace.source(uri),
    backlinks: desk.workspace.backlinksOf,
    includeDeclaration,
    linksByPath,
  });
  return inWords(desk, distinctLocations(locations));
}
