import { relative, sep } from "node:path";
import { pathOf } from "../filePaths.ts";

/**
 * Names files as the person who runs the command would: by the way from the working directory, with `/`. A file on
 * another drive keeps its whole path.
 */
export function createPathNames(workingDirectory: string): (uri: string) => string {
  const names = new Map<string, string>();
  return (uri) => {
    const known = names.get(uri);
    if (known !== undefined) return known;
    const name = relative(workingDirectory, pathOf(uri)).split(sep).join("/");
    names.set(uri, name);
    return name;
  };
}

/** The order of the notes in every format: by UTF-16 units, which no locale changes. */
export function comparePaths(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
