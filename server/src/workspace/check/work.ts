import type { CheckedNote } from "../checkedNote.ts";
import { FileError } from "../fileSystem.ts";
import type { NoteEntry } from "../noteTable.ts";
import type { WorkspaceState } from "../state/state.ts";
import { judge } from "./judge.ts";
import { prepare } from "./prepare.ts";
import { drop } from "./standing.ts";

/** A step of a check, or all of it. */
export type Step = (state: WorkspaceState, entry: NoteEntry) => Promise<void>;

/** One piece of work at a time on each note: whoever comes second waits, and has to look again. Never throws. */
export function work(state: WorkspaceState, entry: NoteEntry, step: Step): Promise<void> {
  entry.working ??= take(state, entry, step);
  return entry.working;
}

async function take(state: WorkspaceState, entry: NoteEntry, step: Step): Promise<void> {
  const isOvertaken = state.table.overtaking(entry);
  try {
    await step(state, entry);
  } catch (error) {
    if (error instanceof FileError && error.reason === "not-found") state.inventory.noteMissing(entry.uri);
    else state.onError(entry.uri, error);
    if (!isOvertaken()) drop(state, entry);
  } finally {
    entry.working = null;
  }
}

/** Both steps of the check of one note. */
export async function prepareAndJudge(state: WorkspaceState, entry: NoteEntry): Promise<void> {
  await prepare(state, entry);
  await judge(state, entry);
}

/** The note as it is now, checked where it is marked; null where there is none. */
export async function checkMarked(state: WorkspaceState, uri: string): Promise<CheckedNote | null> {
  for (;;) {
    const entry = state.table.entries.get(uri);
    if (entry === undefined || entry.mark === null) return entry?.checked ?? null;
    await work(state, entry, prepareAndJudge);
  }
}
