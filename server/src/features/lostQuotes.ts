import { plural, t } from "../l10n.ts";
import type { Verdict } from "../quote/judgement.ts";
import { visible } from "../visible.ts";
import type { CheckedNote } from "../workspace/checkedNote.ts";
import { baseName } from "../workspace/uri.ts";
import { type QuoteName, quoteIdsOf } from "./quoteIds.ts";

/** A quote that was right and no longer is, by its name in the note as it is now. */
export interface LostQuote extends QuoteName {
  /** The source that it was right in. */
  readonly source: string;
  readonly verdict: Verdict;
}

/** Whether the words stand in the cited lines, with permitted changes at most. */
export function isRight(verdict: Verdict): boolean {
  return verdict === "exact" || verdict === "equivalent";
}

/**
 * The quotes of a note that were right before and no longer are, though nobody edited the note: both checks have to be
 * of the same reading of it, else there is nothing to compare. A short quotation that only counted as a quote because
 * the source had its words is none any longer, and not among them. Linear in the quotes.
 */
export function lostQuotes(before: CheckedNote, now: CheckedNote): LostQuote[] {
  if (before.note !== now.note) return [];
  const sources = new Map<number, string>();
  for (const { sourceUri, quotes } of before.citations) {
    for (const { quotation, verdict } of quotes) {
      if (sourceUri !== null && isRight(verdict)) sources.set(quotation.marked.start, sourceUri);
    }
  }
  const lost: LostQuote[] = [];
  for (const [{ quotation, verdict }, quote] of quoteIdsOf(now)) {
    const source = sources.get(quotation.marked.start);
    if (source !== undefined && !isRight(verdict)) lost.push({ note: now.uri, quote, source, verdict });
  }
  return lost;
}

/** What a person is told of quotes that a change of sources has made wrong. Of none nobody is told. */
export function lostInWords(lost: readonly LostQuote[]): string {
  const sources = [...new Set(lost.map(({ source }) => source))];
  const isGone = lost.every(({ verdict }) => verdict === "unchecked");
  if (sources.length > 1) {
    return isGone
      ? t(
          "{0} sources can no longer be read: {1} quotes that were right cannot be checked.",
          sources.length,
          lost.length,
        )
      : t("{0} sources have changed: {1} quotes that were right no longer are.", sources.length, lost.length);
  }
  const name = visible(baseName(sources[0] ?? ""));
  return isGone
    ? plural(
        lost.length,
        "{1} can no longer be read: {0} quote that was right cannot be checked.",
        "{1} can no longer be read: {0} quotes that were right cannot be checked.",
        name,
      )
    : plural(
        lost.length,
        "{1} has changed: {0} quote that was right no longer is.",
        "{1} has changed: {0} quotes that were right no longer are.",
        name,
      );
}
