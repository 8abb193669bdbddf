// Measures the matcher beside approx-string-match: `npm run bench -- [--quick] [--seed N]`. Fails where a bar is missed.
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const root = fileURLToPath(new URL("..", import.meta.url));
const outfile = join(root, "out/bench/bench.mjs");
await build({
  absWorkingDir: root,
  entryPoints: ["test/bench/bench.ts"],
  outfile,
  bundle: true,
  packages: "external",
  platform: "node",
  target: "node20",
  format: "esm",
  sourcemap: "inline",
  logLevel: "warning",
});
const args = ["--expose-gc", "--enable-source-maps", outfile, ...process.argv.slice(2)];
process.exitCode = spawnSync(process.execPath, args, { cwd: root, stdio: "inherit" }).status ?? 1;
