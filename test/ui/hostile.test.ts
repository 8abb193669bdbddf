import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Locator } from "playwright-core";
import type { OpenWorkbench } from "../editors/workbench.ts";
import { configuration, photographFailure } from "./configuration.ts";
import { endHover, hover, openFile, rest, runCommand, untilChecked } from "./page.ts";

/** What VS Code draws of text that nobody vouches for, in the page itself. */
describe("a hostile notebook in the editor", () => {
  const { workbench, vsix } = configuration();
  const folder = mkdtempSync(join(tmpdir(), "verbatim-hostile-"));
  let window: OpenWorkbench;
  let server: Server;
  /** What the page or anything behind it has asked of an address that only the notebook names. */
  const requests: string[] = [];

  before(async () => {
    server = createServer((request, response) => {
      requests.push(request.url ?? "");
      response.end();
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const markup = [
      `<img src="${origin}/a.png">`,
      `![b](${origin}/b.png)`,
      "[c](command:workbench.action.closeWindow)",
      `<a href="${origin}/d">d</a>`,
      `${origin}/e`,
      "[f](javascript:alert(1))",
      "<javascript:alert(1)>",
      "[g](data:text/html,x)",
      `<iframe src="${origin}/h"></iframe>`,
    ].join(" ");
    const escaped = markup.replace(/[<[\]!:()]/g, "\\$&");
    writeFileSync(
      join(folder, "log.txt"),
      `The harbour was shut for 13 days ${markup} and no longer.\nNobody was hurt <img src="${origin}/i.png"> that day on the long quay.\n`,
    );
    writeFileSync(
      join(folder, "hostile.md"),
      `It “was shut for 30 days ${escaped} and no longer” ([Log ${escaped}](log.txt#L1)).\n\n“Nobody was hurt that day on the long quay” ([Log](log.txt#L2)).\n`,
    );
    writeFileSync(join(folder, "quiet.md"), "It “was shut for 30 days” ([Log](log.txt#L1)).\n");
    const settings = { "editor.minimap.enabled": false, "editor.wordWrap": "on" };
    window = await workbench.open({
      folder,
      vsix,
      settings,
      prepare: async (page) => {
        page.on("request", (request) => request.url().startsWith(origin) && requests.push(request.url()));
      },
    });
    await openFile(window.page, "hostile.md");
    await untilChecked(window.page);
  });
  after(async () => {
    await window?.close();
    server?.close();
    rmSync(folder, { recursive: true });
  });
  afterEach(photographFailure(() => window?.page));

  /** Nothing was loaded, and nothing is there to be loaded or clicked but what is ours. */
  async function isPlain(shown: Locator, links: readonly string[]): Promise<void> {
    assert.equal(await shown.locator("img, iframe, object, embed, video, audio, script, svg").count(), 0);
    const anchors = await shown.locator("a[href], a[data-href]").allTextContents();
    assert.deepEqual(anchors, links);
    assert.deepEqual(requests, []);
  }

  it("has its words shown by a hover, and nothing of its markup", async () => {
    const { page } = window;
    const text = await hover(page, "shut for 30", /13/);
    assert.match(text, /<img src=/);
    await isPlain(page.locator(".monaco-hover:visible .rendered-markdown"), ["Open passage"]);
    await endHover(page);
  });

  it("has its words in the preview's marks, and nothing of its markup", async () => {
    const { page } = window;
    await openFile(page, "quiet.md");
    await page.keyboard.press("Control+k");
    await page.keyboard.press("v");
    await page.locator('.tab.active[aria-label^="Preview quiet.md"]').waitFor();
    const preview = page.frameLocator("iframe.webview.ready").frameLocator("#active-frame");
    const mark = preview.locator(".verbatim-quote").first();
    await mark.waitFor();
    assert.match((await mark.getAttribute("title")) ?? "", /<img src=/);
    await isPlain(preview.locator(".markdown-body"), ["Log"]);
  });

  it("has its words shown by the evidence, and nothing of its markup", async () => {
    const { page } = window;
    await runCommand(page, "Verbatim: Focus on Evidence View");
    const rows = page.locator(".part.sidebar .pane-body .monaco-list-row");
    await rows.first().locator(".monaco-tl-twistie").click();
    await rows
      .and(page.getByLabel(/^Line 2: /))
      .locator(".monaco-tl-twistie")
      .click();
    const quote = rows.and(page.getByLabel(/^“Nobody was hurt/)).locator(".label-name");
    await quote.waitFor();
    // What was clicked lies where the mouse is: it has to come anew to rest on something.
    await page.mouse.move(600, 600);
    const text = await rest(page, async () => (await quote.boundingBox()) ?? assert.fail("no quote"), /1 difference/);
    assert.match(text, /<img src=/);
    const tooltip = page.locator(".monaco-hover:visible", { hasText: "1 difference" }).first();
    await isPlain(tooltip, []);
    await isPlain(page.locator(".part.sidebar .pane-body .monaco-list"), []);
    await endHover(page);
  });
});
