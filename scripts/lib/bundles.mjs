/**
 * The bundles of the extension and the command line, by their names in `dist/`, with the files that they begin with.
 * @type {Readonly<Record<string, string>>}
 */
export const bundles = {
  cli: "server/src/shell/cli.ts",
  // Apart from cli, which loads it for what takes longer than --version: reading it alone costs a quarter of that.
  command: "server/src/shell/cli/command.ts",
  server: "server/src/shell/node.ts",
  extension: "client/src/extension.ts",
  // Apart from extension, which has to be there at once and loads it when the first note is.
  languageClient: "client/src/server/languageClient.ts",
};

/**
 * How the bundles with these names are made.
 * @param {readonly string[]} names
 * @returns {import("esbuild").BuildOptions}
 */
export function bundling(names) {
  return {
    entryPoints: Object.fromEntries(names.map((name) => [name, bundles[name]])),
    bundle: true,
    platform: "node",
    target: "node20",
    // Else esbuild takes them apart into `new RegExp(…)`, made anew at every call.
    supported: { "regexp-unicode-property-escapes": true },
    format: "cjs",
    // Some packages have a CommonJS form that no bundler can follow; their modules can be.
    mainFields: ["module", "main"],
    external: ["vscode"],
    plugins: [withoutTransports],
    minify: true,
    legalComments: "none",
    logLevel: "warning",
  };
}

/**
 * The libraries of the protocol can talk over sockets, and look for programs to run. Nothing of that is used, and so that nothing
 * can be, it is left out: only what starts the server, and ends one that does not end itself, may run a program.
 * @type {import("esbuild").Plugin}
 */
const withoutTransports = {
  name: "without transports",
  setup(build) {
    build.onResolve({ filter: /^(?:node:)?(?:net|child_process)$/ }, ({ path, importer }) => {
      const isStarter = path.endsWith("child_process") && /[\\/]vscode-languageclient[\\/]/.test(importer);
      return isStarter ? null : { path, namespace: "left-out" };
    });
    build.onLoad({ filter: /.*/, namespace: "left-out" }, () => ({ contents: "module.exports = {};" }));
  },
};
