import type { DocumentHighlight } from "vscode-languageserver-types";
import { type LinedText, linesOverlap } from "../source/lines.ts";
import type { Span } from "../span.ts";
import type { Backlink } from "../workspace/backlinks.ts";
import type { CheckedNote, CheckedQuote } from "../workspace/checkedNote.ts";
import { rangeOf } from "./position.ts";
import { targetAt } from "./target.ts";

/** The passages of one line of a source, each once. */
export function highlightsInSource(source: LinedText, backlinks: readonly Backlink[]): DocumentHighlight[] {
  return highlights(
    source,
    backlinks.flatMap(({ passage }) => passage?.span ?? []),
  );
}

/**
 * The quotes of a note that stand on lines of the quote at an offset, that one among them. Empty where it is the only
 * one, and on links: the editor's own highlights, of words and of links, are of more use there.
 */
export function highlightsInNote(checked: CheckedNote, offset: number): DocumentHighlight[] {
  const quote = targetAt(checked, offset)?.quote ?? null;
  if (quote === null) return [];
  const quotes = checked.citations.flatMap(({ quotes }) => quotes).filter((each) => standTogether(each, quote));
  return quotes.length < 2
    ? []
    : highlights(
        checked,
        quotes.map(({ quotation }) => quotation.span),
      );
}

function standTogether(a: CheckedQuote, b: CheckedQuote): boolean {
  if (a === b) return true;
  if (a.passage === null || b.passage === null || a.passage.uri !== b.passage.uri) return false;
  return linesOverlap(a.passage.lines, b.passage.lines);
}

/** In document order. 1 is the protocol's kind for text that belongs together. */
function highlights(lines: LinedText, spans: readonly Span[]): DocumentHighlight[] {
  const distinct = new Map(spans.map((span) => [`${span.start} ${span.end}`, span]));
  return [...distinct.values()]
    .sort((a, b) => a.start - b.start || a.end - b.end)
    .map((span) => ({ range: rangeOf(lines, span), kind: 1 }));
}
