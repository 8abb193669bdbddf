import { plural, t } from "../l10n.ts";
import type { Verdict } from "../quote/judgement.ts";
import { visible } from "../visible.ts";
import type { CheckedNote, CheckedQuote } from "../workspace/checkedNote.ts";
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
 * The quotes of a note that were right before and no longer are, though the note says of them what it said: the same
 * words, with the same citations in reach. What else was edited in it does not matter, as where a pull brings both the
 * note and the source. A short quotation that only counted as a quote because the source had its words is none any
 * longer, and not among them. Linear in the quotes.
 */
export function lostQuotes(before: CheckedNote, now: CheckedNote): LostQuote[] {
  const sources = new Map<string, string>();
  for (const [key, { quote, sourceUri }] of quotesByKey(before)) {
    if (sourceUri !== null && isRight(quote.verdict)) sources.set(key, sourceUri);
  }
  if (sources.size === 0) return [];
  const ids = quoteIdsOf(now);
  const lost: LostQuote[] = [];
  for (const [key, { quote }] of quotesByKey(now)) {
    const source = sources.get(key);
    const { verdict } = quote;
    if (source !== undefined && !isRight(verdict))
      lost.push({ note: now.uri, quote: ids.get(quote)!, source, verdict });
  }
  return lost;
}

interface PlacedQuote {
  readonly quote: CheckedQuote;
  readonly sourceUri: string | null;
}

/** In document order, by what of the note decides what a quote is: its words and the links it may belong to. */
function quotesByKey({ citations, note, text }: CheckedNote): ReadonlyMap<string, PlacedQuote> {
  const placed = citations.flatMap(({ quotes, sourceUri }) => quotes.map((quote) => ({ quote, sourceUri })));
  placed.sort((a, b) => a.quote.quotation.span.start - b.quote.quotation.span.start);
  const seen = new Map<string, number>();
  const byKey = new Map<string, PlacedQuote>();
  for (const each of placed) {
    const { reading, candidates } = each.quote.quotation;
    const targets = candidates.map((candidate) =>
      candidate.citations.map((index) => {
        const { start, end } = note.citations[index].target;
        return text.slice(start, end);
      }),
    );
    const key = JSON.stringify([reading.text, targets]);
    const count = (seen.get(key) ?? 0) + 1;
    seen.set(key, count);
    byKey.set(`${count} ${key}`, each);
  }
  return byKey;
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
