import type { Citation, Note, Quotation } from "../note/note.ts";
import type { EditKind, PermittedChange, Verdict } from "../quote/judgement.ts";
import type { RuleId, Severity } from "../rules.ts";
import type { LineRange, Span } from "../span.ts";

/** A note with everything that checking it found: what the features, the command line and JSON are made from. */
export interface CheckedNote {
  readonly uri: string;
  /** The version of the open document that was checked; null for a file on disk. */
  readonly version: number | null;
  readonly text: string;
  readonly lineStarts: Uint32Array;
  readonly note: Note;
  /** In document order. Links that turned out to be no citations (a whole file without a quote) are not among them. */
  readonly citations: readonly CheckedCitation[];
  /** Quotations of four words or more that no rule attached. */
  readonly uncited: readonly Quotation[];
  /** In document order, ignored ones and those of rules that are off left out. */
  readonly findings: readonly Finding[];
  /** Of a note that is checked again and again: the same, part by part. Not copied by `...`. */
  readonly inParts?: CheckedParts;
}

/** What was found in a note, part by part. */
export interface CheckedParts {
  readonly parts: readonly CheckedPart[];
  /** Where each part begins, 0-based. */
  readonly places: readonly PartPlace[];
  /** What is found about citations of other parts: at the index of a part, the span counted from its start. */
  readonly outside: readonly { readonly part: number; readonly finding: Finding }[];
}

/** The same object as long as all of it is the same, wherever it stands. */
export interface CheckedPart {
  /** The part as a small note of its own, in which spans count from its start. Citations of other parts that it quotes are in it, too. */
  readonly checked: CheckedNote;
  /** How many citations are its own. */
  readonly citationCount: number;
  /** Whether other parts may use its definitions, or cite what its footnotes do. */
  readonly lends: boolean;
  /** Citations of its note about which more may be found than its findings say. */
  readonly unsure: ReadonlySet<Citation>;
}

export interface PartPlace {
  readonly line: number;
  readonly character: number;
}

export interface CheckedCitation {
  readonly citation: Citation;
  /** Where the path leads, whether or not anything is there; null where it leads nowhere that may be named. */
  readonly sourceUri: string | null;
  /** The cited lines' text (without the last line end) in the source; null where the source or the lines cannot be had. */
  readonly cited: Span | null;
  /** The quotes that this citation answers for, in document order. A quote of a group stands at one citation only. */
  readonly quotes: readonly CheckedQuote[];
}

export interface CheckedQuote {
  readonly quotation: Quotation;
  readonly verdict: Verdict;
  readonly changes: readonly PermittedChange[];
  /** Where the quote was found; null where it was not. */
  readonly passage: Passage | null;
  /** With `ambiguous`: every place. Otherwise empty. */
  readonly places: readonly Passage[];
  readonly edits: readonly CheckedEdit[];
  /** Whatever the settings and comments say of their rules. */
  readonly remarks: readonly CheckedRemark[];
}

export interface Passage {
  readonly uri: string;
  /** In that source's text. */
  readonly span: Span;
  readonly lines: LineRange;
}

export interface CheckedEdit {
  readonly kind: EditKind;
  readonly quote: string;
  readonly source: string;
  /** In the note's text. */
  readonly span: Span;
  /** In the source's text. */
  readonly sourceSpan: Span;
}

/** What was found about a quote beside its verdict: of an ellipsis, a bracket, hidden characters. */
export interface CheckedRemark {
  readonly rule: RuleId;
  /** In the note's text. */
  readonly span: Span;
  /** In the source's text, where there is something to show. */
  readonly sourceSpan: Span | null;
  /** Of an ellipsis: what it skips, in the source's text. */
  readonly skipped: Span | null;
}

export interface Finding {
  readonly rule: RuleId;
  readonly severity: Severity;
  /** In the note's text. */
  readonly span: Span;
  readonly message: string;
  /** Places in sources that explain the finding. */
  readonly related: readonly { readonly uri: string; readonly span: Span; readonly message: string }[];
  /** Indexes into `CheckedNote.note`, where the finding is about one. */
  readonly citation: number | null;
  readonly quotation: number | null;
}
