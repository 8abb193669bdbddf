// Makes the extension package, out/verbatim-notes.vsix, from what `npm run build` made. From the same files it makes the same
// bytes, whenever and wherever.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { createVSIX } from "@vscode/vsce";

// What every file in the package is dated, in UTC; without it, when it was checked out.
process.env.SOURCE_DATE_EPOCH ??= String(Date.UTC(2020, 0, 1) / 1000);
process.env.TZ = "UTC";

const root = fileURLToPath(new URL("..", import.meta.url));
const out = join(root, "out");
mkdirSync(out, { recursive: true });
const readme = join(out, "README.md");
writeFileSync(readme, withoutFiles(readFileSync(join(root, "README.md"), "utf8")));
await createVSIX({
  cwd: root,
  packagePath: join(out, "verbatim-notes.vsix"),
  readmePath: "out/README.md",
  dependencies: false,
  allowMissingRepository: true,
  rewriteRelativeLinks: false,
});

/**
 * The package holds neither the images nor the other documents that the README points at, and there is no address
 * that they could be fetched from.
 * @param {string} markdown
 */
function withoutFiles(markdown) {
  return markdown
    .replace(/^ *!\[[^\]]*\]\(docs\/[^)]*\)\n\n?/gm, "")
    .replace(/\[([^\]]*)\]\((?:docs\/|[A-Z]+\.md|LICENSE)[^)]*\)/g, "$1");
}
