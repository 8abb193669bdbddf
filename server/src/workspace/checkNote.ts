import type { Note, Quotation } from "../note/note.ts";
import { originalSpan } from "../note/reading.ts";
import { ownText } from "../ownText.ts";
import type { Edit, Judgement, Remark } from "../quote/judgement.ts";
import { type HeldText, withText } from "../source/heldText.ts";
import { linesOfSpan } from "../source/lines.ts";
import type { Span } from "../span.ts";
import type { AttachedQuote, Attachments } from "./attachments.ts";
import type {
  CheckedCitation,
  CheckedEdit,
  CheckedNote,
  CheckedQuote,
  CheckedRemark,
  Finding,
  Passage,
} from "./checkedNote.ts";
import { citationFindings } from "./citationFindings.ts";
import { type DraftFinding, levelled } from "./draftFinding.ts";
import { applyIgnores } from "./ignores.ts";
import type { LoadedParts } from "./parts/loadParts.ts";
import { quoteFindings } from "./quoteFindings.ts";
import type { Settings } from "./settings.ts";
import { loadedSourceOf, type SourcedCitation } from "./sourcedCitation.ts";
import type { LoadedSource } from "./sources.ts";
import { isTitleCase } from "./titles.ts";

/** A note that was read and whose sources are at hand. */
export interface NoteToCheck {
  readonly uri: string;
  readonly version: number | null;
  readonly held: HeldText;
  readonly note: Note;
  /** One for each citation of the note; null for links that are none. */
  readonly citations: readonly (SourcedCitation | null)[];
  /** The same in parts, of a note that is read again and again. */
  readonly parts?: LoadedParts | undefined;
}

/**
 * Everything that is known of the note, made of what its quotes were judged to be. `isLoose` are citations, by their index,
 * about which nothing is to be found. Pure and linear.
 */
export function checkedNote(
  input: NoteToCheck,
  { quotes, uncited }: Attachments,
  settings: Settings,
  isLoose: (citation: number) => boolean = () => false,
): CheckedNote {
  const { uri, version, held, note } = input;
  const { lineStarts } = held;
  const drafts: DraftFinding[] = noteFindings(input);
  const quotesOf = new Array<CheckedQuote[] | undefined>(input.citations.length);
  for (const attached of quotes) {
    const quote = attached.carried?.quote ?? checkedQuote(attached);
    const { index } = attached.citation;
    const list = quotesOf[index];
    if (list === undefined) quotesOf[index] = [quote];
    else list.push(quote);
    for (const draft of findingsOfQuote(attached, quote)) drafts.push(draft);
  }
  const citations: CheckedCitation[] = [];
  for (const sourced of input.citations) {
    if (sourced === null) continue;
    const own = quotesOf[sourced.index] ?? none;
    citations.push({ citation: sourced.citation, sourceUri: sourced.uri, cited: sourced.cited, quotes: own });
    if (isLoose(sourced.index)) continue;
    for (const draft of citationFindings(sourced, own)) drafts.push(draft);
  }
  for (const index of uncited) {
    drafts.push({ rule: "quote-without-citation", args: {}, span: note.quotations[index].marked, quotation: index });
  }
  const findings = finished(
    applyIgnores(note, drafts, () => ignoreScope(input, quotes, uncited)),
    settings,
  );
  const own = { citations: citations.slice(), uncited: uncited.map((index) => note.quotations[index]), findings };
  return withText({ uri, version, lineStarts, note, ...own }, held);
}

/** What reading the note itself found, but for problems of links that are no citations. */
function noteFindings({ note, citations }: NoteToCheck): DraftFinding[] {
  return note.problems.filter(({ citation }) => citation === undefined || citations[citation] !== null);
}

/** Most lists about a quote are empty, and a long note has many quotes. */
const none: readonly never[] = [];

function checkedQuote({ quotation, citation, judgement }: AttachedQuote): CheckedQuote {
  if (judgement === null) {
    return { quotation, verdict: "unchecked", changes: none, passage: null, places: none, edits: none, remarks: none };
  }
  const source = foundIn(citation, judgement)!;
  const passageAt = (span: Span): Passage => ({
    uri: source.uri,
    span,
    lines: linesOfSpan(source.source.lineStarts, span),
  });
  const { verdict, changes, passage, places, edits, remarks } = judgement;
  return {
    quotation,
    verdict,
    changes: changes.length === 0 ? none : changes.slice(),
    passage: passage === null ? null : passageAt(passage),
    places: places.length === 0 ? none : places.map(passageAt),
    edits: edits.length === 0 ? none : edits.map((edit) => checkedEdit(quotation, edit)),
    remarks: remarks.length === 0 ? none : remarks.map((remark) => checkedRemark(quotation, remark)),
  };
}

function checkedEdit({ reading }: Quotation, { kind, quote, source, quoteSpan, sourceSpan }: Edit): CheckedEdit {
  return { kind, quote: ownText(quote), source: ownText(source), span: originalSpan(reading, quoteSpan), sourceSpan };
}

function checkedRemark({ reading }: Quotation, { rule, span, sourceSpan, skipped }: Remark): CheckedRemark {
  return { rule, span: originalSpan(reading, span), sourceSpan: sourceSpan ?? null, skipped: skipped ?? null };
}

function foundIn(citation: SourcedCitation, judgement: Judgement<LoadedSource> | null): LoadedSource | null {
  return judgement?.other ?? loadedSourceOf(citation);
}

function findingsOfQuote(attached: AttachedQuote, quote: CheckedQuote): readonly DraftFinding[] {
  const { index, citation, judgement, touches, quotation, carried } = attached;
  if (carried !== undefined) return carried.findings.map(knownDraft);
  const isRight = quote.verdict === "exact" || quote.verdict === "equivalent";
  if (isRight && quote.remarks.length === 0) return none;
  return quoteFindings({
    quote,
    index,
    citation,
    looksLikeTitle: !touches && quote.verdict === "absent" && isTitleCase(quotation.reading.text),
    remarks: judgement?.remarks ?? [],
    foundIn: foundIn(citation, judgement),
  });
}

function knownDraft(known: Finding): DraftFinding {
  return { rule: known.rule, args: {}, span: known.span, known };
}

function ignoreScope({ citations }: NoteToCheck, quotes: readonly AttachedQuote[], uncited: readonly number[]) {
  const quotations = new Map<number, readonly number[]>(uncited.map((index) => [index, []]));
  const unchecked = new Set<number>();
  for (const { index, group, judgement } of quotes) {
    quotations.set(
      index,
      group.map((citation) => citation.index),
    );
    if (judgement === null) unchecked.add(index);
  }
  return { citations: citations.flatMap((citation) => citation?.index ?? []), quotations, unchecked };
}

/** In document order, without those that are off, and each place's finding once: reference links share a target. */
function finished(drafts: readonly DraftFinding[], settings: Settings): Finding[] {
  const seen = new Set<string>();
  const findings: Finding[] = [];
  for (const draft of drafts) {
    const finding = levelled(draft, settings);
    if (finding === null) continue;
    const key = `${finding.rule} ${finding.span.start} ${finding.span.end} ${finding.message}`;
    if (seen.has(key)) continue;
    seen.add(key);
    findings.push(finding);
  }
  return findings.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
}
