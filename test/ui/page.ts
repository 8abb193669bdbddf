import type { Page } from "playwright-core";
import { findInEditor } from "./inPage.mjs";

/** A box on the page, in CSS pixels. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Opens a file of the workspace by its name, as a person does with Ctrl-P, and waits until its text is shown. */
export async function openFile(page: Page, name: string): Promise<void> {
  await page.locator(".explorer-folders-view .monaco-list-row").first().waitFor();
  await page.keyboard.press("Control+p");
  await choose(page, name);
  await page.locator(`.tab.active[data-resource-name="${name}"]`).waitFor();
  await page.locator(".editor-instance .view-line span span").first().waitFor();
}

/** Waits for the number of wrong quotes: from then on there is an extension that answers, and a server. */
export async function untilChecked(page: Page): Promise<void> {
  await page.locator(".activitybar .badge-content", { hasText: /^\d+$/ }).waitFor();
}

/** Runs a command from the palette. */
export async function runCommand(page: Page, title: string): Promise<void> {
  await page.keyboard.press("F1");
  await choose(page, title);
}

async function choose(page: Page, text: string): Promise<void> {
  const box = page.locator(".quick-input-widget");
  await box.waitFor();
  await box.locator("input[type=text]").pressSequentially(text);
  await box.locator(".monaco-list-row.focused", { hasText: text }).first().waitFor();
  await page.keyboard.press("Enter");
  await box.waitFor({ state: "hidden" });
}

/** Where a text of the active editor is shown; it must be on one line of the screen. */
export async function boxOf(page: Page, text: string): Promise<Box> {
  const found = await page.waitForFunction(findInEditor, text);
  const box = await found.jsonValue();
  if (box === null) throw new Error(`"${text}" is not shown`);
  return box;
}

/** Rests the mouse on a text of the active editor until a hover says what is expected. */
export async function hover(page: Page, text: string, expected: RegExp): Promise<string> {
  return rest(page, () => boxOf(page, text), expected);
}

/**
 * Rests the mouse on a place until a hover says what is expected. As a person does who sees none, it goes away and comes again:
 * what happens under a mouse that rests, such as a finding that comes or a row that is drawn anew, ends a hover.
 */
export async function rest(page: Page, place: () => Promise<Box>, expected: RegExp): Promise<string> {
  const shown = page.locator(".monaco-hover:visible", { hasText: expected }).first();
  for (let visits = 1; visits <= mostVisits && !(await shown.isVisible()); visits++) {
    const { x, y, width, height } = await place();
    await page.mouse.move(x + width / 2 - 3, y + height / 2);
    await page.mouse.move(x + width / 2, y + height / 2, { steps: 3 });
    await shown.waitFor({ timeout: restingTime }).catch(() => page.mouse.move(0, 0));
  }
  await shown.waitFor();
  return ((await shown.textContent()) ?? "").replaceAll("\u00a0", " ");
}

const mostVisits = 6;
/** In milliseconds: several times what an editor waits before it shows a hover. */
const restingTime = 5000;

/** Puts the cursor into a text of the active editor by mouse, and opens the menu of its fixes by keyboard. */
export async function openFixes(page: Page, text: string): Promise<void> {
  const { x, y, width, height } = await boxOf(page, text);
  await page.mouse.click(x + width / 2, y + height / 2);
  await page.mouse.move(0, 0);
  // The editor asks for fixes by itself, too, and forgets what a person has asked for shortly before.
  await page.locator('.lightBulbWidget:visible, [class*="gutter-lightbulb"]').first().waitFor();
  await page.keyboard.press("Control+.");
}

/** Takes the mouse away and waits until no hover covers the text. */
export async function endHover(page: Page): Promise<void> {
  await page.keyboard.press("Escape");
  await page.mouse.move(0, 0);
  await page.locator(".monaco-hover:visible").first().waitFor({ state: "hidden" });
}
