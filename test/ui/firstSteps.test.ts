import assert from "node:assert/strict";
import { existsSync, mkdirSync, mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { OpenWorkbench } from "../editors/workbench.ts";
import { configuration, photographFailure } from "./configuration.ts";
import { hasFocus, isLoaded } from "./inPage.mjs";
import { boxOf, endHover, hover, openFile, runCommand } from "./page.ts";

describe("the first five minutes", () => {
  const { workbench, vsix, screenshots } = configuration();
  const temporary = realpathSync(mkdtempSync(join(tmpdir(), "verbatim-first-")));
  const folder = join(temporary, "Writing");
  const size = { width: 1200, height: 760 };
  let window: OpenWorkbench;

  before(async () => {
    mkdirSync(folder);
    window = await workbench.open({
      folder,
      vsix,
      // A walkthrough that moves takes the focus a quarter of a second after a click, from what was opened by then.
      settings: { "editor.minimap.enabled": false, "editor.wordWrap": "on", "workbench.reduceMotion": "on" },
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
    await toast.waitFor({ state: "hidden" });
    const steps = page.locator(".getting-started-step");
    await steps.first().waitFor();
    assert.equal(await steps.count(), 4);
    // It takes the focus when it has come, and would close what is opened before.
    await page.waitForFunction(hasFocus, ".getting-started-step");
  });

  for (const [index, { button, shows, says }] of [
    { button: "Create Sample Notebook", shows: ".quick-input-widget", says: "Where should the sample notebook go?" },
    { button: "Check All Notes", shows: ".notification-toast", says: "No note here cites a source yet." },
    { button: "Cite Selection in…", shows: ".notification-toast", says: "Open a source, and select the words" },
    { button: "Show the Evidence View", shows: ".part.sidebar", says: "There is no note in this workspace yet." },
  ].entries()) {
    it(`have a picture for “${button}”, which does something`, async () => {
      const { page } = window;
      // VS Code shows the pictures only where a window is wide enough for them.
      await page.setViewportSize({ ...size, width: 1700 });
      await runCommand(page, "Notifications: Clear All Notifications");
      const step = page.locator(".getting-started-step").nth(index);
      await step.click();
      await step.and(page.locator(".expanded")).waitFor();
      const picture = page.locator(".getting-started-media img");
      await page.waitForFunction(isLoaded, await picture.elementHandle());
      assert.ok(await picture.getAttribute("alt"));
      await step.getByRole("button", { name: button, exact: true }).click();
      await page.locator(shows, { hasText: says }).first().waitFor();
      await page.keyboard.press("Escape");
      await step.locator(".codicon-getting-started-step-checked").waitFor();
    });
  }

  it("go on with the sample notebook, by keyboard", async () => {
    const { page } = window;
    await page.setViewportSize(size);
    await runCommand(page, "View: Close All Editors");
    await runCommand(page, "View: Show Explorer");
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
    /** A small window: of a large one a walkthrough shows nothing that can be read. */
    const small = { width: 860, height: 600 };

    /** The window without its bars above and below. */
    async function photograph(name: string): Promise<void> {
      if (screenshots === null) return;
      const path = join(screenshots, `walkthrough-${name}.png`);
      const { width, height } = window.page.viewportSize() ?? size;
      const clip = { x: 0, y: 36, width, height: Math.min(height, small.height) - 68 };
      await window.page.screenshot({ path, clip, scale: "css", animations: "disabled" });
    }

    before(async () => {
      await window.page.setViewportSize(small);
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
      await page.setViewportSize(size);
      const words = await boxOf(page, "A harbour that boats");
      await page.mouse.click(words.x + words.width / 2, words.y + words.height / 2);
      // Under it Ctrl would make a link of the words.
      await page.mouse.move(0, 0);
      await page.keyboard.press("Control+k");
      await page.keyboard.press("F12");
      await page.getByText(/Ln 7, Col \d+ \(48 selected\)/).waitFor();
      await photograph("quote");
    });

    it("the view of the evidence lists the quotes of a source", async () => {
      const { page } = window;
      await page.setViewportSize(small);
      await runCommand(page, "View: Close All Editors in Group");
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
