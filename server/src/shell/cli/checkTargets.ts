import type { CheckedNote } from "../../workspace/checkedNote.ts";
import { type FixedNote, fixAll } from "../../workspace/fixes/fixAll.ts";
import { isWithin } from "../../workspace/uri.ts";
import type { Workspace } from "../../workspace/workspace.ts";
import { uriOf } from "../filePaths.ts";
import { type CheckedShare, type CheckTask, openCheck } from "./checkShare.ts";
import { startThreads, ThreadFailure } from "./checkThreads.ts";
import type { Progress } from "./progress.ts";
import type { Target } from "./targets.ts";

export interface TargetCheckOptions {
  readonly task: CheckTask;
  readonly targets: readonly Target[];
  readonly progress: Progress | null;
  /** How many threads share the notes; null for as many as pay. */
  readonly threads: number | null;
  /** Writes a mended note; returns why it could not, in words. Null where nothing is to be mended. */
  readonly write: ((fixed: FixedNote) => string | null) | null;
  /** The URIs of notes of which something was reported already. */
  readonly reported: ReadonlySet<string>;
}

export interface CheckedTargets {
  /** What was found in the notes at or below the targets: of each thread that had a part of them. */
  readonly shares: readonly CheckedShare[];
  /** Notes that were mended, whose `after` is reported. */
  readonly fixed: readonly FixedNote[];
  readonly unwritable: readonly { readonly uri: string; readonly reason: string }[];
  /** Folders that hold no note. */
  readonly empty: readonly Target[];
}

/** Checks the notes at or below the targets, with more threads where there are many notes. */
export async function checkTargets(options: TargetCheckOptions): Promise<CheckedTargets> {
  try {
    return await checkInThreads(options);
  } catch (error) {
    // A machine that lets no thread start, or takes its memory away, still has this one.
    if (error instanceof ThreadFailure) return checkInThreads({ ...options, threads: 1 });
    throw error;
  }
}

async function checkInThreads(options: TargetCheckOptions): Promise<CheckedTargets> {
  const { task, targets, progress, write, reported, threads: wanted } = options;
  const { workspace, run, report } = openCheck(task);
  await workspace.scan();
  const found = workspace.noteUris();
  const isWhole = task.within.includes(task.root) && reported.size === 0;
  const threads = isWhole && write === null ? startThreads(task, found.length, wanted) : null;
  try {
    const update = (done: number, total: number) => {
      const others = threads?.done() ?? { done: 0, total: 0 };
      progress?.update(done + others.done, total + others.total);
    };
    await run(update, threads?.share ?? null);
    const unreported = workspace.notes().filter(({ uri }) => !reported.has(uri));
    const { notes, fixed, unwritable } =
      write === null ? { notes: unreported, fixed: null, unwritable: [] } : await mend(unreported, workspace, write);
    const own = await report(notes, fixed);
    return {
      shares: [own, ...((await threads?.results()) ?? [])],
      fixed: [...(fixed?.values() ?? [])],
      unwritable,
      empty: targets.filter(({ path }) => !found.some((uri) => isWithin(uri, uriOf(path)))),
    };
  } finally {
    threads?.end();
  }
}

async function mend(checked: readonly CheckedNote[], workspace: Workspace, write: (fixed: FixedNote) => string | null) {
  const notes: CheckedNote[] = [];
  const fixed = new Map<string, FixedNote>();
  const unwritable: { uri: string; reason: string }[] = [];
  for (const note of checked) {
    const found = await fixAll(note, { workspace });
    const reason = found && write(found);
    if (reason !== null) unwritable.push({ uri: note.uri, reason });
    else if (found !== null) fixed.set(note.uri, found);
    notes.push(reason === null && found !== null ? found.after : note);
  }
  return { notes, fixed, unwritable };
}
