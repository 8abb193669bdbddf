import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import { type Citings, mergeCitings, type NoteShare, shareOf } from "../../workspace/noteShare.ts";
import type { CheckedShare, CheckTask } from "./checkShare.ts";
import type { FromThread, ThreadTask } from "./checkThread.ts";

/** Other threads that check their shares of the notes while this one checks its own. */
export interface CheckThreads {
  /** This thread's. Its exchange rejects with {@link ThreadFailure} where another thread fails. */
  readonly share: NoteShare;
  /** How far the others are together. */
  readonly done: () => { readonly done: number; readonly total: number };
  /** What the others found. Rejects with {@link ThreadFailure}. */
  results(): Promise<readonly CheckedShare[]>;
  end(): void;
}

/** A thread could not start, or did not come to its end. */
export class ThreadFailure extends Error {}

/** A thread has to load and warm up the program, and reads sources that the others read too: it pays for so many notes. */
const notesPerThread = 1500;
/** Each reads the sources for itself, and holds them. */
const mostThreads = 4;

/** Starts as many threads as are wanted, or as pay for so many notes; null where none is to be. */
export function startThreads(task: CheckTask, notes: number, wanted: number | null): CheckThreads | null {
  const shares = wanted ?? Math.min(availableParallelism(), mostThreads, Math.floor(notes / notesPerThread));
  if (shares < 2) return null;
  const threads = Array.from({ length: shares - 1 }, (_, index) => startThread({ task, share: index + 1, shares }));
  return {
    share: shareOf(0, shares, async (own) => {
      const all = mergeCitings([own, ...(await Promise.all(threads.map(({ cited }) => cited)))]);
      for (const { tell } of threads) tell(all);
      return all;
    }),
    done: () => ({
      done: threads.reduce((sum, { progress }) => sum + progress.done, 0),
      total: threads.reduce((sum, { progress }) => sum + progress.total, 0),
    }),
    results: () => Promise.all(threads.map(({ checked }) => checked)),
    end: () => {
      for (const { end } of threads) end();
    },
  };
}

function startThread(workerData: ThreadTask) {
  // The bundle that this is in, which knows whether it is loaded by a thread.
  const worker = new Worker(__filename, { workerData });
  const progress = { done: 0, total: 0 };
  const cited = answer<Citings>();
  const checked = answer<CheckedShare>();
  worker.on("message", (message: FromThread) => {
    if (message.kind === "progress") Object.assign(progress, message.progress);
    else if (message.kind === "cited") cited.resolve(message.cited);
    else checked.resolve(message.checked);
  });
  const fail = (failure: ThreadFailure) => {
    cited.reject(failure);
    checked.reject(failure);
  };
  worker.once("error", (error) => fail(new ThreadFailure(error.message, { cause: error })));
  // Its last message comes before this, perhaps in the same turn.
  worker.once("exit", () => fail(new ThreadFailure("a thread ended")));
  return {
    progress,
    cited: cited.promise,
    checked: checked.promise,
    tell: (all: Citings) => worker.postMessage(all),
    end: () => void worker.terminate(),
  };
}

/** A promise and what settles it; its failure may go unheard. */
function answer<T>() {
  let resolve: (value: T) => void = () => {};
  let reject: (failure: ThreadFailure) => void = () => {};
  const promise = new Promise<T>((...settle) => {
    [resolve, reject] = settle;
  });
  promise.catch(() => {});
  return { promise, resolve, reject };
}
