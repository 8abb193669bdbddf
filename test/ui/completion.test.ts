import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { OpenWorkbench } from "../editors/workbench.ts";
import { configuration, photographFailure } from "./configuration.ts";
import { boxOf, openFile, runCommand, untilChecked } from "./page.ts";

const draft = `# The council and the channel

The mayor is glad: "We have waited long enough" ([report](articles/channel.txt#L7)).

`;

describe("completion by keyboard", () => {
  const { workbench, vsix, notebook, screenshots } = configuration();
  const folder = notebook("completion");
  let window: OpenWorkbench;

  before(async () => {
    writeFileSync(join(folder, "draft.md"), draft);
    window = await workbench.open({ folder, vsix, settings: { "editor.minimap.enabled": false } });
  });
  after(() => window?.close());

  afterEach(photographFailure(() => window?.page));

  const suggestion = (text: string | RegExp) =>
    window.page.locator(".suggest-widget.visible .monaco-list-row", { hasText: text });

  it("goes on with a quotation, and leaves a note without a finding", async () => {
    const { page } = window;
    await openFile(page, "draft.md");
    await untilChecked(page);
    await page.keyboard.press("Control+End");
    await page.keyboard.type('When is it decided? "the council ', { delay: 30 });
    await suggestion("The council meets").first().waitFor();
    assert.ok((await suggestion(/L\d+$/).count()) > 2);
    if (screenshots !== null) {
      await page.screenshot({ path: join(screenshots, "completion.png"), animations: "disabled" });
    }
    await page.keyboard.type("me");
    await page.locator(".suggest-widget.visible .monaco-list-row.focused", { hasText: "The council meets" }).waitFor();
    await page.keyboard.press("Enter");
    await page.keyboard.type(" So.");
    await boxOf(page, "([report](articles/channel.txt#L25)) So.");
    await runCommand(page, "Verbatim: Check This Note");
    await page.locator(".notification-toast", { hasText: "2 quotes in 1 note: 2 exact" }).waitFor();
    assert.equal(await page.locator(".squiggly-error, .squiggly-warning, .squiggly-info").count(), 0);
  });

  it("goes from a path to the lines, those of the quotation first", async () => {
    const { page } = window;
    await page.keyboard.type('\n\nShe said "we accept every one of them" ([survey](chan', { delay: 30 });
    await suggestion("articles/channel.txt").first().waitFor();
    await page.keyboard.press("Enter");
    await suggestion("L21").first().waitFor();
    assert.match((await page.locator(".suggest-widget.visible .monaco-list-row.focused").textContent()) ?? "", /^L21/);
    await page.keyboard.press("Enter");
    await boxOf(page, '"we accept every one of them" ([survey](articles/channel.txt#L21))');
  });

  it("asks for nothing in ordinary prose", async () => {
    const { page } = window;
    await page.keyboard.press("Control+End");
    await page.keyboard.type("\n\nAnd so it went on for a while. ", { delay: 30 });
    await boxOf(page, "And so it went on for a while.");
    assert.equal(await page.locator(".suggest-widget.visible").count(), 0);
  });
});
