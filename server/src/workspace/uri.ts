/**
 * Files are named by URI. A client percent-encodes more than another (`file:///c%3A/a%28b%29` in VS Code,
 * `file:///c:/a(b)` elsewhere), so every URI that comes in is brought to one normal form, which is VS Code's: all but
 * letters, digits, `-._~` and `/` encoded, drive letters small, no empty, `.` or `..` segments, no `/` at the end
 * (but for a root, which ends with one). Functions of this file take and return URIs in that form.
 */
export function normalizeUri(uri: string): string {
  const { prefix, path } = splitUri(uri);
  const segments: string[] = [];
  for (const segment of path.split("/")) {
    const name = decodePercent(segment);
    // An encoded slash would name a folder only after decoding: it is one from here on.
    for (const part of name.split("/")) {
      if (part === "..") segments.pop();
      else if (part !== "" && part !== ".") segments.push(part);
    }
  }
  return prefix + encodeSegments(segments);
}

/** Scheme and authority, as in `file://` or `vscode-vfs://github`, and the path behind them. Query and fragment go. */
function splitUri(uri: string): { readonly prefix: string; readonly path: string } {
  const match = /^([a-z][a-z0-9+.-]*):(?:\/\/([^/?#]*))?([^?#]*)/i.exec(uri);
  if (match === null) return { prefix: "file://", path: uri };
  const [, scheme, authority = "", path] = match;
  return { prefix: `${scheme.toLowerCase()}://${authority.toLowerCase()}`, path };
}

function encodeSegments(segments: readonly string[]): string {
  if (segments.length === 0) return "/";
  const [first, ...rest] = segments;
  const drive = /^[a-z]:$/i.test(first) ? first.toLowerCase() : first;
  return `/${[drive, ...rest].map(encodeSegment).join("/")}`;
}

function encodeSegment(segment: string): string {
  if (/^[\w.~-]*$/.test(segment)) return segment;
  const wellFormed = segment.replace(/\p{Surrogate}/gu, "\ufffd");
  return encodeURIComponent(wellFormed).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

/** Percent-decoding in which a sign that starts no valid sequence stands for itself. */
function decodePercent(text: string): string {
  if (!text.includes("%")) return text;
  return text.replace(/(?:%[0-9a-f]{2})+/gi, (sequence) => {
    try {
      return decodeURIComponent(sequence);
    } catch {
      return sequence;
    }
  });
}

/** The folder that the URI is in; a root is in itself. */
export function folderOf(uri: string): string {
  const slash = uri.lastIndexOf("/");
  const start = rootOf(uri).length;
  return slash < start ? uri.slice(0, start) : uri.slice(0, slash);
}

/** The outermost folder that the URI is in: of a drive or a host, where it names one. */
export function rootOf(uri: string): string {
  return uri.slice(0, uri.indexOf("/", uri.indexOf("//") + 2) + 1);
}

/** The decoded name behind the last `/`. */
export function baseName(uri: string): string {
  return decodePercent(uri.slice(uri.lastIndexOf("/") + 1));
}

/** The decoded name of a file beside another one: with as many of its folders as it takes to tell the two apart. */
export function nameBeside(uri: string, other: string): string {
  const segments = uri.split("/");
  const others = other.split("/");
  let count = 1;
  while (count < segments.length && segments.at(-count) === others.at(-count)) count++;
  return segments.slice(-count).map(decodePercent).join("/");
}

/** The child of a folder, by its decoded name. */
export function childOf(folder: string, name: string): string {
  return (folder.endsWith("/") ? folder : `${folder}/`) + encodeSegment(name);
}

/** Whether the URI is the folder or below it. A sibling that shares a prefix is not. */
export function isWithin(uri: string, folder: string): boolean {
  if (!uri.startsWith(folder)) return false;
  return uri.length === folder.length || folder.endsWith("/") || uri[folder.length] === "/";
}

/** The decoded path from the folder to a URI below it, without a `/` in front; null where the URI is not below it. */
export function pathBelow(folder: string, uri: string): string | null {
  if (!isWithin(uri, folder) || uri.length === folder.length) return null;
  return decodePercent(uri.slice(folder.endsWith("/") ? folder.length : folder.length + 1));
}

/**
 * The URI that a decoded path leads to from a folder. `null` where it climbs over the root, where no lookup should
 * even begin.
 */
export function resolvePath(folder: string, path: string): string | null {
  const root = rootOf(folder);
  const segments = folder.length <= root.length ? [] : folder.slice(root.length).split("/");
  for (const segment of path.split("/")) {
    if (segment === "" || segment === ".") continue;
    if (segment !== "..") segments.push(encodeSegment(segment));
    else if (segments.pop() === undefined) return null;
  }
  return root + segments.join("/");
}

/** The decoded path from a folder to a URI, up by `..` where it has to be; null to another scheme or host. */
export function relativePath(from: string, uri: string): string | null {
  let folder = from;
  for (let up = ""; ; up += "../") {
    const below = pathBelow(folder, uri);
    if (below !== null) return up + below;
    if (folder === uri && up !== "") return up.slice(0, -1);
    const parent = folderOf(folder);
    if (parent === folder) return null;
    folder = parent;
  }
}

/** Whether the URI is one of Windows, told by its drive letter or host. */
export function isWindowsUri(uri: string): boolean {
  return /^file:\/\/(?:\/[a-z]%3A(?:\/|$)|[^/])/.test(uri);
}

/** The folder among `folders` that holds the URI; of nested ones the innermost. Null where none does. */
export function innermostFolder(folders: readonly string[], uri: string): string | null {
  let best: string | null = null;
  for (const folder of folders) {
    if (isWithin(uri, folder) && (best === null || folder.length > best.length)) best = folder;
  }
  return best;
}

/**
 * How a person is told of the file: its path in the root that holds it, behind the root's name where there are
 * several, and the whole path outside of all.
 */
export function displayPath(uri: string, roots: readonly string[]): string {
  const root = innermostFolder(roots, uri);
  const below = root === null ? null : pathBelow(root, uri);
  if (root === null || below === null) return decodePercent(uri.replace(/^file:\/\//, ""));
  return roots.length > 1 ? `${baseName(root)}/${below}` : below;
}

/** Whether the URI is below one of the folders. O(depth). */
export function isBelowAny(uri: string, folders: ReadonlySet<string>): boolean {
  for (let folder = folderOf(uri); ; folder = folderOf(folder)) {
    if (folders.has(folder)) return true;
    if (folder === folderOf(folder)) return false;
  }
}
