import type { CheckedCitation, CheckedNote } from "../../workspace/checkedNote.ts";
import { isRight } from "../lostQuotes.ts";
import { count, newTally, type Tally } from "./tally.ts";

/**
 * A source's URI; for a path that leads to no file that may be named, the path behind a `?`, with which no URI starts.
 */
export type SourceKey = string;

export function sourceKeyOf({ sourceUri, citation }: CheckedCitation): SourceKey {
  return sourceUri ?? `?${citation.path}`;
}

/** What a note adds to the figures of the whole. */
export interface NoteFigures {
  readonly whole: Tally;
  readonly sources: ReadonlyMap<SourceKey, Tally>;
  /** Quotes that have a finding for not being right; those that are ignored are not among them. */
  readonly wrong: number;
}

const known = new WeakMap<CheckedNote, NoteFigures>();

/** Linear in the note the first time, so that thousands of notes are added up quickly when one of them has changed. */
export function figuresOf(note: CheckedNote): NoteFigures {
  const figures = known.get(note) ?? countAll(note);
  known.set(note, figures);
  return figures;
}

function countAll({ citations, findings, note }: CheckedNote): NoteFigures {
  const whole = newTally();
  const sources = new Map<SourceKey, Tally>();
  const reported = new Set(
    findings.flatMap(({ quotation }) => (quotation === null ? [] : note.quotations[quotation].marked.start)),
  );
  let wrong = 0;
  for (const citation of citations) {
    const key = sourceKeyOf(citation);
    const source = sources.get(key) ?? newTally();
    sources.set(key, source);
    for (const quote of citation.quotes.length === 0 ? [null] : citation.quotes) {
      count(whole, quote);
      count(source, quote);
      if (quote !== null && !isRight(quote.verdict) && reported.has(quote.quotation.marked.start)) wrong++;
    }
  }
  return { whole, sources, wrong };
}
