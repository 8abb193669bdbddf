import type { Span } from "../span.ts";

/** Text that is to be written in place of a span. */
export interface TextEdit {
  readonly span: Span;
  readonly text: string;
}

/** What is to be written in one note. */
export interface NoteEdit {
  readonly uri: string;
  /** Of the text that the spans are offsets of; null for a file on disk. */
  readonly version: number | null;
  readonly text: string;
  readonly lineStarts: Uint32Array;
  /** In document order, none overlapping another. */
  readonly edits: readonly TextEdit[];
}
