import assert from "node:assert/strict";
import { existsSync, mkdirSync, mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { OpenWorkbench } from "../editors/workbench.ts";
import { configuration, photographFailure } from "./configuration.ts";
import { boxOf, endHover, hover, openFile, runCommand } from "./page.ts";

describe("the first five minutes", () => {
  const { workbench, vsix, screenshots } = configuration();
  const temporary = realpathSync(mkdtempSync(join(tmpdir(), "verbatim-first-")));
  const folder = join(temporary, "Writing");
  let window: OpenWorkbench;

  before(async () => {
    mkdirSync(folder);
    window = await workbench.open({
      folder,
      vsix,
      settings: { "editor.minimap.enabled": false, "editor.wordWrap": "on" },
    });
  });
  after(async () => {
    await window?.close();
    rmSync(temporary, { recursive: true });
  });
  afterEach(photographFailure(() => window?.page));

  it("begin with what to do, in a folder without notes", async () => {
    const { page } = window;
    // Before that VS Code does not know what the extension contributes.
    await page.locator('.activitybar .action-label[aria-label="Verbatim"]').waitFor();
    await runCommand(page, "Verbatim: Check All Notes");
    const toast = page.locator(".notification-toast", { hasText: "No note here cites a source yet." });
    await toast.getByText("Show How").click();
    const steps = page.locator(".getting-started-step");
    await steps.first().waitFor();
    assert.equal(await steps.count(), 4);
    // It takes the focus when it has come, and would close what is opened before.
    await page.waitForFunction(`document.activeElement?.closest(".getting-started-step") !== null`);
  });

  it("go on with the sample notebook, by keyboard", async () => {
    const { page } = window;
    await page.keyboard.press("F1");
    const box = page.locator(".quick-input-widget");
    await box.locator("input[type=text]").pressSequentially("Verbatim: Create Sample Notebook");
    await box.locator(".monaco-list-row.focused", { hasText: "Create Sample Notebook" }).first().waitFor();
    await page.keyboard.press("Enter");
    await box.getByText("Where should the sample notebook go?").waitFor();
    await page.waitForFunction(
      `document.querySelector(".quick-input-widget input[type=text]")?.value.startsWith("${folder}")`,
    );
    await page.keyboard.press("Enter");
    await page.locator('.tab.active[data-resource-name="start-here.md"]').waitFor();
    assert.ok(existsSync(join(folder, "verbatim-sample/articles/channel.txt")));
    await page.locator(".notification-toast", { hasText: "The sample notebook is in verbatim-sample." }).waitFor();
    await page.locator(".squiggly-error").first().waitFor();
  });

  describe("in pictures", () => {
    /** Of the window: a picture of the whole is too much for what a walkthrough shows of it. */
    const clip = { x: 0, y: 36, width: 860, height: 460 };

    async function photograph(name: string, area = clip): Promise<void> {
      if (screenshots === null) return;
      const path = join(screenshots, `walkthrough-${name}.png`);
      await window.page.screenshot({ path, clip: area, scale: "css", animations: "disabled" });
    }

    before(async () => {
      await runCommand(window.page, "Notifications: Clear All Notifications");
      await runCommand(window.page, "View: Close All Editors");
    });

    it("a wrong number is underlined", async () => {
      const { page } = window;
      await openFile(page, "start-here.md");
      await page.locator(".squiggly-error").first().waitFor();
      await photograph("sample");
    });

    it("a hover says what the source says", async () => {
      await window.page.keyboard.press("Control+b");
      await hover(window.page, "tonnes of silt", /The plan takes/);
      await photograph("check");
      await endHover(window.page);
    });

    it("the source stands beside the note, its words selected", async () => {
      const { page } = window;
      const words = await boxOf(page, "A harbour that boats");
      await page.mouse.click(words.x + words.width / 2, words.y + words.height / 2);
      await page.keyboard.press("Control+k");
      await page.keyboard.press("F12");
      await page.getByText(/Ln 7, Col \d+ \(48 selected\)/).waitFor();
      await photograph("quote", { ...clip, width: 1200 });
    });

    it("the view of the evidence lists the quotes of a source", async () => {
      const { page } = window;
      await runCommand(page, "Verbatim: Focus on Evidence View");
      await page.getByRole("treeitem", { name: /^Source .*channel\.txt/ }).click();
      await page
        .getByRole("treeitem", { name: /^Line 9: / })
        .locator(".monaco-tl-twistie")
        .click();
      await page
        .getByRole("treeitem", { name: /tonnes of silt.*altered/ })
        .first()
        .waitFor();
      await photograph("evidence");
    });
  });
});
