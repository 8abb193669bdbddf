#!/usr/bin/env node
import { existsSync, readFileSync } from "node:fs";
import Module from "node:module";
import { constants, Script } from "node:vm";
import { version } from "../../../package.json";

/**
 * The entry of the command line. It loads what a command needs and nothing else, since `--version` has to answer at
 * once: the other commands and the server are bundles of their own beside this one.
 */
function main(args: readonly string[]): void {
  const [command, ...rest] = args;
  if (command === "--version" || command === "-v") process.stdout.write(`${version}\n`);
  else if (command === "lsp" && rest.includes("--stdio")) require(`${__dirname}/server.js`);
  else loadCommands().runCommand(args);
}

/**
 * The bundle with the commands. The build leaves the code beside it that V8 made of it then (scripts/lib/codeCache.mjs),
 * which saves a fifth of a short check; V8 refuses it, and compiles, where it is of another version.
 */
function loadCommands(): typeof import("./cli/command.ts") {
  const filename = `${__dirname}/command.js`;
  const cache = `${__dirname}/command.cache`;
  if (!existsSync(cache)) return require(filename);
  const script = new Script(Module.wrap(readFileSync(filename, "utf8")), {
    filename,
    cachedData: readFileSync(cache),
    importModuleDynamically: constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
  });
  const module = { exports: {} as typeof import("./cli/command.ts") };
  script.runInThisContext()(module.exports, require, module, filename, __dirname);
  return module.exports;
}

main(process.argv.slice(2));
