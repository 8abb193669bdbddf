import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { OpenWorkbench } from "../editors/workbench.ts";
import { configuration, photographFailure } from "./configuration.ts";
import { openFile } from "./page.ts";

describe("completion by keyboard", () => {
  const { workbench, vsix, notebook, screenshots } = configuration();
  const folder = notebook("completion");
  let window: OpenWorkbench;

  before(async () => {
    window = await workbench.open({ folder, vsix, settings: { "editor.minimap.enabled": false } });
  });
  after(() => window?.close());

  afterEach(photographFailure(() => window?.page));

  const suggestion = (text: string) =>
    window.page.locator(".suggest-widget.visible .monaco-list-row", { hasText: text });

  it("goes on with a quotation, and leaves a note without a new finding", async () => {
    const { page } = window;
    await openFile(page, "start-here.md");
    await page.locator(".squiggly-error").first().waitFor();
    await page.keyboard.press("Control+End");
    await page.keyboard.type('\nThe mayor is glad: "we have wai', { delay: 30 });
    await suggestion("We have waited long enough").first().waitFor();
    await page.keyboard.press("Control+Space");
    await page.locator(".suggest-details-container:visible", { hasText: "channel.txt" }).first().waitFor();
    if (screenshots !== null) {
      await page.screenshot({ path: join(screenshots, "completion.png"), animations: "disabled" });
    }
    await page.keyboard.press("Enter");
    await page.keyboard.type(".");
    const quotation = 'The mayor is glad: "We have waited long enough" ([report](articles/channel.txt#L7)).';
    assert.equal(await lastLine(), quotation);
    await page.locator(".squiggly-error").first().waitFor();
    assert.equal(await page.locator(".squiggly-error, .squiggly-warning, .squiggly-info").count(), 1);
  });

  it("goes from a path to the lines, those of the quotation first", async () => {
    const { page } = window;
    await page.keyboard.type('\n\nShe said "we accept every one of them" ([survey](chan', { delay: 30 });
    await suggestion("articles/channel.txt").first().waitFor();
    await page.keyboard.press("Enter");
    await suggestion("L21").first().waitFor();
    assert.match((await page.locator(".suggest-widget.visible .monaco-list-row.focused").textContent()) ?? "", /^L21/);
    await page.keyboard.press("Enter");
    await page.keyboard.press("End");
    assert.equal(await lastLine(), 'She said "we accept every one of them" ([survey](articles/channel.txt#L21))');
  });

  it("asks for nothing in ordinary prose", async () => {
    const { page } = window;
    await page.keyboard.type("\n\nAnd so it went on for a while. ", { delay: 30 });
    assert.equal(await page.locator(".suggest-widget.visible").count(), 0);
  });

  /** The last line of the note that is not empty, as it is on disk. */
  async function lastLine(): Promise<string> {
    const { page } = window;
    await page.keyboard.press("Control+s");
    await page.locator('.tab.active:not(.dirty)[data-resource-name="start-here.md"]').waitFor();
    return readFileSync(join(folder, "start-here.md"), "utf8").trimEnd().split("\n").at(-1) ?? "";
  }
});
