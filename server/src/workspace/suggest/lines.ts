import type { OpenDestination } from "../../note/cursor/destination.ts";
import type { Note } from "../../note/note.ts";
import { parseNote } from "../../note/parse.ts";
import { writtenFragment } from "../../note/write/fragment.ts";
import { judge } from "../../quote/judge.ts";
import { countLines, linesOfSpan, spanOfLines } from "../../source/lines.ts";
import type { Source } from "../../source/source.ts";
import type { LineRange } from "../../span.ts";
import { quoteInput } from "../judgeGroup.ts";
import { loadedSourceOf } from "../sourcedCitation.ts";
import type { LoadedSource } from "../sources.ts";
import { type SuggestContext, sourcedCitations } from "./context.ts";
import { mostSuggestions, noSuggestions, type Suggestion, type Suggestions } from "./suggestion.ts";

/**
 * The lines of the source that the citation at the cursor names: first those at which its quote stands, then all that
 * are not empty, each paragraph's range behind its first line. Digits choose by number, other words by what the lines
 * say; behind a dash the line is the last of a range.
 */
export async function suggestLines(context: SuggestContext, open: OpenDestination): Promise<Suggestions> {
  const hash = open.typed.indexOf("#");
  const typed = open.typed.slice(hash);
  const cited = await citedAtCursor(context, open, hash);
  if (cited === null || context.isCancelled()) return noSuggestions;
  const { source } = cited.loaded;
  const isMarkdown = source.reading !== null;
  const wanted = readTyped(typed, isMarkdown);
  if (wanted === null) return noSuggestions;
  const ranges: LineRange[] = [];
  const seen = new Set<string>();
  const preferred = cited.quoted.filter((lines) => fits(source, wanted, lines));
  let isIncomplete = false;
  for (const lines of [...preferred, ...rangesOf(source, wanted)]) {
    const key = `${lines.start}-${lines.end}`;
    if (seen.has(key)) continue;
    if (ranges.length === mostSuggestions) {
      isIncomplete = true;
      break;
    }
    seen.add(key);
    ranges.push(lines);
  }
  const start = context.cursor - typed.length;
  return {
    isIncomplete: isIncomplete || wanted.kind === "words",
    items: ranges.map((lines, index): Suggestion => {
      const fragment = writtenFragment(lines, wanted.like);
      const text = textOf(source, lines);
      return {
        kind: "lines",
        label: fragment,
        text,
        source: { uri: cited.loaded.uri, lines, passage: null, citedBy: "none" },
        edit: {
          text: fragment,
          typed: { start, end: context.cursor },
          whole: { start, end: context.cursor + open.rest.length },
          isWhole: false,
        },
        also: [],
        filter: wanted.kind === "words" ? `${typed} ${fragment} ${text}` : `${fragment} ${text}`,
        isPreferred: index === 0 && preferred.length > 0,
      };
    }),
  };
}

interface Cited {
  readonly loaded: LoadedSource;
  /** Where the quotes of the citation stand, all of them first. */
  readonly quoted: readonly LineRange[];
}

/** The source of the citation that is being written, read as if its fragment and its end were written already. */
async function citedAtCursor(context: SuggestContext, open: OpenDestination, hash: number): Promise<Cited | null> {
  const { surroundings } = context.place;
  const { text, cursor } = surroundings;
  const start = cursor + open.span.start;
  const path = open.typed.slice(0, hash);
  const behind = text.slice(cursor + open.span.end);
  const written = `${open.isBracketed ? path : path.replaceAll(" ", "%20")}#L1`;
  const note = parseNote(text.slice(0, start) + written + missingEnd(open, text.slice(0, start), behind) + behind);
  const index = note.citations.findIndex(({ target }) => target.start === start);
  if (index < 0) return null;
  const alone: Note = { citations: [note.citations[index]], quotations: [], problems: [], ignores: [] };
  const [citation] = await sourcedCitations(context, alone);
  const loaded = citation ? loadedSourceOf(citation) : null;
  return loaded === null ? null : { loaded, quoted: quotedLines(loaded, note, index) };
}

/** What has to follow the destination for a link to be one. */
function missingEnd({ form, isBracketed }: OpenDestination, before: string, behind: string): string {
  if (form === "wikilink") return /^[^[\]\n]*\]\]/.test(behind) ? "" : "]]";
  const isInline = /\]\(<?$/.test(before);
  const angle = isBracketed && !behind.startsWith(">") ? ">" : "";
  if (!isInline) return angle;
  const rest = isBracketed && angle === "" ? behind.slice(1) : behind;
  return /^(?:[ \t]+(?:"[^"\n]*"|'[^'\n]*'|\([^)\n]*\)))?[ \t]*\)/.test(rest) ? angle : `${angle})`;
}

/** The lines at which each quote of the citation stands; of several quotes first the range that holds all. */
function quotedLines({ source, prepared }: LoadedSource, note: Note, citation: number): LineRange[] {
  const found: LineRange[][] = [];
  for (const quotation of note.quotations) {
    const [first] = quotation.candidates;
    if (!first?.citations.includes(citation)) continue;
    const { verdict, passage, places } = judge(quoteInput(quotation), prepared(), {
      // As if no right line were cited: then all places are told.
      cited: { start: source.text.length, end: source.text.length },
      elisionMaxWords: Number.POSITIVE_INFINITY,
    });
    if (passage === null || verdict === "absent") continue;
    found.push((places.length > 0 ? places : [passage]).map((span) => linesOfSpan(source.lineStarts, span)));
  }
  const firsts = found.map(([lines]) => lines);
  const all = { start: Math.min(...firsts.map(({ start }) => start)), end: Math.max(...firsts.map(({ end }) => end)) };
  return firsts.length > 1 ? [all, ...found.flat()] : found.flat();
}

/** What was typed of a fragment. `like` is in the form in which the rest is to be written. */
type TypedFragment =
  | { readonly kind: "start"; readonly digits: string; readonly like: string }
  | { readonly kind: "end"; readonly start: number; readonly digits: string; readonly like: string }
  | { readonly kind: "words"; readonly words: string; readonly like: string };

/** Null where it is none of lines: in Markdown what is no `L` and a number is a heading. */
function readTyped(typed: string, isMarkdown: boolean): TypedFragment | null {
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

function fits(source: Source, wanted: TypedFragment, { start, end }: LineRange): boolean {
  if (wanted.kind === "words") return textOf(source, { start, end }).toLowerCase().includes(wanted.words);
  if (wanted.kind === "start") return String(start).startsWith(wanted.digits);
  return start === wanted.start && String(end).startsWith(wanted.digits);
}

function* rangesOf(source: Source, wanted: TypedFragment): Generator<LineRange> {
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

function textOf(source: Source, lines: LineRange): string {
  const span = spanOfLines(source, lines);
  return span === null ? "" : source.text.slice(span.start, Math.min(span.end, span.start + longestText));
}
