import type { Quotation } from "../note/note.ts";
import type { Reading } from "../note/reading.ts";
import type { Source } from "../source/source.ts";
import type { Span } from "../span.ts";

/** A quotation with its markup kept as words, and one with its struck words kept; none where it has no markup. */
export function asWritten(quotation: Quotation): Quotation[] {
  return [quotation.written, quotation.unstruck].flatMap((reading) =>
    reading === undefined ? [] : { ...quotation, reading, emphasis: false },
  );
}

/** Marks at the ends of a quote may be left out of its passage. */
const aroundPassage = 10;

/**
 * Whether the markup that `raw`, one of `asWritten`, takes for words stands in the passage, in this order. Else
 * it is the note's own: `[*sic*]` and `[[not]]` are no brackets of the source, nor words that a bracket stands for.
 */
export function hasItsMarkup(quotation: Quotation, raw: Quotation, source: Source, passage: Span | null): boolean {
  const { reading, written, unstruck } = quotation;
  if (passage === null || written === undefined) return false;
  const text = source.text.slice(Math.max(0, passage.start - aroundPassage), passage.end + aroundPassage);
  if (raw.reading === unstruck) return countStrikes(text) >= countStrikes(written.text);
  let at = 0;
  for (const piece of markupOf(reading, written)) {
    const found = text.indexOf(piece, at);
    if (found < 0) return false;
    at = found + piece.length;
  }
  return true;
}

function countStrikes(text: string): number {
  return text.match(/~~|<\/?(?:del|s|strike)>/gi)?.length ?? 0;
}

/** What of the written quotation the reading leaves out, or reads as something else: `[[`, `&amp;`. */
function markupOf(reading: Reading, written: Reading): string[] {
  const pieces: string[] = [];
  let piece = "";
  let unit = 0;
  for (let i = 0; i < written.text.length; i++) {
    while (unit < reading.text.length && reading.ends[unit] <= written.starts[i]) unit++;
    const isRead =
      reading.starts[unit] === written.starts[i] &&
      reading.ends[unit] === written.ends[i] &&
      unit < reading.text.length;
    const isSpace = /\s/.test(written.text[i]);
    if (!isRead && !isSpace) piece += written.text[i];
    else if (piece !== "") {
      pieces.push(piece);
      piece = "";
    }
  }
  return piece === "" ? pieces : [...pieces, piece];
}
