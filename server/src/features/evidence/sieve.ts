import type { Verdict } from "../../quote/judgement.ts";
import type { CheckedCitation, CheckedNote, CheckedQuote } from "../../workspace/checkedNote.ts";
import type { Workspace } from "../../workspace/workspace.ts";
import { type QuoteName, quoteIdsOf } from "../quoteIds.ts";
import { figuresOf, type SourceKey, sourceKeyOf } from "./figures.ts";
import { sourceTallies } from "./sourceTallies.ts";
import { count, newTally, only, type Tally, tallyOf } from "./tally.ts";

/** Which quotes are shown. What is null lets everything through. */
export interface EvidenceFilter {
  readonly verdicts: readonly Verdict[] | null;
  /** These alone, as far as they are there. */
  readonly quotes: readonly QuoteName[] | null;
}

/** A quote at its citation, or a citation that has none. */
export interface Occurrence {
  readonly note: CheckedNote;
  readonly citation: CheckedCitation;
  readonly quote: CheckedQuote | null;
}

/** What a filter lets through of a note. Citations without a quote pass only where nothing is asked. */
export interface Sieve {
  /** In the order of the citations: of the given ones, or of all. Linear in them and their quotes. */
  occurrences(note: CheckedNote, citations?: readonly CheckedCitation[]): Occurrence[];
  /** How many they are. Counted once for a check, but where quotes are named. */
  tally(note: CheckedNote): Tally;
  /** How many of all notes they are by source. A source of which nothing passes may be among them. */
  tallies(workspace: Pick<Workspace, "notes">): Iterable<readonly [SourceKey, Tally]>;
}

export function createSieve({ verdicts, quotes }: EvidenceFilter): Sieve {
  const wanted = verdicts && new Set(verdicts);
  const named = quotes && quotesByNote(quotes);

  function occurrences(note: CheckedNote, citations = note.citations): Occurrence[] {
    const names = named?.get(note.uri);
    if (named !== null && names === undefined) return [];
    const ids = names && quoteIdsOf(note);
    const passes = (quote: CheckedQuote) =>
      (wanted?.has(quote.verdict) ?? true) && (ids === undefined || names!.has(ids.get(quote)!));
    const isOpen = wanted === null && named === null;
    return citations.flatMap((citation): Occurrence[] => {
      if (citation.quotes.length === 0) return isOpen ? [{ note, citation, quote: null }] : [];
      return citation.quotes.filter(passes).map((quote) => ({ note, citation, quote }));
    });
  }

  return {
    occurrences,
    tally(note) {
      if (named !== null) return tallyOf(occurrences(note).map(({ quote }) => quote));
      const { whole } = figuresOf(note);
      return wanted === null ? whole : only(wanted, whole);
    },
    tallies(workspace) {
      if (named !== null) return talliesOf(workspace.notes().flatMap((note) => occurrences(note)));
      const tallies = sourceTallies(workspace);
      if (wanted === null) return tallies;
      return Array.from(tallies, ([key, tally]) => [key, only(wanted, tally)] as const);
    },
  };
}

function talliesOf(occurrences: readonly Occurrence[]): ReadonlyMap<SourceKey, Tally> {
  const tallies = new Map<SourceKey, Tally>();
  for (const { citation, quote } of occurrences) {
    const key = sourceKeyOf(citation);
    const tally = tallies.get(key) ?? newTally();
    tallies.set(key, tally);
    count(tally, quote);
  }
  return tallies;
}

function quotesByNote(quotes: readonly QuoteName[]): Map<string, Set<string>> {
  const byNote = new Map<string, Set<string>>();
  for (const { note, quote } of quotes) byNote.set(note, (byNote.get(note) ?? new Set()).add(quote));
  return byNote;
}
