import assert from "node:assert/strict";
import { parseNote } from "../../../server/src/note/parse.ts";
import { writtenCitation } from "../../../server/src/note/write/citation.ts";
import { writtenFragment } from "../../../server/src/note/write/fragment.ts";
import { insertionAt } from "../../../server/src/note/write/insertion.ts";
import { quoteStyleOf } from "../../../server/src/note/write/quoteStyle.ts";
import { paragraphsOf } from "../../../server/src/note/write/words.ts";

describe("a written fragment", () => {
  for (const [like, one, several] of [
    ["", "#L3", "#L3-L5"],
    ["#L7-L9", "#L3", "#L3-L5"],
    ["#L7-9", "#L3", "#L3-5"],
    ["#7", "#3", "#3-5"],
    ["#7-9", "#3", "#3-5"],
    ["#L7–L9", "#L3", "#L3–L5"],
    ["#L7C2-L9C4", "#L3", "#L3-L5"],
    ["#L7,2-L9,4", "#L3", "#L3-L5"],
    ["#line=6,9", "#line=2,3", "#line=2,5"],
    ["#somewhere", "#L3", "#L3-L5"],
  ]) {
    it(`has the form of ${like || "none"}`, () => {
      assert.equal(writtenFragment({ start: 3, end: 3 }, like), one);
      assert.equal(writtenFragment({ start: 3, end: 5 }, like), several);
      for (const fragment of [one, several]) {
        const [citation] = parseNote(`[a](b.txt${fragment})`).citations;
        assert.deepEqual(citation.lines, { start: 3, end: fragment === one ? 3 : 5 });
      }
    });
  }
});

describe("a written citation", () => {
  it("has a text that is read as it is", () => {
    for (const name of ["a]b", "[a", "^1", "!NOTE", "a*b*", "<b>", "a`b`", "a\\", "x_y_", "a & b &amp;"]) {
      const note = `> ${writtenCitation({ name, path: "p.txt", fragment: "#L1" })}`;
      assert.equal(parseNote(note).citations.length, 1, note);
    }
  });
});

describe("the marks of a note", () => {
  for (const [text, open, close] of [
    ['He said "yes" and "no".', '"', '"'],
    ["“Yes,” he said.", "“", "”"],
    ["«\u00a0Oui\u00a0», dit-il.", "«\u00a0", "\u00a0»"],
    ["« Oui », dit-il.", "«", "»"],
    ["„Ja“, sagte er.", "„", "“"],
    ["‘Yes,’ he said.", "‘", "’"],
    ['"Yes" ([a](a.txt#L1)).\n\nAll of them say “no” to it, and some “never”.', '"', '"'],
  ]) {
    it(`are ${open}…${close} in ${text}`, () => {
      assert.deepEqual(quoteStyleOf(parseNote(text), text), { open, close });
    });
  }

  it("are none where there is no quotation in marks", () => {
    const text = "> Words.\n>\n> — [a](a.txt#L1)\n";
    assert.equal(quoteStyleOf(parseNote(text), text), null);
  });
});

describe("paragraphs", () => {
  const wrapped =
    "The harbour was shut for thirteen days, which nobody\non the quay could remember, and the boats lay in the\nriver until it was over.";

  it("are joined where the source wraps its lines", () => {
    assert.deepEqual(paragraphsOf(`${wrapped}\n\nThe end.`), [wrapped.replaceAll("\n", " "), "The end."]);
  });

  it("are the lines where each stands for itself", () => {
    assert.deepEqual(paragraphsOf("MAYOR: We are agreed.\nCLERK: It is noted."), [
      "MAYOR: We are agreed.",
      "CLERK: It is noted.",
    ]);
  });

  it("have no space between lines of a script that has none", () => {
    const line = "港口因為風暴而關閉了十三天這是人們記憶中最長的一次停航許多船隻停泊在河中等待風暴過去居民們";
    assert.deepEqual(paragraphsOf(`${line}\n${line}。`), [`${line}${line}。`]);
  });
});

describe("a place in a note", () => {
  const at = (note: string) => insertionAt(note.replace("¦", ""), note.indexOf("¦"));

  it("is inert in code, comments, HTML and front matter", () => {
    for (const note of ["```\n¦\n```", "    code¦", "<!-- a ¦ -->", "<div>a ¦</div>", "---\ntitle: ¦\n---\n\nText\n"]) {
      assert.equal(at(note).inert, true, note);
    }
    for (const note of ["¦", "Text ¦", "```\ncode\n```\n\n¦", "<!-- a -->\n\n¦", "- ¦"])
      assert.equal(at(note).inert, false, note);
  });

  it("knows what its lines begin with", () => {
    for (const [note, prefix] of [
      ["text¦", ""],
      ["> text¦", "> "],
      ["- text¦", "  "],
      ["12. text¦", "    "],
      ["> - text¦", ">   "],
      ["- > ¦", "  > "],
    ]) {
      assert.equal(at(note).prefix, prefix, note);
    }
  });
});
