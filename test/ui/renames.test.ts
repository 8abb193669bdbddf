import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import type { OpenWorkbench } from "../editors/workbench.ts";
import { configuration, photographFailure } from "./configuration.ts";
import { boxOf, openFile } from "./page.ts";

describe("a rename in the Explorer, by keyboard", () => {
  const { workbench, vsix, notebook } = configuration();
  const folder = notebook("renames");
  let window: OpenWorkbench;

  before(async () => {
    window = await workbench.open({ folder, vsix, settings: { "editor.minimap.enabled": false } });
  });
  after(() => window?.close());
  afterEach(photographFailure(() => window?.page));

  it("is followed by the notes, and undone with them", async () => {
    const { page } = window;
    await openFile(page, "start-here.md");
    await untilOneFinding(page);

    await selectInExplorer(page, "articles", "channel.txt");
    await page.keyboard.press("F2");
    const input = page.locator(".explorer-item-edited input");
    await input.fill("harbour channel.txt");
    await page.keyboard.press("Enter");
    const dialog = page.locator(".monaco-dialog-box", { hasText: "Verbatim" });
    await dialog.waitFor();
    await page.keyboard.press("Enter");
    await explorerRow(page, "harbour channel.txt").waitFor();
    await page.locator('.tab[data-resource-name="start-here.md"]').click();
    await boxOf(page, "articles/harbour%20channel.txt#L7");
    assert.ok(existsSync(join(folder, "articles/harbour channel.txt")));
    await untilOneFinding(page);

    await page.keyboard.press("Control+z");
    await page.locator(".monaco-dialog-box", { hasText: "undo 'Rename channel.txt" }).waitFor();
    await page.keyboard.press("Enter");
    await boxOf(page, "articles/channel.txt#L7");
    await explorerRow(page, "channel.txt").waitFor();
    await untilOneFinding(page);
  });
});

/** Puts the keyboard's focus on a file of a folder. */
async function selectInExplorer(page: Page, folder: string, file: string): Promise<void> {
  await page.keyboard.press("Control+Shift+E");
  await explorerRow(page, folder).click();
  await explorerRow(page, file).click();
}

/** The wrong number of the note, and no citation that leads nowhere. */
async function untilOneFinding(page: Page): Promise<void> {
  await page.waitForFunction('document.querySelectorAll(".squiggly-error").length === 1');
}

function explorerRow(page: Page, name: string) {
  return page.locator(".explorer-folders-view .monaco-list-row").filter({ has: page.getByText(name, { exact: true }) });
}
