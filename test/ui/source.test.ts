import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { OpenWorkbench } from "../editors/workbench.ts";
import { configuration, photographFailure } from "./configuration.ts";
import { backgroundsOf, underlineAt } from "./inPage.mjs";
import { boxOf, openFile } from "./page.ts";

describe("a source in the editor, by mouse and keyboard", () => {
  const { workbench, vsix, notebook, screenshots } = configuration();
  const folder = notebook("source");
  let window: OpenWorkbench;

  before(async () => {
    const settings = { "editor.minimap.enabled": false, "editor.wordWrap": "on" };
    window = await workbench.open({ folder, vsix, settings });
  });
  after(() => window?.close());

  afterEach(photographFailure(() => window?.page));

  it("says above a cited line who cites it", async () => {
    await openFile(window.page, "channel.txt");
    await lens("2 notes · 2 altered").waitFor();
  });

  it("underlines cited passages and marks each in the margin by its own shape", async () => {
    const { page } = window;
    await page.locator(".glyph-margin-widgets .cgmr").first().waitFor();
    assert.equal(await underline("48,000 tonnes of silt"), "double");
    assert.equal(await underline("Nine councillors voted"), "solid");
    assert.equal(await underline("The plan takes"), null);
    const signs = await page.locator(".glyph-margin-widgets .cgmr").evaluateAll(backgroundsOf);
    assert.ok(new Set(signs).size >= 2, JSON.stringify(signs));
  });

  it("shows the notes that cite a line on Shift+F12", async () => {
    const { page } = window;
    await page.keyboard.press("Control+g");
    await page.locator(".quick-input-widget input[type=text]").pressSequentially("9");
    await page.keyboard.press("Enter");
    await page.getByText(/Ln 9, Col 1\b/).waitFor();
    await page.keyboard.press("Shift+F12");
    await places("verdicts.md").waitFor();
    await places("start-here.md").waitFor();
    await places("verdicts.md").click();
    await places("31 weeks").click();
    await page.locator(".reference-zone-widget .view-line", { hasText: "31 weeks" }).waitFor();
    if (screenshots !== null) {
      await page.getByText("Activating Extensions").waitFor({ state: "hidden" });
      // The peek view names the folder of its note, which is a temporary one here.
      const style = ".peekview-title .dirname { visibility: hidden; }";
      await page.screenshot({ path: join(screenshots, "source.png"), animations: "disabled", style });
    }
    await page.keyboard.press("Escape");
    await page.locator(".reference-zone-widget").waitFor({ state: "detached" });
  });

  it("shows them on a click on the lens, too", async () => {
    await lens("2 notes · 2 altered").click();
    await places("verdicts.md").waitFor();
    await window.page.keyboard.press("Escape");
  });

  it("moves the marks with what is typed, and takes them away where they are turned off", async () => {
    const { page } = window;
    await page.keyboard.press("Control+Home");
    await page.keyboard.type("Late edition. ");
    assert.equal(await underline("48,000 tonnes of silt"), "double");
    assert.equal(await underline("The plan takes"), null);
    const path = join(folder, ".vscode/settings.json");
    const settings = JSON.parse(readFileSync(path, "utf8"));
    writeFileSync(path, JSON.stringify({ ...settings, "verbatim.decorations.enabled": false }));
    await page.locator(".glyph-margin-widgets .cgmr").first().waitFor({ state: "detached" });
    assert.equal(await underline("48,000 tonnes of silt"), null);
  });

  async function underline(text: string): Promise<string | null> {
    const { x, y, height } = await boxOf(window.page, text);
    return window.page.evaluate(underlineAt, { x: x + 3, y: y + height / 2 });
  }

  function lens(title: string) {
    return window.page.locator(".codelens-decoration a", { hasText: title });
  }

  function places(text: string) {
    return window.page.locator(".reference-zone-widget .monaco-list-row", { hasText: text });
  }
});
