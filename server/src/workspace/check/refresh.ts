import type { NoteEntry } from "../noteTable.ts";
import { backgroundPause } from "../pause.ts";
import { catchUp } from "../state/scan.ts";
import type { WorkspaceState } from "../state/state.ts";
import type { Workspace } from "../workspace.ts";
import { judge } from "./judge.ts";
import { prepare } from "./prepare.ts";
import { exchangeCitings } from "./share.ts";
import { prepareAndJudge, type Step, work } from "./work.ts";

/** How many notes are read at a time. */
export const parallelReads = 8;

/**
 * Checks what is marked: open notes first, one after another. Of the others all are prepared before the first is judged,
 * so that it is known which sources are cited at all, and a quote is looked for in all of them once. Returns false where
 * it was cancelled.
 */
export async function refresh(
  state: WorkspaceState,
  { cancellation, progress }: NonNullable<Parameters<Workspace["refresh"]>[0]>,
): Promise<boolean> {
  const { documents } = state;
  let halves = 0;
  let total = 0;

  async function each(batch: readonly NoteEntry[], step: Step, parallel: number): Promise<void> {
    const waiting = batch.values();
    const worker = async () => {
      for (const entry of waiting) {
        await state.urgent;
        if (cancellation?.isCancellationRequested) return;
        if (entry.mark !== null) await work(state, entry, step);
        halves += step === prepareAndJudge ? 2 : 1;
        progress?.(Math.floor(halves / 2), total);
        await backgroundPause();
      }
    };
    await Promise.all(Array.from({ length: parallel }, worker));
  }

  while (await catchUp(state, cancellation)) {
    const { marked } = state.table;
    if (marked.size === 0 && state.unsharedCitings === null) return true;
    const batch = [...marked].sort((a, b) => (a.uri < b.uri ? -1 : 1));
    const open = batch.filter(({ uri }) => documents.has(uri));
    const closed = batch.filter(({ uri }) => !documents.has(uri));
    total += batch.length;
    await each(open, prepareAndJudge, 1);
    await each(closed, prepare, parallelReads);
    await exchangeCitings(state);
    await each(closed, judge, 1);
  }
  return false;
}
