// Builds and packages the extension and runs it in the real editor: `node scripts/e2e.mjs [--screenshots]
// [--only suite|idle|packaged|ui]`, with VERBATIM_TEST_GREP=TEXT only the tests whose title has the text.
// --screenshots rewrites the images of the README, docs/images.
import { rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { endTogether, run } from "./lib/processes.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const out = join(root, "out/e2e");

endTogether();
await node("scripts/build.mjs");
await node("scripts/package.mjs");
rmSync(out, { recursive: true, force: true });
/** @type {import("esbuild").BuildOptions} */
const common = {
  absWorkingDir: root,
  bundle: true,
  platform: "node",
  target: "node20",
  sourcemap: "inline",
  logLevel: "warning",
  outdir: out,
};
await build({
  ...common,
  entryPoints: { runTest: "test/runTest.ts" },
  packages: "external",
  format: "esm",
  splitting: true,
  outExtension: { ".js": ".mjs" },
});
// Inside the extension host: `vscode` exists only there, and mocha is found from the checkout.
await build({
  ...common,
  entryPoints: { suite: "test/suite/index.ts", idle: "test/idle/index.ts", packaged: "test/packaged/index.ts" },
  external: ["vscode", "mocha"],
  // A package's other form may load its parts in a way that no bundler sees.
  mainFields: ["module", "main"],
  format: "cjs",
});
const args = ["--enable-source-maps", join(out, "runTest.mjs"), ...process.argv.slice(2)];
const { status } = await run(process.execPath, args, { cwd: root, output: "inherit" });
process.exitCode = status;

/** @param {string} script */
async function node(script) {
  const { status, output } = await run(process.execPath, [join(root, script)], { cwd: root });
  if (status !== 0) throw new Error(`${script} failed:\n${output}`);
}
