import { builtinModules } from "node:module";
import { posix } from "node:path";

/** Layers from the top down: each may import those behind it, and itself. `base` is the files directly in server/src. */
const order = ["shell", "features", "workspace", "quote", "source", "note", "base"] as const;

type Layer = (typeof order)[number] | "client";

/** All that the client may know of the server: what the two say to each other. */
const protocol = "server/src/shell/protocol.ts";

/** A bundle of its own, loaded with the first note: the client's other files know nothing but types of it. */
const lateBundle = "client/src/server/languageClient.ts";

const builtins = new Set(builtinModules);

interface Import {
  readonly specifier: string;
  readonly typeOnly: boolean;
}

/**
 * Everything that is wrong with the imports of a tree of TypeScript files, in words, sorted. Keys are paths from the
 * project's root with `/`; only files below server/src and client/src are judged.
 */
export function layerViolations(files: ReadonlyMap<string, string>): string[] {
  const found: string[] = [];
  const edges = new Map<string, string[]>();
  for (const [path, text] of files) {
    const layer = layerOf(path);
    if (layer === null) {
      found.push(`${path} belongs to no layer`);
      continue;
    }
    const targets: string[] = [];
    for (const imported of importsOf(text)) {
      if (!imported.specifier.startsWith(".")) {
        const reason = packageViolation(path, layer, imported);
        if (reason !== null) found.push(`${path} imports ${imported.specifier}: ${reason}`);
        continue;
      }
      const target = posix.join(posix.dirname(path), imported.specifier);
      const reason =
        files.has(target) || target === "package.json"
          ? arrowViolation(layer, target, imported)
          : "there is no such file";
      if (reason !== null) found.push(`${path} imports ${target}: ${reason}`);
      targets.push(target);
    }
    edges.set(path, targets);
  }
  return [...found, ...cycles(edges)].sort();
}

function layerOf(path: string): Layer | null {
  if (path.startsWith("client/src/")) return "client";
  const folder = /^server\/src\/(?:([^/]+)\/)?/.exec(path);
  if (folder === null) return null;
  return order.find((layer) => layer === (folder[1] ?? "base")) ?? null;
}

function arrowViolation(from: Layer, target: string, { typeOnly }: Import): string | null {
  if (target === lateBundle && !typeOnly) return "it would be loaded at activation";
  if (target === "package.json") return from === "shell" ? null : "only shell knows the package";
  const to = layerOf(target);
  if (to === null) return "it is in no layer";
  if (from === "client") return to === "client" || target === protocol ? null : "the client knows only the protocol";
  if (to === "client") return "the server does not know the client";
  return order.indexOf(from) <= order.indexOf(to) ? null : `the arrow from ${from} to ${to} points up`;
}

function packageViolation(path: string, layer: Layer, { specifier, typeOnly }: Import): string | null {
  const name = specifier.startsWith("@") ? specifier.split("/", 2).join("/") : specifier.split("/", 1)[0];
  if (name.startsWith("node:") || builtins.has(name)) {
    return layer === "shell" || layer === "client" ? null : `${layer} does not know Node`;
  }
  if (name === "vscode" || name === "vscode-languageclient") {
    if (layer !== "client") return "only the client knows VS Code";
    return name === "vscode" || typeOnly || path === lateBundle ? null : "it would be loaded at activation";
  }
  if (!name.startsWith("vscode-language")) return null;
  if (layer === "shell" || layer === "client") return null;
  if (layer !== "features") return `${layer} does not know the language server protocol`;
  if (name === "vscode-languageserver-types" || (name === "vscode-languageserver-protocol" && typeOnly)) return null;
  return "features know the protocol's types and nothing that runs it";
}

const staticImport =
  /^[ \t]*(?:import|export)[ \t]+(?<type>type\b[^;'"]*?from[ \t]*)?(?:[\w$*{},\s]*?\bfrom[ \t]*)?["'](?<specifier>[^"'\n]+)["']/gm;
const dynamicImport = /\b(?<type>typeof )?(?:import|require)\([ \t\n]*["'](?<specifier>[^"'\n]+)["']/g;

/** The imports and re-exports of a file as the formatter leaves it: each statement starts a line. Types count. */
export function importsOf(text: string): Import[] {
  const code = text.replace(/^[ \t]*(?:\/\/.*$|\/\*[\s\S]*?\*\/)/gm, "");
  return [...code.matchAll(staticImport), ...code.matchAll(dynamicImport)].map(({ groups }) => ({
    specifier: groups?.specifier ?? "",
    typeOnly: groups?.type !== undefined,
  }));
}

/** Each cycle once, named from its first file in path order (depth-first search; linear in files and imports). */
function cycles(edges: ReadonlyMap<string, readonly string[]>): string[] {
  const found: string[] = [];
  const done = new Set<string>();
  const trail: string[] = [];
  const visit = (path: string): void => {
    const at = trail.indexOf(path);
    if (at >= 0) {
      found.push(`${[...trail.slice(at), path].join(" → ")}: a cycle`);
      return;
    }
    if (done.has(path)) return;
    trail.push(path);
    for (const target of edges.get(path) ?? []) visit(target);
    trail.pop();
    done.add(path);
  };
  for (const path of [...edges.keys()].sort()) visit(path);
  return found;
}
