import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { OpenWorkbench } from "../editors/workbench.ts";
import { serverProcesses } from "../processes.ts";
import { configuration, photographFailure } from "./configuration.ts";
import { colourAt } from "./inPage.mjs";
import { boxOf, endHover, hover, openFile, runCommand, untilChecked } from "./page.ts";

describe("the packaged extension, by mouse and keyboard", () => {
  const { workbench, vsix, notebook, screenshots } = configuration();
  const folder = notebook("ui");
  let window: OpenWorkbench;

  before(async () => {
    window = await workbench.open({ folder, vsix, settings: { "editor.minimap.enabled": false } });
  });
  after(() => window?.close());

  afterEach(photographFailure(() => window?.page));

  async function photograph(name: string): Promise<void> {
    if (screenshots === null) return;
    await window.page.screenshot({ path: join(screenshots, `${name}.png`), animations: "disabled" });
  }

  it("underlines the very word that differs", async () => {
    const { page } = window;
    await openFile(page, "start-here.md");
    await untilChecked(page);
    const squiggle = page.locator(".squiggly-error");
    await squiggle.first().waitFor();
    assert.equal(await squiggle.count(), 1);
    const drawn = await squiggle.boundingBox();
    const number = await boxOf(page, "30");
    assert.ok(drawn !== null);
    assert.ok(Math.abs(drawn.x - number.x) < 2, `${drawn.x} is not ${number.x}`);
    assert.ok(Math.abs(drawn.width - number.width) < 2, `${drawn.width} is not ${number.width}`);
  });

  it("shows the cited line and the verdict to a resting mouse", async () => {
    const text = await hover(window.page, "tonnes of silt", /The plan takes/);
    assert.match(text, /13 weeks/);
    assert.match(text, /differ|altered/i);
    await photograph("hover");
  });

  it("jumps to the passage and selects it on F12", async () => {
    const { page } = window;
    await endHover(page);
    const words = await boxOf(page, "A harbour that boats");
    await page.mouse.click(words.x + words.width / 2, words.y + words.height / 2);
    await page.keyboard.press("F12");
    await page.locator('.tab.active[data-resource-name="channel.txt"]').waitFor();
    await page.getByText(/Ln 7, Col \d+ \(48 selected\)/).waitFor();
  });

  it("checks all notes from the palette, shows the Problems view and says the summary", async () => {
    const { page } = window;
    await openFile(page, "verdicts.md");
    await runCommand(page, "Verbatim: Check All Notes");
    await page.locator(".notification-toast", { hasText: /\d+ quotes in 3 notes: \d+ exact/ }).waitFor();
    await page.locator(".notification-toast", { hasText: "Checking all notes" }).waitFor({ state: "detached" });
    const problems = page.locator(".markers-panel");
    await problems.waitFor();
    await problems.locator(".monaco-list-row", { hasText: "verdicts.md" }).first().waitFor();
    await problems.locator(".monaco-list-row", { hasText: "“13”" }).first().click();
    await boxOf(page, "31 weeks");
    await photograph("problems");
  });

  it("says nothing of a check that was cancelled by a click", async () => {
    const { page } = window;
    await openFile(page, "verdicts.md");
    await runCommand(page, "Notifications: Clear All Notifications");
    const toasts = page.locator(".notification-toast");
    const [server] = serverProcesses();
    // It answers when it has been told of the click.
    process.kill(server, "SIGSTOP");
    try {
      await runCommand(page, "Verbatim: Check All Notes");
      const progress = toasts.filter({ hasText: "Checking all notes" });
      await progress.hover();
      await progress.getByText("Cancel").click();
    } finally {
      process.kill(server, "SIGCONT");
    }
    await runCommand(page, "Verbatim: Check This Note");
    await toasts.filter({ hasText: /in 1 note: / }).waitFor();
    assert.equal(await toasts.filter({ hasText: /in 3 notes: / }).count(), 0);
  });

  it("tells how it stands behind the braces of the status bar", async () => {
    const { page } = window;
    await openFile(page, "start-here.md");
    const status = page.locator('.statusbar-item[id="status.languageStatus"]');
    await status.hover();
    await page
      .locator(".monaco-hover:visible", { hasText: /\d+ quotes in 3 notes/ })
      .first()
      .waitFor();
  });

  it("colours the lines of a citation and the quote that they are cited for", async () => {
    const { page } = window;
    assert.notEqual(await colourOf("articles/channel.txt#L7"), await colourOf("#L7"));
    await openFile(page, "verdicts.md");
    const prose = await colourOf("The passage is there, and");
    const quote = await colourOf("tonnes of silt");
    assert.notEqual(quote, prose);

    async function colourOf(text: string): Promise<string> {
      const { x, y, height } = await boxOf(page, text);
      return page.evaluate(colourAt, { x: x + 3, y: y + height / 2 });
    }
  });

  it("writes the traffic with the server to its output channel when asked to", async () => {
    const { page } = window;
    await openFile(page, "start-here.md");
    const path = join(folder, ".vscode/settings.json");
    const settings = JSON.parse(readFileSync(path, "utf8"));
    writeFileSync(path, JSON.stringify({ ...settings, "verbatim.trace.server": "messages" }));
    await runCommand(page, "Verbatim: Show Output");
    await hover(page, "boats cannot", /A harbour that boats/);
    await page.locator(".output-view .view-line", { hasText: "textDocument/hover" }).first().waitFor();
    writeFileSync(path, JSON.stringify(settings));
    await page.keyboard.press("Escape");
    await page.locator(".pane-composite-part.panel .action-label", { hasText: "Problems" }).click();
  });

  it("says once what is wrong with a setting", async () => {
    const { page } = window;
    const path = join(folder, ".vscode/settings.json");
    const settings = JSON.parse(readFileSync(path, "utf8"));
    writeFileSync(path, JSON.stringify({ ...settings, "verbatim.hover.maxLines": "many" }));
    const toast = page.locator(".notification-toast", { hasText: "verbatim.hover.maxLines" });
    await toast.first().waitFor();
    writeFileSync(path, JSON.stringify({ ...settings, "verbatim.hover.maxLines": "many", "verbatim.notes": ["*.md"] }));
    // The second change has arrived when the closed note in a folder has lost its findings.
    await page
      .locator(".markers-panel .monaco-list-row", { hasText: "verdicts.md" })
      .first()
      .waitFor({ state: "detached" });
    assert.equal(await toast.count(), 1);
  });
});
