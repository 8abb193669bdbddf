// Builds what the extension and the command line run: one bundle an entry, nothing left to install beside them.
import { build } from "esbuild";

const production = !process.argv.includes("--dev");

await build({
  entryPoints: {
    cli: "server/src/shell/cli.ts",
    server: "server/src/shell/node.ts",
    extension: "client/src/extension.ts",
  },
  outdir: "dist",
  bundle: true,
  platform: "node",
  target: "node20",
  format: "cjs",
  external: ["vscode"],
  minify: production,
  sourcemap: !production,
  legalComments: "none",
  logLevel: "warning",
});
