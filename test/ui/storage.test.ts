import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";
import type { Page } from "playwright-core";
import type { OpenWorkbench } from "../editors/workbench.ts";
import { configuration, photographFailure } from "./configuration.ts";
import { openFile, untilChecked } from "./page.ts";

describe("what was found", () => {
  const { workbench, vsix, notebook } = configuration();
  const folder = notebook("storage");
  let window: OpenWorkbench;

  before(async () => {
    window = await workbench.open({ folder, vsix });
  });
  after(() => window?.close());
  afterEach(photographFailure(() => window?.page));

  it("is kept in the extension's storage, and is found again in the next window", async () => {
    const { page, data } = window;
    const files = readdirSync(folder, { recursive: true }).sort();
    await openFile(page, "start-here.md");
    await untilChecked(page);
    const found = await wrongQuotes(page);
    while (kept(data).length === 0) await pause(100);
    await page.reload();
    await openFile(page, "start-here.md");
    await untilChecked(page);
    await page.locator(".activitybar .badge-content", { hasText: found }).waitFor();
    await page.locator(".squiggly-error").first().waitFor();
    assert.deepEqual(readdirSync(folder, { recursive: true }).sort(), files);
  });
});

async function wrongQuotes(page: Page): Promise<string> {
  return (await page.locator(".activitybar .badge-content", { hasText: /^\d+$/ }).textContent()) ?? "";
}

/** The files of the extension's storage for a workspace. */
function kept(data: string): string[] {
  const paths = readdirSync(data, { recursive: true, encoding: "utf8" });
  return paths.filter((path) =>
    /workspaceStorage\/[^/]+\/verbatim\.verbatim-notes\/checks\/checks-\d\d\.txt$/.test(path),
  );
}
