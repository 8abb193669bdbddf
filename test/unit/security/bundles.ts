import { type Node, parse } from "acorn";
import { full } from "acorn-walk";
import { type BuildOptions, build } from "esbuild";
import { bundles, bundling } from "../../../scripts/lib/bundles.mjs";

/** A bundle as it is built, but for its names, which are those of the source. */
export interface ReadBundle {
  readonly name: string;
  readonly text: string;
  /** Every node of its syntax tree. */
  readonly nodes: readonly Node[];
  /** The file that stands at an offset of the text: `server/src/visible.ts`, `minimatch/dist/commonjs/index.js`. */
  fileAt(offset: number): string;
}

/** The bundles of the extension and the command line. */
export async function readBundles(): Promise<ReadBundle[]> {
  const options: BuildOptions = bundling(Object.keys(bundles));
  const { outputFiles } = await build({ ...options, outdir: "out", write: false, minify: false });
  return (outputFiles ?? []).map(({ path, text }) => readBundle(/([^/\\]+)\.js$/.exec(path)?.[1] ?? path, text));
}

function readBundle(name: string, text: string): ReadBundle {
  const nodes: Node[] = [];
  full(parse(text, { ecmaVersion: "latest", allowHashBang: true }), (node) => nodes.push(node));
  // esbuild names each file in front of what it took from it.
  const files = [...text.matchAll(/^\s*\/\/ (\S+\.(?:[cm]?[jt]s|json))$/gm)].map(({ 1: file, index }) => ({
    file,
    index,
  }));
  return {
    name,
    text,
    nodes,
    fileAt: (offset) => files.findLast(({ index }) => index <= offset)?.file.replace(/^.*node_modules\//, "") ?? "",
  };
}
