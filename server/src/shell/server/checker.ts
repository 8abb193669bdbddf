import type { Cancellation, Workspace } from "../../workspace/workspace.ts";
import type { LateProgress } from "./progress.ts";

export interface CheckerOptions {
  readonly workspace: Pick<Workspace, "scan" | "refresh" | "lookAgain">;
  /** Called when work begins; `stop` ends it with what was done so far. */
  readonly progress: (stop: () => void) => LateProgress;
  readonly onState: (state: CheckerState) => void;
  readonly onError: (error: unknown) => void;
}

/** Stopped: not all notes are checked, since a person did not want that. */
export type CheckerState = "scanning" | "ready" | "stopped";

/** Keeps what is marked checked, one run at a time. */
export interface Checker {
  /** Checks what is marked, soon. */
  schedule(): void;
  /** Looks for notes again, then checks what is marked. */
  scan(): void;
  /**
   * Does both now in the caller's name, instead of what is under way, and takes nothing for known that is on disk. False
   * where it was cancelled.
   */
  checkAll(cancellation: Cancellation, progress: (done: number, total: number) => void): Promise<boolean>;
  /**
   * Resolves when the first scan is done and nothing is marked any more, at once and without waiting for marks to
   * gather; goes on with what was stopped. Tells of the run that is under way.
   */
  settled(progress: (done: number, total: number) => void): Promise<void>;
  dispose(): void;
}

/** Milliseconds in which marks gather, so that a burst of events makes one run. */
const gatherTime = 40;

export function createChecker({ workspace, progress, onState, onError }: CheckerOptions): Checker {
  let isScanWanted = false;
  let isWanted = false;
  let isDisposed = false;
  /** Whether the person stopped a run: only open notes are checked until all are asked for. */
  let isStopped = false;
  let timer: ReturnType<typeof setTimeout> | null = null;
  let running: { isCancellationRequested: boolean } | null = null;
  let turn: Promise<unknown> = Promise.resolve();
  let begin: () => void = () => {};
  const begun = new Promise<void>((resolve) => {
    begin = resolve;
  });
  const watchers = new Set<(done: number, total: number) => void>();

  function cancel(): void {
    if (running !== null) running.isCancellationRequested = true;
  }

  function stop(run: typeof running): void {
    if (running === null || running !== run) return;
    isStopped = true;
    running.isCancellationRequested = true;
  }

  function schedule(): void {
    isWanted = true;
    if (isDisposed || timer !== null || running !== null) return;
    timer = setTimeout(startRun, gatherTime);
  }

  function startRun(): void {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    turn = turn.then(runAll);
  }

  async function runAll(): Promise<void> {
    while (isWanted && !isDisposed) await run();
  }

  async function run(): Promise<void> {
    const isScan = isScanWanted;
    isWanted = false;
    isScanWanted = false;
    const cancellation = { isCancellationRequested: false };
    running = cancellation;
    const shown = progress(() => stop(cancellation));
    const tell = (done: number, total: number) => {
      shown.report(done, total);
      for (const watch of watchers) watch(done, total);
    };
    if (isScan) onState("scanning");
    try {
      if (isScan) await workspace.scan(cancellation);
      if (!cancellation.isCancellationRequested) {
        const onlyOpen = isStopped;
        const isAll = await workspace.refresh({ cancellation, progress: tell, whileTyping: true, onlyOpen });
        if (isAll && !onlyOpen) isStopped = false;
      }
    } catch (error) {
      onError(error);
    } finally {
      running = null;
      shown.done();
      if (!isWanted) onState(isStopped ? "stopped" : "ready");
    }
  }

  return {
    schedule,
    scan() {
      isScanWanted = true;
      isStopped = false;
      cancel();
      schedule();
      begin();
    },
    checkAll(cancellation, report) {
      isStopped = false;
      cancel();
      const done = turn.then(async () => {
        isScanWanted = false;
        onState("scanning");
        try {
          workspace.lookAgain("everything");
          await workspace.scan(cancellation);
          return await workspace.refresh({ cancellation, progress: report });
        } finally {
          onState("ready");
          schedule();
        }
      });
      turn = done.catch(() => undefined);
      return done;
    },
    async settled(watch) {
      await begun;
      watchers.add(watch);
      if (isStopped) {
        isStopped = false;
        schedule();
      }
      try {
        do {
          if (timer !== null) startRun();
          await turn;
        } while (isWanted && !isDisposed);
      } finally {
        watchers.delete(watch);
      }
    },
    dispose() {
      isDisposed = true;
      if (timer !== null) clearTimeout(timer);
      cancel();
    },
  };
}
