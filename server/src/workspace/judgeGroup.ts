import type { Quotation } from "../note/note.ts";
import { judge, type QuoteInput } from "../quote/judge.ts";
import type { Judgement, Verdict } from "../quote/judgement.ts";
import type { Span } from "../span.ts";
import { loadedSourceOf, type SourcedCitation } from "./sourcedCitation.ts";
import type { LoadedSource } from "./sources.ts";

/** What a quote was found to be at one citation of its group. */
export interface GroupJudgement {
  readonly citation: SourcedCitation;
  /** Null where the source could not be read. */
  readonly judgement: Judgement<LoadedSource> | null;
}

/** Best first. What stands in one source of a group is right, wherever else it does not stand. */
const ranks: Readonly<Record<Verdict, number>> = {
  exact: 0,
  equivalent: 1,
  moved: 2,
  ambiguous: 3,
  unchecked: 4,
  elsewhere: 5,
  altered: 6,
  absent: 7,
};

export interface JudgeGroupOptions {
  readonly elisionMaxWords: number;
  /** Other sources that an unfound quote may be from. */
  readonly others?: () => Iterable<LoadedSource>;
}

/**
 * Judges a quote against every citation of its group and gives the best answer. Where one of the sources could not be
 * read and no other has the quote, nothing is claimed: it may stand in that one.
 */
export function judgeGroup(
  quotation: Quotation,
  group: readonly SourcedCitation[],
  options: JudgeGroupOptions,
): GroupJudgement {
  let best: GroupJudgement | null = null;
  for (const citation of group) {
    const result = { citation, judgement: judgeAt(quotation, citation, options) };
    if (best === null || isBetter(result, best)) best = result;
    if (rankOf(best) <= ranks.equivalent) break;
  }
  return best!;
}

function isBetter(a: GroupJudgement, b: GroupJudgement): boolean {
  if (rankOf(a) !== rankOf(b)) return rankOf(a) < rankOf(b);
  return (a.judgement?.edits.length ?? 0) < (b.judgement?.edits.length ?? 0);
}

function rankOf({ judgement }: GroupJudgement): number {
  return ranks[judgement?.verdict ?? "unchecked"];
}

function judgeAt(
  quotation: Quotation,
  citation: SourcedCitation,
  { elisionMaxWords, others }: JudgeGroupOptions,
): Judgement<LoadedSource> | null {
  const loaded = loadedSourceOf(citation);
  if (loaded === null) return null;
  return judge<LoadedSource>(quoteInput(quotation), loaded.prepared(), {
    cited: citedSpan(citation, loaded),
    others: others === undefined ? undefined : () => prepareEach(others()),
    elisionMaxWords,
  });
}

/** Where the quote has to stand: anywhere if no lines are named, nowhere if they are past the end. */
export function citedSpan({ citation, cited }: SourcedCitation, { source }: LoadedSource): Span | null {
  if (citation.lines === null) return null;
  return cited ?? { start: source.text.length, end: source.text.length };
}

export function quoteInput({ reading, emphasis, rule }: Quotation): QuoteInput {
  return { text: reading.text, emphasis, kind: rule === "block-quote" ? "block" : "inline" };
}

function* prepareEach(sources: Iterable<LoadedSource>) {
  for (const source of sources) yield { key: source, source: source.prepared() };
}
