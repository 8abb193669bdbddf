import { t } from "../../../l10n.ts";
import type { RuleId } from "../../../rules.ts";
import type { LineRange, Span } from "../../../span.ts";
import type { CheckedQuote, Passage } from "../../checkedNote.ts";
import { linesInWords, shown } from "../../wording.ts";
import { around, citeLinesEdit, linesOfQuotes } from "../citationEdit.ts";
import type { FixContext } from "../context.ts";
import type { Candidate } from "../fix.ts";
import { mostLines } from "./citeLines.ts";

/** More are no choice. */
const mostPlaces = 6;
/** What is shown of the source around a place, so that a person can tell it from the others. */
const contextLength = 40;

/** Findings of a citation that naming the lines of its quote heals. */
const ofLines: readonly RuleId[] = ["range-invalid", "range-outside-source"];

/**
 * One fix for each place where an ambiguous quote stands, the nearest to the cited lines first. Where the citation has
 * other quotes too, it comes to name the lines around them all.
 */
export function choosePlace(context: FixContext): Candidate[] {
  const quote = ambiguousQuote(context);
  return quote === null ? [] : citePlaces(context, quote.places, linesOfQuotes(context.checked, context.citation!));
}

/** One fix for each place, with the lines of the citation's other quotes. */
export function citePlaces(
  { checked, citation, source }: FixContext,
  places: readonly Passage[],
  others: LineRange | null,
): Candidate[] {
  if (citation === null || source === null) return [];
  const cited = citation.citation.lines?.start ?? 1;
  const distance = ({ lines }: Passage) => Math.abs(lines.start - cited);
  const nearest = [...places].sort((a, b) => distance(a) - distance(b)).slice(0, mostPlaces);
  return nearest.flatMap(({ lines: own, span }): Candidate[] => {
    const lines = around(others, own);
    if (lines.end - lines.start >= mostLines) return [];
    const title = t("Cite {0}: “{1}”", linesInWords(lines), shown(withContext(source.text, span)));
    return [{ kind: "choose-place", title, ways: [{ edits: [citeLinesEdit(checked, citation, lines)] }] }];
  });
}

function ambiguousQuote({ finding, citation, quote }: FixContext): CheckedQuote | null {
  if (citation === null) return null;
  if (finding.rule === "quote-ambiguous") return quote;
  if (!ofLines.includes(finding.rule)) return null;
  const [ambiguous, ...others] = citation.quotes.filter(({ verdict }) => verdict === "ambiguous");
  return others.length === 0 ? (ambiguous ?? null) : null;
}

/** The words with some on either side, none of them cut. */
function withContext(text: string, { start, end }: Span): string {
  const [before, behind] = [
    text.slice(Math.max(0, start - contextLength), start),
    text.slice(end, end + contextLength),
  ];
  const front = start > contextLength ? before.replace(/^\S*\s*/, "") : before;
  const back = end + contextLength < text.length ? behind.replace(/^\S*$|(?<!\s)\s+\S*$/, "") : behind;
  return (front + text.slice(start, end) + back).trim();
}
