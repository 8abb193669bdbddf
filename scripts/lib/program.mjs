// A program of test/ that is no test: bundled, and run in a process of its own.
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const root = fileURLToPath(new URL("../..", import.meta.url));

/**
 * Runs the program with this process's arguments, and ends as it does.
 * @param {string} entry below the project's root
 * @param {readonly string[]} [nodeOptions]
 */
export async function runProgram(entry, nodeOptions = []) {
  const outfile = join(root, "out", entry.replace(/\.ts$/, ".mjs"));
  await build({
    absWorkingDir: root,
    entryPoints: [entry],
    outfile,
    bundle: true,
    packages: "external",
    platform: "node",
    target: "node20",
    format: "esm",
    sourcemap: "inline",
    logLevel: "warning",
  });
  const args = ["--enable-source-maps", ...nodeOptions, outfile, ...process.argv.slice(2)];
  process.exitCode = spawnSync(process.execPath, args, { cwd: root, stdio: "inherit" }).status ?? 1;
}
