import type { CheckedCitation, CheckedQuote, Passage } from "../workspace/checkedNote.ts";

/** Where a quote was found: its passage or, with several places, all of them, those nearest to the cited lines first. */
export function placesOf(quote: CheckedQuote, { citation }: CheckedCitation): readonly Passage[] {
  if (quote.places.length === 0) return quote.passage === null ? [] : [quote.passage];
  const cited = citation.lines;
  if (cited === null) return quote.places;
  const distance = ({ lines }: Passage) => Math.max(cited.start - lines.end, lines.start - cited.end, 0);
  return [...quote.places].sort((a, b) => distance(a) - distance(b));
}
