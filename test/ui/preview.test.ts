import assert from "node:assert/strict";
import { join } from "node:path";
import type { FrameLocator } from "playwright-core";
import type { OpenWorkbench } from "../editors/workbench.ts";
import { configuration, photographFailure } from "./configuration.ts";
import { openFile, untilChecked } from "./page.ts";

describe("the Markdown preview", () => {
  const { workbench, vsix, notebook, screenshots } = configuration();
  let window: OpenWorkbench;

  before(async () => {
    window = await workbench.open({ folder: notebook("preview"), vsix, settings: { "editor.minimap.enabled": false } });
  });
  after(() => window?.close());
  afterEach(photographFailure(() => window?.page));

  /**
   * Opens it to the side of a note, by keyboard, and waits for its marks. When all notes have been checked these are the
   * last: for others its page would be loaded anew, and what is pressed or clicked in a page that goes is lost.
   */
  async function openPreview(name: string): Promise<FrameLocator> {
    const { page } = window;
    await openFile(page, name);
    await untilChecked(page);
    await page.keyboard.press("Control+k");
    await page.keyboard.press("v");
    await page.locator(`.tab.active[aria-label^="Preview ${name}"]`).waitFor();
    const frame = page.frameLocator("iframe.webview.ready").frameLocator("#active-frame");
    await frame.locator(".verbatim-quote").first().waitFor();
    return frame;
  }

  it("marks every quote by its verdict, and says it to a screen reader", async () => {
    const preview = await openPreview("verdicts.md");
    const symbols = await preview.locator(".verbatim-quote").allTextContents();
    assert.equal(symbols.join(""), "✓≈✗✗✗✗✗✗✗✗?✓✓✗✗");
    await preview.getByRole("img", { name: "Moved: these words are at line 13 of" }).waitFor();
    const title = await preview.getByRole("img", { name: "Not checked" }).getAttribute("title");
    assert.match(title ?? "", /letter\.txt/);
    if (screenshots === null) return;
    await window.page.keyboard.press("Control+b");
    await window.page.screenshot({ path: join(screenshots, "preview.png"), animations: "disabled" });
    await window.page.keyboard.press("Control+b");
  });

  it("opens the source at the cited lines when a citation is clicked", async () => {
    const preview = await openPreview("harbour-story.md");
    await preview.getByRole("link", { name: "The survey" }).click();
    await window.page.locator('.tab.active[data-resource-name="seagrass-survey.txt"]').waitFor();
    // VS Code puts the cursor in front of the first of the lines, and sometimes selects them.
    await window.page.getByText(/^Ln (18, Col 1|20, Col 1 \(\d+ selected\))$/).waitFor();
  });
});
