export interface Progress {
  update(done: number, total: number): void;
  /** Leaves the terminal's line empty. */
  end(): void;
}

export interface ProgressOptions {
  readonly write: (text: string) => unknown;
  /** In milliseconds. */
  readonly now: () => number;
}

/** Milliseconds before the first update is shown, and between two. */
const silence = 1000;
const interval = 100;

/** Says on one line of a terminal how far a check is, once it takes longer than a second. */
export function createProgress({ write, now }: ProgressOptions): Progress {
  let next = now() + silence;
  let isShown = false;
  return {
    update(done, total) {
      const time = now();
      if (time < next) return;
      next = time + interval;
      isShown = true;
      write(`\r\x1b[KChecking notes: ${done} of ${total}`);
    },
    end() {
      if (isShown) write("\r\x1b[K");
      isShown = false;
    },
  };
}
