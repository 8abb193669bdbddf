import type { MessageArguments, RuleId } from "../rules.ts";
import type { LineRange, Span } from "../span.ts";
import type { Reading } from "./reading.ts";

/** A Markdown document read into its citations and quotations. All spans are offsets into the note's text. */
export interface Note {
  /** In document order. */
  readonly citations: readonly Citation[];
  /** In document order, those without a citation included. */
  readonly quotations: readonly Quotation[];
  readonly problems: readonly NoteProblem[];
  readonly ignores: readonly IgnoreComment[];
}

export type CitationForm = "inline" | "reference" | "wikilink";

export interface Citation {
  /** The whole link, brackets included; for a footnote the link inside its definition. */
  readonly span: Span;
  readonly form: CitationForm;
  /** The destination as written, path and fragment: for a reference link it stands in the definition. */
  readonly target: Span;
  /** The fragment with its `#`, or null. */
  readonly fragment: Span | null;
  /** Decoded, with `/` between folders: relative to the note, or to the workspace folder when it starts with `/`. */
  readonly path: string;
  /** The cited lines; null where the link has no fragment or one that is invalid. */
  readonly lines: LineRange | null;
  /** 1-based columns of the fragment, where it names any: the end column is the one behind the last character. */
  readonly columns: { readonly start: number; readonly end: number } | null;
}

/** How a quote was attached: the four rules of the design, in their order. */
export type AttachmentRule = "link-text" | "link-title" | "sentence" | "block-quote";

/** Words in a note given as somebody's own. With candidates it is a quote; without, a quotation that nothing cites. */
export interface Quotation {
  /** The words inside the marks. */
  readonly span: Span;
  /** With the marks. Equal to `span` for a block quote without a pair around it. */
  readonly marked: Span;
  readonly reading: Reading;
  /** The same with its markup kept as words, where it has any: the source may be markup itself. */
  readonly written?: Reading | undefined;
  /** Whether Markdown emphasis was read away. */
  readonly emphasis: boolean;
  readonly rule: AttachmentRule;
  /**
   * Whom the quotation may belong to, best first. Of several the one whose lines hold the quote is to be taken, else one
   * whose source has something like it, else the first.
   */
  readonly candidates: readonly Candidate[];
}

export interface Candidate {
  /** Indexes into `Note.citations`: a group, in which a match in one is enough. */
  readonly citations: readonly number[];
  /** Holds at any length. Where false, a quote under four words counts only where it stands exact or equivalent. */
  readonly touches: boolean;
}

/** What is wrong with the note itself, whatever its sources say. */
export interface NoteProblem {
  readonly rule: RuleId;
  readonly variant?: string;
  readonly span: Span;
  readonly args: MessageArguments;
  /** Index of the citation that the problem is about, where there is one. */
  readonly citation?: number;
}

/** `<!-- verbatim-ignore-next RULE: reason -->` */
export interface IgnoreComment {
  readonly span: Span;
  /** As written: it may name no rule that exists. */
  readonly rule: string;
  readonly reason: string;
}
