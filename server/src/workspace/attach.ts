import type { Note, Quotation } from "../note/note.ts";
import { countAsWords, readWords } from "../quote/text/words.ts";
import type { Steps } from "../steps.ts";
import { asWritten } from "./asWritten.ts";
import type { AttachedQuote, Attachments, CarriedQuotes } from "./attachments.ts";
import { citesAlike } from "./judgedFrom.ts";
import { type GroupJudgement, holds, type JudgeGroupOptions, judgeQuotation, quoteInput } from "./judgeGroup.ts";
import type { Memo } from "./memo.ts";
import { loadedSourceOf, type SourcedCitation } from "./sourcedCitation.ts";
import { isTitleOf, titleKey } from "./titles.ts";

export interface AttachOptions extends JudgeGroupOptions {
  /** Of the same note at other times. */
  readonly memo?: Memo | undefined;
  /** Those that need not be judged. */
  readonly carried?: CarriedQuotes | undefined;
}

/** Fewer words in quotation marks are often no quote: a name, a term, a doubt. */
const fewestWords = 4;
/** A single word that its source has somewhere else is there by chance. */
const fewestWordsMoved = 2;

/**
 * Decides which quotations are quotes, and of which citation, in steps of one quotation. `citations` are those of the note,
 * null for links that are none.
 */
export function* attachQuotes(
  note: Note,
  citations: readonly (SourcedCitation | null)[],
  options: AttachOptions,
): Steps<Attachments> {
  const quotes: AttachedQuote[] = [];
  const uncited: number[] = [];
  for (const [index, quotation] of note.quotations.entries()) {
    const known = options.carried?.get(index);
    if (known !== undefined) {
      if (known !== null) quotes.push(known);
      continue;
    }
    const usable = usableCandidates(quotation, citations);
    if (usable.length === 0) {
      if (hasWords(quotation, fewestWords)) uncited.push(index);
      continue;
    }
    const { group, touches, judged } = chosen(quotation, usable, options);
    yield;
    const near = touches || quotation.rule !== "sentence";
    if (near || isQuoteFromAfar(quotation, judged, usable)) {
      const { citation, judgement } = judged;
      quotes.push({ index, group, touches: near, quotation: judged.quotation, citation, judgement });
    }
  }
  return { quotes, uncited };
}

interface UsableCandidate {
  readonly group: readonly SourcedCitation[];
  readonly touches: boolean;
}

type Choice = UsableCandidate & { readonly judged: ReturnType<typeof judgeQuotation> };

function usableCandidates(
  { candidates }: Quotation,
  citations: readonly (SourcedCitation | null)[],
): readonly UsableCandidate[] {
  const usable: UsableCandidate[] = [];
  for (const candidate of candidates) {
    const group: SourcedCitation[] = [];
    for (const index of candidate.citations) {
      const citation = citations[index];
      if (citation !== null) group.push(citation);
    }
    if (group.length > 0) usable.push({ group, touches: candidate.touches });
  }
  return usable;
}

/** What was chosen for a quotation, and all that it depends on beside the words. */
interface KnownChoice {
  readonly quotation: Pick<Quotation, "written" | "emphasis" | "rule">;
  readonly candidates: readonly UsableCandidate[];
  readonly elisionMaxWords: number;
  /** Index of the candidate, and of the citation in its group. */
  readonly candidate: number;
  readonly citation: number;
  readonly isWritten: boolean;
  readonly judgement: GroupJudgement["judgement"];
}

/** As {@link choose} says, whether it was asked before or not. */
function chosen(quotation: Quotation, candidates: readonly UsableCandidate[], options: AttachOptions): Choice {
  const { memo, elisionMaxWords } = options;
  if (memo === undefined) return choose(quotation, candidates, options);
  const { candidate, citation, isWritten, judgement } = memo.recallQuote<KnownChoice>(
    quotation.reading.text,
    (known) =>
      known.elisionMaxWords === elisionMaxWords &&
      known.quotation.emphasis === quotation.emphasis &&
      known.quotation.rule === quotation.rule &&
      known.quotation.written?.text === quotation.written?.text &&
      areAlike(known.candidates, candidates),
    () => {
      const { judged, group } = choose(quotation, candidates, options);
      return {
        quotation,
        candidates,
        elisionMaxWords,
        candidate: candidates.findIndex((each) => each.group === group),
        citation: group.indexOf(judged.citation),
        isWritten: judged.quotation !== quotation,
        judgement: judged.judgement,
      };
    },
  );
  const { group, touches } = candidates[candidate];
  const read = isWritten ? (asWritten(quotation) ?? quotation) : quotation;
  return { group, touches, judged: { quotation: read, citation: group[citation], judgement } };
}

/** Whether the same was to choose from: the same lines of the same texts. */
function areAlike(some: readonly UsableCandidate[], others: readonly UsableCandidate[]): boolean {
  return (
    some.length === others.length &&
    some.every(({ group }, i) => {
      const other = others[i].group;
      return group.length === other.length && group.every((citation, j) => citesAlike(citation, other[j]));
    })
  );
}

/**
 * The candidate whose cited lines hold the quote; else the one whose sources have it, at other lines or altered; else
 * the first.
 */
function choose(quotation: Quotation, candidates: readonly UsableCandidate[], options: JudgeGroupOptions): Choice {
  const judge = ({ group, touches }: UsableCandidate): Choice => ({
    group,
    touches,
    judged: judgeQuotation(quotation, group, options),
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
