import type { NoteEntry } from "../noteTable.ts";
import { backgroundPause } from "../pause.ts";
import { markRested } from "../state/marks.ts";
import { catchUp } from "../state/scan.ts";
import type { WorkspaceState } from "../state/state.ts";
import type { RefreshOptions } from "../workspace.ts";
import { judge } from "./judge.ts";
import { prepare } from "./prepare.ts";
import { exchangeCitings } from "./share.ts";
import { prepareAndJudge, type Step, work } from "./work.ts";

/** How many notes are read at a time. */
export const parallelReads = 8;

/**
 * Checks what is marked: open notes first, one after another, those that are marked meanwhile too. Of the others all are
 * prepared before the first is judged, so that it is known which sources are cited at all, and a quote is looked for in all
 * of them once. Returns false where it was cancelled.
 */
export async function refresh(
  state: WorkspaceState,
  { cancellation, progress, whileTyping = false, onlyOpen = false }: RefreshOptions,
): Promise<boolean> {
  const { documents, table } = state;
  let halves = 0;
  let total = 0;
  let marksSeen = -1;

  /** Those of open notes, the note that a person had to do with last first. */
  async function checkOpen(): Promise<void> {
    while (marksSeen !== table.marks) {
      marksSeen = table.marks;
      for (const uri of [...documents.keys()].reverse()) {
        // Whoever waited for the work of somebody else finds the note still marked.
        for (let entry = table.entries.get(uri); entry && entry.mark !== null; entry = table.entries.get(uri)) {
          if (cancellation?.isCancellationRequested) return;
          await work(state, entry, prepareAndJudge);
        }
      }
    }
  }

  async function each(closed: readonly NoteEntry[], step: Step, parallel: number): Promise<void> {
    const waiting = closed.values();
    const worker = async () => {
      for (const entry of waiting) {
        await state.urgent;
        await checkOpen();
        if (cancellation?.isCancellationRequested) return;
        if (entry.mark !== null) await work(state, entry, step);
        progress?.(Math.floor(++halves / 2), total);
        await backgroundPause();
      }
    };
    await Promise.all(Array.from({ length: parallel }, worker));
  }

  if (onlyOpen) {
    await checkOpen();
    return table.marked.size === 0;
  }
  if (!whileTyping) markRested(state);
  while (await catchUp(state, cancellation)) {
    const { marked } = table;
    if (marked.size === 0 && state.unsharedCitings === null) return true;
    const closed = [...marked].filter(({ uri }) => !documents.has(uri)).sort((a, b) => (a.uri < b.uri ? -1 : 1));
    const open = marked.size - closed.length;
    total += marked.size;
    await checkOpen();
    halves += 2 * open;
    if (open > 0) progress?.(Math.floor(halves / 2), total);
    await each(closed, prepare, parallelReads);
    await exchangeCitings(state);
    await each(closed, judge, 1);
  }
  return false;
}
