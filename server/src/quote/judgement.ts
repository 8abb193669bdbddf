import type { MessageArguments, RuleId } from "../rules.ts";
import type { Span } from "../span.ts";

/** What checking one quote found, in the design's words. `unchecked`: the source could not be read. */
export type Verdict = "exact" | "equivalent" | "moved" | "ambiguous" | "altered" | "elsewhere" | "absent" | "unchecked";

/** A difference that the conventions of quoting allow, silently. */
export type PermittedChange =
  | "whitespace"
  | "quote-marks"
  | "dashes"
  | "ellipsis"
  | "brackets"
  | "sic"
  | "emphasis"
  | "initial-case"
  | "final-punctuation"
  | "unicode-form"
  | "ligature"
  | "hyphenation"
  | "invisible";

export type EditKind =
  | "number"
  | "negation"
  | "modal"
  | "word"
  | "omission"
  | "insertion"
  | "order"
  | "spelling"
  | "case"
  | "diacritic"
  | "punctuation";

/** One word-level difference that the conventions of quoting do not allow. */
export interface Edit {
  readonly kind: EditKind;
  /** The quote's words, as written; empty where words were left out. */
  readonly quote: string;
  /** The source's words, as written; empty where words were added. */
  readonly source: string;
  /**
   * Where, in the quotation's reading: the words that differ. For an omission, the words on either side of the gap.
   */
  readonly quoteSpan: Span;
  /** Where, in the source's text. For an insertion, the words on either side of the place. */
  readonly sourceSpan: Span;
}

/** A finding about a quote beside its verdict: an elision, a bracket, hidden characters. */
export interface Remark {
  readonly rule: RuleId;
  readonly variant?: string;
  /** In the quotation's reading. */
  readonly span: Span;
  /** In the source's text, where there is something to show. */
  readonly sourceSpan?: Span;
  /** Of an ellipsis: what it skips, in the source's text. */
  readonly skipped?: Span;
  readonly args: MessageArguments;
}

/** What a quote was found to be. `Key` names one of the other sources that were looked at. */
export interface Judgement<Key = string> {
  readonly verdict: Exclude<Verdict, "unchecked">;
  /** Each at most once, in the order of {@link PermittedChange}. */
  readonly changes: readonly PermittedChange[];
  /** Where the quote was found, in the text of the source (with `elsewhere`: of the other source). */
  readonly passage: Span | null;
  /** With `ambiguous`: every place in document order, the passage among them. Otherwise empty. */
  readonly places: readonly Span[];
  /** With `elsewhere`: the other source. Otherwise null. */
  readonly other: Key | null;
  readonly edits: readonly Edit[];
  readonly remarks: readonly Remark[];
}
