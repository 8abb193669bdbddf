import type { FileEntry, FileSystem } from "./fileSystem.ts";
import { baseName, childOf, folderOf, innermostFolder, isBelowAny, isWithin, pathBelow } from "./uri.ts";
import type { Cancellation } from "./workspace.ts";

/** What is looked for below the workspace folders. Paths are relative to the folder `root`. */
export interface FileSetRule {
  /** Called with a folder's entries before any of them is judged. */
  readonly entered?: (folder: FolderPlace, entries: readonly FileEntry[]) => Promise<void>;
  /** Whether the walk goes into the folder. */
  readonly enters: (folder: FolderPlace) => boolean;
  /** Whether the file belongs to the set. */
  readonly takes: (root: string, path: string) => boolean;
}

export interface FolderPlace {
  readonly root: string;
  readonly uri: string;
  /** Empty for the root itself. */
  readonly path: string;
}

/** Files below the workspace folders, kept up with what changes there. */
export interface FileSet {
  readonly files: ReadonlySet<string>;
  /** The folders that were looked into. */
  readonly folders: ReadonlySet<string>;
  /**
   * Looks at the URIs again, whatever became of them: files and folders come, go, or turn into one another. Lists only
   * folders that hold one of them or are new. Returns the files that came or went. Changes the set at its end, and
   * where it is cancelled not at all: then it returns null.
   */
  revisit(uris: Iterable<string>, cancellation?: Cancellation): Promise<Set<string> | null>;
}

export interface FileSetOptions {
  readonly fileSystem: FileSystem;
  readonly roots: readonly string[];
  readonly rule: FileSetRule;
  /** Told of folders that could not be listed, but for those that are not there. */
  readonly onError: (uri: string, error: unknown) => void;
}

/**
 * An empty set; `revisit` of the roots fills it. The walk does not follow symbolic links: what they point to in the
 * workspace is found where it is. Of nested roots the innermost one judges a file.
 */
export function createFileSet({ fileSystem, roots, rule, onError }: FileSetOptions): FileSet {
  const files = new Set<string>();
  const folders = new Set<string>();

  async function list(uri: string): Promise<readonly FileEntry[]> {
    try {
      return await fileSystem.list(uri);
    } catch (error) {
      if ((error as { reason?: string }).reason !== "not-found") onError(uri, error);
      return [];
    }
  }

  async function walk(start: FolderPlace, found: Found, cancellation?: Cancellation): Promise<void> {
    const waiting = [start];
    for (let folder = waiting.pop(); folder !== undefined; folder = waiting.pop()) {
      if (cancellation?.isCancellationRequested) return;
      const entries = await list(folder.uri);
      found.folders.push(folder.uri);
      await rule.entered?.(folder, entries);
      for (const entry of entries) {
        const uri = childOf(folder.uri, entry.name);
        const path = folder.path === "" ? entry.name : `${folder.path}/${entry.name}`;
        if (entry.type === "file" && rule.takes(folder.root, path)) found.files.push(uri);
        if (entry.type !== "folder" || roots.includes(uri)) continue;
        const place = { root: folder.root, uri, path };
        if (rule.enters(place)) waiting.push(place);
      }
    }
  }

  async function visitEntries({ root, folder, uris }: Group, found: Found, cancellation?: Cancellation): Promise<void> {
    const types = new Map((await list(folder)).map((entry) => [entry.name, entry.type]));
    for (const uri of uris) {
      const type = types.get(baseName(uri));
      const place = { root, uri, path: pathBelow(root, uri) ?? "" };
      if (type === "file" && rule.takes(root, place.path)) found.files.push(uri);
      if (type === "folder" && rule.enters(place)) await walk(place, found, cancellation);
    }
  }

  /** Puts what was found in the place of what was at or below the visited URIs. */
  function replace(visited: ReadonlySet<string>, found: Found): Set<string> {
    const gone = new Set<string>();
    const drop = (file: string) => {
      if (files.delete(file)) gone.add(file);
    };
    for (const uri of visited) drop(uri);
    if ([...visited].some((uri) => folders.has(uri))) {
      for (const folder of folders) if (isAtOrBelow(folder, visited)) folders.delete(folder);
      for (const file of files) if (isAtOrBelow(file, visited)) drop(file);
    }
    for (const folder of found.folders) folders.add(folder);
    const come = found.files.filter((file) => !gone.delete(file) && !files.has(file));
    for (const file of found.files) files.add(file);
    return new Set([...gone, ...come]);
  }

  /** The outermost URI on the way down that was not walked yet: what has to be judged before anything below it. */
  function placeToVisit(uri: string): { readonly root: string; readonly uri: string } | null {
    const root = innermostFolder(roots, uri);
    if (root === null) return null;
    let visited = uri;
    while (visited !== root && !folders.has(folderOf(visited))) visited = folderOf(visited);
    return { root, uri: visited };
  }

  return {
    files,
    folders,
    async revisit(uris, cancellation) {
      const wholeRoots = new Set<string>();
      const groups = new Map<string, Group>();
      const addRootsFrom = (uri: string) => {
        for (const root of roots) if (isWithin(root, uri)) wholeRoots.add(root);
      };
      for (const uri of uris) {
        addRootsFrom(uri);
        const place = placeToVisit(uri);
        if (place === null) continue;
        if (place.uri === place.root) {
          addRootsFrom(place.root);
          continue;
        }
        const folder = folderOf(place.uri);
        const group = groups.get(folder) ?? { root: place.root, folder, uris: new Set() };
        groups.set(folder, group);
        group.uris.add(place.uri);
      }
      const visited = new Set(wholeRoots);
      for (const group of groups.values()) for (const uri of group.uris) visited.add(uri);
      const found: Found = { files: [], folders: [] };
      for (const root of wholeRoots) await walk({ root, uri: root, path: "" }, found, cancellation);
      for (const group of groups.values()) {
        // What lies below another visited URI is met on the way, if there is one.
        if (!isAtOrBelow(group.folder, visited)) await visitEntries(group, found, cancellation);
      }
      return cancellation?.isCancellationRequested ? null : replace(visited, found);
    },
  };
}

function isAtOrBelow(uri: string, folders: ReadonlySet<string>): boolean {
  return folders.has(uri) || isBelowAny(uri, folders);
}

interface Found {
  readonly files: string[];
  readonly folders: string[];
}

/** Entries of one folder that have to be looked at. */
interface Group {
  readonly root: string;
  readonly folder: string;
  readonly uris: Set<string>;
}
