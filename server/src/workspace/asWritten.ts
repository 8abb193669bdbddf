import type { Quotation } from "../note/note.ts";
import type { Reading } from "../note/reading.ts";
import type { Source } from "../source/source.ts";
import type { Span } from "../span.ts";

/** A quotation with its markup kept as words; null where it has none. */
export function asWritten(quotation: Quotation): Quotation | null {
  const { written } = quotation;
  return written === undefined ? null : { ...quotation, reading: written, emphasis: false };
}

/** Marks at the ends of a quote may be left out of its passage. */
const aroundPassage = 10;

/**
 * Whether the markup that a quotation has as written, and not as it reads, stands in the passage, in this order. Else
 * it is the note's own: `[*sic*]` and `[[not]]` are no brackets of the source, nor words that a bracket stands for.
 */
export function hasItsMarkup(quotation: Quotation, source: Source, passage: Span | null): boolean {
  const { reading, written } = quotation;
  if (passage === null || written === undefined) return false;
  const text = source.text.slice(Math.max(0, passage.start - aroundPassage), passage.end + aroundPassage);
  let at = 0;
  for (const piece of markupOf(reading, written)) {
    const found = text.indexOf(piece, at);
    if (found < 0) return false;
    at = found + piece.length;
  }
  return true;
}

/** What of the written quotation the reading leaves out, or reads as something else: `[[`, `&amp;`. */
function markupOf(reading: Reading, written: Reading): string[] {
  const pieces: string[] = [];
  const { starts, ends } = reading;
  const { starts: writtenStarts, ends: writtenEnds } = written;
  let piece = "";
  let unit = 0;
  for (let i = 0; i < written.text.length; i++) {
    while (unit < reading.text.length && ends[unit] <= writtenStarts[i]) unit++;
    const isRead = starts[unit] === writtenStarts[i] && ends[unit] === writtenEnds[i] && unit < reading.text.length;
    const isSpace = /\s/.test(written.text[i]);
    if (!isRead && !isSpace) piece += written.text[i];
    else if (piece !== "") {
      pieces.push(piece);
      piece = "";
    }
  }
  return piece === "" ? pieces : [...pieces, piece];
}
