// Runs the properties of the tests for as long as one likes: `npm run fuzz -- --minutes N [--seed S] [--property NAME]`.
// Every round takes another seed. Ends with 1 after the first round in which one failed. Nothing is written into the tree.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { onShutdown } from "./lib/processes.mjs";
import { buildTests } from "./lib/testBundle.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
/** The longest that one property has a turn, in seconds: of a long run every property gets many seeds. */
const longestTurn = 20;

const { minutes, seed, property } = readOptions();
const home = mkdtempSync(join(tmpdir(), "verbatim-fuzz-"));
const discard = onShutdown(() => rmSync(home, { recursive: true, force: true }));
symlinkSync(join(root, "node_modules"), join(home, "node_modules"), "junction");
const built = await buildTests({ root, files: filesOfProperties(), outdir: join(home, "tests") });

const count = countProperties();
if (count === 0) {
  console.error(`No property is called ${property}.`);
  process.exit(2);
}
const end = Date.now() + minutes * 60_000;
for (let round = 1; process.exitCode === undefined && Date.now() < end; round++) {
  const turn = Math.min(longestTurn, (end - Date.now()) / 1000 / count);
  // Other numbers for every round, and the same for the same seed.
  const roundSeed = (seed + (round - 1) * 1_000_003) % 0x7fffffff;
  console.log(`\nRound ${round}, seed ${roundSeed}: ${count} properties, ${turn.toFixed(1)} s each`);
  const env = { VERBATIM_PROPERTY_SEED: String(roundSeed), VERBATIM_PROPERTY_SECONDS: String(turn) };
  const { status } = mocha(["--reporter", "spec"], { env, stdio: "inherit" });
  if (status !== 0) process.exitCode = 1;
}
if (process.exitCode === undefined) console.log("\nEvery property held.");
discard();

function readOptions() {
  try {
    const { values } = parseArgs({
      options: {
        minutes: { type: "string", default: "10" },
        seed: { type: "string", default: String(Math.floor(Math.random() * 0x7fffffff)) },
        property: { type: "string", default: "" },
      },
    });
    const [minutes, seed] = [Number(values.minutes), Number(values.seed)];
    if (!(minutes > 0)) throw new Error("--minutes must be a number above 0");
    if (!Number.isSafeInteger(seed) || seed < 0) throw new Error("--seed must be a whole number");
    return { minutes, seed, property: values.property };
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : error}\nThe options are in CONTRIBUTING.md.`);
    process.exit(2);
  }
}

/** Test files that have properties: those that import what runs them. */
function filesOfProperties() {
  return readdirSync(join(root, "test"), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".test.ts"))
    .map((name) => join(root, "test", name))
    .filter((file) => readFileSync(file, "utf8").includes('/run.ts"'))
    .sort();
}

function countProperties() {
  const { stdout } = mocha(["--dry-run", "--reporter", "json"], { stdio: ["ignore", "pipe", "inherit"] });
  return JSON.parse(stdout.slice(stdout.indexOf("{"))).stats.passes;
}

/**
 * @param {string[]} options
 * @param {{ env?: Record<string, string>, stdio: import("node:child_process").StdioOptions }} how
 */
function mocha(options, { env, stdio }) {
  const program = createRequire(import.meta.url).resolve("mocha/bin/mocha.js");
  // A property's title ends with its seed.
  const escaped = property.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  const grep = `${escaped}.*\\[seed `;
  const args = [
    "--enable-source-maps",
    program,
    "--ui",
    "bdd",
    "--timeout",
    "600000",
    "--require",
    join(root, "scripts/lib/watchdog.mjs"),
    "--grep",
    grep,
    ...options,
    ...built,
  ];
  const everywhere = { ...process.env, ...env, VERBATIM_TEST_OUT: join(home, "out") };
  return spawnSync(process.execPath, args, { cwd: root, env: everywhere, stdio, encoding: "utf8" });
}
