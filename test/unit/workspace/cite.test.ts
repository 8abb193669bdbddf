import assert from "node:assert/strict";
import { lineStartsOf, positionAt } from "../../../server/src/source/lines.ts";
import type { CiteShape } from "../../../server/src/workspace/cite/compose.ts";
import type { Settings } from "../../../server/src/workspace/settings.ts";
import { openDesk, wikiUri } from "./desk.ts";

const post = [
  "Harbour reopens after storm",
  "",
  "The harbour was shut for 13 days, the longest time in",
  "memory, and nobody was hurt. The officials met in the well-",
  "known town hall, which the storm had spared, and called it “a miracle”.",
  "",
  "The ferries sail again on Monday.",
].join("\n");

interface Asked {
  /** The source's text, with `[[` and `]]` around what is selected, once or several times. */
  readonly source?: string;
  /** The note, with `¦` where something is written, or `¦…¦` around what is replaced. */
  readonly note?: string;
  readonly shape?: CiteShape;
  readonly sourcePath?: string;
  readonly notePath?: string;
  readonly settings?: Partial<Settings>;
}

async function written(asked: Asked): Promise<string> {
  const { note = "¦", shape = "quotation", sourcePath = "articles/post.txt", notePath = "notes/a.md" } = asked;
  const marked = asked.source ?? post;
  const text = marked.replace(/\[\[|\]\]/g, "");
  const lines = { text, lineStarts: lineStartsOf(text) };
  const offsets = [...marked.matchAll(/\[\[|\]\]/g)].map(({ index }, i) => positionAt(lines, index - 2 * i));
  const selections = [];
  for (let i = 0; i + 1 < offsets.length; i += 2) selections.push({ start: offsets[i], end: offsets[i + 1] });
  const [before, replaced, behind = ""] = note.includes("¦") ? note.split("¦") : ["", "", ""];
  const isRange = note.split("¦").length === 3;
  const noteText = isRange ? before + replaced + behind : before + replaced;
  const at = { start: before.length, end: before.length + (isRange ? replaced.length : 0) };
  const { workspace } = openDesk({ [sourcePath]: text, [notePath]: noteText }, { settings: asked.settings });
  const answer = await workspace.cite({
    sourceUri: wikiUri(sourcePath),
    selections,
    note: { uri: wikiUri(notePath), text: noteText, at },
    shape,
  });
  return answer.text ?? `! ${answer.problem}`;
}

const around = (words: string) => post.replace(words, `[[${words}]]`);

describe("a selection becomes", () => {
  it("a quotation with its lines and the path from the note", async () => {
    const source = around("The ferries sail again on Monday.");
    assert.equal(await written({ source }), '"The ferries sail again on Monday." ([post](../articles/post.txt#L7))');
  });

  it("one line, where the source wraps its own, with the hyphen as it is", async () => {
    const source = around(
      "the longest time in\nmemory, and nobody was hurt. The officials met in the well-\nknown town hall",
    );
    assert.equal(
      await written({ source }),
      '"the longest time in memory, and nobody was hurt. The officials met in the well-known town hall" ([post](../articles/post.txt#L3-L5))',
    );
  });

  it("a block quote with its attribution, paragraphs apart", async () => {
    const source = `${post.slice(0, 29)}[[${post.slice(29)}]]`;
    assert.equal(
      await written({ source, shape: "blockQuote", note: "He wrote:\n\n¦\n" }),
      [
        "> The harbour was shut for 13 days, the longest time in memory, and nobody was hurt. The officials met in the well-known town hall, which the storm had spared, and called it “a miracle”.",
        ">",
        "> The ferries sail again on Monday.",
        ">",
        "> — [post](../articles/post.txt#L3-L7)",
      ].join("\n"),
    );
  });

  it("a citation alone", async () => {
    const source = around("Monday");
    assert.equal(await written({ source, shape: "citation" }), "[post](../articles/post.txt#L7)");
    assert.equal(await written({ shape: "citation" }), "[post](../articles/post.txt)");
  });

  it("several quotations, where there are several", async () => {
    const source = around("the longest time").replace("sail again", "[[sail again]]");
    assert.equal(
      await written({ source }),
      '"the longest time" ([post](../articles/post.txt#L3)) "sail again" ([post](../articles/post.txt#L7))',
    );
  });

  it("its whole line, where it is empty", async () => {
    assert.match(await written({ source: post.replace("sail", "[[]]sail") }), /^"The ferries sail again on Monday\."/);
  });

  it("no line that it only touches", async () => {
    const source = post.replace("Harbour reopens after storm\n", "[[Harbour reopens after storm\n]]");
    assert.equal(await written({ source }), '"Harbour reopens after storm" ([post](../articles/post.txt#L1))');
  });

  it("whole words, unless somebody wants it as it is", async () => {
    const source = post.replace("ferries sail again on", "fer[[ries sail again o]]n");
    assert.match(await written({ source }), /^"sail again" /);
    assert.match(await written({ source, settings: { citeWholeWords: false } }), /^"ries sail again o" /);
    assert.match(await written({ source: post.replace("ferries", "f[[err]]ies") }), /^"ferries" /);
    const note = "“Nobody saw it come at all” he said ¦.\n";
    const asked = { source: around("sail again"), note, settings: { citeWholeWords: false } };
    assert.match(await written(asked), /^! These words cannot be quoted/);
  });

  it("what a reader of a Markdown source sees", async () => {
    const source = "# Storm\n\n- The [[*harbour* was\n  shut, and [the mole](mole.md) broke]].\n";
    assert.equal(
      await written({ source, sourcePath: "storm.md", notePath: "a.md" }),
      '"harbour was shut, and the mole broke" ([storm](storm.md#L3-L4))',
    );
  });

  it("a sentence for a person, where nothing can be cited", async () => {
    assert.equal(
      await written({ source: post.replace("\n\nThe h", "\n[[\n]]The h") }),
      "! The selection in post.txt holds no words.",
    );
    assert.match(
      await written({ source: around("Monday"), note: "```\n¦\n```\n" }),
      /^! Nothing is read as a citation/,
    );
    assert.match(
      await written({ source: around("Monday"), sourcePath: "/other/post.txt" }),
      /^! No note can cite \/other\/post\.txt/,
    );
  });
});

describe("a written quotation", () => {
  const source = around("a miracle");

  for (const [title, note, expected] of [
    ["takes the marks of the note", "“A bell” rang.\n\n¦", "“a miracle” ([post]"],
    [
      "takes those of the note's cited quotations first",
      'Say "A" and "B" and go on.\n\nThen «Ferries» ([p](../articles/post.txt#L7)) ¦',
      "«a miracle» ([p]",
    ],
    [
      "takes those of the note's language",
      "Das ist nicht die Stadt, die wir alle noch kennen und die uns fehlt.\n\n¦",
      "„a miracle“ ([post]",
    ],
    ["keeps the space inside French marks", "Il dit «\u00a0oui\u00a0».\n\n¦", "«\u00a0a miracle\u00a0» ([post]"],
    ["stands apart from words beside it", "He said¦and went.", ' "a miracle" ([post](../articles/post.txt#L5)) '],
    ["needs no space behind a bracket", "He said (¦).", '"a miracle" ([post](../articles/post.txt#L5))'],
    ["takes the place of what was selected", "He said ¦something¦.", '"a miracle" ([post](../articles/post.txt#L5))'],
    [
      "cites as the note does",
      "So ([The Post](../articles/post.txt#L1-3)). ¦",
      '"a miracle" ([The Post](../articles/post.txt#L5))',
    ],
    [
      "stays on one line in a cell",
      "| a | b |\n| - | - |\n| ¦ | c |\n",
      '"a miracle" ([post](../articles/post.txt#L5))',
    ],
    ["fills an empty block quote", "> ¦\n", "a miracle\n>\n> — [post](../articles/post.txt#L5)"],
    ["gives a bullet its space", "-¦\n", ' "a miracle" ([post](../articles/post.txt#L5))'],
    ["gives a heading its space", "##¦\n", ' "a miracle" ([post](../articles/post.txt#L5))'],
    ["makes no heading of itself", "Text\n\n¦\n---\n", '"a miracle" ([post](../articles/post.txt#L5))\n'],
    [
      "stands apart from an older quotation that nobody cited",
      "“Nobody saw it come at all” he said. ¦\n",
      "\n\n“a miracle” ([post](../articles/post.txt#L5))",
    ],
    [
      "is set off where one stands on either side",
      "“Nobody saw it come at all” he said, ¦ and left.\n",
      "\n\n> a miracle\n>\n> — [post](../articles/post.txt#L5)\n\n",
    ],
    [
      "is none that takes another's citation",
      "“A bell” ¦ ([b](../bell.txt#L1))\n",
      "! These words cannot be quoted rightly at this place: try another.",
    ],
    [
      "stands behind a block quote that has its attribution",
      "> The ferries sail again on Monday.\n>\n> — [p](../articles/post.txt#L7)¦",
      '\n\n"a miracle" ([p](../articles/post.txt#L5))',
    ],
    ["is none inside a link", "[the ¦ harbour](https://example.org)\n", "! No citation can stand inside a link."],
    ["is none inside a destination", "[p](../articles/po¦st.txt#L1)\n", "! No citation can stand inside a link."],
    ["is none in a line of code", "Text\n\n    ¦\n", "! Nothing is read as a citation in code"],
    ["is none in code", "So `it ¦ is`\n", "! Nothing is read as a citation in code"],
    ["is none in a picture", "![the ¦ mole](mole.png)\n", "! Nothing is read as a citation in code"],
  ] as const) {
    it(title, async () =>
      assert.ok((await written({ source, note })).startsWith(expected), await written({ source, note })),
    );
  }

  it("is made of the selections that hold words", async () => {
    const source = "[[***]]\nThe bell [[rang]]\n";
    assert.equal(await written({ source, sourcePath: "x.txt", notePath: "a.md" }), '"rang" ([x](x.txt#L2))');
  });

  it("has nested marks inside", async () => {
    const whole = around("called it “a miracle”");
    assert.match(await written({ source: whole }), /^"called it “a miracle”" /);
    assert.match(await written({ source: whole, note: "“A bell” rang.\n\n¦" }), /^“called it ‘a miracle’” /);
    assert.match(await written({ source: '[[The "Spray" sank]]\n' }), /^"The 'Spray' sank" /);
  });

  it("loses the source's own marks where it is all of a quotation", async () => {
    assert.match(await written({ source: around("“a miracle”") }), /^"a miracle" /);
  });

  it("is shown as it is, whatever Markdown would make of it", async () => {
    const marked = "[[*Five* of [7] <b>boats</b> & &amp; a_b `x` ~~y~~ 1 < 2]]\n";
    assert.equal(
      await written({ source: marked, notePath: "a.md", sourcePath: "x.txt" }),
      '"\\*Five\\* of \\[7\\] \\<b>boats\\</b> & \\&amp; a_b \\`x\\` \\~\\~y\\~\\~ 1 < 2" ([x](x.txt#L1))',
    );
  });
});

describe("a written block quote", () => {
  const source = around("The ferries sail again on Monday.");
  const shape = "blockQuote";
  const lines = ["> The ferries sail again on Monday.", ">", "> — [post](../articles/post.txt#L7)"];

  for (const [title, note, expected] of [
    ["is set apart from the paragraph above", "He wrote:\n¦", ["", ...lines].join("\n")],
    ["is set apart from the words around", "He wrote: ¦and more", ["", "", ...lines, "", ""].join("\n")],
    ["goes on in its list", "- He wrote:\n\n  ¦\n", lines.join("\n  ")],
    ["begins an item", "- ¦\n", lines.join("\n  ")],
    ["is nested in a block quote with words", "> He wrote:\n>\n> ¦\n", lines.join("\n> ")],
    ["has the note's line ends", "He wrote:\r\n\r\n¦", lines.join("\r\n")],
    ["stays in its footnote", "So.[^1]\n\n[^1]: ¦\n", lines.join("\n    ")],
    ["parts no emphasis", "So *it ¦ is*.\n", '"The ferries sail again on Monday." ([post](../articles/post.txt#L7))'],
    [
      "is a quotation where only one line can stand",
      "## ¦\n",
      '"The ferries sail again on Monday." ([post](../articles/post.txt#L7))',
    ],
  ] as const) {
    it(title, async () => assert.equal(await written({ source, note, shape }), expected));
  }

  it("escapes what would begin a block", async () => {
    const list = "[[# one\n- two\n3. three\n> four\n+ five]]\n";
    const text = await written({ source: list, shape, notePath: "a.md", sourcePath: "x.txt" });
    assert.deepEqual(
      text.split("\n").filter((line) => line !== ">"),
      ["> \\# one", "> \\- two", "> 3\\. three", "> \\> four", "> \\+ five", "> — [x](x.txt#L1-L5)"],
    );
  });
});

describe("words that were copied some time ago", () => {
  const ask = async (copied: string, source: string) => {
    const { workspace } = openDesk({ "post.txt": source, "a.md": "" });
    const note = { uri: wikiUri("a.md"), text: "", at: { start: 0, end: 0 } };
    const selection = { start: { line: 0, character: 0 }, end: { line: 0, character: copied.length }, copied };
    const answer = await workspace.cite({
      sourceUri: wikiUri("post.txt"),
      selections: [selection],
      note,
      shape: "quotation",
    });
    return answer.text ?? `! ${answer.problem}`;
  };

  it("are found where they stand now", async () => {
    assert.equal(await ask("The bell rang", "New\n\nThe bell rang\n"), '"The bell rang" ([post](post.txt#L3))');
  });

  it("are no quotation of a source that has them no more", async () => {
    assert.equal(await ask("The bell rang", "Nothing\n"), "! The copied words are no longer in post.txt.");
  });
});
