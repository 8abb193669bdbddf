import type { Quotation } from "../note/note.ts";
import type { CheckedQuote, Finding } from "./checkedNote.ts";
import type { GroupJudgement } from "./judgeGroup.ts";
import type { SourcedCitation } from "./sourcedCitation.ts";

/** A quotation that turned out to be a quote, with its citations. */
export interface AttachedQuote extends GroupJudgement {
  /** In `Note.quotations`. */
  readonly index: number;
  readonly quotation: Quotation;
  readonly group: readonly SourcedCitation[];
  readonly touches: boolean;
  /** What was found before, where that still holds: nothing was judged then, and the group is not told. */
  readonly carried?: { readonly quote: CheckedQuote; readonly findings: readonly Finding[] };
}

/** What is known of quotations already, by their indexes; null of one that is no quote. */
export type CarriedQuotes = ReadonlyMap<number, AttachedQuote | null>;

/** Nothing is. */
export const noneCarried: CarriedQuotes = new Map();

export interface Attachments {
  /** In document order. */
  readonly quotes: readonly AttachedQuote[];
  /** Indexes of quotations of four words or more that belong to no citation. */
  readonly uncited: readonly number[];
}
