import type { Quotation } from "../note/note.ts";
import type { GroupJudgement } from "./judgeGroup.ts";
import type { SourcedCitation } from "./sourcedCitation.ts";

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
