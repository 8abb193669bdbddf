import type { FileEntry, FileSystem } from "./fileSystem.ts";
import { mayHoldText } from "./textFiles.ts";
import { childOf, folderOf, isBelowAny, isWithin } from "./uri.ts";

export interface SourceFoldersOptions {
  readonly fileSystem: FileSystem;
  /** Told of folders that could not be listed. */
  readonly onError: (uri: string, error: unknown) => void;
}

export interface SourceFoldersRequest {
  readonly cited: Iterable<string>;
  /** Of these only the files directly in them are found: a source at the top does not make sources of everything. */
  readonly roots: readonly string[];
  /** Nothing outside these is looked at. */
  readonly allowed: readonly string[];
}

/** What lies beside the cited sources. */
export interface SourceFolders {
  /**
   * The files in the folders of cited sources and below them, in order, but for hidden ones and those whose name says
   * that they hold no text. No symbolic link is followed. Of more than {@link mostFiles} some. Looks at the disk once
   * for the same folders until `forget`.
   */
  files(request: SourceFoldersRequest): Promise<readonly string[]>;
  /** To be called when files come or go. */
  forget(): void;
}

export const mostFiles = 10_000;
const mostFolders = 2000;

/** Folders that no one keeps sources in, and that are large. */
const skipped = new Set(["node_modules"]);

export function createSourceFolders({ fileSystem, onError }: SourceFoldersOptions): SourceFolders {
  let known: { readonly key: string; readonly files: Promise<readonly string[]> } | null = null;

  async function realpath(uri: string): Promise<string> {
    return fileSystem.realpath(uri).catch(() => uri);
  }

  async function list(uri: string): Promise<readonly FileEntry[]> {
    try {
      return await fileSystem.list(uri);
    } catch (error) {
      if ((error as { reason?: string }).reason !== "not-found") onError(uri, error);
      return [];
    }
  }

  async function find(starts: readonly string[], roots: ReadonlySet<string>, allowed: readonly string[]) {
    const inside = [...allowed, ...(await Promise.all(allowed.map(realpath)))];
    const files: string[] = [];
    const waiting: string[] = [];
    for (const start of starts) {
      const real = await realpath(start);
      if (inside.some((folder) => isWithin(real, folder))) waiting.push(start);
    }
    for (let index = 0; index < waiting.length && index < mostFolders && files.length < mostFiles; index++) {
      const folder = waiting[index];
      for (const { name, type } of await list(folder)) {
        if (name.startsWith(".") || skipped.has(name)) continue;
        if (type === "file" && mayHoldText(name)) files.push(childOf(folder, name));
        if (type === "folder" && !roots.has(folder)) waiting.push(childOf(folder, name));
      }
    }
    return [...new Set(files)].sort().slice(0, mostFiles);
  }

  return {
    files({ cited, roots, allowed }) {
      const tops = new Set(roots);
      const folders = new Set<string>();
      for (const uri of cited) folders.add(folderOf(uri));
      const entered = new Set([...folders].filter((folder) => !tops.has(folder)));
      const starts = [...folders]
        .filter((folder) => allowed.some((one) => isWithin(folder, one)) && !isBelowAny(folder, entered))
        .sort();
      const key = JSON.stringify([starts, roots, allowed]);
      if (known?.key !== key) known = { key, files: find(starts, tops, allowed) };
      return known.files;
    },
    forget() {
      known = null;
    },
  };
}
