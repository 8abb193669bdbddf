import assert from "node:assert/strict";
import { cursorPlace } from "../../../server/src/note/cursor/cursorPlace.ts";
import type { OpenQuotation } from "../../../server/src/note/cursor/openQuotation.ts";

/** `‸` is the cursor. A path is told as `form: what is typed ‸ what follows`, a quotation as `marks words → citations`. */
const cases: Readonly<Record<string, readonly (readonly [note: string, expected: string])[]>> = {
  "a destination": [
    ["See [a](‸)", "link: ‸"],
    ["See [a](‸", "link: ‸"],
    ['See [a](art‸icles/post.txt#L3 "title").', "link: art‸icles/post.txt#L3"],
    ["[a](post.txt#L‸)", "link: post.txt#L‸"],
    ["[a](post.txt#L3-‸)", "link: post.txt#L3-‸"],
    ["[a](my fi‸)", "link: my fi‸"],
    ["[a](<my fi‸le.txt>)", "<link: my fi‸le.txt"],
    ["[a](talks (2019)/‸)", "link: talks (2019)/‸"],
    ["[[‸]]", "wikilink: ‸"],
    ["[[po‸", "wikilink: po‸"],
    ["[[po‸st.txt|the post]]", "wikilink: po‸st.txt"],
    ["[post]: art‸", "link: art‸"],
    ["[post]: ‸", "link: ‸"],
    ["> - see [a](po‸)", "link: po‸"],
    ["[one](a.txt#L1) and [two](b‸)", "link: b‸"],
    ["[[sic] he said](a‸)", "link: a‸"],
    ["| a | b |\n| - | - |\n| [a](po‸) | c |", "link: po‸"],
    ["[^1]: See [a](po‸)", "link: po‸"],
    ["Text\r\n\r\n- [a](po‸)\r\n", "link: po‸"],
    ["\n  [a](po‸)", "link: po‸"],
    ["\n\n  - [a](po‸)\n", "link: po‸"],
  ],
  "no destination": [
    ["![a](im‸)", "nothing"],
    ["![[im‸]]", "nothing"],
    ["[a](https://exa‸)", "nothing"],
    ["[a](#head‸)", "nothing"],
    ["[a](post.txt) ‸", "nothing"],
    ["[[post.txt|al‸]]", "nothing"],
    ["[a\\](po‸)", "nothing"],
    ["a](po‸)", "nothing"],
    ["[^1]: po‸", "nothing"],
    ['[a](post.txt "ti‸', "nothing"],
    ["[a](post.txt 'ti‸')", "nothing"],
    ["`[a](po‸)`", "nothing"],
    ["```\n[a](po‸)\n```\n", "nothing"],
    ["```\n\n\n\n[a](po‸)", "nothing"],
    ["> ~~~md\n> [a](po‸)\n", "nothing"],
    ["    [a](po‸)", "nothing"],
    ["<!-- [a](po‸) -->", "nothing"],
    ["<!--\n\nOne.\n\n[a](po‸)\n\n-->\n", "nothing"],
    ["<pre>\n\n[a](po‸)\n\n</pre>\n", "nothing"],
    ['---\nlink: "[a](po‸)"\n---\n\nText.\n', "nothing"],
  ],
  "a quotation": [
    ["He said “we ign‸", "“” we ign"],
    ["He said “we ‸", "“” we "],
    ["He said “‸", "“” "],
    ["He said “‸” ([P](post.txt#L3)).", "“” ‸”→ post.txt"],
    ['He said "we ign‸" ([P](post.txt#L3)).', '"" we ign‸"→ post.txt'],
    ['He said "we ign‸ ([P](post.txt#L3)).', '"" we ign→ post.txt'],
    ["[The Post](post.txt#L3): “we ign‸", "“” we ign→ post.txt"],
    ["„wir haben‸", "„“ wir haben"],
    ["«\u00a0nous av‸", "«» nous av"],
    ["「警告‸", "「」 警告"],
    ["He said 'we ign‸", "'' we ign"],
    ["He said ‘we ign‸", "‘’ we ign"],
    ["He said “she told ‘us al‸", "“” she told ‘us al; ‘’ us al"],
    ['["We ign‸](post.txt#L3)', '"" We ign→ post.txt'],
    ['He said "we *real‸', '"" we *real'],
    ['He said "we\nign‸', '"" we ign'],
    ['- He said "we\n  ign‸', '"" we ign'],
    ['It says "we ign‸"[^1]\n\n[^1]: [P](post.txt#L3)\n', '"" we ign‸"→ post.txt'],
    ['It says "we ign‸" ([P][post])\n\nMore.\n\nAnd more.\n\n[post]: post.txt#L3\n', '"" we ign‸"→ post.txt'],
    ['"we ign‸ and then "something else" ([a](a.txt#L1)).', '"" we ign→ a.txt'],
    ["> we ign‸\n>\n> — [P](post.txt#L3)\n", " we ign→ post.txt"],
    ["> we ign‸\n", " we ign"],
    ["The [post](post.txt#L3) says:\n\n> we ign‸\n", " we ign→ post.txt"],
    ["```\ncode\n```\n\nHe said “we ign‸", "“” we ign"],
    ['**"we ign‸', '"" we ign **'],
    ['He said *"we ign‸" ([P](post.txt#L3))', '"" we ign‸" *→ post.txt'],
    ["_“we ign‸", "“” we ign _"],
    ["A stray ` and “we ign‸", "“” we ign"],
    ["Inline `code` and <!-- a comment --> and “we ign‸", "“” we ign"],
    ['[He did](post.txt#L3 "“we ign‸”").', "“” we ign‸”→ post.txt"],
    ['[He did](post.txt#L3 "“we ign‸").', "“” we ign→ post.txt"],
    ['[He did](post.txt#L3 "“we ign‸)', '“” we ign "→ post.txt'],
    ['[He did](post.txt#L3 "“we ign‸', '“” we ign ")→ post.txt'],
    ['[He did](post.txt#L3 "“we ign‸”)', '“” we ign‸” "→ post.txt'],
    ["[He did](<post.txt#L3> '\"we ign‸", '"" we ign \')→ post.txt'],
    ["[He did](post.txt#L3 (“we ign‸)", "“” we ign )→ post.txt"],
    ['| a | b |\n| - | - |\n| "we ign‸ | [a](post.txt#L5) |', '"" we ign→ post.txt'],
  ],
  "no quotation": [
    ["It's a dog's lif‸", "nothing"],
    ["He said “we ign” and‸", "nothing"],
    ["He said “we ‸ign” ([P](post.txt#L3)).", "nothing"],
    ["He said “we ign‸ the warning” ([P](post.txt#L3)).", "nothing"],
    ['A 5" pipe and‸', "nothing"],
    ['[He did](post.txt#L3 "we ign‸")', "nothing"],
    ['[He did](post.txt#L3 "so “we ign‸")', "nothing"],
    ['[He did](post.txt#L3 "“we ‸ign”")', "nothing"],
    ['He said “so [it](post.txt#L3 "we ign‸', "nothing"],
    ["`“we ign‸`", "nothing"],
    ["“One paragraph.\n\nAnother we ign‸", "nothing"],
    ["```\n“we ign‸\n```\n", "nothing"],
  ],
};

describe("at the cursor of an unfinished note stands", () => {
  for (const [title, examples] of Object.entries(cases)) {
    describe(title, () => {
      for (const [note, expected] of examples) {
        it(JSON.stringify(note), () => assert.equal(described(note), expected));
      }
    });
  }

  it("the same far down in a long note", () => {
    const before = "Some prose with `code`.\n\n- an item\n\n~~~\ncode\n~~~\n\n".repeat(2000);
    for (const [note, expected] of cases["a quotation"]) {
      if (!/^(?:---|>)/.test(note)) assert.equal(described(`${before}${note}`), expected, note);
    }
  });

  it("nothing inside a code block that began far above", () => {
    const lines = "A line.\n\n".repeat(2000);
    assert.equal(described(`\`\`\`\n${lines}“we ign‸`), "nothing");
    assert.equal(described(`\`\`\`\n${lines}\`\`\`\n\n“we ign‸`), "“” we ign");
  });
});

function described(marked: string): string {
  const cursor = marked.indexOf("‸");
  const place = cursorPlace(marked.replace("‸", ""), cursor);
  if (place === null) return "nothing";
  const { open, surroundings } = place;
  if ("kind" in open) return `${open.isBracketed ? "<" : ""}${open.form}: ${open.typed}‸${open.rest}`;
  return open
    .map((quotation) => {
      const closing = surroundings.text.slice(surroundings.cursor, quotation.end);
      return `${bare(quotation)} ${quotation.typed.text}${closing && `‸${closing}`}${quotation.ending && ` ${quotation.ending}`}${citedBy(quotation)}`;
    })
    .join("; ");
}

function bare({ marks: { open, close } }: OpenQuotation): string {
  return open.trim() + close.trim();
}

function citedBy({ note }: OpenQuotation): string {
  const [{ candidates }] = note.quotations;
  const paths = candidates.flatMap(({ citations }) => citations.map((index) => note.citations[index].path));
  return paths.length === 0 ? "" : `→ ${paths.join(", ")}`;
}
