import assert from "node:assert/strict";
import { cpSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Locator } from "playwright-core";
import type { OpenWorkbench } from "../editors/workbench.ts";
import { fullWidth, pseudoLocale, pseudoManifest, pseudoMessages, untranslated } from "../pseudoLanguage.ts";
import { configuration, photographFailure } from "./configuration.ts";
import { labelsOf } from "./inPage.mjs";
import { endHover, hover, openFile, openFixes, runCommand, untilChecked } from "./page.ts";

describe("the extension in German", () => {
  const { workbench, vsix, notebook } = configuration();
  let window: OpenWorkbench;

  before(async () => {
    window = await workbench.open({ folder: notebook("german"), vsix, language: "de" });
  });
  after(() => window?.close());
  afterEach(photographFailure(() => window?.page));

  it("says in a hover what the source says", async () => {
    const { page } = window;
    await openFile(page, "start-here.md");
    await untilChecked(page);
    await page.locator(".squiggly-error").first().waitFor();
    const text = await hover(page, "30", /Verändert: 1 Abweichung/);
    assert.match(text, /In der Quelle steht „13“, nicht „30“\./);
    await endHover(page);
  });

  it("has its commands and its messages", async () => {
    const { page } = window;
    await runCommand(page, "Verbatim: Alle Notizen prüfen");
    const toast = page.locator(".notification-toast", { hasText: /35 Zitate in 3 Notizen: 18 wörtlich/ });
    await toast.getByText("Probleme anzeigen").waitFor();
  });

  it("has the view of the evidence", async () => {
    const { page } = window;
    await page.locator('.activitybar .badge[aria-label="Verbatim - 9 Zitate stimmen nicht"]').click();
    await page.getByRole("treeitem", { name: /^Quelle articles\/channel\.txt: 5 verändert, / }).waitFor();
    await page.locator(".part.sidebar .title", { hasText: "Verbatim: Belege" }).waitFor();
  });
});

describe("the extension in a language without an ASCII letter has none in", () => {
  const { workbench } = configuration();
  const temporary = realpathSync(mkdtempSync(join(tmpdir(), "verbatim-pseudo-")));
  const extension = join(temporary, "extension");
  const folder = join(temporary, "Ἀρχεῖον");
  let window: OpenWorkbench;

  before(async () => {
    for (const path of ["package.json", "package.nls.json", "dist", "media", "docs/images", "syntaxes"]) {
      cpSync(path, join(extension, path), { recursive: true });
    }
    writeFileSync(join(extension, `package.nls.${pseudoLocale}.json`), JSON.stringify(pseudoManifest()));
    writeFileSync(join(extension, `dist/l10n/bundle.l10n.${pseudoLocale}.json`), JSON.stringify(pseudoMessages()));
    mkdirSync(folder);
    writeFileSync(join(folder, "πηγή.txt"), "Το λιμάνι βαθαίνει.\n\nΟ δήμαρχος μίλησε για 13 βδομάδες δουλειάς.\n");
    writeFileSync(join(folder, "άλλη.txt"), "Εδώ δεν μιλά κανείς.\n");
    const notes = [
      "«μίλησε για 31 βδομάδες δουλειάς» ([π](πηγή.txt#L3)).",
      "«Το λιμάνι βαθαίνει» ([π](πηγή.txt#L3)).",
      "«Το λιμάνι βαθαίνει» ([π](πηγή.txt#L1)).",
    ];
    writeFileSync(join(folder, "σημείωση.md"), `${notes.join("\n\n")}\n`);
    const settings = { "editor.minimap.enabled": false };
    window = await workbench.open({ folder, development: { extension }, language: pseudoLocale, settings });
  });
  after(async () => {
    await window?.close();
    rmSync(temporary, { recursive: true, force: true });
  });
  afterEach(photographFailure(() => window?.page));

  /** Everything that elements show or tell a screen reader; there has to be something. `names`: what VS Code adds. */
  async function assertTranslated(elements: Locator, names = /(?!)/): Promise<void> {
    await elements.first().waitFor();
    const said = [...(await elements.allInnerTexts()), ...(await elements.evaluateAll(labelsOf))];
    assert.deepEqual(
      said.flatMap((text) => untranslated(text.replace(names, ""))),
      [],
      said.join("\n"),
    );
  }

  it("its hover", async () => {
    const { page } = window;
    await openFile(page, "σημείωση.md");
    await untilChecked(page);
    await page.locator(".squiggly-error").first().waitFor();
    await hover(page, "31", new RegExp(fullWidth("Altered")));
    await assertTranslated(
      page.locator(".monaco-hover:visible .hover-row:not(.status-bar) .hover-contents"),
      /Loading\.\.\./,
    );
    await endHover(page);
  });

  it("its fixes", async () => {
    const { page } = window;
    await openFixes(page, "31");
    await assertTranslated(page.locator(".action-widget .monaco-list-row.action .title"));
    await page.keyboard.press("Escape");
  });

  it("its lenses, and the hover over a source", async () => {
    const { page } = window;
    await openFile(page, "πηγή.txt");
    await assertTranslated(page.locator(".codelens-decoration"));
    await hover(page, "λιμάνι", new RegExp(fullWidth("Cited by")));
    await assertTranslated(page.locator(".monaco-hover:visible .hover-contents"));
    await endHover(page);
  });

  it("its commands", async () => {
    const { page } = window;
    await page.keyboard.press("F1");
    const box = page.locator(".quick-input-widget");
    await box.locator("input[type=text]").pressSequentially("Verbatim: ");
    // The second row of a command has its English name.
    const rows = box.locator(".quick-input-list-rows > :first-child .monaco-icon-label");
    await assertTranslated(rows.filter({ hasText: "Verbatim: " }), /Focus on .* View/);
    await page.keyboard.press("Escape");
  });

  it("its messages", async () => {
    const { page } = window;
    await runCommand(page, "Verbatim: Check All Notes");
    // A page that obeys its payload shows no message by itself: it keeps them behind the bell.
    await page.locator(".statusbar-item .codicon-bell-dot").click();
    const message = page.locator(".notifications-center .notification-list-item", { hasText: fullWidth("altered") });
    await assertTranslated(message.locator(".notification-list-item-message, .monaco-button"));
    await page.keyboard.press("Escape");
  });

  it("its view", async () => {
    const { page } = window;
    await page.locator(`.activitybar .badge[aria-label$="${fullWidth("quotes are not right")}"]`).click();
    const view = page.locator(".part.sidebar");
    await view.getByRole("treeitem").first().click();
    await view.getByRole("treeitem").nth(2).waitFor();
    await assertTranslated(view.getByRole("treeitem"));
    const filter = view.locator(".title-actions .codicon-filter");
    await assertTranslated(filter.or(view.locator(".composite.title .title-label")));
    await filter.click();
    await assertTranslated(page.locator(".quick-input-widget").locator(".quick-input-title, .monaco-list-row"));
    await page.keyboard.press("Escape");
  });

  it("its settings", async () => {
    const { page } = window;
    await runCommand(page, "Verbatim: Open Settings");
    const setting = /\b(?:Verbatim|Editor)(?: › \w+)*: \w+(?: \w+)*/g;
    await assertTranslated(page.locator(".settings-editor .setting-item-description"), setting);
    await page.keyboard.press("Escape");
  });

  it("its walkthrough", async () => {
    const { page } = window;
    await page.keyboard.press("F1");
    const box = page.locator(".quick-input-widget");
    await box.locator("input[type=text]").pressSequentially("Welcome: Open Walkthrough");
    await box.locator(".monaco-list-row.focused", { hasText: "Welcome: Open Walkthrough" }).waitFor();
    await page.keyboard.press("Enter");
    await box.locator(".monaco-list-row", { hasText: fullWidth("Start with Verbatim") }).click();
    await assertTranslated(page.locator(".getting-started-step").locator(".step-title, .step-description"));
  });
});
