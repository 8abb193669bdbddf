import assert from "node:assert/strict";
import type { Backlink } from "../../../server/src/workspace/backlinks.ts";
import { checkedDesk, type Desk, wikiUri } from "./desk.ts";
import { bell, changed, forget, wind, worked } from "./notebook.ts";

const source = `${bell}${bell}${wind}Nobody had gone up the tower.\n`;

describe("backlinks", () => {
  it("are all citations of a source, in the order of their notes", async () => {
    const desk = await checkedDesk({
      "b.md": '"It was the wind" ([x](x.txt#L1)) and [y](y.txt#L1)',
      "a.md": "[x](x.txt#L1-L2) and [x](x.txt#L4)",
      "x.txt": source,
    });
    const found = desk.workspace.citationsOf(wikiUri("x.txt")).map(({ note, citation }) => {
      const { span } = note.citations[citation].citation;
      return `${note.uri.slice(-4)} ${note.text.slice(span.start, span.end)}`;
    });
    assert.deepEqual(found, ["a.md [x](x.txt#L1-L2)", "a.md [x](x.txt#L4)", "b.md [x](x.txt#L1)"]);
    assert.deepEqual(desk.workspace.citationsOf(wikiUri("z.txt")), []);
  });

  it("are a quote where it stands, and its citation at the lines that it names wrongly", async () => {
    const desk = await checkedDesk({ "a.md": '"It was the wind" ([x](x.txt#L1))', "x.txt": source });
    assert.deepEqual(backlinks(desk, 1), ["a.md 1-1 [x](x.txt#L1)"]);
    assert.deepEqual(backlinks(desk, 2), []);
    assert.deepEqual(backlinks(desk, 3), ['a.md 3-3 "It was the wind"']);
    assert.deepEqual(backlinks(desk), ['a.md 3-3 "It was the wind"']);
  });

  it("are the quotes of a citation at their own lines, and the citation at the lines between", async () => {
    const note = '"It was the wind" and "Nobody had gone up" ([x](x.txt#L1-L4))';
    const desk = await checkedDesk({ "a.md": note, "x.txt": source });
    assert.deepEqual(backlinks(desk, 2), ["a.md 1-4 [x](x.txt#L1-L4)"]);
    assert.deepEqual(backlinks(desk, 3), ['a.md 3-3 "It was the wind"']);
    assert.deepEqual(backlinks(desk), ['a.md 3-3 "It was the wind"', 'a.md 4-4 "Nobody had gone up"']);
  });

  it("are a quote at every place that it may be from", async () => {
    const desk = await checkedDesk({ "a.md": '"The bell rang twice" ([x](x.txt#L4))', "x.txt": source });
    assert.deepEqual(backlinks(desk), ['a.md 1-1 "The bell rang twice"', 'a.md 2-2 "The bell rang twice"']);
    assert.deepEqual(backlinks(desk, 4), ["a.md 4-4 [x](x.txt#L4)"]);
  });

  it("are a quote that was not found, or found in another source, at the lines that it cites", async () => {
    const desk = await checkedDesk({
      "a.md": '"It was the wind" ([y](y.txt#L1)). "The tide took the lower bridge" ([y](y.txt#L1)). [x](x.txt#L2)',
      "x.txt": source,
      "y.txt": bell,
    });
    assert.deepEqual(desk.verdicts("a.md"), ["elsewhere", "absent"]);
    assert.deepEqual(backlinks(desk, 1, "y.txt"), [
      'a.md 1-1 "It was the wind"',
      'a.md 1-1 "The tide took the lower bridge"',
    ]);
    assert.deepEqual(backlinks(desk, 3), []);
  });

  it("are those of a workspace made anew after each of many edits", async () => {
    const lines = Array.from({ length: 30 }, (_, line) => `Line number ${line + 1} of the tower book.`);
    const citing = (...cited: number[]) =>
      cited.map((line) => `"number ${line} of the tower book" ([x](x.txt#L${line}-L${line + 2}))`).join("\n\n");
    const files: Record<string, string> = { "x.txt": lines.join("\n") };
    for (let i = 0; i < 40; i++) files[`${i}.md`] = citing((i % 28) + 1, ((i * 5) % 28) + 1);
    const desk = await checkedDesk(files);
    for (let i = 0; i < 40; i++) {
      const name = `${(i * 7) % 40}.md`;
      files[name] = i % 5 === 4 ? "Nothing." : citing(((i * 3) % 28) + 1, (i % 28) + 1);
      desk.files.write(`/wiki/${name}`, files[name]);
      changed(desk, [name, "changed"]);
      await desk.workspace.refresh();
      if (i % 4 !== 0) continue;
      const anew = await checkedDesk(files);
      for (const line of [undefined, 1, 9, 17, 28]) assert.deepEqual(backlinks(desk, line), backlinks(anew, line));
    }
  });

  it("follow the note and the source", async () => {
    const desk = await checkedDesk({ "a.md": '"It was the wind" ([x](x.txt#L3))', "x.txt": source });
    assert.deepEqual(backlinks(desk, 3), ['a.md 3-3 "It was the wind"']);
    desk.workspace.openDocument(wikiUri("x.txt"), 1, `One line more.\n${source}`);
    forget(desk);
    await desk.workspace.checkCiting(wikiUri("x.txt"));
    assert.deepEqual(worked(desk), ["judge a.md"]);
    assert.deepEqual(backlinks(desk, 4), ['a.md 4-4 "It was the wind"']);
    desk.files.remove("/wiki/a.md");
    changed(desk, ["a.md", "deleted"]);
    await desk.workspace.refresh();
    assert.deepEqual(backlinks(desk), []);
  });

  it("have their source checked for nobody else", async () => {
    const desk = await checkedDesk({
      "a.md": "[x](x.txt#L3)",
      "b.md": "[y](y.txt#L1)",
      "x.txt": source,
      "y.txt": bell,
    });
    for (const path of ["x.txt", "y.txt"]) desk.workspace.openDocument(wikiUri(path), 1, wind);
    forget(desk);
    await desk.workspace.checkCiting(wikiUri("x.txt"));
    assert.deepEqual(worked(desk), ["judge a.md"]);
    await desk.workspace.checkCiting(wikiUri("y.txt"), { isCancellationRequested: true });
    assert.deepEqual(worked(desk), ["judge a.md"]);
    assert.equal(await desk.workspace.checkCiting(wikiUri("a.md")), false);
  });
});

function backlinks(desk: Desk, line?: number, path = "x.txt"): string[] {
  const lines = line === undefined ? undefined : { start: line, end: line };
  return desk.workspace.backlinksOf(wikiUri(path), lines).map(inWords);
}

function inWords({ note, citation, quote, lines }: Backlink): string {
  const { start, end } = quote === null ? note.citations[citation].citation.span : quote.quotation.marked;
  return `${note.uri.slice("file:///wiki/".length)} ${lines.start}-${lines.end} ${note.text.slice(start, end)}`;
}
