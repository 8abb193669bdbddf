import { visible } from "../../visible.ts";
import { displayPath } from "../../workspace/uri.ts";

/** The folder of a file as a person is told of it; empty for a file at the top. */
export function folderInWords(uri: string, roots: readonly string[]): string {
  const path = displayPath(uri, roots);
  return visible(path.slice(0, Math.max(0, path.lastIndexOf("/"))));
}
