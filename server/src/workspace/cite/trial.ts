import type { Span } from "../../span.ts";
import type { CheckedNote } from "../checkedNote.ts";
import { isHarmless } from "../fixes/recheck.ts";

/** A place of a note at which ways to write a selection are tried. */
export interface Trial {
  readonly uri: string;
  /** The note's text as it is; what stands at `at` is replaced. */
  readonly text: string;
  readonly at: Span;
  /** What a check finds in the note without what is replaced. */
  readonly without: CheckedNote;
  /** How many quotes are written. */
  readonly quotes: number;
  readonly tryText: (uri: string, text: string) => Promise<CheckedNote>;
}

/** The first of the ways that is right there and changes nothing of what a check finds elsewhere in the note. */
export async function firstRight(ways: readonly string[], trial: Trial): Promise<string | null> {
  const { uri, text, at, without, tryText } = trial;
  // What is replaced may have kept a quotation apart from a citation: then the note as it is counts.
  const before = at.end > at.start ? await tryText(uri, text) : null;
  for (const way of ways) {
    const after = await tryText(uri, text.slice(0, at.start) + way + text.slice(at.end));
    if (!isRight(after, { start: at.start, end: at.start + way.length }, trial.quotes)) continue;
    const isKept = (known: CheckedNote, span: Span) =>
      isHarmless({ before: known, after, edits: [{ span, text: way }] });
    if (isKept(without, { start: at.start, end: at.start }) || (before !== null && isKept(before, at))) return way;
  }
  return null;
}

/** Whether a check finds all the quotes at the inserted text, where they are cited, and nothing wrong with it. */
function isRight({ citations, findings }: CheckedNote, inserted: Span, count: number): boolean {
  const isInside = ({ start, end }: Span) => inserted.start <= start && end <= inserted.end;
  const quotes = citations
    .filter(({ citation }) => isInside(citation.span))
    .flatMap((each) => each.quotes)
    .filter(({ quotation, verdict }) => isInside(quotation.span) && (verdict === "exact" || verdict === "equivalent"));
  const isTouched = findings.some(({ span }) => span.start < inserted.end && inserted.start < span.end);
  return quotes.length === count && !isTouched;
}
