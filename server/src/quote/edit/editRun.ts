import type { Span } from "../../span.ts";
import type { AlignedPart } from "../align/alignment.ts";
import type { Edit, EditKind } from "../judgement.ts";
import { isLineEnd, Kind, kindAt, startsWord } from "../text/characters.ts";
import type { Word } from "../text/words.ts";

/** An edit while edits are put together: ranges of elements and of words, both half-open. */
export interface Run {
  readonly quoteFrom: number;
  readonly quoteTo: number;
  readonly sourceFrom: number;
  readonly sourceTo: number;
  readonly kind: EditKind;
}

/** The edit as it is reported: with the words of both sides, and where they stand. */
export function toEdit(run: Run, { quoteText, part, stretch }: AlignedPart): Edit {
  const quoteWords = part.elements.map((element) => element.word);
  const inQuote = run.quoteTo > run.quoteFrom;
  const inSource = run.sourceTo > run.sourceFrom;
  let quoteSpan = inQuote ? covering(quoteWords, run.quoteFrom, run.quoteTo) : around(quoteWords, run.quoteFrom);
  let sourceSpan = inSource
    ? covering(stretch.words, run.sourceFrom, run.sourceTo)
    : around(stretch.words, run.sourceFrom);
  if (run.kind === "punctuation" && run.quoteTo - run.quoteFrom === 1) {
    // Only the marks at a quote's end differ, so that the word alone would say nothing.
    const sides = { front: run.quoteFrom === 0, behind: run.quoteTo === quoteWords.length };
    quoteSpan = withMarks(quoteText, quoteSpan, sides);
    sourceSpan = withMarks(stretch.text, sourceSpan, sides);
  }
  return {
    kind: run.kind,
    quote: inQuote ? quoteText.slice(quoteSpan.start, quoteSpan.end) : "",
    source: inSource ? stretch.text.slice(sourceSpan.start, sourceSpan.end) : "",
    quoteSpan,
    sourceSpan,
  };
}

function covering(words: readonly Word[], from: number, to: number): Span {
  return { start: words[from].start, end: words[to - 1].end };
}

/** The words on either side of the place in front of word `at`. */
function around(words: readonly Word[], at: number): Span {
  const before = words[at - 1] ?? words[at];
  const behind = words[at] ?? words[at - 1];
  return { start: before.start, end: behind.end };
}

const longestMarks = 20;

/** The span with the marks of its line in front of it and behind it, white space at their ends left out. */
function withMarks(text: string, span: Span, sides: { readonly front: boolean; readonly behind: boolean }): Span {
  let { start, end } = span;
  if (sides.front) {
    for (let at = span.start - 1; at >= 0 && span.start - at <= longestMarks && isMark(text, at); at--) {
      if (kindAt(text, at) !== Kind.space) start = at;
    }
  }
  if (sides.behind) {
    for (let at = span.end; at < text.length && at - span.end < longestMarks && isMark(text, at); at++) {
      if (kindAt(text, at) !== Kind.space) end = at + 1;
    }
  }
  return { start, end };
}

function isMark(text: string, at: number): boolean {
  const kind = kindAt(text, at);
  return !startsWord(kind) && kind !== Kind.mark && !isLineEnd(text, at);
}
