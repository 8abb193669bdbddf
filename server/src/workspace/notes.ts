import { decode } from "../source/decode.ts";
import { createFileSet, type FileSet, type FolderPlace } from "./fileSet.ts";
import { type FileEntry, FileError, type FileSystem } from "./fileSystem.ts";
import { type GitignoreFiles, isIgnored, parseGitignore } from "./gitignore.ts";
import { matchGlobs } from "./globs.ts";
import type { Settings } from "./settings.ts";
import { baseName, childOf, innermostFolder, isWithin, pathBelow } from "./uri.ts";

export interface NoteFilesOptions {
  readonly fileSystem: FileSystem;
  readonly roots: readonly string[];
  readonly settings: Settings;
  /** Where given, notes are looked for at or below these URIs only. */
  readonly within: readonly string[] | null;
  readonly onError: (uri: string, error: unknown) => void;
}

/** In bytes. Every file of the notebook is held against every line of it. */
const maxGitignoreSize = 256 * 2 ** 10;

/** The notes on disk: what `notes` matches below the workspace folders, but for what `exclude` or git ignores. */
export function createNoteFiles(options: NoteFilesOptions): FileSet {
  const { fileSystem, roots, settings, within, onError } = options;
  const isNote = matchGlobs(settings.notes);
  const isExcluded = matchGlobs(settings.exclude);
  const gitignores = new Map<string, GitignoreFiles>(roots.map((root) => [root, new Map()]));

  async function readGitignore(folder: FolderPlace, entries: readonly FileEntry[]): Promise<void> {
    const files = gitignores.get(folder.root)!;
    files.delete(folder.path);
    if (!entries.some((entry) => entry.name === ".gitignore" && entry.type === "file")) return;
    const uri = childOf(folder.uri, ".gitignore");
    try {
      const { size } = await fileSystem.stat(uri);
      if (size > maxGitignoreSize) throw new FileError("other", `it is larger than ${maxGitignoreSize / 2 ** 10} kB`);
      const decoded = decode(await fileSystem.read(uri));
      if (decoded.problem === undefined) files.set(folder.path, parseGitignore(decoded.text));
    } catch (error) {
      onError(uri, error);
    }
  }

  return createFileSet({
    fileSystem,
    roots,
    onError,
    rule: {
      entered: readGitignore,
      enters: ({ root, uri, path }) =>
        leadsToWanted(uri, within) && !isExcluded(`${path}/`) && !isIgnored(gitignores.get(root)!, `${path}/`),
      takes: (root, path) =>
        isNote(path) &&
        isWanted(childPath(root, path), within) &&
        !isExcluded(path) &&
        !isIgnored(gitignores.get(root)!, path),
    },
  });
}

function isWanted(uri: string, within: readonly string[] | null): boolean {
  return within === null || within.some((wanted) => isWithin(uri, wanted));
}

function leadsToWanted(folder: string, within: readonly string[] | null): boolean {
  return isWanted(folder, within) || within!.some((wanted) => isWithin(wanted, folder));
}

function childPath(root: string, path: string): string {
  return path.split("/").reduce(childOf, root);
}

/**
 * Whether an open document is a note by its path: what git ignores may be checked once it is open. A document outside
 * every workspace folder is judged by its path in its own folder.
 */
export function createOpenNoteFilter(roots: readonly string[], settings: Settings): (uri: string) => boolean {
  const isNote = matchGlobs(settings.notes);
  const isExcluded = matchGlobs(settings.exclude);
  const schemes = new Set(["file:", ...roots.map(schemeOf)]);
  return (uri) => {
    if (!schemes.has(schemeOf(uri))) return false;
    const root = innermostFolder(roots, uri);
    const path = root === null ? baseName(uri) : pathBelow(root, uri);
    return path !== null && path !== "" && isNote(path) && !isExcluded(path);
  };
}

function schemeOf(uri: string): string {
  return uri.slice(0, uri.indexOf(":") + 1);
}
