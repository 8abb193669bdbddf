import type { CheckCache } from "../../workspace/cache/checkCache.ts";
import type { CheckedNote } from "../../workspace/checkedNote.ts";
import { createWorkspace } from "../../workspace/createWorkspace.ts";
import { FileError, type FileSystem } from "../../workspace/fileSystem.ts";
import { type FixedNote, fixAll } from "../../workspace/fixes/fixAll.ts";
import type { Settings } from "../../workspace/settings.ts";
import { isWithin } from "../../workspace/uri.ts";
import type { Workspace } from "../../workspace/workspace.ts";
import { uriOf } from "./paths.ts";
import type { Progress } from "./progress.ts";
import type { Target, TargetGroup } from "./targets.ts";

export interface TargetCheckOptions {
  readonly fileSystem: FileSystem;
  readonly settings: Settings;
  readonly cache?: CheckCache | undefined;
  readonly progress: Progress | null;
  /** Writes a mended note; returns why it could not, in words. Null where nothing is to be mended. */
  readonly write: ((fixed: FixedNote, root: string) => string | null) | null;
}

export interface CheckedTargets {
  /** The notes at or below the targets, in no particular order. */
  readonly notes: readonly CheckedNote[];
  readonly source: Workspace["source"];
  /** Notes that were mended, whose `after` is among `notes`. */
  readonly fixed: readonly FixedNote[];
  readonly unwritable: readonly { readonly uri: string; readonly reason: string }[];
  /** Notes and folders at or below the targets that could not be read. */
  readonly unreadable: readonly { readonly uri: string; readonly reason: string }[];
  /** Folders that hold no note. */
  readonly empty: readonly Target[];
}

/** A note that was listed and cannot be opened by its name. */
const notThere = "it is gone, or its name is not UTF-8";

/**
 * Checks the notes at or below the targets. Whether words that are not in their source are in another one depends on
 * what all notes of the root cite, as in an editor: only where a quote was not found are these looked at too.
 */
export async function checkTargets(
  { root, targets }: TargetGroup,
  options: TargetCheckOptions,
): Promise<CheckedTargets> {
  const { fileSystem, settings, cache, progress, write } = options;
  const within = targets.map(({ path }) => uriOf(path));
  const roots = [uriOf(root)];
  const unreadable = new Map<string, string>();
  const workspace = createWorkspace({
    fileSystem,
    roots,
    settings,
    cache,
    within,
    onError: (uri, error) => void unreadable.set(uri, reasonOf(error)),
  });
  const check = () => workspace.refresh({ progress: (done, total) => progress?.update(done, total) });
  await workspace.scan();
  await check();
  if (workspace.notes().some(hasQuoteNotFound)) {
    workspace.lookBeside(roots);
    await check();
  }

  const isWanted = (uri: string) => within.some((target) => isWithin(uri, target));
  const found = workspace.noteUris();
  const checked = new Set(workspace.notes().map(({ uri }) => uri));
  for (const uri of found) {
    if (!checked.has(uri) && !unreadable.has(uri) && isWanted(uri)) unreadable.set(uri, notThere);
  }
  const mended =
    write === null
      ? { notes: workspace.notes(), fixed: [], unwritable: [] }
      : await mend(workspace, (fixed) => write(fixed, root));
  return {
    ...mended,
    source: (uri) => workspace.source(uri),
    unreadable: [...unreadable].filter(([uri]) => isWanted(uri)).map(([uri, reason]) => ({ uri, reason })),
    empty: targets.filter((_, i) => !found.some((uri) => isWithin(uri, within[i]))),
  };
}

async function mend(
  workspace: Workspace,
  write: (fixed: FixedNote) => string | null,
): Promise<Pick<CheckedTargets, "notes" | "fixed" | "unwritable">> {
  const notes: CheckedNote[] = [];
  const fixed: FixedNote[] = [];
  const unwritable: { uri: string; reason: string }[] = [];
  for (const note of workspace.notes()) {
    const found = await fixAll(note, { workspace });
    const reason = found && write(found);
    if (reason !== null) unwritable.push({ uri: note.uri, reason });
    else if (found !== null) fixed.push(found);
    notes.push(reason === null && found !== null ? found.after : note);
  }
  return { notes, fixed, unwritable };
}

function reasonOf(error: unknown): string {
  return error instanceof FileError ? error.message : `internal error: ${(error as Error).message}`;
}

function hasQuoteNotFound({ citations }: CheckedNote): boolean {
  return citations.some(({ quotes }) => quotes.some(({ verdict }) => verdict === "altered" || verdict === "absent"));
}
