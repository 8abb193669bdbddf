import { type AttachedQuote, type CarriedQuotes, noneCarried } from "./attachments.ts";
import { citesTheSame, type Move, movedQuote, moveOf } from "./carryOver.ts";
import type { CheckedCitation, CheckedNote, CheckedQuote, Finding } from "./checkedNote.ts";
import type { NoteToCheck } from "./checkNote.ts";
import { loadedSourceOf, type SourcedCitation } from "./sourcedCitation.ts";

/**
 * The quotations of a note that need not be judged again after some of its sources have changed: those of other sources, and
 * those that stand far from what changed. `revisions` are those of each citation's source that `checked` was made from. Linear
 * in the note's citations and quotations.
 */
export function carriedQuotes(
  checked: CheckedNote,
  { note, citations }: NoteToCheck,
  revisions: readonly (number | null)[],
): CarriedQuotes {
  // What a comment silenced is not known any more.
  if (note.ignores.length > 0) return noneCarried;
  const changes = citations.map((citation, index) => changeOf(citation, revisions[index]));
  const known = knownQuotes(checked);
  const findings = findingsByQuotation(checked);
  const carried = new Map<number, AttachedQuote | null>();
  for (const [index, { span, candidates }] of note.quotations.entries()) {
    const cited = candidates.flatMap((candidate) => candidate.citations);
    if (cited.length === 0) continue;
    const found = known.get(span) ?? null;
    if (cited.every((citation) => changes[citation] === "same")) {
      carried.set(index, found && attached(index, found.quote, citations[found.citation]!));
      continue;
    }
    const change = changes[cited[0]];
    if (cited.length > 1 || found === null || change === "same" || change === "unknown") continue;
    if (!citesTheSame(found.by, change)) continue;
    const moved = movedQuote(found.quote, change);
    if (moved !== null && !findings.has(index)) carried.set(index, attached(index, moved, citations[cited[0]]!));
  }
  return carried;

  function attached(index: number, quote: CheckedQuote, citation: SourcedCitation): AttachedQuote {
    const carried = { quote, findings: findings.get(index) ?? [] };
    return { index, quotation: quote.quotation, group: [], touches: false, citation, judgement: null, carried };
  }
}

function findingsByQuotation({ findings }: CheckedNote): Map<number, Finding[]> {
  const byQuotation = new Map<number, Finding[]>();
  for (const finding of findings) {
    const { quotation, citation } = finding;
    // One without a citation is about what is no quote.
    if (quotation === null || citation === null) continue;
    const known = byQuotation.get(quotation);
    if (known === undefined) byQuotation.set(quotation, [finding]);
    else known.push(finding);
  }
  return byQuotation;
}

type Change = "same" | "unknown" | Move;

function changeOf(citation: SourcedCitation | null, revision: number | null): Change {
  const source = citation && loadedSourceOf(citation);
  if (citation === null || source === null || revision === null) return "unknown";
  return source.revision === revision ? "same" : (moveOf(citation, source, revision) ?? "unknown");
}

interface KnownQuote {
  readonly quote: CheckedQuote;
  /** What it is cited by, and the index of that. */
  readonly by: CheckedCitation;
  readonly citation: number;
}

/** The quotes by their quotations' spans. */
function knownQuotes({ note, citations }: CheckedNote): Map<object, KnownQuote> {
  const known = new Map<object, KnownQuote>();
  let index = 0;
  for (const by of citations) {
    while (note.citations[index] !== by.citation) index++;
    for (const quote of by.quotes) known.set(quote.quotation.span, { quote, by, citation: index });
  }
  return known;
}
