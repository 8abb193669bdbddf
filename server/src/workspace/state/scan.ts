import { nameKey } from "../loadCitations.ts";
import type { Cancellation } from "../workspace.ts";
import { announceMarks, markDependents } from "./marks.ts";
import type { WorkspaceState } from "./state.ts";

/** Finds all notes and marks those that are new, or no notes any longer. */
export function scan(state: WorkspaceState, cancellation?: Cancellation): Promise<void> {
  state.scan.running = scanOnce(state, cancellation);
  return state.scan.running;
}

async function scanOnce(state: WorkspaceState, cancellation: Cancellation | undefined): Promise<void> {
  const { table } = state;
  state.scan.wasMade = true;
  const scanned = state.inventory;
  state.scan.isNeeded = !(await scanned.scan(cancellation)) || scanned !== state.inventory;
  if (state.scan.isNeeded) return;
  for (const uri of scanned.notesOnDisk()) if (!table.entries.has(uri)) table.mark(uri, "text");
  for (const uri of [...table.entries.keys()]) if (!scanned.isNote(uri)) table.mark(uri, "text");
  announceMarks(state);
}

/** Brings up to date which notes there are. Returns false where it was cancelled. */
export async function catchUp(state: WorkspaceState, cancellation?: Cancellation): Promise<boolean> {
  while (state.scan.isNeeded || state.inventory.hasChanges) {
    if (cancellation?.isCancellationRequested) return false;
    if (state.scan.isNeeded) await scan(state, cancellation);
    const { notes, names } = await state.inventory.catchUp();
    for (const uri of notes) state.table.mark(uri, "text");
    for (const name of names) markDependents(state, nameKey(name));
  }
  return !cancellation?.isCancellationRequested;
}
