// Runs the tests that need no editor: `node scripts/unit.mjs [path below test …] [-- mocha options]`.
import { spawnSync } from "node:child_process";
import { readdirSync, rmSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { buildTests } from "./lib/testBundle.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const suites = ["unit", "cli", "lsp"];

const args = process.argv.slice(2);
const dashes = args.indexOf("--");
const wanted = dashes < 0 ? args : args.slice(0, dashes);
const mochaOptions = dashes < 0 ? [] : args.slice(dashes + 1);

const files = (wanted.length > 0 ? wanted : suites).flatMap((path) => testFiles(join(root, "test", path)));
const outdir = join(root, "out/unit");
rmSync(outdir, { recursive: true, force: true });
const built = await buildTests({ root, files, outdir });

const mocha = createRequire(import.meta.url).resolve("mocha/bin/mocha.js");
const reporter = join(root, "scripts/lib/reporter.mjs");
const watchdog = join(root, "scripts/lib/watchdog.mjs");
// Work is counted and not timed; the limit is for what hangs.
const options = ["--ui", "bdd", "--timeout", "60000", "--require", watchdog, "--reporter", reporter, ...mochaOptions];
const result = spawnSync(process.execPath, ["--enable-source-maps", mocha, ...options, ...built], {
  cwd: root,
  stdio: "inherit",
});
process.exitCode = result.status ?? 1;

/** @param {string} path */
function testFiles(path) {
  if (statSync(path).isFile()) return [path];
  return readdirSync(path, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".test.ts"))
    .sort()
    .map((name) => join(path, name));
}
