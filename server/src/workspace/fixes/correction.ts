import type { Source } from "../../source/source.ts";
import type { Span } from "../../span.ts";
import type { CheckedEdit } from "../checkedNote.ts";
import type { TextEdit } from "../noteEdit.ts";
import { gapsWithin, type ReadText, readSpan, sourceText, withGaps } from "./readText.ts";
import { type NoteQuote, rewrite } from "./rewrite.ts";

/**
 * The ways to undo an edit of a quote, most sparing first: the words alone, or with the marks around them as the source
 * has them.
 */
export function corrections(note: NoteQuote, edit: CheckedEdit, source: Source): TextEdit[][] {
  const read = quoteText(note);
  const words = sourceText(source);
  const here = readSpan(read, edit.span);
  const there = readSpan(words, edit.sourceSpan);
  const ways = (range: Span, texts: readonly string[]) => texts.map((text) => rewrite(note, range, text));
  const found = [
    ...(edit.quote === "" ? insertions(read, here, words, there, ways) : []),
    ...(edit.source === "" ? removals(read, here, words, there, ways) : []),
    ...(edit.quote !== "" && edit.source !== "" ? exchanges(read, here, words, there, edit.source, ways) : []),
  ];
  return found.filter((edits) => edits !== null && edits.length > 0) as TextEdit[][];
}

/** The quote as it reads. */
export function quoteText({ quote }: NoteQuote): ReadText {
  return { text: quote.quotation.reading.text, reading: quote.quotation.reading };
}

type Ways = (range: Span, texts: readonly string[]) => (TextEdit[] | null)[];

function insertions(read: ReadText, here: Span, words: ReadText, there: Span, ways: Ways) {
  const omitted = words.text.slice(there.start, there.end);
  const wide = withGaps(words.text, there);
  return gapsForInsertion(read.text, here).flatMap((gap) => {
    const between = read.text.slice(gap.start, gap.end);
    const space = between === "" && !/\s/.test(words.text[there.end] ?? "") ? "" : " ";
    return ways(gap, [between + omitted + space, words.text.slice(wide.start, wide.end)]);
  });
}

/** Between the words of the span; around it where it is one word at an end of the quote. */
function gapsForInsertion(text: string, span: Span): Span[] {
  const within = gapsWithin(text, span);
  if (within.length > 0) return within;
  const { start, end } = withGaps(text, span);
  return [
    { start, end: span.start },
    { start: span.end, end },
  ];
}

function removals(read: ReadText, here: Span, words: ReadText, there: Span, ways: Ways) {
  const wide = withGaps(read.text, here);
  const front = read.text.slice(wide.start, here.start);
  const behind = read.text.slice(here.end, wide.end);
  const texts = [front.trim() === "" ? behind : front, front.trim() === "" ? front : behind];
  const gaps = gapsWithin(words.text, there).map(({ start, end }) => words.text.slice(start, end));
  return ways(wide, [...(front === "" || behind === "" ? [""] : texts), ...gaps]);
}

function exchanges(read: ReadText, here: Span, words: ReadText, there: Span, exact: string, ways: Ways) {
  const [wide, wideThere] = [withGaps(read.text, here), withGaps(words.text, there)];
  return [...ways(here, [exact]), ...ways(wide, [words.text.slice(wideThere.start, wideThere.end)])];
}
