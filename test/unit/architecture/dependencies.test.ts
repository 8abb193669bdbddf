import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { type BuildOptions, build, type Metafile } from "esbuild";
import { bundles, bundling } from "../../../scripts/lib/bundles.mjs";
import { readTables } from "../markdownTables.ts";

describe("the dependencies", () => {
  const architecture = readFileSync("ARCHITECTURE.md", "utf8");
  const section = architecture.split("## Dependencies")[1].split(/^## /m)[0];
  const rows = readTables(section).map(({ cells }) => cells);
  const names = (cell = "") => [...cell.matchAll(/`([^`]+)`/g)].map(([, name]) => name);

  it("each have a reason in ARCHITECTURE.md, and nothing else has one", () => {
    const { dependencies, devDependencies } = JSON.parse(readFileSync("package.json", "utf8"));
    const named = rows.flatMap(({ package: packages }) => names(packages));
    assert.deepEqual(named.sort(), Object.keys({ ...dependencies, ...devDependencies }).sort());
  });

  it("in the bundles are few, and bring along what is said of them", async () => {
    const { imported, bundled } = packagesIn(await metafile());
    const inBundles = rows.filter(({ brings }) => brings !== undefined);
    const named = inBundles.flatMap(({ package: packages }) => names(packages));
    assert.deepEqual(named.sort(), [...imported].sort());
    assert.ok(imported.size <= 5);
    const brought = inBundles.flatMap(({ brings }) => names(brings));
    assert.deepEqual([...named, ...brought].sort(), [...bundled].sort());
  });
});

async function metafile(): Promise<Metafile> {
  const options: BuildOptions = bundling(Object.keys(bundles));
  const { metafile } = await build({ ...options, outdir: "out", write: false, metafile: true });
  assert.ok(metafile !== undefined);
  return metafile;
}

/** The packages that our own code imports, and all that are in the bundles. */
function packagesIn({ inputs }: Metafile): { readonly imported: Set<string>; readonly bundled: Set<string> } {
  const imported = new Set<string>();
  const bundled = new Set<string>();
  for (const [path, { imports }] of Object.entries(inputs)) {
    const own = packageOf(path);
    if (own !== null) bundled.add(own);
    for (const { path: to } of imports) {
      const name = own === null ? packageOf(to) : null;
      if (name !== null) imported.add(name);
    }
  }
  return { imported, bundled };
}

function packageOf(path: string): string | null {
  return /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1] ?? null;
}
