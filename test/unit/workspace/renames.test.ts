import assert from "node:assert/strict";
import { editedText } from "../../../server/src/workspace/fixes/textEdit.ts";
import type { EditorKeeps } from "../../../server/src/workspace/renames/renaming.ts";
import { checkedDesk, type Desk, type DeskOptions, openDesk, wikiUri } from "./desk.ts";
import type { Content } from "./memoryFileSystem.ts";
import { rename } from "./rename.ts";

const bell = "The bell rang twice before noon.\nNobody had touched it.\n";
const wind = "It was the wind, they said later.\n";

/** One note beside a source; what the note says after the rename. */
async function follow(
  note: string,
  renames: Readonly<Record<string, string>>,
  files: Readonly<Record<string, Content>> = { "x.txt": bell },
  options: DeskOptions = {},
): Promise<string> {
  const desk = await checkedDesk({ "notes/a.md": note, ...files }, options);
  const before = desk.findings("notes/a.md").map((finding) => finding.replace(/ .*/, ""));
  const outcome = await rename(desk, renames);
  const path = Object.entries(renames).reduce(
    (at, [from, to]) => (at === from || at.startsWith(`${from}/`) ? to + at.slice(from.length) : at),
    "notes/a.md",
  );
  assert.deepEqual(
    desk.findings(path).map((finding) => finding.replace(/ .*/, "")),
    before,
  );
  return outcome.text("notes/a.md");
}

describe("renaming", () => {
  it("edits a note on disk as it is by now, whoever changed it without a word", async () => {
    const desk = await checkedDesk({
      "a.md": '"The bell rang twice" ([x](x.txt#L1))\n',
      "b.md": '"The bell rang twice" ([x](x.txt#L1))\n',
      "x.txt": bell,
    });
    desk.files.write("/wiki/a.md", 'At noon: "the bell rang twice" ([x](x.txt#L1))\n');
    desk.files.write("/wiki/b.md", "Nothing is cited.\n");
    const outcome = await rename(desk, { "x.txt": "bell.txt" });
    assert.equal(outcome.text("a.md"), 'At noon: "the bell rang twice" ([x](bell.txt#L1))\n');
    assert.deepEqual(outcome.changed, ["a.md"]);
  });

  describe("a source changes every form of citation", () => {
    const forms: readonly (readonly [what: string, before: string, after: string])[] = [
      ["an inline link", '"The bell rang twice" ([x](../x.txt#L1))', '"The bell rang twice" ([x](../bell.txt#L1))'],
      [
        "a link with a title",
        '[x](../x.txt#L1 "“The bell rang twice”")',
        '[x](../bell.txt#L1 "“The bell rang twice”")',
      ],
      ["angle brackets", '["The bell rang twice"](<../x.txt#L1>)', '["The bell rang twice"](<../bell.txt#L1>)'],
      [
        "a definition that two citations share",
        '"The bell rang twice" [x], "Nobody had touched it" [x][]\n\n[x]: ../x.txt#L1-L2 "The bell"\n',
        '"The bell rang twice" [x], "Nobody had touched it" [x][]\n\n[x]: ../bell.txt#L1-L2 "The bell"\n',
      ],
      [
        "a footnote",
        '"The bell rang twice"[^1]\n\n[^1]: [x](../x.txt#L1), [x](../x.txt#L2).\n',
        '"The bell rang twice"[^1]\n\n[^1]: [x](../bell.txt#L1), [x](../bell.txt#L2).\n',
      ],
      [
        "a wikilink",
        '"The bell rang twice" ([[../x.txt#L1|the bell]])',
        '"The bell rang twice" ([[../bell.txt#L1|the bell]])',
      ],
      ["a wikilink by name", '"The bell rang twice" ([[x.txt#L1]])', '"The bell rang twice" ([[bell.txt#L1]])'],
      ["a path from the folder", '"The bell rang twice" ([x](/x.txt#L1))', '"The bell rang twice" ([x](/bell.txt#L1))'],
      ["a whole file", '["The bell rang twice"](../x.txt)', '["The bell rang twice"](../bell.txt)'],
      ["a link without a quote", "See [the bell](../x.txt).", "See [the bell](../bell.txt)."],
      [
        "a block quote",
        "> The bell rang twice before noon.\n>\n> — [x](../x.txt#L1)\n",
        "> The bell rang twice before noon.\n>\n> — [x](../bell.txt#L1)\n",
      ],
      [
        "a roundabout path",
        '["The bell rang twice"](.././notes/../x.txt#L1)',
        '["The bell rang twice"](../bell.txt#L1)',
      ],
    ];
    for (const [what, before, after] of forms) {
      it(what, async () => assert.equal(await follow(before, { "x.txt": "bell.txt" }), after));
    }

    const fragments = [
      "#L1",
      "#L1-L2",
      "#L1-2",
      "#1",
      "#1-2",
      "#L1–L2",
      "#L1,3-L2,4",
      "#L1C3-L2C4",
      "#line=0,2",
      "#l1",
      "#L9",
      "#L0",
    ];
    for (const fragment of fragments) {
      it(`with the fragment ${fragment} as it is`, async () => {
        const note = (name: string) => `"The bell rang twice before noon" ([x](../${name}${fragment}))`;
        assert.equal(await follow(note("x.txt"), { "x.txt": "bell.txt" }), note("bell.txt"));
      });
    }

    it("in all notes, and in no other", async () => {
      const desk = await checkedDesk({
        "a.md": '"The bell rang twice" ([x](x.txt#L1))\n',
        "b.md": '"It was the wind" ([y](y.txt#L1))\n',
        "deep/c.md": '"The bell rang twice" ([x](../x.txt#L1)), "It was the wind" ([y](../y.txt#L1))\n',
        "d.md": "Nothing is cited here, not even x.txt.\n",
        "x.txt": bell,
        "y.txt": wind,
      });
      const { changed, text } = await rename(desk, { "x.txt": "bell.txt" });
      assert.deepEqual(changed, ["a.md", "deep/c.md"]);
      assert.equal(
        text("deep/c.md"),
        '"The bell rang twice" ([x](../bell.txt#L1)), "It was the wind" ([y](../y.txt#L1))\n',
      );
    });
  });

  describe("a source to a name that has to be escaped", () => {
    const names = [
      "two words.txt",
      "a(b.txt",
      "a)b.txt",
      "100%.txt",
      "50%25.txt",
      "a#b.txt",
      "Q&A.txt",
      "a&amp;b.txt",
      "[draft] x.txt",
      "a`b`.txt",
      "a<b>.txt",
      "a|b.txt",
      "a:b.txt",
      "Überfall – «neu».txt",
      "日本 語.txt",
      "a*b*_c_.txt",
      "a'b\"c.txt",
      " x .txt",
      "?.txt",
      "#.txt",
    ];
    const forms: Readonly<Record<string, string>> = {
      inline: '"The bell rang twice" ([x](../x.txt#L1))',
      "in angle brackets": '"The bell rang twice" ([x](<../x.txt#L1>))',
      "in a definition": '"The bell rang twice" [x]\n\n[x]: ../x.txt#L1\n',
      "in a wikilink": '"The bell rang twice" ([[../x.txt#L1]])',
      "in a wikilink by name": '"The bell rang twice" ([[x.txt#L1]])',
      "in a table": '| a |\n| --- |\n| "The bell rang twice" ([x](../x.txt#L1)) |\n',
    };
    for (const [form, note] of Object.entries(forms)) {
      it(form, async () => {
        for (const name of names) {
          const desk = await checkedDesk({ "notes/a.md": note, "x.txt": bell });
          const { text } = await rename(desk, { "x.txt": name });
          const { citations } = desk.note("notes/a.md");
          assert.equal(citations[0].sourceUri, wikiUri(name), text("notes/a.md"));
          assert.deepEqual(desk.verdicts("notes/a.md"), ["exact"], text("notes/a.md"));
        }
      });
    }

    it("readably where it can be", async () => {
      const written = (note: string, name: string) => follow(note, { "x.txt": name });
      assert.equal(await written("[x](../x.txt#L1)", "two words.txt"), "[x](../two%20words.txt#L1)");
      assert.equal(await written("[x](<../x.txt#L1>)", "two words.txt"), "[x](<../two words.txt#L1>)");
      assert.equal(await written("[[x.txt#L1]]", "two words.txt"), "[[two words.txt#L1]]");
      assert.equal(await written("[x](../x.txt#L1)", "Überfall.txt"), "[x](../Überfall.txt#L1)");
    });
  });

  describe("a source to another folder or kind", () => {
    const moves: readonly (readonly [what: string, before: string, to: string, after: string])[] = [
      ["down", "[x](../x.txt#L1)", "articles/2024/x.txt", "[x](../articles/2024/x.txt#L1)"],
      ["beside the note", "[x](../x.txt#L1)", "notes/x.txt", "[x](x.txt#L1)"],
      ["beside the note, of a wikilink", "[[../x.txt#L1]]", "notes/x.txt", "[[./x.txt#L1]]"],
      ["of a path from the folder", "[x](/x.txt#L1)", "articles/x.txt", "[x](/articles/x.txt#L1)"],
      ["of a path with a dot", "[x](./../x.txt#L1)", "notes/x.txt", "[x](./x.txt#L1)"],
      ["to where git looks away", "[x](../x.txt#L1)", "ignored/x.txt", "[x](../ignored/x.txt#L1)"],
      ["to Markdown, in which a bare number is a heading", "[x](../x.txt#1-2)", "x.md", "[x](../x.md#L1-2)"],
      ["to Markdown, of a wikilink", "[[x.txt#1]]", "x", "[[x#L1]]"],
      ["to Markdown, of a whole file", "See [x](../x.txt).", "x.md", "See [x](../x.md)."],
      ["that differs in case only", "[x](../x.txt#L1)", "X.txt", "[x](../X.txt#L1)"],
    ];
    for (const [what, before, to, after] of moves) {
      it(what, async () => {
        assert.equal(await follow(before, { "x.txt": to }, { "x.txt": bell, ".gitignore": "ignored/\n" }), after);
      });
    }

    it("out of a name's reach: the wikilink gets the folder", async () => {
      const to = "node_modules/x.txt";
      assert.equal(await follow("[[x.txt#L1]]", { "x.txt": to }), "[[../node_modules/x.txt#L1]]");
    });
  });

  describe("a folder of sources", () => {
    it("changes its name in the paths and leaves the rest as it is written", async () => {
      const files = { "news%20old/a b.txt": bell, "news old/a b.txt": bell, "other/y.txt": wind };
      const note = "[x](../news%20old/./a%20b.txt#L1), [y](../other/y.txt#L1), [z](<../news old/a b.txt#L1>)";
      assert.equal(
        await follow(note, { "news old": "press/old news" }, files),
        "[x](../press/old%20news/a%20b.txt#L1), [y](../other/y.txt#L1), [z](<../press/old news/a b.txt#L1>)",
      );
    });

    it("leaves wikilinks by name alone", async () => {
      const desk = await checkedDesk({ "a.md": '"The bell rang twice" ([[x.txt#L1]])', "old/x.txt": bell });
      const { changed } = await rename(desk, { old: "new" });
      assert.deepEqual(changed, []);
      assert.deepEqual(desk.verdicts("a.md"), ["exact"]);
    });

    it("is not one whose name only begins like it", async () => {
      const desk = await checkedDesk({
        "a.md": "[x](press-old/x.txt#L1)",
        "press-old/x.txt": bell,
        "press/y.txt": wind,
      });
      assert.deepEqual((await rename(desk, { press: "papers" })).changed, []);
    });

    it("together with a file in it, which goes elsewhere", async () => {
      const note = "[x](../press/x.txt#L1) and [y](../press/y.txt#L1)";
      const files = { "press/x.txt": bell, "press/y.txt": wind };
      const renames = { press: "papers", "press/y.txt": "wind.txt" };
      assert.equal(await follow(note, renames, files), "[x](../papers/x.txt#L1) and [y](../wind.txt#L1)");
    });

    it("with links to the folder itself", async () => {
      const files = { "press/x.txt": bell };
      assert.equal(await follow("[all](../press/)", { press: "papers" }, files), "[all](../papers/)");
    });

    it("that a note in it cites by its own name", async () => {
      const desk = await checkedDesk({ "press/a.md": "[x](../press/x.txt#L1)", "press/x.txt": bell });
      const { text } = await rename(desk, { press: "papers" });
      assert.equal(text("press/a.md"), "[x](x.txt#L1)");
      assert.deepEqual(desk.findings("papers/a.md"), []);
    });
  });

  describe("two sources that change places", () => {
    it("changes both citations", async () => {
      const note = '"The bell rang twice" ([x](../x.txt#L1)), "It was the wind" ([y](../y.txt#L1))';
      assert.equal(
        await follow(note, { "x.txt": "y.txt", "y.txt": "x.txt" }, { "x.txt": bell, "y.txt": wind }),
        '"The bell rang twice" ([x](../y.txt#L1)), "It was the wind" ([y](../x.txt#L1))',
      );
    });
  });

  describe("keeps wikilinks by name", () => {
    it("and gives them a folder where the name would be of two", async () => {
      const files = { "one/x.txt": bell, "two/y.txt": wind };
      assert.equal(
        await follow("[[x.txt#L1]] and [[y.txt#L1]]", { "two/y.txt": "two/x.txt" }, files),
        "[[../one/x.txt#L1]] and [[../two/x.txt#L1]]",
      );
    });

    it("short where the other file of that name goes in the same step", async () => {
      const files = { "one/x.txt": bell, "two/y.txt": wind };
      const renames = { "two/y.txt": "two/x.txt", "one/x.txt": "one/z.txt" };
      assert.equal(await follow("[[x.txt#L1]] and [[y.txt#L1]]", renames, files), "[[z.txt#L1]] and [[x.txt#L1]]");
    });

    it("that are of two files already as they are", async () => {
      const desk = await checkedDesk({ "a.md": "[[x.txt#L1]]", "one/x.txt": bell, "two/x.txt": bell });
      assert.deepEqual((await rename(desk, { "one/x.txt": "one/z.txt" })).changed, []);
    });
  });

  describe("a note", () => {
    const files = { "x.txt": bell, "notes/y.txt": wind };

    it("keeps its links right, however they are written", async () => {
      const note =
        '"The bell rang twice" ([x](../x.txt#L1)), [y](./y.txt#L1), [y](</notes/y.txt#L1>), [[y.txt#L1]], [web](https://a.example/x.txt)';
      assert.equal(
        await follow(note, { "notes/a.md": "notes/deep/b.md" }, files),
        '"The bell rang twice" ([x](../../x.txt#L1)), [y](../y.txt#L1), [y](</notes/y.txt#L1>), [[y.txt#L1]], [web](https://a.example/x.txt)',
      );
    });

    it("keeps its links to other notes and its images right, too", async () => {
      const note = [
        '[n](other.md#part), [n](<my other.md>), [up](../), ![p](../pictures/p%20q.png), [![p](p.png "P")](b.md), [r], ![r]',
        "[web](https://a.example/p.png), [part](#part), [[other]], `[n](other.md)`, ![d](data:image/png;base64,AA)",
        "[r]: sub/r.md 'R'",
      ].join("\n\n");
      const moved = await follow(note, { "notes/a.md": "notes/deep/a.md" }, files);
      assert.equal(
        moved,
        [
          '[n](../other.md#part), [n](<../my other.md>), [up](../../), ![p](../../pictures/p%20q.png), [![p](../p.png "P")](../b.md), [r], ![r]',
          "[web](https://a.example/p.png), [part](#part), [[other]], `[n](other.md)`, ![d](data:image/png;base64,AA)",
          "[r]: ../sub/r.md 'R'",
        ].join("\n\n"),
      );
    });

    it("that moves with its images stays as it is", async () => {
      const desk = await checkedDesk({ "notes/a.md": "![p](p.png) and [b](b.md)", "notes/b.md": "[a](a.md)" });
      assert.deepEqual((await rename(desk, { notes: "archive/2024" })).changed, []);
    });

    it("is not written where it only gets another name", async () => {
      const desk = await checkedDesk({ "a.md": "[x](x.txt#L1)", "x.txt": bell });
      assert.deepEqual((await rename(desk, { "a.md": "b.md" })).changed, []);
    });

    it("with what it cites, in one folder, stays as it is but for what is outside", async () => {
      const desk = await checkedDesk({ "notes/a.md": "[y](y.txt#L1) and [x](../x.txt#L1)", ...files });
      const { text } = await rename(desk, { notes: "archive/2024" });
      assert.equal(text("notes/a.md"), "[y](y.txt#L1) and [x](../../x.txt#L1)");
      assert.deepEqual(desk.findings("archive/2024/a.md"), []);
    });

    it("and its source, each to a place of its own", async () => {
      assert.equal(
        await follow("[x](../x.txt#L1)", { "notes/a.md": "a.md", "x.txt": "articles/bell.txt" }, files),
        "[x](articles/bell.txt#L1)",
      );
    });

    it("keeps what leads nowhere leading to the same place", async () => {
      assert.equal(
        await follow("[x](missing.txt#L1) and [y](../../out.txt#L1)", { "notes/a.md": "deep/er/a.md" }, files),
        "[x](../../notes/missing.txt#L1) and [y](../../../out.txt#L1)",
      );
    });

    it("that is cited by its lines is followed", async () => {
      const desk = await checkedDesk({ "a.md": '"The bell rang twice" ([x](log.md#L1))', "log.md": bell });
      const { text } = await rename(desk, { "log.md": "old/log.md" });
      assert.equal(text("a.md"), '"The bell rang twice" ([x](old/log.md#L1))');
    });

    it("in another workspace folder takes its paths from there", async () => {
      const desk = await checkedDesk(
        { "/one/a.md": "[x](/x.txt#L1) and [y](../two/y.txt#L1)", "/one/x.txt": bell, "/two/y.txt": wind },
        { roots: ["file:///one", "file:///two"] },
      );
      const { text } = await rename(desk, { "/one/a.md": "/two/sub/a.md" });
      assert.equal(text("/one/a.md"), "[x](../../one/x.txt#L1) and [y](../y.txt#L1)");
      assert.deepEqual(desk.findings("/two/sub/a.md"), []);
    });

    it("leaves to the editor what the editor rewrites itself", async () => {
      const note = "[x](../x.txt#L1), [[../x.txt#L1]] and [x](/x.txt#L1)";
      const desk = await checkedDesk({ "notes/a.md": note, "b.md": "[x](x.txt#L1)", "x.txt": bell });
      const keeps = { movedNotes: true, movedFolders: false };
      const asked = (renames: Record<string, string>, editorKeeps: EditorKeeps) =>
        desk.workspace
          .renameEdits(
            Object.entries(renames).map(([from, to]) => ({ from: wikiUri(from), to: wikiUri(to) })),
            { editorKeeps },
          )
          .then((edits) => edits?.map(({ text, edits }) => editedText(text, edits)));
      assert.deepEqual(await asked({ "notes/a.md": "deep/er/a.md" }, keeps), [
        "[x](../x.txt#L1), [[../../x.txt#L1]] and [x](/x.txt#L1)",
      ]);
      assert.deepEqual(await asked({ notes: "deep/er" }, keeps), [
        "[x](../../x.txt#L1), [[../../x.txt#L1]] and [x](/x.txt#L1)",
      ]);
      assert.deepEqual(await asked({ "x.txt": "bell.txt" }, keeps), [
        "[x](bell.txt#L1)",
        "[x](../bell.txt#L1), [[../bell.txt#L1]] and [x](/bell.txt#L1)",
      ]);
    });
  });

  describe("a file that is known by another name", () => {
    it("of another Unicode form", async () => {
      const files = { ["Überfall.txt".normalize("NFD")]: bell };
      const note = `[x](../${"Überfall.txt".normalize("NFC")}#L1)`;
      assert.equal(await follow(note, { ["Überfall.txt".normalize("NFD")]: "raid.txt" }, files), "[x](../raid.txt#L1)");
      assert.equal(await follow(note, { "notes/a.md": "a.md" }, files), `[x](${"Überfall.txt".normalize("NFD")}#L1)`);
    });

    it("by a symbolic link", async () => {
      const files = { "x.txt": { link: "real.txt" }, "real.txt": bell };
      const note = '["The bell rang twice"](../x.txt#L1)';
      assert.equal(await follow(note, { "real.txt": "bell.txt" }, files), '["The bell rang twice"](../bell.txt#L1)');
    });

    it("outside of the workspace, which is followed and not read", async () => {
      const desk = await checkedDesk({ "a.md": "[x](../out/x.txt#L1)", "/out/x.txt": bell });
      const { text } = await rename(desk, { "/out": "/away" });
      assert.equal(text("a.md"), "[x](../away/x.txt#L1)");
      assert.ok(![...desk.files.calls.read, ...desk.files.calls.stat].some((uri) => uri.startsWith("file:///out")));
    });
  });

  it("reads the unsaved text of an open note, and says which version of it", async () => {
    const desk = await checkedDesk({ "a.md": "Nothing yet.", "x.txt": bell });
    desk.workspace.openDocument(wikiUri("a.md"), 7, "Now [x](x.txt#L1).");
    const edits = await desk.workspace.renameEdits([{ from: wikiUri("x.txt"), to: wikiUri("y.txt") }]);
    assert.deepEqual(
      edits?.map(({ uri, version, text, edits }) => [uri, version, editedText(text, edits)]),
      [[wikiUri("a.md"), 7, "Now [x](y.txt#L1)."]],
    );
  });

  it("waits for notes that were not found or read yet, and judges none of them", async () => {
    for (const begin of [async () => {}, ({ workspace }: Desk) => void workspace.scan()]) {
      const desk = openDesk({ "a.md": '"The bell rang twice" ([x](x.txt#L1))', "x.txt": bell });
      void begin(desk);
      const edits = await desk.workspace.renameEdits([{ from: wikiUri("x.txt"), to: wikiUri("y.txt") }]);
      assert.equal(edits?.length, 1);
      assert.deepEqual(
        desk.work.map(({ kind }) => kind),
        ["parse"],
      );
      await desk.workspace.refresh();
      assert.deepEqual(desk.verdicts("a.md"), ["exact"]);
    }
  });

  describe("of notes that were not read yet", () => {
    const renamed = [{ from: wikiUri("real x.txt"), to: wikiUri("y.txt") }];
    const mentions: readonly (readonly [what: string, note: string])[] = [
      ["as it is", "[x](<real x.txt#L1>)"],
      ["percent-encoded", "[x](%72eal%20x.txt#L1)"],
      ["with entities", "[x](&#114;eal&#x20;x.txt#L1)"],
      ["with a backslash", "[x](<real x\\.txt#L1>)"],
      ["by a symbolic link", "[x](sub/linked#L1)"],
    ];
    for (const [what, note] of mentions) {
      it(`finds the one that names the file ${what}, and parses no other`, async () => {
        const desk = openDesk({
          "a.md": note,
          "b.md": "[x](other.txt#L1) and [y](more/wind.txt#L1)",
          "real x.txt": bell,
          "sub/linked": { link: "../real x.txt" },
        });
        const edits = await desk.workspace.renameEdits(renamed);
        assert.deepEqual(
          edits?.map(({ text, edits }) => editedText(text, edits).replace(/[<>]/g, "")),
          ["[x](y.txt#L1)"],
        );
        assert.deepEqual(desk.work, [{ kind: "parse", uri: wikiUri("a.md") }]);
      });
    }

    it("goes before the check of all notes, which then goes on", async () => {
      const others = Object.fromEntries(
        Array.from({ length: 60 }, (_, index) => [`notes/${index}.md`, "[x](../o.txt)"]),
      );
      const desk = openDesk({ ...others, "z.md": "[x](<real x.txt#L1>)", "o.txt": bell, "real x.txt": bell });
      await desk.workspace.scan();
      const refreshed = desk.workspace.refresh();
      assert.equal((await desk.workspace.renameEdits(renamed))?.length, 1);
      assert.ok(desk.work.length < 20, `${desk.work.length} pieces of work before the answer`);
      await refreshed;
      assert.equal(desk.workspace.notes().length, 61);
    });

    it("parses those with wikilinks where files go out of a name's reach", async () => {
      const desk = openDesk({ "a.md": "[[x.txt#L1]]", "b.md": "Nothing.", "art/x.txt": bell });
      const edits = await desk.workspace.renameEdits([{ from: wikiUri("art"), to: wikiUri(".git") }]);
      assert.deepEqual(
        edits?.map(({ text, edits }) => editedText(text, edits)),
        ["[[.git/x.txt#L1]]"],
      );
      assert.equal(desk.work.length, 1);
    });
  });

  it("ends early where it is cancelled", async () => {
    const desk = openDesk({ "a.md": "[x](x.txt#L1)", "b.md": "[x](x.txt#L1)", "x.txt": bell });
    const cancellation = { isCancellationRequested: false };
    const edits = desk.workspace.renameEdits([{ from: wikiUri("x.txt"), to: wikiUri("y.txt") }], { cancellation });
    cancellation.isCancellationRequested = true;
    assert.equal(await edits, null);
  });
});
