import type { Scan } from "./inlineScan.ts";
import { readLineBreak } from "./inlineScan.ts";

/** Reads the code span that starts with the backtick at `at`, if one does, and returns where to go on. */
export function readCode(scan: Scan, at: number): number {
  const { text, edits } = scan;
  let open = at + 1;
  while (text[open] === "`") open++;
  const size = open - at;
  const close = closingBackticks(scan, open, size);
  if (close < 0) return open;
  const content = text.slice(open, close);
  const isPadded = /^[ \n]/.test(content) && /[ \n]$/.test(content) && /[^ \n]/.test(content);
  const pad = isPadded ? 1 : 0;
  edits.push({ from: at, to: open + pad, text: "" });
  for (
    let next = text.indexOf("\n", open + pad);
    next >= 0 && next < close - pad;
    next = text.indexOf("\n", next + 1)
  ) {
    readLineBreak(scan, next);
  }
  edits.push({ from: close - pad, to: close + size, text: "" });
  scan.code.push({ start: open + pad, end: close - pad });
  return close + size;
}

/** The next run of exactly `size` backticks at or behind `from`, or -1. */
function closingBackticks(scan: Scan, from: number, size: number): number {
  if (!scan.backticks) {
    scan.backticks = new Map();
    for (const run of scan.text.slice(from).matchAll(/`+/g)) {
      const runs = scan.backticks.get(run[0].length);
      if (runs) runs.push(from + run.index);
      else scan.backticks.set(run[0].length, [from + run.index]);
    }
    for (const runs of scan.backticks.values()) runs.reverse();
  }
  const runs = scan.backticks.get(size) ?? [];
  while (runs.length > 0 && runs[runs.length - 1] < from) runs.pop();
  return runs.at(-1) ?? -1;
}
