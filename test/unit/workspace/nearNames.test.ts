import assert from "node:assert/strict";
import { filesNear } from "../../../server/src/workspace/nearNames.ts";

const folder = "file:///wiki/";

function near(name: string, ...names: string[]): string[] {
  return filesNear(
    name,
    names.map((each) => folder + each),
  ).map((uri) => uri.slice(folder.length));
}

describe("files of near names", () => {
  for (const [mistake, typed, name] of [
    ["letters exchanged", "pots.txt", "post.txt"],
    ["a letter left out", "othr.txt", "other.txt"],
    ["a letter left out of a short name", "lg.txt", "log.txt"],
    ["a letter added", "harbours.txt", "harbour.txt"],
    ["a letter changed", "herbour.txt", "harbour.txt"],
    ["capitals", "Harbour.TXT", "harbour.txt"],
    ["another extension", "harbour.md", "harbour.txt"],
    ["no extension", "harbour", "harbour.txt"],
    ["several mistakes in a long name", "intervews-with-teh-mayor.txt", "interviews-with-the-mayor.txt"],
    ["a letter in another form", "cafe\u0301.txt", "caf\u00e9.txt"],
  ] as const) {
    it(`are found: ${mistake}`, () => assert.deepEqual(near(typed, name, "something-else.txt"), [name]));
  }

  for (const [what, typed, name] of [
    ["another short name", "a.txt", "b.txt"],
    ["too many mistakes", "hurbiur.txt", "harbor.txt"],
    ["a picture", "harbour.txt", "harbour.png"],
    ["a hidden file", "harbour.txt", ".harbour.txt"],
  ] as const) {
    it(`are not: ${what}`, () => assert.deepEqual(near(typed, name), []));
  }

  it("come nearest first, those of the very name in front", () => {
    assert.deepEqual(near("harbour.txt", "harbours.txt", "old/harbour.txt", "harbuors.txt", "a/Harbour.txt"), [
      "old/harbour.txt",
      "a/Harbour.txt",
      "harbours.txt",
      "harbuors.txt",
    ]);
  });
});
