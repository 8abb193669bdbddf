import type { Span } from "../span.ts";
import type { CheckedCitation, CheckedNote, CheckedQuote } from "../workspace/checkedNote.ts";

/** What stands at a place of a note: a quote, or the link of a citation. */
export interface Target {
  readonly citation: CheckedCitation;
  /** Null on the link. */
  readonly quote: CheckedQuote | null;
  /** The quote with its marks, the link, or a link's destination in its definition. */
  readonly span: Span;
}

/**
 * The smallest quote or link around an offset of the note's text, or null. A place right behind one counts where
 * nothing holds the offset itself: an editor's cursor stands between two characters. O(citations and quotes).
 */
export function targetAt(checked: CheckedNote, offset: number): Target | null {
  let holding: Target | null = null;
  let ending: Target | null = null;
  for (const target of targets(checked)) {
    const { start, end } = target.span;
    if (start <= offset && offset < end) holding = smaller(holding, target);
    else if (offset === end && end > start) ending = smaller(ending, target);
  }
  return holding ?? ending;
}

function* targets(checked: CheckedNote): Iterable<Target> {
  for (const citation of checked.citations) {
    for (const quote of citation.quotes) yield { citation, quote, span: quote.quotation.marked };
    const { span, target } = citation.citation;
    yield { citation, quote: null, span };
    const defined = target.start < span.start || target.end > span.end;
    if (defined) yield { citation, quote: null, span: target };
  }
}

/** Of two of a size the earlier one: a quote before its link, the first citation before a later one. */
function smaller(best: Target | null, target: Target): Target {
  if (best === null) return target;
  return target.span.end - target.span.start < best.span.end - best.span.start ? target : best;
}
