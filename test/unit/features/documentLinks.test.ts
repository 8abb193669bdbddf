import assert from "node:assert/strict";
import { documentLinksOf } from "../../../server/src/features/documentLinks.ts";
import type { Citation } from "../../../server/src/note/note.ts";
import { handmade } from "./handmade.ts";

const sources = { "file:///notes/log.txt": "first line\nsecond line\nthird line\n" };

describe("document links", () => {
  const opened: readonly (readonly [target: string, lines: [number, number] | null, leads: string])[] = [
    ["log.txt#L2-L3", [2, 3], "file:///notes/log.txt#L2,1-L3,11"],
    ["log.txt#L2-3", [2, 3], "file:///notes/log.txt#L2,1-L3,11"],
    ["log.txt#2", [2, 2], "file:///notes/log.txt#L2,1-L2,12"],
    ["log.txt#L2–L3", [2, 3], "file:///notes/log.txt#L2,1-L3,11"],
    ["log.txt#line=1,3", [2, 3], "file:///notes/log.txt#L2,1-L3,11"],
    ["log.txt#L9-L12", [9, 12], "file:///notes/log.txt#L4,1-L4,1"],
  ];
  for (const [target, lines, leads] of opened) {
    it(`lead from ${target} to the lines`, async () => {
      assert.deepEqual(await targets(target, lines), [leads]);
    });
  }

  for (const target of ["log.txt#L2", "log.txt#l2", "log.txt#L2,4"]) {
    it(`leave ${target} to the editor, which opens it`, async () => {
      assert.deepEqual(await targets(target, [2, 2]), []);
    });
  }

  it("cover every wikilink", async () => {
    assert.deepEqual(await targets("log.txt#L2", [2, 2], "wikilink"), ["file:///notes/log.txt#L2,1-L2,12"]);
    assert.deepEqual(await targets("log.txt", null, "wikilink"), ["file:///notes/log.txt"]);
  });

  it("select the fragment's columns, on the destination, with a tooltip", async () => {
    const { checked, source } = handmade({
      text: "see [it](log.txt#L2C3-L3C6)",
      sources,
      citations: [
        {
          link: "[it](log.txt#L2C3-L3C6)",
          target: "log.txt#L2C3-L3C6",
          lines: { start: 2, end: 3 },
          columns: { start: 3, end: 6 },
        },
      ],
    });
    assert.deepEqual(await documentLinksOf(checked, source), [
      {
        range: { start: { line: 0, character: 9 }, end: { line: 0, character: 26 } },
        target: "file:///notes/log.txt#L2,3-L3,6",
        tooltip: "Open log.txt at lines 2–3",
      },
    ]);
  });

  it("never lead to a source that cannot be read", async () => {
    assert.deepEqual(await targets("gone.txt#L2-L3", [2, 3]), []);
  });

  it("are given once for a definition that several citations use", async () => {
    const text = "“a”[x] and “b”[x].\n\n[x]: log.txt#L1-L2";
    const use = { target: "log.txt#L1-L2", form: "reference", lines: { start: 1, end: 2 } } as const;
    const { checked, source } = handmade({
      text,
      sources,
      citations: [
        { link: "[x] and", ...use },
        { link: "[x].", ...use },
      ],
    });
    assert.equal((await documentLinksOf(checked, source)).length, 1);
  });
});

async function targets(target: string, lines: [number, number] | null, form: Citation["form"] = "inline") {
  const link = form === "wikilink" ? `[[${target}]]` : `[it](${target})`;
  const { checked, source } = handmade({
    text: `see ${link}`,
    sources,
    citations: [{ link, target, form, lines: lines === null ? undefined : { start: lines[0], end: lines[1] } }],
  });
  return (await documentLinksOf(checked, source)).map((each) => each.target);
}
