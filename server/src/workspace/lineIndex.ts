import type { LineRange } from "../span.ts";

/** Ranges of lines, to be asked which of them have a line in common with another. */
export interface LineIndex {
  /** Indexes of the ranges that overlap, ordered by their first lines. O(log n + what is found). */
  overlapping(lines: LineRange): number[];
}

/**
 * An interval tree that is not built of nodes: the ranges sorted by their first lines are the tree, the middle of a
 * stretch being the root of it, and each root knows the last line that any range of its stretch reaches. O(n log n).
 */
export function createLineIndex(ranges: readonly LineRange[]): LineIndex {
  const order = [...ranges.keys()].sort((a, b) => ranges[a].start - ranges[b].start || a - b);
  const reach = new Float64Array(order.length);

  function measure(from: number, to: number): number {
    if (from >= to) return 0;
    const root = (from + to) >>> 1;
    reach[root] = Math.max(ranges[order[root]].end, measure(from, root), measure(root + 1, to));
    return reach[root];
  }

  function collect(from: number, to: number, lines: LineRange, found: number[]): void {
    if (from >= to) return;
    const root = (from + to) >>> 1;
    if (reach[root] < lines.start) return;
    collect(from, root, lines, found);
    const range = ranges[order[root]];
    if (range.start > lines.end) return;
    if (range.end >= lines.start) found.push(order[root]);
    collect(root + 1, to, lines, found);
  }

  measure(0, order.length);
  return {
    overlapping(lines) {
      const found: number[] = [];
      collect(0, order.length, lines, found);
      return found;
    },
  };
}
