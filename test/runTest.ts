import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { endTogether } from "../scripts/lib/processes.mjs";
import { workbenchRunsHere } from "../scripts/lib/workbench.mjs";
import { desktopEditor } from "./editors/desktop.ts";
import { type WorkbenchEditor, workbenchEditor } from "./editors/workbench.ts";
import { runMocha } from "./mocha.ts";
import { configure } from "./ui/configuration.ts";

/**
 * The end-to-end tests, in the real editor: a mocha suite inside the extension host, on the extension as it is built
 * and on the package that is made of it, and one that drives the packaged extension with mouse and keyboard.
 */
const { values } = parseArgs({
  options: { screenshots: { type: "boolean", default: false }, only: { type: "string" } },
});
/** Of one test that drives the page, in milliseconds. */
const pageTimeout = 60_000;

const root = fileURLToPath(new URL("../..", import.meta.url));
const vsix = join(root, "out/verbatim-notes.vsix");
const temporary = realpathSync(mkdtempSync(join(tmpdir(), "verbatim-e2e-")));
let failures = 0;

endTogether();
const workbench = workbenchRunsHere ? await workbenchEditor() : null;
const editor = (await desktopEditor()) ?? workbench;
try {
  if (editor === null) throw new Error("There is no VS Code for this machine: set VSCODE_PATH to an installed one.");
  await step(`Suite in the extension host of ${editor.name}`, "suite", () =>
    editor.run({ suite: bundle("suite"), extension: root, folder: notebook("suite") }),
  );
  await step(`Extension without a note in ${editor.name}`, "idle", () =>
    editor.run({ suite: bundle("idle"), extension: root, folder: folderWithoutNotes() }),
  );
  await step(`Package in ${editor.name}`, "packaged", () =>
    editor.run({
      suite: bundle("packaged"),
      extension: join(root, "test/packaged/host"),
      folder: notebook("packaged"),
      vsix,
    }),
  );
  if (workbench) await step("Package under mouse and keyboard", "ui", () => runPageTests(workbench));
} finally {
  await workbench?.close();
  rmSync(temporary, { recursive: true, force: true, maxRetries: 3 });
}
process.exit(failures === 0 ? 0 : 1);

async function step(title: string, name: string, work: () => Promise<void>): Promise<void> {
  if (values.only && values.only !== name) return;
  console.log(`\n${title}`);
  const report = join(temporary, `${name}.txt`);
  process.env.VERBATIM_TEST_REPORT = report;
  try {
    await work();
  } catch (error) {
    failures++;
    // A suite that failed says so in its report.
    if (!existsSync(report)) console.error(error instanceof Error ? error.message : error);
  }
  if (existsSync(report)) console.log(readFileSync(report, "utf8"));
}

async function runPageTests(workbench: WorkbenchEditor): Promise<void> {
  const screenshots = values.screenshots ? join(root, "docs/images") : null;
  configure({ workbench, vsix, notebook, screenshots, failures: join(root, "out/e2e/failures") });
  const failed = await runMocha(() => import("./ui/index.ts"), pageTimeout);
  if (failed > 0) throw new Error(`${failed} failed.`);
}

function bundle(name: string): string {
  return join(root, "out/e2e", `${name}.js`);
}

function folderWithoutNotes(): string {
  const folder = join(temporary, "idle");
  mkdirSync(folder);
  writeFileSync(join(folder, "minutes.txt"), "The ferry leaves every three hours, and in summer every hour.\n");
  return folder;
}

/** A copy of the sample notebook, for tests to write to. */
function notebook(name: string): string {
  const folder = join(temporary, name, "sample");
  cpSync(join(root, "sample"), folder, { recursive: true });
  return folder;
}
