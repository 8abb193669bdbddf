import type { Span } from "../../span.ts";
import type { Finding } from "../checkedNote.ts";
import type { TextEdit } from "../noteEdit.ts";

/** What a fix does; one file each in `candidates`. */
export type FixKind =
  | "replace-words"
  | "replace-quote"
  | "mark-omission"
  | "bracket-change"
  | "fill-ellipsis"
  | "reorder-parts"
  | "replace-bracket"
  | "remove-hidden"
  | "cite-lines"
  | "extend-lines"
  | "cite-other-source"
  | "choose-place"
  | "add-lines"
  | "fix-range"
  | "choose-file"
  | "bracket-path"
  | "remove-comment"
  | "insert-quotation"
  | "ignore";

/** A change of a note that heals a finding: what is offered to a person. */
export interface Fix {
  readonly kind: FixKind;
  /** One label, in the language of the person. May hold words of notes and sources. */
  readonly title: string;
  /** In the note's text, in order. The rest of the note stays as it is. */
  readonly edits: readonly TextEdit[];
  /** Whether it is the one that most people want. Of the fixes of a finding one at most is. */
  readonly preferred: boolean;
  /** Whether it only puts right where the citation leads in its own source, never words, so that nobody needs to look. */
  readonly safe: boolean;
  /** What to select once it is made, in the text that results; null where there is nothing to write. */
  readonly select: Span | null;
  /** Null for what is no repair. */
  readonly finding: Finding | null;
}

/** One way to write a fix. */
export interface Way {
  readonly edits: readonly TextEdit[];
  /** In the text that results. */
  readonly select?: Span;
}

/** A fix that may be right: the first of its ways is offered that a check finds nothing wrong with, or none. */
export interface Candidate {
  readonly kind: FixKind;
  readonly title: string;
  readonly ways: readonly Way[];
  /** As {@link Fix.preferred}, if it is the first that may be. */
  readonly natural?: boolean;
  readonly safe?: boolean;
  /** A quote that begins in this span of the note's text has to be right when it is made. */
  readonly right?: Span;
}
