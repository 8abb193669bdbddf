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
  const [start, end] = isPadded ? [open + padAtStart(content), close - padAtEnd(content)] : [open, close];
  edits.push({ from: at, to: start, text: "" });
  for (let next = text.indexOf("\n", start); next >= 0 && next < end; next = text.indexOf("\n", next + 1)) {
    readLineBreak(scan, next);
  }
  edits.push({ from: end, to: close + size, text: "" });
  scan.code.push({ start, end });
  return close + size;
}

/** The length of the space or line end that code begins with: spaces before it are one with it, as `\r` is by now. */
function padAtStart(content: string): number {
  let length = 0;
  while (content[length] === " ") length++;
  return content[length] === "\n" ? length + 1 : 1;
}

function padAtEnd(content: string): number {
  if (!content.endsWith("\n")) return 1;
  let start = content.length - 1;
  while (content[start - 1] === " ") start--;
  return content.length - start;
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
