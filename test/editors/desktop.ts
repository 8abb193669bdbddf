import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { downloadAndUnzipVSCode, resolveCliArgsFromVSCodeExecutablePath, runTests } from "@vscode/test-electron";
import { cacheFolder } from "../../scripts/lib/cache.mjs";
import { run } from "../../scripts/lib/processes.mjs";
import type { Editor } from "./editor.ts";

/** How long the download server may take to answer, in milliseconds. */
const patience = 5000;

/**
 * The desktop VS Code that VSCODE_PATH names, or the newest one where it can be downloaded and shown; null elsewhere.
 */
export async function desktopEditor(): Promise<Editor | null> {
  const { VSCODE_PATH, DISPLAY, WAYLAND_DISPLAY } = process.env;
  if (VSCODE_PATH) return editor(VSCODE_PATH);
  if (process.platform === "linux" && !DISPLAY && !WAYLAND_DISPLAY) return null;
  if (!(await canDownload())) return null;
  return editor(await downloadAndUnzipVSCode({ cachePath: join(cacheFolder(), "vscode") }));
}

async function canDownload(): Promise<boolean> {
  try {
    const releases = "https://update.code.visualstudio.com/api/releases/stable";
    return (await fetch(releases, { signal: AbortSignal.timeout(patience) })).ok;
  } catch {
    return false;
  }
}

function editor(program: string): Editor {
  return {
    name: `desktop VS Code (${program})`,
    run: async ({ suite, extension, folder, vsix }) => {
      const profile = mkdtempSync(join(tmpdir(), "verbatim-vscode-"));
      const where = [`--user-data-dir=${join(profile, "user")}`, `--extensions-dir=${join(profile, "extensions")}`];
      try {
        if (vsix) await install(program, vsix, where);
        await runTests({
          vscodeExecutablePath: program,
          extensionDevelopmentPath: extension,
          extensionTestsPath: suite,
          launchArgs: [folder, ...where, "--disable-workspace-trust", "--skip-welcome", "--skip-release-notes"],
        });
      } finally {
        rmSync(profile, { recursive: true, force: true, maxRetries: 3 });
      }
    },
  };
}

async function install(program: string, vsix: string, where: readonly string[]): Promise<void> {
  const [cli = program, ...args] = resolveCliArgsFromVSCodeExecutablePath(program, { reuseMachineInstall: true });
  const shell = process.platform === "win32";
  const { status, output } = await run(cli, [...args, ...where, "--install-extension", vsix], { shell });
  if (status !== 0) throw new Error(`VS Code did not install ${vsix}:\n${output}`);
}
