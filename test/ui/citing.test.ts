import assert from "node:assert/strict";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Locator } from "playwright-core";
import type { OpenWorkbench } from "../editors/workbench.ts";
import { configuration, photographFailure } from "./configuration.ts";
import { writeToClipboard } from "./inPage.mjs";
import { boxOf, openFile, runCommand, untilChecked } from "./page.ts";

const words = "We have waited long enough,";

describe("from a source to a note, by keyboard", () => {
  const { workbench, vsix, notebook, screenshots } = configuration();
  const folder = notebook("citing");
  let window: OpenWorkbench;

  before(async () => {
    writeFileSync(join(folder, "story.md"), "# The channel\n\nThe mayor after the vote: \n");
    mkdirSync(join(folder, "node_modules/parts"), { recursive: true });
    writeFileSync(join(folder, "node_modules/parts/about.md"), "Nobody writes here.\n");
    writeFileSync(join(folder, "plain.md"), "# The quay\n\n");
    window = await workbench.open({ folder, vsix, settings: { "editor.minimap.enabled": false } });
  });
  after(() => window?.close());
  afterEach(photographFailure(() => window?.page));

  it("words copied in a source are pasted as a quotation without a finding", async () => {
    const { page } = window;
    await select(words);
    await untilChecked(page);
    await page.keyboard.press("Control+c");
    await openFile(page, "story.md");
    await page.keyboard.press("Control+End");
    await page.keyboard.press("ArrowLeft");
    await page.keyboard.press("Control+v");
    // The line is too long for the window: its end stands below.
    await boxOf(page, `The mayor after the vote: "${words}" ([channel](articles/channel.`);
    await boxOf(page, "txt#L7))");
    await runCommand(page, "Verbatim: Check This Note");
    await page.locator(".notification-toast", { hasText: /1 quote in 1 note: 1 exact/ }).waitFor();
    assert.equal(await page.locator(".squiggly-error, .squiggly-warning, .squiggly-info").count(), 0);
  });

  it("the paste menu has the block quote and the plain text", async () => {
    const { page } = window;
    await page.keyboard.press("Control+End");
    await page.keyboard.press("Enter");
    await page.keyboard.press("Control+v");
    await page.locator(".post-edit-widget").waitFor();
    await page.keyboard.press("Control+.");
    const menu = page.locator(".action-widget .monaco-list-row");
    await menu.filter({ hasText: "Paste as quotation" }).waitFor();
    await menu.filter({ hasText: /plain text/i }).waitFor();
    if (screenshots !== null) {
      await page.screenshot({ path: join(screenshots, "paste.png"), animations: "disabled" });
    }
    while (!/block quote/.test((await page.locator(".action-widget .monaco-list-row.focused").textContent()) ?? "")) {
      await page.keyboard.press("ArrowDown");
    }
    await page.keyboard.press("Enter");
    await boxOf(page, `> ${words}`);
    await boxOf(page, "> — [channel](articles/channel.txt#L7)");
    assert.equal(await page.locator(".squiggly-error, .squiggly-warning, .squiggly-info").count(), 0);
  });

  it("a copied citation fits the note that it is pasted into", async () => {
    const { page } = window;
    await select("two winters ago");
    await runCommand(page, "Verbatim: Copy as Citation");
    await page.locator(".statusbar-item", { hasText: "Copied with its citation." }).waitFor();
    await openFile(page, "verdicts.md");
    await page.keyboard.press("Control+End");
    await page.keyboard.press("Control+v");
    await boxOf(page, "([report](../articles/channel.txt#L11))");
    await page.keyboard.press("Control+z");
  });

  it("a selection is cited in a note that is chosen from a list", async () => {
    const { page } = window;
    await select("The silt goes by barge to a site nine miles off the coast");
    const list = page.locator(".quick-input-widget");
    await page.keyboard.press("F1");
    await list.locator("input[type=text]").pressSequentially("Verbatim: Cite Selection in");
    await list.locator(".monaco-list-row.focused", { hasText: "Cite Selection in" }).waitFor();
    await page.keyboard.press("Enter");
    await list.locator('.monaco-list-row[aria-label="story.md"]').waitFor();
    assert.equal(await list.locator(".monaco-list-row", { hasText: "node_modules" }).count(), 0);
    await list.locator("input[type=text]").pressSequentially("story");
    await list.locator('.monaco-list-row.focused[aria-label="story.md"]').waitFor();
    await page.keyboard.press("Enter");
    await page.locator('.tab.active[data-resource-name="story.md"]').waitFor();
    await boxOf(page, "nine miles off the coast");
  });

  it("a source that is dragged from the Explorer is cited", async () => {
    const { page } = window;
    await openFile(page, "channel.txt");
    await openFile(page, "story.md");
    const row = page.locator(".explorer-folders-view .monaco-list-row", { hasText: "channel.txt" });
    const place = await boxOf(page, "# The channel");
    await row.hover();
    await page.mouse.down();
    await page.mouse.move(place.x + 20, place.y + 20, { steps: 5 });
    await page.keyboard.down("Shift");
    await page.mouse.move(place.x + place.width, place.y + place.height / 2, { steps: 5 });
    await page.mouse.up();
    await page.keyboard.up("Shift");
    await page.locator(".post-edit-widget").waitFor();
    await page.keyboard.press("Control+.");
    const menu = page.locator(".action-widget .monaco-list-row");
    await menu.filter({ hasText: "Insert citation" }).click();
    await boxOf(page, "[channel](articles/channel.txt)");
  });

  it("words of the note itself, and of other programs, are pasted as they are", async () => {
    const { page } = window;
    await openFile(page, "plain.md");
    await page.keyboard.press("Control+Home");
    await page.keyboard.press("Shift+End");
    await page.keyboard.press("Control+c");
    await page.keyboard.press("Control+End");
    await page.keyboard.press("Control+v");
    await lines("# The quay").nth(1).waitFor();
    await select(words);
    await page.keyboard.press("Control+c");
    await page.evaluate(writeToClipboard, "We have not.");
    await openFile(page, "plain.md");
    await page.keyboard.press("Enter");
    await page.keyboard.press("Control+v");
    await lines("We have not.").waitFor();
  });

  it("words become plain text where the setting says so, and a quotation in the menu", async () => {
    const { page } = window;
    await choose("plain", "Preferences: Open User Settings");
    await pasteInto("plain.md");
    await lines(words).waitFor();
    await page.locator(".post-edit-widget").waitFor();
    await page.keyboard.press("Control+.");
    await page.locator(".action-widget .monaco-list-row", { hasText: "Paste as quotation" }).click();
    await lines(`"${words}" ([channel](articles/channel.txt#L7))`).waitFor();
  });

  it("words become a block quote where the setting says so, at the lines where they stand by now", async () => {
    const { page } = window;
    await choose("blockQuote", "Preferences: Open Workspace Settings");
    await pasteInto("plain.md", async () => {
      await page.keyboard.press("Control+Home");
      await page.keyboard.type("From our reporter\n");
    });
    await lines(`> ${words}`).waitFor();
    await lines("> — [channel](articles/channel.txt#L8)").waitFor();
  });

  /** By the settings editor, which marks what is chosen once it counts. */
  async function choose(value: string, command: string): Promise<void> {
    const { page } = window;
    await runCommand(page, command);
    await page.locator(".settings-editor .suggest-input-container").click();
    await page.keyboard.type("@id:verbatim.paste.default");
    const setting = page.locator('.setting-item-contents[data-key="verbatim.paste.default"]');
    await setting.locator("select").selectOption({ label: value });
    await setting.and(page.locator(".is-configured")).waitFor();
    await page.keyboard.press("Escape");
  }

  async function pasteInto(note: string, meanwhile?: () => Promise<void>): Promise<void> {
    const { page } = window;
    await select(words);
    await page.keyboard.press("Control+c");
    await meanwhile?.();
    await openFile(page, note);
    await page.keyboard.press("Control+End");
    await page.keyboard.press("Enter");
    await page.keyboard.press("Control+v");
  }

  /** Lines of the screen with a text and no other. The editor shows spaces as no-break ones. */
  function lines(text: string): Locator {
    const pattern = text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&").replaceAll(" ", "\\s");
    return window.page.locator(".editor-group-container.active .view-line", { hasText: new RegExp(`^${pattern}$`) });
  }

  /** As a person does who knows the words: by searching for them. */
  async function select(text: string): Promise<void> {
    const { page } = window;
    await openFile(page, "channel.txt");
    await page.keyboard.press("Control+f");
    const find = page.locator(".find-widget.visible textarea, .find-widget.visible input").first();
    await find.fill(text);
    await page.locator(".find-widget.visible .matchesCount", { hasText: "1 of 1" }).waitFor();
    await page.keyboard.press("Escape");
    await page.getByText(new RegExp(`\\(${text.length} selected\\)`)).waitFor();
  }
});
