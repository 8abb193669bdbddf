import { createFileSet, type FileSet } from "./fileSet.ts";
import type { FileSystem } from "./fileSystem.ts";
import { baseName, innermostFolder, pathBelow } from "./uri.ts";

/** Every file below the workspace folders: by its name, for wikilinks that name no folder, and all for who looks for one. */
export interface FileNames {
  /** The URIs of all files of that name, in order. Only right after `update`. */
  named(name: string): readonly string[];
  /** The URIs of all files. */
  readonly all: ReadonlySet<string>;
  /** Looks at the URIs again; returns the names for which there are now more or fewer files. */
  update(uris: Iterable<string>): Promise<Set<string>>;
}

export interface FileNamesOptions {
  readonly fileSystem: FileSystem;
  readonly roots: readonly string[];
  readonly onError: (uri: string, error: unknown) => void;
}

/** Folders that no one keeps sources in, and that are large. What git ignores is looked at: sources often are. */
export const skippedFolders: ReadonlySet<string> = new Set(["node_modules", ".git"]);

/** Whether a file at the URI would be in the index. */
export function isFoundByName(uri: string, roots: readonly string[]): boolean {
  const root = innermostFolder(roots, uri);
  const path = root === null ? null : pathBelow(root, uri);
  return (
    path !== null &&
    !path
      .split("/")
      .slice(0, -1)
      .some((folder) => skippedFolders.has(folder))
  );
}

/** An empty index; `update` with the roots fills it. */
export function createFileNames({ fileSystem, roots, onError }: FileNamesOptions): FileNames {
  const byName = new Map<string, Set<string>>();
  const files: FileSet = createFileSet({
    fileSystem,
    roots,
    onError,
    rule: { enters: ({ uri }) => !skippedFolders.has(baseName(uri)), takes: () => true },
  });

  return {
    all: files.files,
    named: (name) => [...(byName.get(name) ?? [])].sort(),
    async update(uris) {
      const names = new Set<string>();
      for (const uri of (await files.revisit(uris)) ?? []) {
        const name = baseName(uri);
        names.add(name);
        const same = byName.get(name) ?? new Set();
        byName.set(name, same);
        if (files.files.has(uri)) same.add(uri);
        else same.delete(uri);
        if (same.size === 0) byName.delete(name);
      }
      return names;
    },
  };
}
