import type { Note } from "../note/note.ts";
import { asWritten } from "./asWritten.ts";
import type { AttachedQuote, Attachments, Found } from "./attachments.ts";
import type { JudgeGroupOptions } from "./judgeGroup.ts";
import type { SourcedCitation } from "./sourcedCitation.ts";

/** Which quotations of a part of a note are quotes, and what they were judged to be, wherever the part stands. */
export interface KnownPart {
  readonly elisionMaxWords: number;
  /** Of its citations, when that was found out. */
  readonly sources: readonly (Pick<SourcedCitation, "uri" | "source"> | null)[];
  readonly quotes: readonly KnownQuote[];
  /** As `Attachments.uncited`, counted from the first of the part. */
  readonly uncited: readonly number[];
}

/** An {@link AttachedQuote}, with indexes that count from the first quotation and citation of the part. */
interface KnownQuote extends Pick<AttachedQuote, "touches" | "judgement"> {
  readonly index: number;
  readonly group: readonly number[];
  readonly citation: number;
  readonly isWritten: boolean;
}

/** Where a part is in its note by now. */
export interface PartPlace {
  /** Index of its first quotation. */
  readonly quotation: number;
  readonly citations: readonly (SourcedCitation | null)[];
}

/** What is to be known of a part in which this was found. */
export function knownPart(
  { quotations }: Note,
  { quotes, uncited }: Attachments,
  { quotation: first, citations }: PartPlace,
  { elisionMaxWords }: JudgeGroupOptions,
): KnownPart {
  return {
    elisionMaxWords,
    sources: citations.map((citation) => citation && { uri: citation.uri, source: citation.source }),
    quotes: quotes.map(({ index, group, citation, touches, quotation, judgement }) => ({
      index: index - first,
      group: group.map((each) => citations.indexOf(each)),
      citation: citations.indexOf(citation),
      isWritten: quotation !== quotations[index],
      touches,
      judgement,
    })),
    uncited: uncited.map((index) => index - first),
  };
}

/** Whether the same would be found again: a part of a note is the same by itself, its sources need not be. */
export function holdsStill(
  { elisionMaxWords, sources }: KnownPart,
  { citations }: PartPlace,
  options: JudgeGroupOptions,
): boolean {
  return (
    elisionMaxWords === options.elisionMaxWords &&
    citations.every((citation, i) => {
      const before = sources[i];
      return citation === null || before === null
        ? citation === before
        : citation.source === before.source && citation.uri === before.uri;
    })
  );
}

/** Adds what is known of a part to what was found of those before. */
export function attachAgain(
  { quotations }: Note,
  known: KnownPart,
  { quotation: first, citations }: PartPlace,
  { quotes, uncited }: Found,
): void {
  for (const { index, group, citation, isWritten, touches, judgement } of known.quotes) {
    const quotation = quotations[first + index];
    quotes.push({
      index: first + index,
      quotation: isWritten ? (asWritten(quotation) ?? quotation) : quotation,
      group: group.map((each) => citations[each]!),
      citation: citations[citation]!,
      touches,
      judgement,
    });
  }
  for (const index of known.uncited) uncited.push(first + index);
}
