import { startOfLine } from "../../note/cursor/hidden.ts";
import type { OpenQuotation } from "../../note/cursor/openQuotation.ts";
import { escapedWords } from "../../note/write/escape.ts";
import { writtenQuotation } from "../../note/write/quotation.ts";
import { joinedLines } from "../../note/write/words.ts";
import type { Continuation } from "../../quote/continuation/continuations.ts";
import type { PassageEnd } from "../../quote/continuation/passageEnds.ts";
import { wholePassage } from "../../quote/continuation/wholePassage.ts";
import { toSourceSpan } from "../../quote/prepare.ts";
import { readWords } from "../../quote/text/words.ts";
import { linesOfSpan } from "../../source/lines.ts";
import type { Span } from "../../span.ts";
import { citing } from "./citing.ts";
import type { SuggestContext } from "./context.ts";
import type { QuotableSource } from "./quotableSources.ts";
import type { Suggestion } from "./suggestion.ts";

/** Of what follows a quotation so much is looked at. */
const longestRest = 500;

/** A passage that a quotation could hold. */
export interface Passage {
  readonly source: QuotableSource;
  readonly place: Continuation;
  readonly end: PassageEnd;
  /** Where in what was typed the words begin that the place goes on with. */
  readonly from: number;
}

/**
 * The passage as a suggestion: what was typed on the cursor's line gives way to the source's own words, then come the
 * closing mark and, where none is there for these lines, the citation. Null where it cannot be written so.
 */
export function writtenPassage(context: SuggestContext, open: OpenQuotation, passage: Passage): Suggestion | null {
  const { place: cursorPlace, cursor, text } = context;
  const { surroundings } = cursorPlace;
  const { source, place, end, from } = passage;
  const prepared = source.loaded.prepared();
  const typed = typedOnLine(open, surroundings.text, surroundings.cursor, from);
  const words = withoutWords(prepared.text.slice(place.start, end.end), typed.wordsBefore);
  if (words === null) return null;
  const span = passageOf(open, passage);
  if (span === null) return null;
  const lines = linesOfSpan(source.loaded.source.lineStarts, span);

  const start = surroundings.start + typed.start;
  const replaced: Span = { start, end: surroundings.start + open.end };
  if (text.slice(start, replaced.end).includes("\n")) return null;
  const rest = text.slice(replaced.end, replaced.end + longestRest);
  const body = writtenBody(context, open, needsNoStop(rest) ? words.replace(/(?<=[^.])\.$/, "") : words);
  if (body === null) return null;
  const cited = citing(context, open, source, { lines, passage: span });
  if (cited === null) return null;
  return {
    kind: "quotation",
    label: joinedLines(prepared.text.slice(place.start, end.end)),
    given: joinedLines(prepared.text.slice(place.start, place.given)).length,
    text: "",
    source: { uri: source.loaded.uri, lines, passage: span },
    citedBy: null,
    edit: {
      text: body + open.marks.close + open.ending + cited.behind,
      typed: { start, end: cursor },
      whole: replaced,
      isWhole: true,
    },
    also: cited.also,
    filter: text.slice(start, cursor) + restOf(prepared.text.slice(place.given, end.end), text.slice(start, cursor)),
    isPreferred: false,
  };
}

/** Where all of the quotation stands: with what was typed in front of an ellipsis or a bracket. Null where that does not. */
function passageOf({ typed }: OpenQuotation, { source, place, end, from }: Passage): Span | null {
  const prepared = source.loaded.prepared();
  if (from === 0) return toSourceSpan(prepared, { start: place.start, end: end.end });
  const quote = typed.text.slice(0, from) + prepared.text.slice(place.start, end.end);
  const whole = wholePassage(prepared, quote, { end: end.end, near: end.end });
  return whole && toSourceSpan(prepared, whole);
}

/** What the source goes on with, in one line, behind what was typed: marks that end that are not said twice. */
function restOf(text: string, typed: string): string {
  const [marks] = /(?<![^\p{L}\p{N}\s])[^\p{L}\p{N}\s]*$/u.exec(typed)!;
  const next = text.trimStart();
  const rest = marks !== "" && next.startsWith(marks) ? next.slice(marks.length) : text;
  return (/^\s/.test(rest) && /\S$/.test(typed) ? " " : "") + joinedLines(rest);
}

/** The typed words that are on the cursor's line: where they begin, and how many of the place's words are before. */
function typedOnLine(
  { typed, start, marks, isBlock }: OpenQuotation,
  text: string,
  cursor: number,
  from: number,
): { readonly start: number; readonly wordsBefore: number } {
  const lineStart = startOfLine(text, cursor);
  let unit = from;
  while (unit < typed.text.length && (typed.starts[unit] < lineStart || /\s/.test(typed.text[unit]))) unit++;
  const behindMark =
    isBlock || start + marks.open.length > cursor ? cursor : Math.max(lineStart, start + marks.open.length);
  const wordsBefore = readWords(typed.text.slice(from, unit), 0, unit - from).words.length;
  return { start: unit < typed.text.length ? typed.starts[unit] : from > 0 ? cursor : behindMark, wordsBefore };
}

/** A text without its first words; null where it has no more. */
function withoutWords(text: string, count: number): string | null {
  if (count === 0) return text;
  const next = readWords(text, 0, text.length).words[count];
  return next === undefined ? null : text.slice(next.start);
}

const ownStop = /^[ \t]*(?:\(?\[[^\]\n]*\](?:\([^)\n]*\)|\[[^\]\n]*\])?\)?|\[\^[^\]\n]+\])?\.(?:\s|$)/;

/** Whether the sentence goes on behind the quotation, or has a stop of its own there, behind a citation perhaps. */
function needsNoStop(rest: string): boolean {
  return ownStop.test(rest) || /^(?:[,;:]|[ \t]+\p{Ll})/u.test(rest);
}

/** What would end a title that begins with the mark; and a cell of a table that it stands in. */
const titleMarks = { '"': /["|]/g, "'": /['|]/g, "(": /[()|]/g } as const;

/** The words as Markdown, without the opening mark and the closing one. */
function writtenBody({ place }: SuggestContext, open: OpenQuotation, words: string): string | null {
  const { marks, isBlock, isLinkText, titleMark } = open;
  if (isBlock) return escapedWords(joinedLines(words), "inline");
  const written = writtenQuotation(words, {
    style: marks,
    place: titleMark !== null ? "title" : isLinkText ? "linkText" : place.text.isCell ? "tableCell" : "inline",
  });
  const isInMarks = written?.startsWith(marks.open) && written.endsWith(marks.close);
  if (!isInMarks) return null;
  const body = written!.slice(marks.open.length, written!.length - marks.close.length);
  return titleMark === null ? body : body.replace(titleMarks[titleMark], "\\$&");
}
