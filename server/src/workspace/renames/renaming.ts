import { folderOf, normalizeUri } from "../uri.ts";

/** A file or a folder that gets another URI, with all that is in it. */
export interface FileRename {
  readonly from: string;
  readonly to: string;
}

/**
 * Whether the editor itself, once the files are renamed, rewrites the relative links of notes that moved: by themselves,
 * or with a folder. What was right before would then be made wrong.
 */
export interface EditorKeeps {
  readonly movedNotes: boolean;
  readonly movedFolders: boolean;
}

/** Renames that are all made at once. */
export interface Renaming {
  readonly renames: readonly FileRename[];
  /** Where what is at the URI will be: of a folder and a file in it, both renamed, the file's own rename counts. O(depth). */
  after(uri: string): string;
}

/** URIs may come in any form. */
export function createRenaming(given: readonly FileRename[]): Renaming {
  const renames = given.map(({ from, to }) => ({ from: normalizeUri(from), to: normalizeUri(to) }));
  const targets = new Map(renames.map(({ from, to }) => [from, to]));
  return {
    renames,
    after(uri) {
      for (let at = uri; ; at = folderOf(at)) {
        const target = targets.get(at);
        if (target !== undefined) return target + uri.slice(at.length);
        if (at === folderOf(at)) return uri;
      }
    },
  };
}
