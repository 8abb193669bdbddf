import assert from "node:assert/strict";
import { checkedDesk } from "../workspace/desk.ts";
import { marked, marksOf, noteUri, rendered, renderedPlainly, shownMarks, withoutMarks } from "./preview.ts";

const article = [
  "Harbour reopens after storm",
  "",
  "The harbour was shut for 13 days, and the ferry did not sail.",
  "“We ignored it,” the master said. Nobody was hurt.",
  "It is not a margin. It is luck.",
].join("\n");

/** `✓ words that it stands behind` for every mark of the note. */
async function marksIn(
  note: string,
  sources: Readonly<Record<string, string>> = { "a.txt": article },
): Promise<string[]> {
  const { html } = await show(note, sources);
  return shownMarks(html).map(({ symbol, before }) => `${symbol} ${before.trimEnd().slice(-16)}`);
}

async function show(note: string, sources: Readonly<Record<string, string>> = { "a.txt": article }, options = {}) {
  const desk = await checkedDesk({ ...sources, "note.md": note });
  const marks = await marksOf(desk, "note.md");
  return { html: rendered(note, [marked(marks, note)], options), marks, desk };
}

describe("marks in the preview", () => {
  it("tell by their shape and in words what was found", async () => {
    const { html } = await show(
      [
        '"The harbour was shut for 13 days" ([a](a.txt#L3)).',
        '"[T]he ferry did not sail" ([a](a.txt#L3)).',
        '"the harbour was shut for 30 days" ([a](a.txt#L3)).',
        '"The harbour was shut for 13 days" ([a](a.txt#L5)).',
        '"Nobody knows what it was" ([a](a.txt#L5)).',
        '"The harbour was shut" ([b](none.txt#L5)).',
        '"the ferry … sail" ([a](a.txt#L3)).',
      ].join("\n\n"),
    );
    assert.deepEqual(
      shownMarks(html).map(({ symbol, kind, label }) => `${symbol} ${kind}: ${label}`),
      [
        "✓ exact: Exact: word for word.",
        "≈ equivalent: Equivalent: the source’s words, with permitted changes only.",
        "✗ wrong: Altered: 1 difference from a.txt.",
        "✗ wrong: Moved: these words are at line 3 of a.txt, not at line 5.",
        "✗ wrong: Not found: no such passage in a.txt.",
        "? open: Not checked: these words were not compared with none.txt.",
        "✗ wrong: This ellipsis skips “not” in a sentence that the quote keeps words of.",
      ],
    );
    assert.match(shownMarks(html)[2].title, /^- number: the source says “13”, the quote “30”$/m);
    assert.match(shownMarks(html)[2].title, /^3 │ ⟦The harbour was shut for 13 days⟧/m);
  });

  const places: readonly [title: string, note: string, ...marks: string[]][] = [
    ["within emphasis", 'So **"We *ignored* it"** ([a](a.txt#L4)).', '≈ "We ignored it"'],
    ["behind entities and escapes", "&quot;We ignored &#105;t\\!&quot; ([a](a.txt#L4)).", '≈ "We ignored it!"'],
    [
      "of equal quotes",
      '"It is luck" and "It is luck" and "It is luck" ([a](a.txt#L5)).',
      ...[1, 2, 3].map(() => '✓ d "It is luck"'),
    ],
    ["in a link's text", '["We ignored it"](a.txt#L4) and more', '✓ "We ignored it"'],
    ["behind a link whose title quotes", '[he did](a.txt#L4 "“We ignored it”") and more', "✓ he did"],
    [
      "in a list, over two lines",
      '1. - "The harbour was\n     shut for 13 days" ([a](a.txt#L3)).',
      '✓ shut for 13 days"',
    ],
    ["in a heading", '## "We ignored it" ([a](a.txt#L4)) ##', '✓ "We ignored it"'],
    ["in an underlined heading", '"We ignored it"\n([a](a.txt#L4))\n---', '✓ "We ignored it"'],
    [
      "in a table",
      'a | b\n--|--\n"x \\| y" | "We ignored it" ([a](a.txt#L4))\n| | "It is luck" ([a](a.txt#L5)) |',
      '✓ "We ignored it"',
      '✓ "It is luck"',
    ],
    ["behind a block quote", "> The ferry did\n> not sail.\n>\n> — [a](a.txt#L3)", "≈ did\nnot sail."],
    ["behind the pair around a block quote", "> “We ignored it”\n>\n> — [a](a.txt#L4)", "✓ “We ignored it”"],
    ["behind quotes within quotes", "> “We ignored it,” the master said.\n\n[a](a.txt#L4)", "✓ the master said."],
    [
      "in a heading that closes, with blanks behind",
      '# # "It is luck" ([a](a.txt#L5)) # ##  \n\nwe we "We ignored it" ([a](a.txt#L4))   \nand more ',
      '✓ "It is luck"',
      '✓ "We ignored it"',
    ],
    ["beside a code span", '`"We"` "We ignored it" `x` ([a](a.txt#L4)).', '✓ "We ignored it"'],
    ["beside an address", '"We ignored it" (http://a.test/b, [a](a.txt#L4)).', '✓ "We ignored it"'],
    ["after front matter and tabs", '---\nx: "y"\n---\n\n*\t"We ignored it" ([a](a.txt#L4))', '✓ "We ignored it"'],
  ];
  for (const [title, note, ...expected] of places) {
    it(`stand right ${title}`, async () => {
      assert.deepEqual((await marksIn(note)).map(squeezed), expected.map(squeezed));
      assert.deepEqual((await marksIn(note.replaceAll("\n", "\r\n"))).map(squeezed), expected.map(squeezed));
    });
  }

  it("let nothing of a source act as HTML", async () => {
    const hostile = 'He said <img src=x onerror="alert(1)">"><script>alert(2)</script> & \u202eleft there.';
    const { html, marks } = await show('"He said something" ([a](a.txt#L1)).', { "a.txt": hostile });
    assert.match(marks.quotes[0].text, /<script>/);
    assert.doesNotMatch(html, /<script|<img|\u202e/);
    assert.equal(shownMarks(html)[0].title, marks.quotes[0].text);
    assert.doesNotMatch(withoutMarks(html), /alert/);
  });

  it("let nothing of a file's name act as HTML", async () => {
    const name = "<b onclick='x'>\">.txt";
    const { html } = await show(`"He said something" ([a](<${name.replace(/[<>]/g, "\\$&")}#L1>)).`, {
      [name]: "Nothing.",
    });
    assert.equal(shownMarks(html).length, 1);
    assert.doesNotMatch(html, /<b /);
  });

  it("leave headings, typography and other plugins' work as they are", async () => {
    const note =
      '# "We ignored it" -- [a](a.txt#L4)\n\n\'It\' is "luck"... (c) "We ignored it" ([a](a.txt#L4)) ~~x~~  \n"y"';
    for (const options of [{ typographer: true }, { breaks: true }, { linkify: false }]) {
      const { html } = await show(note, { "a.txt": article }, options);
      assert.equal(shownMarks(html).length, 2);
      assert.equal(withoutMarks(html), renderedPlainly(note, options));
    }
  });

  it("are found in a row of many cells with work that grows as the row does", async () => {
    const looks = async (cells: number) => {
      const quotes = '| "We ignored it" ([a](a.txt#L4)) [[a.txt#L5]] '.repeat(cells);
      const note = `${"|x".repeat(cells)}|\n${"|-".repeat(cells)}|\n${quotes}|`;
      const { marks } = await show(note);
      const here = marked(marks, note);
      let count = 0;
      const counted = <Placed extends { readonly range: object }>(placed: Placed): Placed =>
        Object.defineProperty({ ...placed }, "range", {
          get: () => {
            count++;
            return placed.range;
          },
        });
      const notes = [{ ...here, quotes: here.quotes.map(counted), wikilinks: here.wikilinks.map(counted) }];
      assert.equal(shownMarks(rendered(note, notes)).length, cells);
      return count;
    };
    const [few, many] = [await looks(100), await looks(400)];
    assert.ok(many < 6 * few, `${few} looks at 100 cells, ${many} at 400`);
  });

  it("are shown in their own note only", async () => {
    const note = '"We ignored it" ([a](a.txt#L4)).';
    const { marks } = await show(note);
    const here = marked(marks, note);
    const there = { ...here, uri: "file:///wiki/copy/note.md" };
    assert.equal(shownMarks(rendered(note, [there, here])).length, 1);
    assert.equal(rendered(note, [there]), renderedPlainly(note));
    assert.equal(here.uri, noteUri);
  });
});

describe("marks of a text that has changed since", () => {
  const first = '"We ignored it" ([a](a.txt#L4)).';
  const second = "> The ferry did not sail.\n>\n> — [a](a.txt#L3)";
  const third = '"It is luck" ([a](a.txt#L5)).';
  const note = [first, second, third].join("\n\n");

  async function shownOn(present: string): Promise<{ shown: string[]; leftOut: number }> {
    const { marks } = await show(note);
    const changed = marked(marks, note, present);
    const shown = shownMarks(rendered(present, [changed])).map(({ before }) => before.trimEnd().slice(-5));
    return { shown, leftOut: changed.leftOut };
  }

  it("stay on what has not, and move with it", async () => {
    assert.deepEqual((await shownOn(`New words.\n\n${note}`)).shown, ['d it"', "sail.", 'luck"']);
    assert.deepEqual((await shownOn(note.replaceAll("\n", "\r\n"))).shown, ['d it"', "sail.", 'luck"']);
    assert.deepEqual((await shownOn([first, third].join("\n\n"))).shown, ['d it"', 'luck"']);
    assert.deepEqual((await shownOn([first, second, "And so on.", third].join("\n\n"))).shown, [
      'd it"',
      "sail.",
      'luck"',
    ]);
  });

  it("are not shown in a paragraph that was touched", async () => {
    assert.deepEqual((await shownOn(note.replace("ignored", "adored"))).shown, ["sail.", 'luck"']);
    assert.deepEqual(await shownOn(note.replace(first, `${first}\nAnd so on.`)), {
      shown: ["sail.", 'luck"'],
      leftOut: 1,
    });
    assert.deepEqual((await shownOn(note.replace("ferry", "boat"))).shown, ['d it"', 'luck"']);
    assert.deepEqual((await shownOn(note.replace("luck", "duck"))).shown, ['d it"', "sail."]);
  });

  it("are none where everything has changed", async () => {
    assert.deepEqual((await shownOn("")).shown, []);
    assert.deepEqual((await shownOn("Something else.")).shown, []);
  });
});

describe("links of citations in the preview", () => {
  async function destinations(note: string): Promise<string[]> {
    const { html } = await show(note, { "a.txt": article, "b c.txt": article });
    return [...html.matchAll(/href="([^"]*)"/g)].map(([, href]) => href);
  }

  it("lead to the first line in the form that every VS Code opens", async () => {
    const fragments = ["#L3", "#L3-L5", "#L3-5", "#3", "#3-5", "#L3,7-L5,12", "#L3C7-L5C12", "#line=2,5", "#L3–L5"];
    const links = fragments.map((fragment) => `[a](a.txt${fragment})`);
    assert.deepEqual(
      await destinations(links.join("\n\n")),
      ["#L3", "#L3", "#L3", "#L3", "#L3", "#L3,7", "#L3,7", "#L3", "#L3"].map((fragment) => `a.txt${fragment}`),
    );
  });

  it("do so whatever way they are written", async () => {
    assert.deepEqual(
      await destinations('[a](<b c.txt#L3-L5> "t") [b][x] [x] ["We"](b%20c.txt#3)\n\n[x]: ./a.txt#L4-L5'),
      ["b%20c.txt#L3", "./a.txt#L4", "./a.txt#L4", "b%20c.txt#L3"],
    );
  });

  it("are made of wikilinks, from wherever the note is", async () => {
    const note =
      'So [[b c.txt#L3-L4|he <b> said]], "We ignored it" [[a.txt#L4]], [[nothing.md]]. ![[a.txt#L4]]\n\n`[[a.txt#L3]]`';
    const desk = await checkedDesk({ "deep/a.txt": article, "b c.txt": article, "notes/note.md": note });
    const html = rendered(note, [marked(await marksOf(desk, "notes/note.md"), note)]);
    assert.match(html, /So <a href="\.\.\/b%20c\.txt#L3">he &lt;b&gt; said<\/a>, &quot;We ignored it&quot;<span/);
    assert.match(html, /<\/span> <a href="\.\.\/deep\/a\.txt#L4">a\.txt#L4<\/a>, \[\[nothing\.md\]\]/);
    assert.match(html, /<code>\[\[a\.txt#L3\]\]<\/code>/);
    const changed = marked(await marksOf(desk, "notes/note.md"), note, `${note}\nMore.`.replace("So ", "Then "));
    assert.match(rendered(note.replace("So ", "Then "), [changed]), /Then \[\[b c\.txt#L3-L4\|/);
  });

  it("are left alone where they are no citations", async () => {
    const others = ["http://a.test/b#L3-L5", "#L3-L5", "a.txt", "a.txt#L0"];
    assert.deepEqual(await destinations(others.map((other) => `[a](${other})`).join("\n\n")), others);
  });
});

function squeezed(text: string): string {
  return text.replace(/\s+/g, " ").slice(0, 2) + text.replace(/\s+/g, " ").slice(-12);
}
