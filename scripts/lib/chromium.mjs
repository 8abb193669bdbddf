// A Chromium to run the workbench's page in.
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { installOnce } from "./cache.mjs";
import { onPath } from "./path.mjs";
import { run } from "./processes.mjs";

/**
 * The browser that CHROME_PATH names, else one on PATH, else the one that the registry has.
 * @param {() => void} announce called before one is installed
 * @returns {Promise<{ path: string, env: NodeJS.ProcessEnv }>} the program, and the environment that it runs in
 */
export async function findChromium(announce) {
  const { CHROME_PATH } = process.env;
  const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
  const installed = CHROME_PATH || names.map(onPath).find((path) => path !== undefined);
  if (installed) return { path: installed, env: process.env };
  const manifest = fileURLToPath(new URL("../../scripts/chromium", import.meta.url));
  const folder = join(await installOnce(manifest, { announce, prepare: unpack }), unpacked);
  return { path: join(folder, "chromium"), env: await environment(folder) };
}

const unpacked = "unpacked";

/**
 * The package unpacks itself into the temporary folder, and for one environment brings the libraries that a bare
 * machine lacks. A process of its own does it, in which that folder is another one.
 * @param {string} installation
 */
async function unpack(installation) {
  const target = join(installation, unpacked);
  mkdirSync(target);
  const code = 'import chromium from "@sparticuz/chromium"; await chromium.executablePath();';
  const { status, output } = await run(process.execPath, ["--input-type=module", "-e", code], {
    cwd: installation,
    env: { ...process.env, TMPDIR: target, AWS_EXECUTION_ENV: "AWS_Lambda_nodejs22.x" },
  });
  if (status !== 0) throw new Error(`Chromium could not be unpacked:\n${output}`);
  writeFileSync(join(target, "fonts.conf"), fontSettings);
}

const fontSettings = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir prefix="relative">fonts</dir>
  <cachedir prefix="relative">fonts-cache</cachedir>
</fontconfig>
`;

/**
 * What comes with the package is used only where the machine has no such thing.
 * @param {string} folder
 */
async function environment(folder) {
  const env = { ...process.env };
  const needed = await run("ldd", [join(folder, "chromium")]).catch(() => ({ output: "" }));
  if (needed.output.includes("not found")) {
    env.LD_LIBRARY_PATH = [join(folder, "al2023/lib"), env.LD_LIBRARY_PATH].filter(Boolean).join(":");
  }
  if (!existsSync("/etc/fonts/fonts.conf")) env.FONTCONFIG_FILE = join(folder, "fonts.conf");
  return env;
}
