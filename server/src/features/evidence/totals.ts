import { figuresOf } from "./figures.ts";
import type { EvidenceIndex } from "./index.ts";
import { quotesIn } from "./tally.ts";

/** The whole workspace in figures. */
export interface EvidenceTotals {
  readonly notes: number;
  /** Notes that cite something. */
  readonly citing: number;
  readonly quotes: number;
  /** Quotes that the filter lets through. */
  readonly shown: number;
  /** Quotes that have a finding for not being right; those that are ignored are not among them. */
  readonly wrong: number;
}

/** Linear in the notes. */
export function totalsOf({ workspace, sieve }: EvidenceIndex): EvidenceTotals {
  const notes = workspace.notes();
  const totals = { notes: notes.length, citing: 0, quotes: 0, shown: 0, wrong: 0 };
  for (const note of notes) {
    if (note.citations.length === 0) continue;
    const { whole, wrong } = figuresOf(note);
    totals.citing++;
    totals.quotes += quotesIn(whole);
    totals.shown += quotesIn(sieve.tally(note));
    totals.wrong += wrong;
  }
  return totals;
}
