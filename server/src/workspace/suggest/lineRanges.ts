import { countLines, spanOfLines } from "../../source/lines.ts";
import type { Source } from "../../source/source.ts";
import type { LineRange } from "../../span.ts";

/** What was typed of a fragment. `like` is in the form in which the rest is to be written. */
export type TypedFragment =
  | { readonly kind: "start"; readonly digits: string; readonly like: string }
  | { readonly kind: "end"; readonly start: number; readonly digits: string; readonly like: string }
  | { readonly kind: "words"; readonly words: string; readonly like: string };

/** Null where it is none of lines: in Markdown what is no `L` and a number is a heading. */
export function readTypedFragment(typed: string, isMarkdown: boolean): TypedFragment | null {
  const range = /^#(l?)(\d+)[-\u2010-\u2015\u2212](l?)(\d*)$/i.exec(typed);
  if (range !== null && (range[1] !== "" || !isMarkdown)) {
    const [, prefix, start, second, digits] = range;
    // Behind the dash the person may go on with either form: the longer one, if the first has it.
    const like = `#${prefix}1-${second || prefix}1`;
    return { kind: "end", start: Number(start), digits, like: digits === "" ? like : typed };
  }
  const start = /^#(l?)(\d*)$/i.exec(typed);
  if (start !== null && (start[1] !== "" || start[2] === "" || !isMarkdown)) {
    const [, prefix, digits] = start;
    return { kind: "start", digits, like: prefix === "" && digits !== "" ? "#1-1" : "" };
  }
  const words = typed.slice(1).trim().toLowerCase();
  return isMarkdown || words === ""
    ? null
    : { kind: "words", words: words.replace(/^l(?=\P{L})/u, "").trim(), like: "" };
}

export function fits(source: Source, wanted: TypedFragment, { start, end }: LineRange): boolean {
  if (wanted.kind === "words") return textOf(source, { start, end }).toLowerCase().includes(wanted.words);
  if (wanted.kind === "start") return String(start).startsWith(wanted.digits);
  return start === wanted.start && String(end).startsWith(wanted.digits);
}

export function* rangesOf(source: Source, wanted: TypedFragment): Generator<LineRange> {
  const count = countLines(source);
  if (wanted.kind === "words") {
    yield* linesWith(source, wanted.words);
    return;
  }
  if (wanted.kind === "end") {
    if (wanted.start < 1 || wanted.start > count) return;
    const paragraph = { start: wanted.start, end: endOfParagraph(source, wanted.start) };
    if (paragraph.end > wanted.start && fits(source, wanted, paragraph)) yield paragraph;
  }
  for (const line of numbersFrom(wanted, count)) {
    if (isBlank(source, line)) continue;
    const start = wanted.kind === "end" ? wanted.start : line;
    yield { start, end: line };
    if (wanted.kind === "end" || (line > 1 && !isBlank(source, line - 1))) continue;
    const end = endOfParagraph(source, line);
    if (end > line) yield { start: line, end };
  }
}

/** Numbers of lines that begin with the digits, ascending: 3, 30 to 39, 300 to 399. */
function* numbersFrom(wanted: Exclude<TypedFragment, { kind: "words" }>, count: number): Generator<number> {
  const first = wanted.kind === "end" ? wanted.start + 1 : 1;
  if (wanted.digits === "") {
    for (let line = first; line <= count; line++) yield line;
    return;
  }
  const number = Number(wanted.digits);
  if (wanted.digits.startsWith("0")) return;
  for (let size = 1; number * size <= count; size *= 10) {
    for (let line = number * size; line < (number + 1) * size && line <= count; line++) if (line >= first) yield line;
  }
}

function* linesWith(source: Source, words: string): Generator<LineRange> {
  const count = countLines(source);
  for (let line = 1; line <= count; line++) {
    const text = source.text.slice(source.lineStarts[line - 1], source.lineStarts[line] ?? source.text.length);
    if (text.toLowerCase().includes(words)) yield { start: line, end: line };
  }
}

/** A paragraph of a source is not longer than this; then it is a list, or code. */
const longestParagraph = 40;

function endOfParagraph(source: Source, start: number): number {
  const count = countLines(source);
  let end = start;
  while (end < count && end - start < longestParagraph && !isBlank(source, end + 1)) end++;
  return end;
}

function isBlank(source: Source, line: number): boolean {
  return textOf(source, { start: line, end: line }).trim() === "";
}

/** Of long lines only so much is shown or searched for. */
const longestText = 400;

export function textOf(source: Source, lines: LineRange): string {
  const span = spanOfLines(source, lines);
  return span === null ? "" : source.text.slice(span.start, Math.min(span.end, span.start + longestText));
}
