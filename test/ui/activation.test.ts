import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { OpenWorkbench } from "../editors/workbench.ts";
import { configuration, photographFailure } from "./configuration.ts";
import { openFile, runCommand } from "./page.ts";

/** In milliseconds, for loading the code and calling `activate`. */
const longest = 100;

/**
 * By a command, so that no other extension is activated with it: VS Code starts the clocks of all that one event
 * activates together, and loads them in turn.
 */
describe("activation", () => {
  const { workbench, vsix, notebook } = configuration();
  let window: OpenWorkbench;

  before(async () => {
    const folder = notebook("activation");
    writeFileSync(join(folder, "places.ini"), "[harbour]\nname = Eastwater\n");
    window = await workbench.open({ folder, vsix });
  });
  after(() => window?.close());
  afterEach(photographFailure(() => window?.page));

  it("takes less than 100 ms, as VS Code measures it", async () => {
    const { page } = window;
    // Coloured by an extension: VS Code knows by then what all of them contribute.
    await openFile(page, "places.ini");
    await page.locator(".view-line span:not(.mtk1) + .mtk1").first().waitFor();
    await runCommand(page, "Verbatim: Show Output");
    await page.locator(".output-view .view-line").first().waitFor();
    await runCommand(page, "Developer: Show Running Extensions");
    const list = page.locator(".runtime-extensions-editor .monaco-list");
    await list.locator(".extension").first().waitFor();
    // The slowest are first, and only what there is room for is on the page.
    await list.focus();
    await page.keyboard.press("End");
    const row = list.locator(".extension", { hasText: "Verbatim" });
    const time = (await row.locator(".activation-time").textContent()) ?? "";
    console.log(`      ${time}`);
    assert.ok(Number(/(\d+)\s*ms/.exec(time)?.[1]) < longest, time);
  });
});
