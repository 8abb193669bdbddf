import type { Quotation } from "../note/note.ts";
import { judge, judgeElsewhere, type QuoteInput, standsIn } from "../quote/judge.ts";
import type { Judgement, Verdict } from "../quote/judgement.ts";
import { lengthOf } from "../source/lines.ts";
import type { Span } from "../span.ts";
import { asWritten, hasItsMarkup } from "./asWritten.ts";
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
}

/** Of a longer group the rest is not looked at: nobody reads so many either, and hostile text must not cost hours. */
const mostCitations = 100;

/**
 * Judges a quotation as it reads; where that is not right, also as it is written, for a source may be markup itself. The
 * better answer counts, and `quotation` has the reading that it is of.
 */
export function judgeQuotation(
  quotation: Quotation,
  group: readonly SourcedCitation[],
  options: JudgeGroupOptions,
): GroupJudgement & { readonly quotation: Quotation } {
  const read = { quotation, ...judgeGroup(quotation, group, options) };
  const raw = rankOf(read) <= ranks.equivalent ? null : asWritten(quotation);
  if (raw === null) return read;
  const written = { quotation: raw, ...judgeGroup(raw, group, options) };
  const source = loadedSourceOf(written.citation)?.source;
  const isSources = source !== undefined && hasItsMarkup(quotation, source, written.judgement?.passage ?? null);
  return isSources && isBetter(written, read) ? written : read;
}

/**
 * Judges a quote against the citations of its group: where one's lines hold it, there; otherwise against each source
 * once, and the best answer counts. Where one of the sources could not be read and no other has the quote, nothing is
 * claimed: it may stand in that one.
 */
function judgeGroup(
  quotation: Quotation,
  group: readonly SourcedCitation[],
  options: JudgeGroupOptions,
): GroupJudgement {
  const quote = quoteInput(quotation);
  const [first, ...others] = group.slice(0, mostCitations);
  const holding = others.length === 0 ? first : group.slice(0, mostCitations).find((one) => holds(one, quote));
  let best = { citation: holding ?? first, judgement: judgeAt(quote, holding ?? first, options) };
  if (holding !== undefined) return best;
  const seen = new Set([first.uri]);
  for (const citation of others) {
    if (citation.uri !== null && seen.has(citation.uri)) continue;
    seen.add(citation.uri);
    const result = { citation, judgement: judgeAt(quote, citation, options) };
    if (isBetter(result, best)) best = result;
  }
  const isElsewhereInSource = best.judgement?.verdict === "moved" || best.judgement?.verdict === "ambiguous";
  return (isElsewhereInSource && judgeTogether(quote, group.slice(0, mostCitations), best, options)) || best;
}

/**
 * Where no citation of a group holds the quote alone: whether those of one source do together, the quote beginning in the
 * lines of one and ending in those of another.
 */
function judgeTogether(
  quote: QuoteInput,
  group: readonly SourcedCitation[],
  { citation: { uri } }: GroupJudgement,
  options: JudgeGroupOptions,
): GroupJudgement | null {
  const lines = group.flatMap((citation) =>
    citation.uri === uri && citation.cited ? { citation, ...citation.cited } : [],
  );
  if (lines.length < 2) return null;
  const start = Math.min(...lines.map((cited) => cited.start));
  const end = Math.max(...lines.map((cited) => cited.end));
  const judgement = judgeAt(quote, { ...lines[0].citation, cited: { start, end } }, options);
  const passage = judgement?.passage;
  if (!passage || rankOf({ citation: lines[0].citation, judgement }) > ranks.equivalent) return null;
  const first = lines.find((cited) => cited.start <= passage.start && passage.start < cited.end);
  const last = lines.find((cited) => cited.start < passage.end && passage.end <= cited.end);
  return first && last ? { citation: first.citation, judgement } : null;
}

/** Where the sources of its group do not have the quote: the first of the others that does, or null. */
export function judgeInOthers(
  quotation: Quotation,
  group: readonly SourcedCitation[],
  others: readonly LoadedSource[],
): { readonly quotation: Quotation; readonly judgement: Judgement<LoadedSource> } | null {
  const own = new Set(group.map(({ uri }) => uri));
  const sources = others.filter(({ uri }) => !own.has(uri));
  const judgement = judgeElsewhere(quoteInput(quotation), prepareEach(sources));
  if (judgement !== null) return { quotation, judgement };
  const raw = asWritten(quotation);
  const written = raw && judgeElsewhere(quoteInput(raw), prepareEach(sources));
  if (!raw || !written?.other || !hasItsMarkup(quotation, written.other.source, written.passage)) return null;
  return { quotation: raw, judgement: written };
}

/** Whether the quote stands, exact or equivalent, in the cited lines. */
export function holds(citation: SourcedCitation, quote: QuoteInput): boolean {
  const loaded = loadedSourceOf(citation);
  return loaded !== null && standsIn(quote, loaded.prepared(), citedSpan(citation, loaded));
}

function isBetter(a: GroupJudgement, b: GroupJudgement): boolean {
  if (rankOf(a) !== rankOf(b)) return rankOf(a) < rankOf(b);
  return (a.judgement?.edits.length ?? 0) < (b.judgement?.edits.length ?? 0);
}

function rankOf({ judgement }: GroupJudgement): number {
  return ranks[judgement?.verdict ?? "unchecked"];
}

function judgeAt(
  quote: QuoteInput,
  citation: SourcedCitation,
  { elisionMaxWords }: JudgeGroupOptions,
): Judgement<never> | null {
  const loaded = loadedSourceOf(citation);
  if (loaded === null) return null;
  return judge(quote, loaded.prepared(), { cited: citedSpan(citation, loaded), elisionMaxWords });
}

/** Where the quote has to stand: anywhere if no lines are named, nowhere if they are past the end. */
function citedSpan({ citation, cited }: SourcedCitation, { source }: LoadedSource): Span | null {
  if (citation.lines === null) return null;
  if (cited !== null) return cited;
  const end = lengthOf(source);
  return { start: end, end };
}

export function quoteInput({ reading, emphasis, rule }: Quotation): QuoteInput {
  return { text: reading.text, emphasis, kind: rule === "block-quote" ? "block" : "inline" };
}

function* prepareEach(sources: Iterable<LoadedSource>) {
  for (const source of sources) yield { key: source, source: source.prepared() };
}
