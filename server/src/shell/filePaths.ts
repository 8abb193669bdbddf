import { sep } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { normalizeUri } from "../workspace/uri.ts";

/** Names that are the same in a path and in a URI, as most are: none of `.` and `..`, nothing encoded. Others take ten times as long. */
const plainPath = /^(?:\/[\w~-][\w.~-]*)+$/;
const plainUri = /^file:\/\/(?:\/[\w~-][\w.~-]*)+$/;
const scheme = "file://";

/** The path that a `file:` URI names on this machine. Throws where it names none. */
export function pathOf(uri: string): string {
  return sep === "/" && plainUri.test(uri) ? uri.slice(scheme.length) : fileURLToPath(uri);
}

/** The URI of an absolute path, in the workspace's normal form. */
export function uriOf(path: string): string {
  return sep === "/" && plainPath.test(path) ? scheme + path : normalizeUri(pathToFileURL(path).href);
}
