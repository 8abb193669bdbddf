import assert from "node:assert/strict";
import type { Suggestion } from "../../../server/src/workspace/suggest/suggestion.ts";
import { checkedDesk, type Desk, wikiUri } from "./desk.ts";
import type { Content } from "./memoryFileSystem.ts";

const post = [
  "Harbour reopens after storm",
  "",
  "The harbour was shut for 13 days, the longest time in memory.",
  "“We ignored the warning,” the master said. Nobody was hurt.",
  "The ferries sail again on Monday.",
  "",
  "We ignored the rules.",
  "",
].join("\n");

const files: Readonly<Record<string, Content>> = {
  "articles/post.txt": post,
  "articles/my file.txt": "One line.\nAnother.\n",
  "articles/photo.PNG": "x",
  "articles/100% [sic].txt": "Odd.\n",
  "deep/er/survey.txt": "Survey.\n",
  "deep/post.txt": "The other post.\n",
  ".obsidian/workspace.json": "{}",
  "other.md": "“the longest time in memory” ([P](deep/er/survey.txt#L1))\n",
};

describe("suggestions for a note are", () => {
  describe("files", () => {
    it("that hold text: those cited here first, then those cited elsewhere, notes last", async () => {
      const note = "“sail again” ([Post](articles/post.txt#L5)). See [a](‸)";
      assert.deepEqual(await written(note), [
        "articles/post.txt#L",
        "deep/er/survey.txt#L",
        "deep/post.txt#L",
        "articles/my%20file.txt#L",
        "articles/100%25%20%5Bsic%5D.txt#L",
        "other.md#L",
      ]);
    });

    it("found by any part of their paths, name first", async () => {
      assert.deepEqual(await written("[a](sur‸)"), ["deep/er/survey.txt#L"]);
      assert.deepEqual(await written("[a](POST‸)"), ["deep/post.txt#L", "articles/post.txt#L"]);
      assert.deepEqual(await written("[a](deesur‸)"), ["deep/er/survey.txt#L"]);
      assert.deepEqual(await written("[a](my fi‸)"), ["articles/my%20file.txt#L"]);
      assert.deepEqual(await written("[a](my%20fi‸)"), ["articles/my%20file.txt#L"]);
      assert.deepEqual(await written("[a](articles/my%‸)"), ["articles/my%20file.txt#L"]);
      assert.deepEqual(await written("[a](articles/my%2‸)"), ["articles/my%20file.txt#L"]);
      assert.deepEqual(await written("[a](zebra‸)"), []);
    });

    it("written as the path was begun", async () => {
      assert.deepEqual(await written("[a](deep/‸)"), ["deep/er/survey.txt#L", "deep/post.txt#L"]);
      assert.deepEqual(await written("[a](/deep/p‸)"), ["/deep/post.txt#L"]);
      assert.deepEqual(await written("[a](./deep/p‸)"), ["./deep/post.txt#L"]);
      assert.deepEqual(await written("[a](<my‸>)"), ["articles/my file.txt#L"]);
      assert.deepEqual(await written("[a](../de‸)", "notes/n.md"), ["../deep/er/survey.txt#L", "../deep/post.txt#L"]);
      assert.deepEqual(await written("[a](sur‸)", "notes/n.md"), ["../deep/er/survey.txt#L"]);
      assert.deepEqual(await written("[a](../../e‸)"), []);
    });

    it("by name alone in a wikilink, where only one has it", async () => {
      assert.deepEqual(await written("[[sur‸]]"), ["survey.txt#L"]);
      assert.deepEqual(await written("[[my‸]]"), ["my file.txt#L"]);
      assert.deepEqual(await written("[[100‸]]"), ["100%25 %5Bsic%5D.txt#L"]);
      assert.deepEqual(await written("[[post‸"), ["deep/post.txt#L", "articles/post.txt#L"]);
      const [inFolder] = (await suggested("[[deesur‸]]")).items;
      assert.equal(inFolder.filter, "deesur deep/er/survey.txt");
    });

    it("put in front of a fragment that is there", async () => {
      const [item] = (await suggested("[a](sur‸veys.txt#L7)")).items;
      assert.equal(applied("[a](sur‸veys.txt#L7)", item), "[a](deep/er/survey.txt#L7)");
    });

    it("in a definition too", async () => {
      assert.deepEqual(await written("[s]: sur‸\n"), ["deep/er/survey.txt#L"]);
    });

    it("never outside the workspace", async () => {
      const desk = await deskWith("[a](‸)", "n.md", { "/secret/key.txt": "key" });
      const { items } = await desk.workspace.suggest(wikiUri("n.md"), "[a](../)", 7);
      assert.deepEqual(items, []);
      const { items: named } = await desk.workspace.suggest(wikiUri("n.md"), "[a](key)", 7);
      assert.deepEqual(named, []);
    });

    it("fifty of many, and told to be not all", async () => {
      const many = Object.fromEntries(Array.from({ length: 60 }, (_, i) => [`many/file-${i}.txt`, "x"]));
      const { items, isIncomplete } = await suggested("[a](file‸)", "n.md", many);
      assert.equal(items.length, 50);
      assert.equal(isIncomplete, true);
    });
  });

  describe("lines", () => {
    const lines = (fragment: string) => `[a](articles/post.txt${fragment}‸)`;

    it("that are not empty, and paragraphs behind their first lines", async () => {
      const { items } = await suggested(lines("#L"));
      assert.deepEqual(
        items.map(({ label, text }) => `${label} ${text.split("\n", 1)[0].slice(0, 20)}`),
        [
          "#L1 Harbour reopens afte",
          "#L3 The harbour was shut",
          "#L3-L5 The harbour was shut",
          "#L4 “We ignored the warn",
          "#L5 The ferries sail aga",
          "#L7 We ignored the rules",
        ],
      );
    });

    it("in the form that was begun", async () => {
      assert.deepEqual((await written(lines("#"))).slice(0, 2), ["#L1", "#L3"]);
      assert.deepEqual(await written(lines("#3")), ["#3", "#3-5"]);
      assert.deepEqual(await written(lines("#3-")), ["#3-5", "#3-4", "#3-7"]);
      assert.deepEqual(await written(lines("#L3-")), ["#L3-L5", "#L3-L4", "#L3-L7"]);
      assert.deepEqual(await written(lines("#L3-L4")), ["#L3-L4"]);
      assert.deepEqual(await written(lines("#L3-4")), ["#L3-4"]);
    });

    it("that say what was typed", async () => {
      assert.deepEqual(await written(lines("#ferries")), ["#L5"]);
      assert.deepEqual(await written(lines("#L ignored")), ["#L4", "#L7"]);
    });

    it("those of the attached quote first", async () => {
      for (const note of [
        "He said “we ignored the rules” ([a](articles/post.txt#‸)).",
        "[“We ignored the rules.”](articles/post.txt#L‸)",
        '[He says so](articles/post.txt#L‸ "“We ignored\nthe rules”")',
        "He said “we ignored the rules” ([a](articles/post.txt#L‸\n\n(See [b](articles/post.txt#L1)).",
        "He said “we ignored the rules” ([a](articles/post.txt#L‸",
        "> We ignored the rules.\n>\n> — [a](articles/post.txt#L‸)",
        "He said “we ignored the rules” ([a][p]).\n\n[p]: articles/post.txt#L‸\n",
        "He said “we ignored the rules” ([[my file.txt|x]] and [[articles/post.txt#L‸]]).",
      ]) {
        const [first] = (await suggested(note)).items;
        assert.deepEqual([first.label, first.isPreferred], ["#L7", true], note);
      }
    });

    it("all those of a quote that stands at several places, and of several quotes", async () => {
      const twice = { "twice.txt": "Come in.\n\nGo out.\n\nCome in.\n" };
      const { items } = await suggested("“Come in” ([a](twice.txt#L‸))", "n.md", twice);
      assert.deepEqual(
        items.slice(0, 2).map(({ label }) => label),
        ["#L1", "#L5"],
      );
      const two = "“the harbour was shut” and then “the ferries sail again” ([a](articles/post.txt#L‸))";
      assert.deepEqual((await written(two)).slice(0, 3), ["#L3-L5", "#L3", "#L5"]);
    });

    it("none of what is no source, and no bare number of Markdown", async () => {
      const notes = { "talk.md": "# Talk\n\nWords.\n" };
      assert.deepEqual(await written("[a](nowhere.txt#L‸)"), []);
      assert.deepEqual(await written("[a](articles/photo.PNG#L‸)", "n.md", { "articles/photo.PNG": "\0\0" }), []);
      assert.deepEqual(await written("[a](talk.md#L‸)", "n.md", notes), ["#L1", "#L3"]);
      assert.deepEqual(await written("[a](talk.md#3‸)", "n.md", notes), []);
      assert.deepEqual(await written("[a](talk.md#wor‸)", "n.md", notes), []);
    });

    it("of the open document and not the file", async () => {
      const desk = await deskWith(lines("#L"), "n.md");
      desk.workspace.openDocument(wikiUri("articles/post.txt"), 1, "Changed.\n");
      const note = lines("#L").replace("‸", "");
      const { items } = await desk.workspace.suggest(wikiUri("n.md"), note, note.length - 1);
      assert.deepEqual(
        items.map(({ text }) => text),
        ["Changed."],
      );
    });
  });

  describe("the rest of a quotation", () => {
    it("with its closing mark, and with the citation where none is there", async () => {
      const cited = "“The harbour was shut” ([Post](articles/post.txt#L3)). He said ";
      assert.equal(await first(`${cited}"nobody w‸`), `${cited}"Nobody was hurt." ([Post](articles/post.txt#L4))`);
      assert.equal(await first(`${cited}„nobody w‸`), `${cited}„Nobody was hurt.“ ([Post](articles/post.txt#L4))`);
      assert.equal(
        await first(`${cited}«\u00a0nobody w‸`),
        `${cited}«\u00a0Nobody was hurt.\u00a0» ([Post](articles/post.txt#L4))`,
      );
    });

    it("without what is there already", async () => {
      assert.equal(
        await first("He said “nobody w‸” ([Post](articles/post.txt#L4)). So."),
        "He said “Nobody was hurt” ([Post](articles/post.txt#L4)). So.",
      );
      assert.equal(
        await first("“nobody w‸”, he said ([Post](articles/post.txt#L4))."),
        "“Nobody was hurt”, he said ([Post](articles/post.txt#L4)).",
      );
      assert.equal(
        await first("[Post](articles/post.txt#L4): “nobody w‸"),
        "[Post](articles/post.txt#L4): “Nobody was hurt.”",
      );
    });

    it("with the lines of a citation that is for it alone", async () => {
      assert.equal(
        await first("He said “nobody w‸” ([Post](articles/post.txt#L7))"),
        "He said “Nobody was hurt.” ([Post](articles/post.txt#L4))",
      );
      assert.equal(
        await first("He said “nobody w‸” ([Post](articles/post.txt))"),
        "He said “Nobody was hurt.” ([Post](articles/post.txt#L4))",
      );
      assert.equal(await first("He said “nobody w‸” [[post.txt#3|x]]", "n.md", { "deep/post.txt": "\0" }), null);
    });

    it("with a citation of its own beside one that is another quotation's too", async () => {
      assert.equal(
        await first("“The harbour was shut” and “nobody w‸” ([Post](articles/post.txt#L3))."),
        "“The harbour was shut” and “Nobody was hurt” ([Post](articles/post.txt#L4)) ([Post](articles/post.txt#L3)).",
      );
    });

    it("from the cited lines where no word is there yet", async () => {
      const { items } = await suggested("He said “‸” ([Post](articles/post.txt#L4)).");
      assert.deepEqual(items[0].label, "We ignored the warning");
      assert.deepEqual(await written("He said “‸"), []);
    });

    it("with more lines in a citation in front", async () => {
      const wrapped = { "wrapped.txt": "A lamp.\nIt burned in the old tower,\nand nobody saw it.\n" };
      assert.equal(
        await first("[It](wrapped.txt#L2): “it burned‸", "n.md", wrapped),
        "[It](wrapped.txt#L2-L3): “It burned in the old tower, and nobody saw it.”",
      );
    });

    it("behind a sign that belongs to the next word", async () => {
      const price = { "price.txt": "It costs $5 in all.\n" };
      assert.equal(
        await first("[It](price.txt#L1): “it costs $‸", "n.md", price),
        "[It](price.txt#L1): “It costs $5 in all.”",
      );
    });

    it("behind an ellipsis, behind a bracket, and on a second line", async () => {
      const post = "([Post](articles/post.txt#L3))";
      assert.equal(
        await first(`“The harbour was shut … the lon‸” ${post}`),
        `“The harbour was shut … the longest time in memory.” ${post}`,
      );
      assert.equal(
        await first(`“The harbour [here] was shut for 13‸” ${post}`),
        `“The harbour [here] was shut for 13 days, the longest time in memory.” ${post}`,
      );
      assert.equal(
        await first(`“the harbour\nwas sh‸” ${post}`),
        `“the harbour\nwas shut for 13 days, the longest time in memory.” ${post}`,
      );
    });

    it("behind an ellipsis that passes over lines, which are all cited then", async () => {
      assert.equal(
        await first("“The harbour was shut … the ferr‸” ([Post](articles/post.txt#L3))"),
        "“The harbour was shut … The ferries sail again on Monday.” ([Post](articles/post.txt#L3-L5))",
      );
      assert.equal(
        await first("So ([Post](articles/post.txt#L3)). Then: “The harbour was shut [...] Nobody w‸"),
        "So ([Post](articles/post.txt#L3)). Then: “The harbour was shut [...] Nobody was hurt.” ([Post](articles/post.txt#L3-L4))",
      );
      assert.deepEqual(await written("“The ferries … the lon‸” ([Post](articles/post.txt#L3))"), []);
      const often = {
        "often.txt": `${"The lamp went out.\n".repeat(60)}The boats came home.\nThe lamp burned again.\n`,
      };
      assert.equal(
        await first("“The boats came home … the lamp‸” ([x](often.txt#L1))", "n.md", often),
        "“The boats came home … The lamp burned again.” ([x](often.txt#L61-L62))",
      );
    });

    it("with the end of the emphasis that it began in", async () => {
      const cited = "“The harbour was shut” ([Post](articles/post.txt#L3)). He said ";
      for (const [begun, written] of [
        ['**"nobody w‸', '**"Nobody was hurt."** ([Post](articles/post.txt#L4))'],
        ["*“nobody w‸*", "*“Nobody was hurt.” ([Post](articles/post.txt#L4))*"],
      ]) {
        assert.equal(await first(cited + begun), cited + written);
      }
    });

    it("in a block quote, without marks", async () => {
      assert.equal(
        await first("> nobody w‸\n>\n> — [Post](articles/post.txt#L4)"),
        "> Nobody was hurt.\n>\n> — [Post](articles/post.txt#L4)",
      );
    });

    it("in a link's title, in which no Markdown is read", async () => {
      for (const [begun, written] of [
        ['[it](articles/post.txt#L4 "“nobody w‸', '[it](articles/post.txt#L4 "“Nobody was hurt.”")'],
        ['[it](articles/post.txt#L4 "“nobody w‸")', '[it](articles/post.txt#L4 "“Nobody was hurt.”")'],
        ['[it](articles/post.txt#L3 "“nobody w‸")', '[it](articles/post.txt#L4 "“Nobody was hurt.”")'],
        ["[it](articles/post.txt#L4 (“nobody w‸”))", "[it](articles/post.txt#L4 (“Nobody was hurt.”))"],
      ]) {
        assert.equal(await first(begun), written);
      }
      const source = { "odd.txt": 'She wrote *all* of a_b (so "she" says) & don\'t.\n' };
      for (const [begun, written] of [
        ['[it](odd.txt#L1 "“she wr‸")', '[it](odd.txt#L1 "“She wrote *all* of a_b (so \\"she\\" says) & don\'t.”")'],
        ["[it](odd.txt#L1 (“she wr‸))", '[it](odd.txt#L1 (“She wrote *all* of a_b \\(so "she" says\\) & don\'t.”))'],
      ]) {
        assert.equal(await first(begun, "n.md", source), written);
      }
    });

    it("as Markdown that shows the very words", async () => {
      const source = { "odd.txt": "She wrote *all* of a_b [sic] & <b>more</b> | less.\n" };
      assert.equal(
        await first("“she wr‸” ([odd](odd.txt#L1))", "n.md", source),
        "“She wrote \\*all\\* of a_b \\[sic\\] & \\<b>more\\</b> | less.” ([odd](odd.txt#L1))",
      );
    });

    it("of a Markdown source as it reads", async () => {
      const source = { "talk.md": "# Talk\n\nShe *never* said [that](http://localhost) to us.\n" };
      assert.equal(
        await first("“she nev‸” ([talk](talk.md#L3))", "n.md", source),
        "“She never said that to us.” ([talk](talk.md#L3))",
      );
    });

    it("found by what is typed on", async () => {
      const { items } = await suggested("He said “nobody‸” ([Post](articles/post.txt#L4))");
      assert.equal(items[0].filter, "nobody was hurt.");
      const [stopped] = (await suggested("He said “for 13 days,‸” ([Post](articles/post.txt#L3))")).items;
      assert.match(stopped.filter, /^for 13 days, the longest/);
    });

    it("none of a source that nothing cites, of code, and of no quotation", async () => {
      assert.deepEqual(await written("He said “nobody w‸"), []);
      assert.deepEqual(await written("“The harbour” ([Post](articles/post.txt#L3)). `“nobody w‸`"), []);
      assert.deepEqual(await written("“The harbour” ([Post](articles/post.txt#L3)). Nobody w‸"), []);
    });
  });

  it("none where there is no note, or the request was cancelled", async () => {
    const desk = await deskWith("[a](‸)", "n.md");
    assert.deepEqual((await desk.workspace.suggest(wikiUri("articles/post.txt"), "[a](", 4)).items, []);
    const cancelled = { isCancellationRequested: true };
    assert.deepEqual((await desk.workspace.suggest(wikiUri("n.md"), "[a](", 4, cancelled)).items, []);
  });

  it("made without parsing, checking or reading anything that is known", async () => {
    const note = `${"Prose with a lamp.\n\n".repeat(500)}“sail again” ([Post](articles/post.txt#L5)). “nobody w‸`;
    const desk = await deskWith(note, "n.md");
    const text = note.replace("‸", "");
    desk.files.forgetCalls();
    desk.work.length = 0;
    const { items } = await desk.workspace.suggest(wikiUri("n.md"), text, note.indexOf("‸"));
    assert.equal(items.length, 1);
    assert.deepEqual(desk.work, []);
    assert.deepEqual(Object.values(desk.files.calls).flat(), []);
  });

  it("made of the list of files that was made for the one before", async () => {
    const desk = await deskWith("[a](‸)", "n.md");
    await desk.workspace.suggest(wikiUri("n.md"), "[a](", 4);
    desk.files.forgetCalls();
    await desk.workspace.suggest(wikiUri("n.md"), "[a](p", 5);
    assert.deepEqual(Object.values(desk.files.calls).flat(), []);
  });
});

/** The note, with the cursor at `‸`, as its last check found it, open now. */
async function deskWith(marked: string, path: string, more: Readonly<Record<string, Content>> = {}): Promise<Desk> {
  const text = marked.replace("‸", "");
  const desk = await checkedDesk({ ...files, ...more, [path]: text });
  desk.workspace.openDocument(wikiUri(path), 1, text);
  await desk.workspace.refresh();
  return desk;
}

async function suggested(marked: string, path = "n.md", more: Readonly<Record<string, Content>> = {}) {
  const desk = await deskWith(marked, path, more);
  return desk.workspace.suggest(wikiUri(path), marked.replace("‸", ""), marked.indexOf("‸"));
}

async function written(...args: Parameters<typeof suggested>): Promise<string[]> {
  return (await suggested(...args)).items.map(({ edit }) => edit.text);
}

/** The note with the first suggestion. */
async function first(...args: Parameters<typeof suggested>): Promise<string | null> {
  const [item] = (await suggested(...args)).items;
  return item === undefined ? null : applied(args[0], item);
}

function applied(marked: string, { edit, also }: Suggestion): string {
  const edits = [{ span: edit.whole, text: edit.text }, ...also].sort((a, b) => b.span.start - a.span.start);
  return edits.reduce(
    (text, { span, text: put }) => text.slice(0, span.start) + put + text.slice(span.end),
    marked.replace("‸", ""),
  );
}
