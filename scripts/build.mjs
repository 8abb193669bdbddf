// Builds what the extension and the command line run: one bundle an entry, nothing left to install beside them.
// `node scripts/build.mjs [--dev] [--outdir DIR] [ENTRY …]`
import { chmodSync, cpSync, rmSync } from "node:fs";
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { build } from "esbuild";
import { bundles, bundling } from "./lib/bundles.mjs";

const { values: options, positionals } = parseArgs({
  options: { dev: { type: "boolean", default: false }, outdir: { type: "string", default: "dist" } },
  allowPositionals: true,
});
const root = fileURLToPath(new URL("..", import.meta.url));
const wanted = positionals.length > 0 ? positionals : Object.keys(bundles);

await build({
  ...bundling(wanted),
  absWorkingDir: root,
  outdir: options.outdir,
  minify: !options.dev,
  sourcemap: options.dev,
});
// Of the extension and of the server, both of which look for them here.
const translations = resolve(root, options.outdir, "l10n");
rmSync(translations, { recursive: true, force: true });
cpSync(resolve(root, "l10n"), translations, {
  recursive: true,
  filter: (path) => !path.endsWith("bundle.l10n.json"),
});
if (wanted.includes("cli")) chmodSync(resolve(root, options.outdir, "cli.js"), 0o755);
