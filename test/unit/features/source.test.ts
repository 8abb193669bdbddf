import assert from "node:assert/strict";
import { citedByInWords } from "../../../server/src/features/citedByWords.ts";
import { citedPassagesOf } from "../../../server/src/features/citedPassages.ts";
import { citingPlaces } from "../../../server/src/features/citingPlaces.ts";
import { codeLensesOf, lensData } from "../../../server/src/features/codeLens.ts";
import { highlightsInNote, highlightsInSource } from "../../../server/src/features/documentHighlights.ts";
import type { HoverFormat } from "../../../server/src/features/hoverText.ts";
import { sourceHover } from "../../../server/src/features/sourceHover.ts";
import { checkedDesk, type Desk, wikiUri } from "../workspace/desk.ts";
import { harbour, log, textIn } from "./harbour.ts";

describe("a source that is cited", () => {
  describe("has a lens", () => {
    it("above each line at which something cited starts", async () => {
      const { source, everything } = await opened(await harbour());
      const lenses = codeLensesOf("file:///x", source, everything());
      assert.deepEqual(
        lenses.map(({ range, data }) => [textIn(log, range), lensData(data)?.line]),
        log
          .split("\n")
          .slice(0, 4)
          .map((line, index) => [line, index]),
      );
    });

    it("that counts notes, and quotes with something wrong", async () => {
      const { backlinks } = await opened(await harbour());
      assert.equal(citedByInWords(citingPlaces(backlinks(2))), "2 notes");
      assert.equal(citedByInWords(citingPlaces(backlinks(1))), "1 note · 1 altered");
      assert.equal(citedByInWords(citingPlaces(backlinks(4))), "2 notes · 1 not found");
      assert.equal(citedByInWords([]), "No note cites this line");
    });

    it("for no line that it has not", async () => {
      const { source, everything } = await opened(await checkedDesk({ "a.md": "[x](log.txt#L7)", "log.txt": log }));
      assert.deepEqual(codeLensesOf("file:///x", source, everything()), []);
    });

    it("above cited lines that do not have the words, and above those that have", async () => {
      const lensed = async (note: string) => {
        const { source, everything } = await opened(await checkedDesk({ "a.md": note, "log.txt": log }));
        return codeLensesOf("file:///x", source, everything()).map(({ range }) => range.start.line + 1);
      };
      assert.deepEqual(await lensed('"Nobody was hurt" ([log](log.txt#L4)).'), [2, 4]);
      assert.deepEqual(await lensed('"Nobody was hurt" ([log](log.txt#L1-L4)).'), [2]);
      assert.deepEqual(await lensed('"Nobody was hurt" and "shut for 13 days" ([log](log.txt#L2)).'), [1, 2]);
    });

    it("whose data are looked at before they are believed", () => {
      for (const data of [null, "x", {}, { uri: 3, line: 1 }, { uri: "x", line: "1" }, { uri: "x", line: -1 }]) {
        assert.equal(lensData(data), null);
      }
    });
  });

  describe("has a hover", () => {
    it("that says who cites the line, with links", async () => {
      assert.equal(
        await hover(await harbour(), 2),
        [
          "**Cited by 2 notes**",
          "",
          "- [diary.md, line 1](file:///wiki/diary.md#L1,1-L1,18): exact, “Nobody was hurt”",
          "- [letter.md, line 1](file:///wiki/letter.md#L1,1-L1,39): exact, “Nobody was hurt, and nobody went out”",
          "- [letter.md, line 3](file:///wiki/letter.md#L3,69-L3,90): without a quote",
        ].join("\n"),
      );
    });

    it("that reads the same without markup", async () => {
      assert.equal(
        await hover(await harbour(), 1, "plaintext"),
        "Cited by 1 note · 1 altered\n\n- diary.md, line 3: altered, “The harbour was shut for 30 days”",
      );
    });

    it("that names few of many, and nothing of them acts as Markdown", async () => {
      const notes = Object.fromEntries(
        Array.from({ length: 14 }, (_, index) => [
          `a[b](c)${index}.md`,
          '"Nobody ![was](x) <b>hurt</b>" ([log](log.txt#L2))',
        ]),
      );
      const text = (await hover(await checkedDesk({ ...notes, "log.txt": log }), 2)) ?? "";
      assert.equal(text.split("\n").length, 13);
      assert.match(text, /^- … 4 more$/m);
      assert.doesNotMatch(text, /[^\\]<b>|(?<!\\)\[b\]/);
    });

    it("nowhere else", async () => {
      assert.equal(await hover(await harbour(), 5), null);
    });
  });

  describe("has its passages highlighted", () => {
    it("that are cited on a line", async () => {
      const { source, backlinks } = await opened(await harbour());
      const found = (line: number) =>
        highlightsInSource(source, backlinks(line)).map(({ range }) => textIn(log, range));
      assert.deepEqual(found(2), ["Nobody was hurt", "Nobody was hurt, and nobody went out"]);
      assert.deepEqual(found(3), ["The ferries sail again on Monday,\nand the fish market opens"]);
      assert.deepEqual(found(5), []);
    });
  });

  describe("has its passages marked", () => {
    it("by the worst that was found of each", async () => {
      const { source, backlinks } = await opened(
        await harbour({ "more.md": '"nobody was hurt" ([log](log.txt#L2)). "Nobody was hurt" ([log](log.txt#L3)).' }),
      );
      assert.deepEqual(
        citedPassagesOf(source, backlinks()).map(
          ({ range, group, found }) => `${group}${found ? "" : ", not found"}: ${textIn(log, range)}`,
        ),
        [
          "wrong: The harbour was shut for 13 days",
          "wrong: Nobody was hurt",
          "exact: Nobody was hurt, and nobody went out",
          "open, not found: Nobody was hurt, and nobody went out.\nThe ferries sail again on Monday,",
          "equivalent: The ferries sail again on Monday,\nand the fish market opens",
          "wrong, not found: and the fish market opens with them.",
        ],
      );
    });
  });
});

describe("a note", () => {
  it("has the other quotes of a passage highlighted, and nothing where there are none", async () => {
    const text =
      'He said "Nobody was hurt" and "nobody went out" ([log](log.txt#L2)). "The harbour was shut" ([log](log.txt#L1)).';
    const desk = await checkedDesk({ "a.md": text, "log.txt": log });
    const at = (words: string) =>
      highlightsInNote(desk.note("a.md"), text.indexOf(words)).map(({ range }) => textIn(text, range));
    assert.deepEqual(at("was hurt"), ["Nobody was hurt", "nobody went out"]);
    assert.deepEqual(at("harbour was"), []);
    assert.deepEqual(at("[log]"), []);
    assert.deepEqual(at("He said"), []);
  });
});

async function opened(desk: Desk) {
  const source = await desk.workspace.source(wikiUri("log.txt"));
  assert.ok(source !== null);
  const backlinks = (line?: number) =>
    desk.workspace.backlinksOf(wikiUri("log.txt"), line === undefined ? undefined : { start: line, end: line });
  const everything = () => ({ backlinks: backlinks(), citations: desk.workspace.citationsOf(wikiUri("log.txt")) });
  return { source, backlinks, everything };
}

async function hover(desk: Desk, line: number, format: HoverFormat = "markdown"): Promise<string | null> {
  const { source, backlinks } = await opened(desk);
  const nameOf = (uri: string) => decodeURIComponent(uri.slice("file:///wiki/".length));
  const options = { format, nameOf, uriOf: (uri: string) => uri };
  return sourceHover(source, line - 1, citingPlaces(backlinks(line)), options)?.contents.value ?? null;
}
