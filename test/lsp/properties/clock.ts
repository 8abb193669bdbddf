/**
 * Timers that run when the test says so. Nothing waits for real time, and what a server does a second after an event is
 * seen as surely as what it does at once.
 */
export interface Clock {
  /** Lets the time pass: every timer that falls due runs, each after everything before it has come to rest. */
  advance(milliseconds: number): Promise<void>;
  /** Gives the real timers back. */
  uninstall(): void;
}

export interface ClockOptions {
  /** A number that changes as long as something goes on, and null while a file is being waited for. */
  readonly activity: () => number | null;
}

interface Timer {
  readonly due: number;
  readonly run: () => void;
}

/**
 * Turns of the event loop without activity after which everything is taken to be at rest. A connection handles a message
 * a turn, and many may wait for one that is answered late.
 */
const quietTurns = 60;

/** Takes the place of `setTimeout` and `clearTimeout`. */
export function installClock({ activity }: ClockOptions): Clock {
  const { setTimeout: realSet, clearTimeout: realClear, setImmediate: soon } = globalThis;
  const timers = new Map<object, Timer>();
  let now = 0;

  globalThis.setTimeout = ((task: (...args: unknown[]) => void, milliseconds = 0, ...args: unknown[]) => {
    const handle = { unref: () => handle, ref: () => handle, hasRef: () => true };
    timers.set(handle, {
      due: now + Math.max(0, milliseconds),
      run: () => {
        timers.delete(handle);
        task(...args);
      },
    });
    return handle;
  }) as unknown as typeof setTimeout;
  globalThis.clearTimeout = ((handle: object | undefined) => {
    if (handle !== undefined && !timers.delete(handle)) realClear(handle as NodeJS.Timeout);
  }) as typeof clearTimeout;

  async function rest(): Promise<void> {
    let quiet = 0;
    let before = activity();
    while (quiet < quietTurns) {
      await new Promise<void>((resolve) => soon(resolve));
      const after = activity();
      quiet = after !== null && after === before ? quiet + 1 : 0;
      before = after;
    }
  }

  return {
    async advance(milliseconds) {
      const end = now + milliseconds;
      for (;;) {
        await rest();
        const next = [...timers.values()].reduce<Timer | null>(
          (first, timer) => (first === null || timer.due < first.due ? timer : first),
          null,
        );
        if (next === null || next.due > end) break;
        now = Math.max(now, next.due);
        next.run();
      }
      now = end;
    },
    uninstall() {
      globalThis.setTimeout = realSet;
      globalThis.clearTimeout = realClear;
    },
  };
}
