import { homedir } from "node:os";
import { isAbsolute, join } from "node:path";
import { pathToFileURL } from "node:url";
import { normalizeUri } from "../../workspace/uri.ts";

/**
 * The URI of a folder as a person writes it: an absolute path, `~`, `~/…` or a file URI. Null for anything else: a
 * relative path means another folder in every workspace.
 */
export function folderUri(folder: string): string | null {
  if (/^file:\/\/\//i.test(folder)) return normalizeUri(folder);
  const path = /^~(?:$|[/\\])/.test(folder) ? join(homedir(), folder.slice(1)) : folder;
  return isAbsolute(path) ? normalizeUri(pathToFileURL(path).href) : null;
}
