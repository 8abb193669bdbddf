// Builds what the extension and the command line run: one bundle an entry, nothing left to install beside them.
// `node scripts/build.mjs [--dev] [--outdir DIR] [ENTRY …]`
import { chmodSync, cpSync, rmSync } from "node:fs";
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { build } from "esbuild";

/** @type {Record<string, string>} */
const entries = {
  cli: "server/src/shell/cli.ts",
  // Apart from cli, which loads it for what takes longer than --version: reading it alone costs a quarter of that.
  command: "server/src/shell/cli/command.ts",
  server: "server/src/shell/node.ts",
  extension: "client/src/extension.ts",
  // Apart from extension, which has to be there at once and loads it when the first note is.
  languageClient: "client/src/server/languageClient.ts",
};

const { values: options, positionals } = parseArgs({
  options: { dev: { type: "boolean", default: false }, outdir: { type: "string", default: "dist" } },
  allowPositionals: true,
});
const root = fileURLToPath(new URL("..", import.meta.url));
const wanted = positionals.length > 0 ? positionals : Object.keys(entries);

await build({
  absWorkingDir: root,
  entryPoints: Object.fromEntries(wanted.map((name) => [name, entries[name]])),
  outdir: options.outdir,
  bundle: true,
  platform: "node",
  target: "node20",
  format: "cjs",
  // Some packages have a CommonJS form that no bundler can follow; their modules can be.
  mainFields: ["module", "main"],
  external: ["vscode"],
  minify: !options.dev,
  sourcemap: options.dev,
  legalComments: "none",
  logLevel: "warning",
});
// Of the extension and of the server, both of which look for them here.
const translations = resolve(root, options.outdir, "l10n");
rmSync(translations, { recursive: true, force: true });
cpSync(resolve(root, "l10n"), translations, {
  recursive: true,
  filter: (path) => !path.endsWith("bundle.l10n.json"),
});
if (wanted.includes("cli")) chmodSync(resolve(root, options.outdir, "cli.js"), 0o755);
