import type { LineRange } from "../span.ts";

/** What a fragment says of lines. With a `problem`, the variant of `range-invalid`, it names none. */
export interface LineFragment {
  readonly lines: LineRange | null;
  /** 1-based; the end column is the one behind the last character. */
  readonly columns: { readonly start: number; readonly end: number } | null;
  readonly problem: "default" | "zero" | "reversed" | null;
}

/** `L3`, `L3-L5`, `L3-5`, `3`, `3-5`, with VS Code's columns (`L3,7-L5,12`) or GitHub's (`L3C7-L5C12`). */
const lineForm = /^(L?)(\d+)(?:[C,](\d+))?(?:-L?(\d+)(?:[C,](\d+))?)?$/;
/** RFC 5147: 0-based positions between lines, the start open to the left; integrity checks may follow. */
const rfcForm = /^line=(\d*),(\d+)(?:;.*)?$|^line=(\d+)(?:;.*)?$/;
/** Written as lines and yet no form of them. */
const nearForm = /^(?:L-?\d|\d+[-,:;.]|line=)/;

/**
 * Reads a decoded fragment, without its `#`. Null where it names no lines and does not try to, and in Markdown also
 * for a bare number and for anything unclear, which may be a heading there.
 */
export function readFragment(fragment: string, file: "markdown" | "text"): LineFragment | null {
  const plain = fragment.replace(/[\u2010-\u2015\u2212]/g, "-");
  const written = file === "text" ? plain.replace(/^l(?=\d)|(?<=-)l(?=\d)/g, "L") : plain;
  const lines = lineForm.exec(written);
  if (lines) {
    const [, prefix, start, startColumn, end, endColumn] = lines;
    if (file === "markdown" && prefix === "") return null;
    return lineRange(start, end ?? start, columnRange(startColumn, end === undefined ? startColumn : endColumn));
  }
  const rfc = rfcForm.exec(written);
  if (rfc) {
    const [, from, to, position] = rfc;
    const start = toNumber(position ?? (from === "" ? "0" : from)) + 1;
    const end = position === undefined ? toNumber(to) : start;
    return end < start ? invalid(end + 1 < start ? "reversed" : "default") : valid({ start, end }, null);
  }
  return file === "text" && nearForm.test(written) ? invalid("default") : null;
}

function lineRange(first: string, last: string, columns: LineFragment["columns"]): LineFragment {
  const lines = { start: toNumber(first), end: toNumber(last) };
  if (lines.start === 0 || lines.end === 0) return invalid("zero");
  return lines.end < lines.start ? invalid("reversed") : valid(lines, columns);
}

function columnRange(start: string | undefined, end: string | undefined): LineFragment["columns"] {
  if (start === undefined || end === undefined) return null;
  const columns = { start: toNumber(start), end: toNumber(end) };
  return columns.start === 0 || columns.end === 0 ? null : columns;
}

function valid(lines: LineRange, columns: LineFragment["columns"]): LineFragment {
  return { lines, columns, problem: null };
}

function invalid(problem: NonNullable<LineFragment["problem"]>): LineFragment {
  return { lines: null, columns: null, problem };
}

function toNumber(digits: string): number {
  return Math.min(Number(digits), Number.MAX_SAFE_INTEGER);
}
