#!/usr/bin/env node
import { version } from "../../../package.json";
import { endWhereNothingCanBeWritten } from "./cli/output.ts";

/**
 * The entry of the command line. It loads what a command needs and nothing else, since `--version` has to answer at
 * once: the other commands and the server are bundles of their own beside this one.
 */
function main(args: readonly string[]): void {
  const [command, ...rest] = args;
  if (command === "lsp" && rest.includes("--stdio")) {
    loadBundle("server.js");
    return;
  }
  endWhereNothingCanBeWritten();
  if (command === "--version" || command === "-v") process.stdout.write(`${version}\n`);
  else loadBundle<typeof import("./cli/command.ts")>("command.js").runCommand(args);
}

function loadBundle<T>(name: string): T {
  return require(`${__dirname}/${name}`);
}

main(process.argv.slice(2));
