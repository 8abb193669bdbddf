import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Locator, Page } from "playwright-core";
import type { OpenWorkbench } from "../editors/workbench.ts";
import { configuration, photographFailure } from "./configuration.ts";
import { isInClipboard } from "./inPage.mjs";
import { runCommand } from "./page.ts";

describe("the view of the evidence", () => {
  const { workbench, vsix, notebook, screenshots } = configuration();
  const folder = notebook("evidence");
  const channel = join(folder, "articles/channel.txt");
  let window: OpenWorkbench;

  before(async () => {
    window = await workbench.open({ folder, vsix, settings: { "editor.minimap.enabled": false } });
  });
  after(() => window?.close());

  afterEach(photographFailure(() => window?.page));

  it("opens by the keyboard, and tells a screen reader every source with its counts", async () => {
    const { page } = window;
    await openView(page);
    await row(page, /^Source articles\/channel\.txt: \d+ altered, .*\d+ exact/).waitFor();
    await row(page, /^Source articles\/letter\.txt: 1 not checked$/).waitFor();
    await row(page, /^Uncited sources/).waitFor();
  });

  it("leads from a source to its lines, and from a quote to its place, by keys alone", async () => {
    const { page } = window;
    await open(page, row(page, /^Source articles\/channel\.txt/));
    await row(page, /^Line 9: /).waitFor();
    await open(page, row(page, /^Line 7: /));
    const quote = row(page, /^“A harbour that boats cannot enter is only a view”, exact, in start-here\.md, line 7/);
    await moveTo(page, quote);
    await page.keyboard.press("Enter");
    await page.locator('.tab.active[data-resource-name="start-here.md"]').waitFor();
    await page.getByText(/Ln 7, Col \d+ \(48 selected\)/).waitFor();
    if (screenshots !== null)
      await page.screenshot({ path: join(screenshots, "evidence.png"), animations: "disabled" });
  });

  it("leads from a quote to its passage by the context menu", async () => {
    const { page } = window;
    await runCommand(page, "Verbatim: Focus on Evidence View");
    await row(page, /in start-here\.md, line 7/)
      .and(page.locator(".focused"))
      .waitFor();
    await page.keyboard.press("Shift+F10");
    await page.locator(".context-view .action-label", { hasText: "Open Source" }).waitFor();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await page.locator('.tab.active[data-resource-name="channel.txt"]').waitFor();
    await page.getByText(/Ln 7, Col \d+ \(48 selected\)/).waitFor();
  });

  it("copies the words of quotes and lines, and the paths of files", async () => {
    const { page } = window;
    const words = "A harbour that boats cannot enter is only a view";
    const line = readFileSync(channel, "utf8").split("\n")[6];
    await runCommand(page, "Verbatim: Focus on Evidence View");
    await page.keyboard.press("Home");
    for (const [wanted, text] of [
      [/^Source articles\/channel\.txt/, "articles/channel.txt"],
      [/^Line 7: /, line],
      [/in start-here\.md, line 7/, words],
    ] as const) {
      await moveTo(page, row(page, wanted).first());
      await page.keyboard.press("Shift+F10");
      await page.locator(".context-view .action-label", { hasText: "Copy Text or Path" }).waitFor();
      const copy = page.locator(".context-view .action-item.focused", { hasText: "Copy Text or Path" });
      for (let step = 0; step < 3 && (await copy.count()) === 0; step++) await page.keyboard.press("ArrowDown");
      await copy.waitFor();
      await page.keyboard.press("Enter");
      await page.locator(".context-view .action-label").first().waitFor({ state: "hidden" });
      await page.waitForFunction(isInClipboard, text);
    }
  });

  it("shows only the verdicts that are asked for, and says so until the filter is cleared", async () => {
    const { page } = window;
    const box = page.locator(".quick-input-widget");
    await page.keyboard.press("F1");
    await box.locator("input[type=text]").pressSequentially("Verbatim: Filter Evidence");
    await box.locator(".monaco-list-row.focused", { hasText: "Filter Evidence by Verdict" }).waitFor();
    await page.keyboard.press("Enter");
    await box.getByText("Show quotes with these verdicts").waitFor();
    await box.locator("input[type=text]").pressSequentially("moved");
    await box.locator(".monaco-list-row", { hasText: "moved" }).first().waitFor();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Space");
    await page.keyboard.press("Enter");
    await row(page, /^Source articles\/council-meeting\.md: 1 moved$/).waitFor();
    await row(page, /^Source articles\/channel\.txt/).waitFor({ state: "detached" });
    await view(page)
      .getByText(/1 of \d+ quotes: moved/)
      .waitFor();
    await runCommand(page, "Verbatim: Clear Filter of Evidence");
    await row(page, /^Source articles\/channel\.txt/).waitFor();
    await view(page)
      .getByText(/quotes: moved/)
      .waitFor({ state: "hidden" });
  });

  it("tells what a changed source has made wrong, and shows those quotes alone", async () => {
    const { page } = window;
    writeFileSync(channel, readFileSync(channel, "utf8").replace("that boats cannot", "that ships cannot"));
    const toast = page.locator(".notification-toast", {
      hasText: "channel.txt has changed: 2 quotes that were right no longer are.",
    });
    await toast.waitFor();
    await toast.getByText("Show", { exact: true }).click();
    await row(page, /^“A harbour that boats cannot enter is only a view”, altered, in notes\/harbour-story\.md/)
      .and(page.locator(".focused"))
      .waitFor();
    await row(page, /^“A harbour that boats cannot enter is only a view”, altered, in start-here\.md/).waitFor();
    assert.equal(await row(page, /^“/).count(), 2);
  });

  it("says what to do where there is nothing to show", async () => {
    const empty = mkdtempSync(join(tmpdir(), "verbatim-empty-"));
    const bare = await workbench.open({ folder: empty, vsix });
    try {
      await bare.page.locator('.activitybar .action-label[aria-label^="Verbatim"]').click();
      await bare.page.getByText("There is no note in this workspace yet.").waitFor();
      await bare.page.getByRole("button", { name: "Create Sample Notebook" }).waitFor();
      await bare.page.getByRole("button", { name: "New Note" }).click();
      await bare.page.locator(".statusbar-item", { hasText: "Markdown" }).waitFor();
      writeFileSync(join(empty, "note.md"), "Nothing is quoted.\n");
      await bare.page.getByText("The notes of this workspace cite no source yet.").waitFor();
    } finally {
      await bare.close();
      rmSync(empty, { recursive: true, force: true });
    }
  });
});

/** As a person does who has no mouse. */
async function openView(page: Page): Promise<void> {
  // Until the extension is known, the palette has no such command.
  await page.locator('.activitybar .action-label[aria-label^="Verbatim"]').waitFor();
  await runCommand(page, "Verbatim: Focus on Evidence View");
  await row(page, /^Source /)
    .first()
    .waitFor();
  // A tree that was empty has not taken the focus.
  await runCommand(page, "Verbatim: Focus on Evidence View");
}

/** Goes down in the view until the row has the focus. */
async function moveTo(page: Page, wanted: Locator): Promise<void> {
  await wanted.waitFor();
  const rows = await view(page).locator(".monaco-list-row").count();
  const reached = wanted.and(page.locator(".focused"));
  for (let step = 0; step < rows && (await reached.count()) === 0; step++) await page.keyboard.press("ArrowDown");
  await reached.waitFor();
}

async function open(page: Page, branch: Locator): Promise<void> {
  await moveTo(page, branch);
  await page.keyboard.press("ArrowRight");
}

function view(page: Page): Locator {
  return page.locator(".part.sidebar .pane-body");
}

/** By what a screen reader says of it. */
function row(page: Page, spoken: RegExp): Locator {
  return view(page).locator(".monaco-list-row").and(page.getByLabel(spoken));
}
