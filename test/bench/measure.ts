/** What `work` returned, and the milliseconds of the clock that it took. */
export function timed<Result>(work: () => Result): { readonly result: Result; readonly ms: number } {
  const start = performance.now();
  const result = work();
  return { result, ms: performance.now() - start };
}

/** Milliseconds of the processor that `work` took: what else the machine does is not counted. */
export function processorTime(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** Bytes that the process holds after collecting garbage; needs `--expose-gc`. */
export function bytesHeld(): number {
  // Buffers that are garbage are only given back by the collection after the one that finds them.
  globalThis.gc?.();
  globalThis.gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}
