// `npm run oracle`: how often the verdicts are wrong, over text that people really quoted. Options: see CONTRIBUTING.md.
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";

const root = fileURLToPath(new URL("..", import.meta.url));
const outfile = join(root, "out/oracle/main.mjs");
await build({
  absWorkingDir: root,
  entryPoints: ["test/oracle/main.ts"],
  outfile,
  bundle: true,
  packages: "external",
  platform: "node",
  target: "node20",
  format: "esm",
  sourcemap: "inline",
  logLevel: "warning",
});
process.setSourceMapsEnabled(true);
process.chdir(root);
await import(pathToFileURL(outfile).href);
