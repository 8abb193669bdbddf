// `npm test`: everything, from a clone alone. Ends with one line of counts over all of it.
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { installPackages } from "./lib/npm.mjs";
import { endTogether, onShutdown, run } from "./lib/processes.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const temporary = mkdtempSync(join(tmpdir(), "verbatim-test-"));
const discard = onShutdown(() => rmSync(temporary, { recursive: true, force: true }));
const counts = { passed: 0, failed: 0, skipped: 0 };

endTogether();
try {
  await installPackages(root, () => console.log("Installing the project's packages …"));
  const built = await check("Build", ["scripts/build.mjs"]);
  await check("Generated files", ["scripts/generate.mjs", "--check"]);
  await check("Format and lint", [binary("@biomejs/biome/bin/biome"), "check", "--error-on-warnings", "."]);
  await check("Types", [binary("typescript/bin/tsc")]);
  if (built) {
    await suite("Unit, command-line and language-server tests", ["scripts/unit.mjs"]);
    await suite("End-to-end tests", ["scripts/e2e.mjs"]);
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  counts.failed++;
}
discard();
console.log(`${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`);
process.exit(counts.failed === 0 ? 0 : 1);

/**
 * One thing that is right or wrong as a whole. Says nothing more where it is right.
 * @param {string} title
 * @param {readonly string[]} args
 */
async function check(title, args) {
  const { status, output } = await run(process.execPath, args, { cwd: root });
  const isFine = status === 0;
  counts[isFine ? "passed" : "failed"]++;
  console.log(`${isFine ? "✔" : "✘"} ${title}`);
  if (!isFine) console.log(output.trim());
  return isFine;
}

/**
 * Tests that count themselves, in several runs of mocha perhaps.
 * @param {string} title
 * @param {readonly string[]} args
 */
async function suite(title, args) {
  console.log(`\n${title}`);
  const file = join(temporary, `${title}.jsonl`);
  const env = { ...process.env, VERBATIM_TEST_COUNTS: file };
  const { status } = await run(process.execPath, args, { cwd: root, env, output: "inherit" });
  let failed = 0;
  for (const line of existsSync(file) ? readFileSync(file, "utf8").trim().split("\n") : []) {
    const part = JSON.parse(line);
    counts.passed += part.passed;
    counts.skipped += part.skipped;
    failed += part.failed;
  }
  // What ended badly without a failed test has crashed.
  if (status !== 0 && failed === 0) failed = 1;
  counts.failed += failed;
}

/** @param {string} path below node_modules */
function binary(path) {
  return join(root, "node_modules", path);
}
