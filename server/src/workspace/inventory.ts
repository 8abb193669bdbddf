import { createFileNames, type FileNames, isFoundByName } from "./fileNames.ts";
import type { FileSet } from "./fileSet.ts";
import type { FileSystem } from "./fileSystem.ts";
import { createNoteFiles, createOpenNoteFilter } from "./notes.ts";
import type { Settings } from "./settings.ts";
import { baseName, folderOf } from "./uri.ts";
import type { Cancellation, FileChange } from "./workspace.ts";

/** Which files there are, as far as it matters: the notes, and once a wikilink or a person who writes one asks for it all. */
export interface Inventory {
  /** Whether the URI names a note, open or on disk. */
  isNote(uri: string): boolean;
  notesOnDisk(): Iterable<string>;
  /** Finds all notes below the roots; returns false where it was cancelled, and has to be done again. */
  scan(cancellation?: Cancellation): Promise<boolean>;
  /** Takes note of an event; `catchUp` looks what it means. */
  noteChange(change: FileChange): void;
  /** Says that there is no such file, of which nobody may have been told. */
  noteMissing(uri: string): void;
  readonly hasChanges: boolean;
  /** Returns the notes that came or went, and the file names for which there are more or fewer files. */
  catchUp(): Promise<{ readonly notes: ReadonlySet<string>; readonly names: ReadonlySet<string> }>;
  /** Another object after every change of which files of a name there are. */
  readonly namesVersion: object;
  /** The files of a name, wherever they are. */
  filesNamed(names: readonly string[]): Promise<(name: string) => readonly string[]>;
  /** All files below the roots but those of folders that no one keeps sources in. Kept up to date; not to be kept. */
  allFiles(): Promise<ReadonlySet<string>>;
}

export interface InventoryOptions {
  readonly fileSystem: FileSystem;
  readonly roots: readonly string[];
  readonly settings: Settings;
  readonly within: readonly string[] | null;
  readonly isOpen: (uri: string) => boolean;
  readonly onError: (uri: string, error: unknown) => void;
}

const none: ReadonlySet<string> = new Set();

export function createInventory(options: InventoryOptions): Inventory {
  const { fileSystem, roots, settings, within, isOpen, onError } = options;
  const isOpenNote = createOpenNoteFilter(roots, settings);
  const files: FileSet = createNoteFiles({ fileSystem, roots, settings, within, onError });
  const namedFiles = new Set<string>();
  const changed = new Set<string>();
  let names: FileNames | null = null;
  let namesVersion = {};
  let scanned = false;
  let queue: Promise<unknown> = Promise.resolve();

  /** Two walks at a time would trip over each other. */
  function serially<T>(task: () => Promise<T>): Promise<T> {
    const result = queue.then(task);
    queue = result.catch(() => {});
    return result;
  }

  async function findNamedFiles(): Promise<void> {
    namedFiles.clear();
    for (const uri of within ?? []) {
      const stat = await fileSystem.stat(uri).catch(() => null);
      if (stat?.type === "file") namedFiles.add(uri);
    }
  }

  async function filesByName(): Promise<FileNames> {
    if (names === null) {
      names = createFileNames({ fileSystem, roots, onError });
      await names.update(roots);
    }
    return names;
  }

  /** Whether what changed was never said to have come, or is a folder, of which nothing is said but that it came or went. */
  function isOfLostEvent(uri: string): boolean {
    if (files.folders.has(uri)) return true;
    if (isOpenNote(uri) && !files.files.has(uri)) return true;
    return names !== null && !names.all.has(uri) && isFoundByName(uri, roots);
  }

  return {
    allFiles: () => serially(async () => (await filesByName()).all),
    isNote: (uri) => files.files.has(uri) || namedFiles.has(uri) || (isOpen(uri) && isOpenNote(uri)),
    notesOnDisk: () => new Set([...files.files, ...namedFiles]),
    scan: (cancellation) =>
      serially(async () => {
        if (settings.scope === "open") return true;
        await findNamedFiles();
        if ((await files.revisit(roots, cancellation)) === null) return false;
        scanned = true;
        return true;
      }),
    noteChange({ uri, type }) {
      const isIgnoreFile = baseName(uri) === ".gitignore";
      if (type === "changed" && !isIgnoreFile && !isOfLostEvent(uri)) return;
      changed.add(isIgnoreFile ? folderOf(uri) : uri);
    },
    noteMissing(uri) {
      if (files.files.has(uri) || names?.all.has(uri)) changed.add(uri);
    },
    get hasChanges() {
      return changed.size > 0;
    },
    catchUp: () =>
      serially(async () => {
        const uris = [...changed];
        changed.clear();
        const notes = scanned ? await files.revisit(uris) : null;
        const changedNames = (await names?.update(uris)) ?? none;
        if (changedNames.size > 0) namesVersion = {};
        return { notes: notes ?? none, names: changedNames };
      }),
    get namesVersion() {
      return namesVersion;
    },
    filesNamed: (wanted) =>
      serially(async () => {
        const index = await filesByName();
        const found = new Map(wanted.map((name) => [name, index.named(name)]));
        return (name: string) => found.get(name) ?? [];
      }),
  };
}
