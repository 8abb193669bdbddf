import assert from "node:assert/strict";
import { checkedDesk, type Desk, wikiUri } from "./desk.ts";
import { changed } from "./notebook.ts";

const cites = (path: string) => `"The bell rang twice" ([x](${path}#L1))\n`;

async function uncited({ workspace }: Desk): Promise<string[]> {
  return (await workspace.uncitedFiles()).map((uri) => decodeURIComponent(uri.slice("file:///".length)));
}

describe("the files that nobody cites", () => {
  it("are the text files beside cited ones and below their folders", async () => {
    const desk = await checkedDesk({
      "notes/a.md": cites("../articles/x.txt"),
      "articles/x.txt": "The bell rang twice.\n",
      "articles/y.txt": "It was noon.\n",
      "articles/LETTER": "Dear all.\n",
      "articles/2020/z.txt": "Nobody came.\n",
      "articles/council.md": "A note, since it is Markdown.\n",
      "articles/photo.JPG": "…",
      "articles/.hidden": "…",
      "articles/node_modules/m.txt": "…",
      "letters/w.txt": "In a folder that nobody cites from.\n",
    });
    assert.deepEqual(await uncited(desk), ["wiki/articles/2020/z.txt", "wiki/articles/LETTER", "wiki/articles/y.txt"]);
  });

  it("are at the top of the workspace only those that lie there", async () => {
    const desk = await checkedDesk({
      "a.md": cites("x.txt"),
      "x.txt": "The bell rang twice.\n",
      "y.txt": "It was noon.\n",
      "letters/w.txt": "Somewhere else.\n",
    });
    assert.deepEqual(await uncited(desk), ["wiki/y.txt"]);
  });

  it("are none outside the workspace, wherever a link leads", async () => {
    const desk = await checkedDesk({
      "a.md": `${cites("away/gone.txt")}\n${cites("in/x.txt")}`,
      "in/x.txt": "The bell rang twice.\n",
      away: { link: "/elsewhere" },
      "in/linked.txt": { link: "/elsewhere/secret.txt" },
      "/elsewhere/secret.txt": "Not to be listed.\n",
    });
    assert.deepEqual(await uncited(desk), []);
    assert.equal(desk.files.calls.list.includes("file:///elsewhere"), false);
    assert.equal(desk.files.calls.list.includes(wikiUri("away")), false);
  });

  it("follow what is cited and what comes and goes, and look at the disk only then", async () => {
    const desk = await checkedDesk({
      "a.md": cites("s/x.txt"),
      "s/x.txt": "The bell rang twice.\n",
      "s/y.txt": "The bell rang twice.\n",
    });
    assert.deepEqual(await uncited(desk), ["wiki/s/y.txt"]);
    desk.files.forgetCalls();
    desk.workspace.openDocument(wikiUri("a.md"), 1, cites("s/y.txt"));
    await desk.workspace.refresh();
    assert.deepEqual(await uncited(desk), ["wiki/s/x.txt"]);
    assert.deepEqual(desk.files.calls.list, []);
    desk.files.write("/wiki/s/z.txt", "New.\n");
    changed(desk, ["s/z.txt", "created"]);
    assert.deepEqual(await uncited(desk), ["wiki/s/x.txt", "wiki/s/z.txt"]);
  });
});
