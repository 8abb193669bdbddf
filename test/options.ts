import { type ParseArgsConfig, parseArgs } from "node:util";

/** The options of a program that is run by hand. A wrong one ends it with a line that says so. */
export function readOptions<T extends ParseArgsConfig>(config: T): ReturnType<typeof parseArgs<T>>["values"] {
  try {
    return parseArgs(config).values;
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : error}\nThe options are in CONTRIBUTING.md.`);
    process.exit(2);
  }
}
