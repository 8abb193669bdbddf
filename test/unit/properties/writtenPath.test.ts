import assert from "node:assert/strict";
import fc from "fast-check";
import { parseNote } from "../../../server/src/note/parse.ts";
import { reachOf, targetOf } from "../../../server/src/workspace/target.ts";
import { childOf } from "../../../server/src/workspace/uri.ts";
import { writtenPath } from "../../../server/src/workspace/writtenPath.ts";
import { holds } from "./run.ts";

const character = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(..."abcXYZ019") },
  { weight: 6, arbitrary: fc.constantFrom(..." .,;:!?'\"()[]<>{}#%&*_~`|$^+=@-") },
  {
    weight: 2,
    arbitrary: fc.constantFrom("é", "ß", "港", "ع", "\u00a0", "\u2028", "\u200b", "\u0301", "\u{1f600}", "\t", "\n"),
  },
  { weight: 1, arbitrary: fc.constantFrom("%20", "&amp;", "%2F", "..", "L3", "](", "~~", "==", "http:") },
);
const name = fc
  .array(character, { minLength: 1, maxLength: 9 })
  .map((characters) => characters.join(""))
  .filter((text) => text !== "." && text !== "..");
const folders = fc.array(name, { maxLength: 3 });

const root = "file:///wiki";
const uriOf = (names: readonly string[]) => names.reduce(childOf, root);
const examples = fc.record({
  note: folders,
  source: fc.tuple(folders, name),
  around: fc.constantFrom("inline", "definition", "wikilink", "cell"),
});

describe("a written path", () => {
  holds("leads to that very file, in every form of a link", 1500, examples, ({ note, source, around }) => {
    const noteUri = childOf(uriOf(note), "note.md");
    const sourceUri = childOf(uriOf(source[0]), `${source[1]}.txt`);
    const path = writtenPath(noteUri, sourceUri, { roots: [root], sourceRoots: [] });
    assert.ok(path !== null);
    const text = {
      inline: `Before *and* \`code\` $x$ [a](${path}#L3) *behind* \`code\` $x$.\n`,
      definition: `So [a] it is.\n\n[a]: ${path}#L3\n`,
      wikilink: `So [[./${path}#L3|a]] it is.\n`,
      cell: `| a | b |\n| - | - |\n| [a](${path}#L3) | x |\n`,
    }[around];
    const { citations } = parseNote(text);
    assert.equal(citations.length, 1, text);
    assert.deepEqual(citations[0].lines, { start: 3, end: 3 }, text);
    const target = targetOf(citations[0], noteUri, reachOf(noteUri, [root], []));
    assert.deepEqual(target, { kind: "file", uri: sourceUri }, text);
  });

  it("keeps letters of other scripts readable, and encodes once", () => {
    const path = (file: string) =>
      writtenPath(`${root}/notes/a.md`, childOf(root, file), { roots: [root], sourceRoots: [] });
    assert.equal(path("Größe 100%.txt"), "../Größe%20100%25.txt");
    assert.equal(path("港口(2).txt"), "../港口%282%29.txt");
  });

  it("is none where no link can lead", () => {
    const where = { roots: [root], sourceRoots: ["file:///library"] };
    assert.equal(writtenPath(`${root}/a.md`, "file:///other/b.txt", where), null);
    assert.equal(writtenPath(`${root}/a.md`, "file:///library/b.txt", where), "../library/b.txt");
    assert.equal(writtenPath(`${root}/a.md`, childOf(root, "a\\b.txt"), where), null);
    assert.equal(
      writtenPath("file:///c%3A/notes/a.md", "file:///d%3A/b.txt", {
        roots: ["file:///c%3A/notes", "file:///d%3A/"],
        sourceRoots: [],
      }),
      null,
    );
  });
});
