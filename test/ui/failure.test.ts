import assert from "node:assert/strict";
import { cpSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Locator } from "playwright-core";
import type { OpenWorkbench } from "../editors/workbench.ts";
import { configuration, photographFailure } from "./configuration.ts";
import { openFile, runCommand } from "./page.ts";

describe("an extension", () => {
  const { workbench, notebook } = configuration();
  const extension = mkdtempSync(join(tmpdir(), "verbatim-broken-"));
  let window: OpenWorkbench | null = null;

  before(() => {
    for (const path of ["package.json", "package.nls.json", "syntaxes", "l10n", "dist"]) {
      cpSync(path, join(extension, path), { recursive: true });
    }
    renameSync(join(extension, "dist/server.js"), join(extension, "dist/working.js"));
  });
  afterEach(async function () {
    await photographFailure(() => window?.page).call(this);
    await window?.close();
    window = null;
  });
  after(() => rmSync(extension, { recursive: true, force: true }));

  /** The messages about the server, as soon as this is one of them, when it was started so often. */
  async function messages(server: string, starts: number, expected: string): Promise<Locator> {
    const log = join(extension, "dist/starts");
    writeFileSync(log, "");
    writeFileSync(
      join(extension, "dist/server.js"),
      `require("fs").appendFileSync(${JSON.stringify(log)}, "x");\n${server}`,
    );
    window = await workbench.open({ folder: notebook("failure"), development: { extension } });
    const { page } = window;
    await openFile(page, "start-here.md");
    await until(
      () => readFileSync(log, "utf8").length === starts,
      () => `the server was started ${readFileSync(log, "utf8").length} times`,
    );
    // A page that obeys its payload shows no message by itself: it keeps them behind the bell.
    await page.locator(".statusbar-item .codicon-bell-dot").waitFor();
    await runCommand(page, "Notifications: Show Notifications");
    const all = page.locator(".notifications-center .notification-list-item", { hasText: /server|connection/i });
    await all.filter({ hasText: expected }).waitFor();
    return all;
  }

  it("whose server cannot start says so once, and shows why", async () => {
    const all = await messages(
      'console.error("out of order");\nprocess.exit(3);\n',
      1,
      "The Verbatim server could not be started.",
    );
    assert.equal(await all.count(), 1);
    // Not by mouse: other messages that come and go move this one, maybe from under it.
    await all.getByText("Show Output").dispatchEvent("click");
    await all.page().locator(".output-view .view-line", { hasText: "out of order" }).first().waitFor();
  });

  it("whose server starts, but dies again and again, says so once", async () => {
    const all = await messages(
      'require("./working.js");\nprocess.on("message", ({ method }) => method === "initialized" && process.exit(3));\n',
      5,
      "The Verbatim server stopped 5 times in a row.",
    );
    assert.equal(await all.count(), 1);
  });
});

/** Asks, for half a minute at most, until it is so. */
async function until(isSo: () => boolean, what: () => string): Promise<void> {
  for (let asked = 0; !isSo(); asked++) {
    if (asked === 300) assert.fail(what());
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
