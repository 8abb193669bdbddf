import type { FileEntry, FileSystem } from "./fileSystem.ts";
import { baseName, childOf, folderOf, innermostFolder, isWithin, pathBelow } from "./uri.ts";
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
  /**
   * Looks at the URIs again, whatever became of them: files and folders come, go, or turn into one another. Lists only
   * folders that hold one of them or are new. Returns the files that came or went.
   */
  revisit(uris: Iterable<string>, cancellation?: Cancellation): Promise<Set<string>>;
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

  async function walk(start: FolderPlace, touched: Set<string>, cancellation?: Cancellation): Promise<void> {
    const waiting = [start];
    for (let folder = waiting.pop(); folder !== undefined; folder = waiting.pop()) {
      if (cancellation?.isCancellationRequested) return;
      const entries = await list(folder.uri);
      folders.add(folder.uri);
      await rule.entered?.(folder, entries);
      for (const entry of entries) {
        const uri = childOf(folder.uri, entry.name);
        const path = folder.path === "" ? entry.name : `${folder.path}/${entry.name}`;
        if (entry.type === "file" && rule.takes(folder.root, path)) take(uri, touched);
        if (entry.type !== "folder" || roots.includes(uri)) continue;
        const place = { root: folder.root, uri, path };
        if (rule.enters(place)) waiting.push(place);
      }
    }
  }

  function take(uri: string, touched: Set<string>): void {
    if (!files.has(uri)) toggle(touched, uri);
    files.add(uri);
  }

  /** Forgets what is at the URI and, if it was a folder, all below it. */
  function drop(uri: string, touched: Set<string>): void {
    if (files.delete(uri)) toggle(touched, uri);
    if (!folders.has(uri)) return;
    for (const folder of folders) if (isWithin(folder, uri)) folders.delete(folder);
    for (const file of files) if (isWithin(file, uri) && files.delete(file)) toggle(touched, file);
  }

  /** The outermost URI on the way down that was not walked yet: what has to be judged before anything below it. */
  function placeToVisit(uri: string): { readonly root: string; readonly uri: string } | null {
    const root = innermostFolder(roots, uri);
    if (root === null) return null;
    let visited = uri;
    while (visited !== root && !folders.has(folderOf(visited))) visited = folderOf(visited);
    return { root, uri: visited };
  }

  async function visitEntries(
    { root, folder, uris }: { readonly root: string; readonly folder: string; readonly uris: ReadonlySet<string> },
    touched: Set<string>,
    cancellation?: Cancellation,
  ): Promise<void> {
    const types = new Map((await list(folder)).map((entry) => [entry.name, entry.type]));
    for (const uri of uris) {
      drop(uri, touched);
      const type = types.get(baseName(uri));
      const path = pathBelow(root, uri) ?? "";
      if (type === "file" && rule.takes(root, path)) take(uri, touched);
      const place = { root, uri, path };
      if (type === "folder" && rule.enters(place)) await walk(place, touched, cancellation);
    }
  }

  return {
    files,
    async revisit(uris, cancellation) {
      const touched = new Set<string>();
      const wholeRoots = new Set<string>();
      const byFolder = new Map<string, { root: string; folder: string; uris: Set<string> }>();
      const addRootsFrom = (uri: string) => {
        for (const root of roots) if (isWithin(root, uri)) wholeRoots.add(root);
      };
      for (const uri of uris) {
        addRootsFrom(uri);
        const place = placeToVisit(uri);
        if (place === null) continue;
        if (place.uri === place.root) addRootsFrom(place.root);
        const folder = folderOf(place.uri);
        const group = byFolder.get(folder) ?? { root: place.root, folder, uris: new Set() };
        byFolder.set(folder, group);
        group.uris.add(place.uri);
      }
      for (const root of wholeRoots) drop(root, touched);
      for (const root of wholeRoots) await walk({ root, uri: root, path: "" }, touched, cancellation);
      for (const group of byFolder.values()) {
        if (!wholeRoots.has(group.root)) await visitEntries(group, touched, cancellation);
      }
      return touched;
    },
  };
}

/** What came and went again, or went and came, is as it was. */
function toggle(touched: Set<string>, uri: string): void {
  if (!touched.delete(uri)) touched.add(uri);
}
