export interface DebounceOptions {
  /** Milliseconds of quiet after which a key is run. */
  readonly quiet: number;
  /** Milliseconds after which a key is run though it never was quiet. */
  readonly longest: number;
  readonly run: (key: string) => void;
}

/** Runs something once for many triggers that follow each other closely, for each key by itself. */
export interface Debouncer {
  trigger(key: string): void;
  /** Runs a key that waits at once. */
  flush(key: string): void;
  flushAll(): void;
  /** Forgets a key that waits. */
  cancel(key: string): void;
  cancelAll(): void;
}

export function createDebouncer({ quiet, longest, run }: DebounceOptions): Debouncer {
  const waiting = new Map<string, { timer: ReturnType<typeof setTimeout>; readonly latest: number }>();

  function flush(key: string): void {
    const entry = waiting.get(key);
    if (entry === undefined) return;
    clearTimeout(entry.timer);
    waiting.delete(key);
    run(key);
  }

  function cancel(key: string): void {
    clearTimeout(waiting.get(key)?.timer);
    waiting.delete(key);
  }

  return {
    trigger(key) {
      const now = Date.now();
      const latest = waiting.get(key)?.latest ?? now + longest;
      cancel(key);
      const timer = setTimeout(flush, Math.max(0, Math.min(quiet, latest - now)), key);
      waiting.set(key, { timer, latest });
    },
    flush,
    flushAll: () => [...waiting.keys()].forEach(flush),
    cancel,
    cancelAll: () => [...waiting.keys()].forEach(cancel),
  };
}
