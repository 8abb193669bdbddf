/** A quote as the note gives it. */
export interface QuoteInput {
  /** The quotation as a reader sees it: without Markdown, without its outer marks. Spans of edits are offsets into it. */
  readonly text: string;
  /** Whether Markdown emphasis was read away. */
  readonly emphasis: boolean;
  readonly kind: "inline" | "block";
}
