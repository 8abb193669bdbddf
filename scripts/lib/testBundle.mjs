// Tests are TypeScript: esbuild makes modules of them that mocha can load.
import { join, relative } from "node:path";
import { build } from "esbuild";

/**
 * @param {object} options
 * @param {string} options.root the project's folder
 * @param {string[]} options.files absolute paths
 * @param {string} options.outdir from which the project's packages have to be found
 * @returns {Promise<string[]>} what each file was made into
 */
export async function buildTests({ root, files, outdir }) {
  await build({
    absWorkingDir: root,
    entryPoints: files,
    outbase: root,
    outdir,
    outExtension: { ".js": ".mjs" },
    bundle: true,
    packages: "external",
    platform: "node",
    target: "node20",
    format: "esm",
    splitting: true,
    sourcemap: "inline",
    logLevel: "warning",
  });
  return files.map((file) => join(outdir, relative(root, file).replace(/\.ts$/, ".mjs")));
}
