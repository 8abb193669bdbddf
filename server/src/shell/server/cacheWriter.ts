import type { DiskCache } from "../diskCache.ts";
import { createDebouncer } from "./debounce.ts";

export interface CacheWriterOptions {
  readonly cache: DiskCache;
  /** Told once that the cache cannot be written, until it could be again. */
  readonly onError: (error: unknown) => void;
}

/** Writes what is kept of checks while there is nothing else to do. A check is none the worse for not being kept. */
export interface CacheWriter {
  /** To be called when a run of checks is over. */
  rested(): void;
  /** Writes what still waits. */
  end(): void;
}

/** Milliseconds without a check before anything is written, and at most from the first one on. */
const quietTime = 2000;
const longestWait = 30_000;

export function createCacheWriter({ cache, onError }: CacheWriterOptions): CacheWriter {
  const debouncer = createDebouncer({ quiet: quietTime, longest: longestWait, run: writeOneByOne });
  let hasFailed = false;
  let hasEnded = false;

  /** Requests have their turn between two files. */
  function writeOneByOne(): void {
    if (!hasEnded && attempt(cache.flushNext)) setImmediate(writeOneByOne);
  }

  function attempt(write: () => boolean): boolean {
    try {
      const hasMore = write();
      hasFailed = false;
      return hasMore;
    } catch (error) {
      if (!hasFailed) onError(error);
      hasFailed = true;
      return false;
    }
  }

  return {
    rested: () => debouncer.trigger("write"),
    end() {
      hasEnded = true;
      debouncer.cancelAll();
      while (attempt(cache.flushNext));
    },
  };
}
