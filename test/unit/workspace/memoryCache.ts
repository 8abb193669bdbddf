import { createHash } from "node:crypto";
import type { CheckCache } from "../../../server/src/workspace/cache/checkCache.ts";

/** A cache in memory, whose records a test may look at and change. */
export interface MemoryCache extends CheckCache {
  readonly records: Map<string, string>;
}

export function createMemoryCache(records = new Map<string, string>()): MemoryCache {
  return {
    records,
    digest: (content) => createHash("sha256").update(content).digest("hex"),
    read: (noteUri) => records.get(noteUri) ?? null,
    write: (noteUri, record) => void records.set(noteUri, record),
  };
}
