import type { Citation } from "../note/note.ts";
import { folderOf, innermostFolder, isWindowsUri, isWithin, resolvePath } from "./uri.ts";

/** The folders that a note may cite from. */
export interface Reach {
  /** Where a path that starts with `/` begins: the workspace folder that holds the note, else the note's folder. */
  readonly home: string;
  /** Sources may be read at or below these. */
  readonly folders: readonly string[];
}

/** Where a citation's path leads, before any file was looked at. */
export type Target =
  | { readonly kind: "file"; readonly uri: string }
  /** A wikilink without a folder: the file of that name, wherever it is. */
  | { readonly kind: "name"; readonly name: string }
  | { readonly kind: "outside" }
  /** A name that no file can have. */
  | { readonly kind: "nothing" }
  /** A device that a file name stands for on Windows. */
  | { readonly kind: "device" };

/** A note outside every workspace folder has its own folder as its home. */
export function reachOf(noteUri: string, roots: readonly string[], sourceRoots: readonly string[]): Reach {
  const root = innermostFolder(roots, noteUri);
  if (root !== null) return { home: root, folders: [...roots, ...sourceRoots] };
  const home = folderOf(noteUri);
  return { home, folders: [home, ...roots, ...sourceRoots] };
}

/**
 * Judges a citation's path by its letters alone: what leads out of the note's reach, to another host or to a device
 * never reaches the file system. `\` is read as `/`, since on one platform it is.
 */
export function targetOf(citation: Pick<Citation, "path" | "form">, noteUri: string, reach: Reach): Target {
  const path = citation.path.replaceAll("\\", "/");
  if (path.includes("\0")) return { kind: "nothing" };
  if (path.startsWith("//")) return { kind: "outside" };
  if (citation.form === "wikilink" && !path.includes("/") && path !== "" && path !== "." && path !== "..") {
    return { kind: "name", name: path };
  }
  const folder = path.startsWith("/") ? reach.home : folderOf(noteUri);
  if (isWindowsUri(folder)) {
    if (/^\/?[a-z]:/i.test(path)) return { kind: "outside" };
    if (path.split("/").some(isDevice)) return { kind: "device" };
  }
  const uri = resolvePath(folder, path);
  if (uri === null || !reach.folders.some((allowed) => isWithin(uri, allowed))) return { kind: "outside" };
  return { kind: "file", uri };
}

/** Device names of Windows with any extension, streams (`a.txt:x`), and dots and spaces that it cuts off. */
function isDevice(segment: string): boolean {
  return (
    /^(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9¹²³]) *(?:[.:]|$)/i.test(segment) ||
    segment.includes(":") ||
    (/[. ]$/.test(segment) && segment !== "." && segment !== "..")
  );
}
