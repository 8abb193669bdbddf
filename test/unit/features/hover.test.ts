import assert from "node:assert/strict";
import { hoverAt } from "../../../server/src/features/hover.ts";
import type { HoverFormat } from "../../../server/src/features/hoverText.ts";
import { checkedDesk } from "../workspace/desk.ts";
import { type Handmade, handmade } from "./handmade.ts";

const post = [
  "Harbour reopens after storm",
  "",
  "The harbour was shut for 13 days, the longest time in memory.",
  "“We ignored the warning,” the master said. Nobody was hurt.",
  "The ferries sail again on Monday.",
  "",
].join("\n");

describe("hover", () => {
  it("gives the verdict, then the cited lines with the passage marked", async () => {
    const note = citing("“the longest time in memory”", { verdict: "exact", passage: "the longest time in memory" });
    assert.equal(
      await hover(note, "longest"),
      [
        "**Exact**: word for word.",
        "",
        "**post.txt**, lines 3–4, the passage in ⟦ ⟧",
        "",
        "```text",
        "3 │ The harbour was shut for 13 days, ⟦the longest time in memory⟧.",
        "4 │ “We ignored the warning,” the master said. Nobody was hurt.",
        "```",
        "",
        "[Open passage](file:///notes/post.txt#L3,35-L3,61)",
      ].join("\n"),
    );
  });

  it("tells the remarks on a quote that was judged as it is written", async () => {
    const desk = await checkedDesk({
      "a.md": '"The *old* keeper saw … and went home" ([log](log.txt#L1))\n',
      "log.txt": "The *old* keeper saw no lamp and went home.\n",
    });
    const checked = desk.note("a.md");
    assert.deepEqual(
      checked.findings.map(({ rule }) => rule),
      ["elision-hides-negation"],
    );
    const shown = await hoverAt(checked, 3, {
      source: (uri) => desk.workspace.source(uri),
      maxLines: 12,
      format: "plaintext",
    });
    assert.ok(JSON.stringify(shown?.contents).includes(checked.findings[0].message), JSON.stringify(shown));
  });

  it("names permitted changes in words", async () => {
    const note = citing("“The longest … memory”", {
      verdict: "equivalent",
      changes: ["ellipsis", "initial-case"],
      passage: "the longest time in memory",
    });
    assert.match(await hover(note, "longest"), /^Permitted changes: an ellipsis and the first letter’s case\.$/m);
  });

  it("says each edit of an altered quote", async () => {
    const note = citing("“shut for 30 days”", {
      verdict: "altered",
      passage: "shut for 13 days",
      edits: [
        { kind: "number", quote: "30", source: "13" },
        { kind: "negation", quote: "", source: "not" },
        { kind: "insertion", quote: "very", source: "" },
      ],
    });
    const text = await hover(note, "shut for");
    assert.match(text, /^\*\*Altered\*\*: 3 differences from post\.txt\.$/m);
    assert.match(text, /^- number: the source says “13”, the quote “30”$/m);
    assert.match(text, /^- negation: the quote leaves out “not”$/m);
    assert.match(text, /^- insertion: the quote adds “very”$/m);
  });

  it("shows the lines where a moved quote stands", async () => {
    const note = citing("“sail again on Monday”", { verdict: "moved", passage: "sail again on Monday" });
    const text = await hover(note, "sail again");
    assert.match(text, /^\*\*Moved\*\*: these words are at line 5 of post\.txt, not at lines 3–4\.$/m);
    assert.match(text, /^5 │ The ferries ⟦sail again on Monday⟧\.$/m);
    assert.doesNotMatch(text, /^3 │/m);
  });

  it("shows the cited lines, unmarked, where nothing was found", async () => {
    const text = await hover(citing("“all ferries sank”", { verdict: "absent" }), "ferries");
    assert.match(text, /^\*\*Not found\*\*: no such passage in post\.txt\.$/m);
    assert.match(text, /^3 │ The harbour was shut/m);
    assert.doesNotMatch(text, /⟦/);
  });

  it("names the other source and shows its lines", async () => {
    const note = citing("“a calm winter”", {
      verdict: "elsewhere",
      passage: "a calm winter",
      in: "file:///notes/b%20c.txt",
    });
    const text = await hover(note, "a calm");
    assert.match(text, /^\*\*In another source\*\*: these words are in b c\.txt, line 1, not in post\.txt\.$/m);
    assert.match(text, /^\*\*b c\.txt\*\*, line 1, the passage in ⟦ ⟧$/m);
    assert.match(text, /^1 │ It was ⟦a calm winter⟧\.$/m);
  });

  it("tells another source of the same name apart by its folder", async () => {
    const passage = "a calm winter";
    const note = citing("“a calm winter”", { verdict: "elsewhere", passage, in: "file:///notes/old/post.txt" });
    const text = await hover(note, "a calm");
    assert.match(text, /^\*\*In another source\*\*: these words are in old\/post\.txt, line 1, not in post\.txt\.$/m);
    assert.match(text, /^\*\*old\/post\.txt\*\*, line 1, the passage in ⟦ ⟧$/m);
  });

  it("lists the places of an ambiguous quote, those near the cited lines first", async () => {
    const source = ["rain fell", "sun", "sun", "rain fell", "sun", "rain fell"].join("\n");
    const note = handmade({
      text: "“rain fell” ([w](w.txt#L5))",
      sources: { "file:///notes/w.txt": source },
      citations: [
        {
          link: "[w](w.txt#L5)",
          target: "w.txt#L5",
          lines: { start: 5, end: 5 },
          quotes: [{ marked: "“rain fell”", verdict: "ambiguous", everywhere: "rain fell" }],
        },
      ],
    });
    const text = await hover(note, "rain");
    assert.match(text, /^\*\*Ambiguous\*\*: these words are at lines 1, 4 and 6 of w\.txt, not at line 5\.$/m);
    assert.deepEqual(text.match(/^\d │ .*$/gm), ["4 │ ⟦rain fell⟧", "6 │ ⟦rain fell⟧", "1 │ ⟦rain fell⟧"]);
  });

  it("says in words why a quote was not checked", async () => {
    const note = handmade({
      text: "“rain fell” ([w](w.txt#L5))",
      sources: {},
      citations: [
        {
          link: "[w](w.txt#L5)",
          target: "w.txt#L5",
          lines: { start: 5, end: 5 },
          quotes: [{ marked: "“rain fell”", verdict: "unchecked" }],
        },
      ],
      findings: [
        {
          rule: "source-not-found",
          severity: "error",
          at: "w.txt#L5",
          message: "There is no file w.txt.",
          citation: 0,
        },
      ],
    });
    assert.equal(
      await hover(note, "rain"),
      "**Not checked**: these words were not compared with w.txt.\n\n- There is no file w.txt.",
    );
  });

  it("shows the lines of a citation without a quote, over the link", async () => {
    const note = citing("no quote", null);
    const found = await hoverAt(note.checked, note.at("post.txt"), {
      source: note.source,
      maxLines: 12,
      format: "markdown",
    });
    assert.deepEqual(found?.range, { start: { line: 0, character: 10 }, end: { line: 0, character: 29 } });
    assert.match(JSON.stringify(found?.contents), /3 │ The harbour was shut/);
  });

  it("covers the quote with its marks, and nothing beside it", async () => {
    const note = citing("“the longest time in memory”", { verdict: "exact", passage: "the longest time in memory" });
    const found = await hoverAt(note.checked, note.at("longest"), {
      source: note.source,
      maxLines: 12,
      format: "markdown",
    });
    assert.deepEqual(found?.range, { start: { line: 0, character: 0 }, end: { line: 0, character: 28 } });
    assert.equal(
      (await hoverAt(note.checked, note.at(" ("), { source: note.source, maxLines: 12, format: "markdown" })) === null,
      false,
    );
    assert.equal(
      await hoverAt(note.checked, note.at("the end"), { source: note.source, maxLines: 12, format: "markdown" }),
      null,
    );
  });

  it("reads the same in plain text, without markup", async () => {
    const note = citing("“the longest time in memory”", { verdict: "exact", passage: "the longest time in memory" });
    const text = await hover(note, "longest", { format: "plaintext" });
    assert.match(text, /^Exact: word for word\.$/m);
    assert.doesNotMatch(text, /[`*\\[\]]/);
  });

  it("shows no more lines than asked for, around the passage, and says what it hides", async () => {
    const lines = Array.from({ length: 30 }, (_, index) => `This is sentence ${index + 1}.`);
    const note = handmade({
      text: "“sentence 20” ([w](w.txt#L1-L30))",
      sources: { "file:///notes/w.txt": lines.join("\n") },
      citations: [
        {
          link: "[w](w.txt#L1-L30)",
          target: "w.txt#L1-L30",
          lines: { start: 1, end: 30 },
          quotes: [{ marked: "“sentence 20”", verdict: "exact", passage: "sentence 20" }],
        },
      ],
    });
    const text = await hover(note, "sentence", { maxLines: 5 });
    assert.deepEqual(text.split("\n").slice(5, -3), [
      "   ⟨… 17 more lines⟩",
      "18 │ This is sentence 18.",
      "19 │ This is sentence 19.",
      "20 │ This is ⟦sentence 20⟧.",
      "21 │ This is sentence 21.",
      "22 │ This is sentence 22.",
      "   ⟨… 8 more lines⟩",
    ]);
  });

  it("lets nothing that a file holds act as Markdown", async () => {
    const hostile = "```\n<img src=x> [a](command:x) ````` **b** \u202eevil";
    const path = "a](command:b) <i>_www.example.org_ `c` http://x a@b &lt; d_e & f.txt";
    const note = handmade({
      text: "“evil” [w](<x#L1-L2>)",
      sources: { "file:///notes/x": hostile },
      citations: [
        {
          link: "[w](<x#L1-L2>)",
          target: "x#L1-L2",
          lines: { start: 1, end: 2 },
          quotes: [{ marked: "“evil”", verdict: "exact", passage: "evil" }],
        },
      ],
      findings: [
        { rule: "range-outside-source", severity: "error", at: "x#L1", message: `${path} has 2 lines`, citation: 0 },
      ],
    });
    const text = await hover(note, "evil");
    assert.ok(
      text.includes(
        "\n- a\\](command:b) \\<i>\\_www\\.example.org\\_ \\`c\\` http\\://x a\\@b \\&lt; d_e & f.txt has 2 lines",
      ),
    );
    assert.match(text, /^``````text$/m);
    assert.match(text, /^2 │ <img src=x> \[a\]\(command:x\) ````` \*\*b\*\* ⟨U\+202E⟩⟦evil⟧$/m);
    assert.match(text, /\n``````\n\n\[Open passage\]\(file:\/\/\/notes\/x#L2,\d+-L2,\d+\)$/);
  });

  it("tells the verdict of each quote that shares a citation", async () => {
    const note = handmade({
      text: "“13 days” and “on Tuesday” [p](post.txt#L3-L5)",
      sources: { "file:///notes/post.txt": post },
      citations: [
        {
          link: "[p](post.txt#L3-L5)",
          target: "post.txt#L3-L5",
          lines: { start: 3, end: 5 },
          quotes: [
            { marked: "“13 days”", verdict: "exact", passage: "13 days" },
            { marked: "“on Tuesday”", verdict: "absent" },
          ],
        },
      ],
    });
    const text = await hover(note, "post.txt");
    assert.match(text, /^\*\*Exact\*\* “13 days”: word/m);
    assert.match(text, /^\*\*Not found\*\* “on Tuesday”: no such/m);
    assert.match(text, /^3 │ The harbour was shut for ⟦13 days⟧/m);
  });
});

type Quote = NonNullable<Parameters<typeof handmade>[0]["citations"][number]["quotes"]>[number];

function citing(marked: string, quote: Omit<Quote, "marked"> | null): Handmade {
  return handmade({
    text: `${marked} ([p](post.txt#L3-L4)), and so to the end.`,
    sources: {
      "file:///notes/post.txt": post,
      "file:///notes/b%20c.txt": "It was a calm winter.\n",
      "file:///notes/old/post.txt": "It was a calm winter.\n",
    },
    citations: [
      {
        link: "[p](post.txt#L3-L4)",
        target: "post.txt#L3-L4",
        lines: { start: 3, end: 4 },
        quotes: quote === null ? [] : [{ marked, ...quote }],
      },
    ],
  });
}

async function hover(
  { checked, source, at }: Handmade,
  words: string,
  { maxLines = 12, format = "markdown" }: { maxLines?: number; format?: HoverFormat } = {},
): Promise<string> {
  const found = await hoverAt(checked, at(words), { source, maxLines, format });
  assert.ok(found !== null && "value" in Object(found.contents));
  return (found.contents as { value: string }).value;
}
