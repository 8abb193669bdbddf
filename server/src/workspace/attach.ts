import type { Candidate, Note, Quotation } from "../note/note.ts";
import { countAsWords, readWords } from "../quote/text/words.ts";
import { asWritten } from "./asWritten.ts";
import { groupKey, quotationKey } from "./judgedFrom.ts";
import { type GroupJudgement, holds, type JudgeGroupOptions, judgeQuotation, quoteInput } from "./judgeGroup.ts";
import type { Memo } from "./memo.ts";
import { loadedSourceOf, type SourcedCitation } from "./sourcedCitation.ts";
import { isTitleOf, titleKey } from "./titles.ts";

/** A quotation that turned out to be a quote, with its citations. */
export interface AttachedQuote extends GroupJudgement {
  /** In `Note.quotations`. */
  readonly index: number;
  readonly quotation: Quotation;
  readonly group: readonly SourcedCitation[];
  readonly touches: boolean;
}

export interface Attachments {
  /** In document order. */
  readonly quotes: readonly AttachedQuote[];
  /** Indexes of quotations of four words or more that belong to no citation. */
  readonly uncited: readonly number[];
}

export interface AttachOptions extends JudgeGroupOptions {
  /** Of the same note at other times. */
  readonly memo?: Memo | undefined;
}

/** Fewer words in quotation marks are often no quote: a name, a term, a doubt. */
const fewestWords = 4;
/** A single word that its source has somewhere else is there by chance. */
const fewestWordsMoved = 2;

/**
 * Decides which quotations are quotes, and of which citation. `citations` are those of the note, null for links that
 * are none.
 */
export function attachQuotes(
  note: Note,
  citations: readonly (SourcedCitation | null)[],
  options: AttachOptions,
): Attachments {
  const quotes: AttachedQuote[] = [];
  const uncited: number[] = [];
  for (const [index, quotation] of note.quotations.entries()) {
    const usable = quotation.candidates
      .map((candidate) => ({ ...groupOf(candidate, citations), ...candidate }))
      .filter(({ group }) => group.length > 0);
    if (usable.length === 0) {
      if (hasWords(quotation, fewestWords)) uncited.push(index);
      continue;
    }
    const { group, touches, judged } = chosen(quotation, usable, options);
    const near = touches || quotation.rule !== "sentence";
    if (near || isQuoteFromAfar(quotation, judged, usable)) {
      quotes.push({ index, group, touches: near, ...judged });
    }
  }
  return { quotes, uncited };
}

interface UsableCandidate {
  readonly group: readonly SourcedCitation[];
  readonly touches: boolean;
}

type Choice = UsableCandidate & { readonly judged: ReturnType<typeof judgeQuotation> };

function groupOf(
  candidate: Candidate,
  citations: readonly (SourcedCitation | null)[],
): { readonly group: readonly SourcedCitation[] } {
  return { group: candidate.citations.flatMap((index) => citations[index] ?? []) };
}

/** As {@link choose} says, whether it was asked before or not. */
function chosen(quotation: Quotation, candidates: readonly UsableCandidate[], options: AttachOptions): Choice {
  const { memo, elisionMaxWords } = options;
  if (memo === undefined) return choose(quotation, candidates, options);
  const key = [elisionMaxWords, quotationKey(quotation), ...candidates.map(({ group }) => groupKey(group))].join("\n");
  const { candidate, citation, isWritten, judgement } = memo.recall(key, () => {
    const { judged, group } = choose(quotation, candidates, options);
    return {
      candidate: candidates.findIndex((each) => each.group === group),
      citation: group.indexOf(judged.citation),
      isWritten: judged.quotation !== quotation,
      judgement: judged.judgement,
    };
  });
  const { group, touches } = candidates[candidate];
  const read = isWritten ? (asWritten(quotation) ?? quotation) : quotation;
  return { group, touches, judged: { quotation: read, citation: group[citation], judgement } };
}

/**
 * The candidate whose cited lines hold the quote; else the one whose sources have it, at other lines or altered; else
 * the first.
 */
function choose(quotation: Quotation, candidates: readonly UsableCandidate[], options: JudgeGroupOptions): Choice {
  const judge = (candidate: UsableCandidate) => ({
    ...candidate,
    judged: judgeQuotation(quotation, candidate.group, options),
  });
  const [first] = candidates;
  if (candidates.length === 1) return judge(first);
  const quote = quoteInput(quotation);
  const holding = candidates.find(({ group }) => group.some((citation) => holds(citation, quote)));
  if (holding) return judge(holding);
  return candidates
    .map(judge)
    .reduce((best, other) => (evidenceIn(other.judged) > evidenceIn(best.judged) ? other : best));
}

/**
 * How much speaks for a candidate: its sources have the words elsewhere, or words like them, or do not. Words like them
 * say more than a source that could not be read: within a group it is the other way round, where nothing may be claimed.
 */
function evidenceIn({ judgement }: GroupJudgement): number {
  const verdict = judgement?.verdict ?? "unchecked";
  if (verdict === "exact" || verdict === "equivalent") return 4;
  if (verdict === "moved" || verdict === "ambiguous") return 3;
  if (verdict === "altered") return 2;
  return verdict === "unchecked" ? 1 : 0;
}

/**
 * Whether a quotation that stands apart from its citation is a quote: not a source's title, and where it is short only
 * if the source has it. A few words that stand at several places are the source's vocabulary and prove nothing.
 */
function isQuoteFromAfar(
  quotation: Quotation,
  { judgement }: GroupJudgement,
  candidates: readonly UsableCandidate[],
): boolean {
  const verdict = judgement?.verdict ?? "unchecked";
  if (verdict === "exact" || verdict === "equivalent") return true;
  const key = titleKey(quotation.reading.text);
  const isTitle = (citation: SourcedCitation) => {
    const loaded = loadedSourceOf(citation);
    return loaded !== null && isTitleOf(key, loaded);
  };
  if (candidates.some(({ group }) => group.some(isTitle))) return false;
  return hasWords(quotation, verdict === "moved" ? fewestWordsMoved : fewestWords);
}

/** Whether the quotation has so many words; a character of Chinese or Japanese counts as one. */
function hasWords({ reading: { text } }: Quotation, count: number): boolean {
  const starts = readWords(text, 0, text.length).words.map(({ start }) => start);
  return countAsWords(text, starts) >= count;
}
