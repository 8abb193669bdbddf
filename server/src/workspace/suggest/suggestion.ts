import type { LineRange, Span } from "../../span.ts";

/** Something that could be written at the cursor. Spans are offsets into the note. */
export interface Suggestion {
  readonly kind: "file" | "lines" | "quotation";
  /** What is suggested, in words of the files themselves: nothing is escaped or written out. */
  readonly label: string;
  /** How much of the label, in units, the person has typed: of a `quotation` only. */
  readonly given: number;
  /** The text of the lines, for `lines`. */
  readonly text: string;
  /** What would be cited. */
  readonly source: CitedSource;
  /** Who cites the file, of the notes that were checked; null for what is no `file`. */
  readonly citedBy: "this note" | "other notes" | "nobody" | null;
  /** What is written in place of what stands there. */
  readonly edit: SuggestedEdit;
  /** What has to be written elsewhere with it: the lines of a citation that is there. */
  readonly also: readonly { readonly span: Span; readonly text: string }[];
  /** What the person may type to find it; begins with what stands between the edit's start and the cursor. */
  readonly filter: string;
  readonly isPreferred: boolean;
}

export interface CitedSource {
  readonly uri: string;
  /** Null for the whole file. */
  readonly lines: LineRange | null;
  /** In the source's text, where there is a passage to show. */
  readonly passage: Span | null;
}

export interface SuggestedEdit {
  readonly text: string;
  /** From the edit's start to the cursor. */
  readonly typed: Span;
  /** The same, with what follows the cursor of the old text. */
  readonly whole: Span;
  /** Whether what follows has to go: a closing mark that is part of `text`. */
  readonly isWhole: boolean;
}

/** Best first. */
export interface Suggestions {
  readonly items: readonly Suggestion[];
  /** Whether there are more, which further typing will bring. */
  readonly isIncomplete: boolean;
}

export const noSuggestions: Suggestions = { items: [], isIncomplete: false };

/** No list is longer. */
export const mostSuggestions = 50;
