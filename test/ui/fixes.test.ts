import { join } from "node:path";
import type { OpenWorkbench } from "../editors/workbench.ts";
import { configuration, photographFailure } from "./configuration.ts";
import { boxOf, openFile, openFixes, untilChecked } from "./page.ts";

describe("quick fixes by keyboard", () => {
  const { workbench, vsix, notebook, screenshots } = configuration();
  let window: OpenWorkbench;

  before(async () => {
    window = await workbench.open({
      folder: notebook("fixes"),
      vsix,
      settings: { "editor.minimap.enabled": false },
    });
  });
  after(() => window?.close());

  afterEach(photographFailure(() => window?.page));

  it("heal a wrong number with two keys, and undo takes it back", async () => {
    const { page } = window;
    await openFile(page, "start-here.md");
    await untilChecked(page);
    const squiggle = page.locator(".squiggly-error");
    await squiggle.first().waitFor();
    await openFixes(page, "30");
    const menu = page.locator(".action-widget");
    await menu.getByText("Replace with the source’s words: “13”").waitFor();
    await menu.getByText("Ignore this quote-altered finding, with a reason").waitFor();
    if (screenshots !== null) {
      await page.screenshot({ path: join(screenshots, "quick-fix.png"), animations: "disabled" });
    }
    await page.keyboard.press("Enter");
    await squiggle.first().waitFor({ state: "detached" });
    await boxOf(page, "13 weeks");
    await page.keyboard.press("Control+z");
    await squiggle.first().waitFor();
    await boxOf(page, "30 weeks");
  });
});
