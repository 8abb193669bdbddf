import assert from "node:assert/strict";
import { cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { OpenWorkbench } from "../editors/workbench.ts";
import { configuration, photographFailure } from "./configuration.ts";
import { openFile } from "./page.ts";

describe("an extension whose server cannot start", () => {
  const { workbench, notebook } = configuration();
  const extension = mkdtempSync(join(tmpdir(), "verbatim-broken-"));
  let window: OpenWorkbench;

  before(async () => {
    for (const path of [
      "package.json",
      "package.nls.json",
      "syntaxes",
      "dist/extension.js",
      "dist/languageClient.js",
    ]) {
      cpSync(path, join(extension, path), { recursive: true });
    }
    writeFileSync(join(extension, "dist/server.js"), 'console.error("out of order");\nprocess.exit(3);\n');
    window = await workbench.open({ folder: notebook("failure"), development: { extension } });
  });
  afterEach(photographFailure(() => window?.page));
  after(async () => {
    await window?.close();
    rmSync(extension, { recursive: true, force: true });
  });

  it("says so once, and shows why", async () => {
    const { page } = window;
    await openFile(page, "start-here.md");
    // A page that obeys its payload shows no message by itself: it keeps them behind the bell.
    await page.locator(".statusbar-item .codicon-bell-dot").click();
    const messages = page.locator(".notifications-center .notification-list-item", { hasText: /server|connection/i });
    await messages.filter({ hasText: "The Verbatim server could not be started." }).waitFor();
    assert.equal(await messages.count(), 1);
    await messages.getByText("Show Output").click();
    await page.locator(".output-view .view-line", { hasText: "out of order" }).first().waitFor();
  });
});
