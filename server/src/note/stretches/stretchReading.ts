import type { Citation, IgnoreComment, NoteProblem, Quotation } from "../note.ts";

/** Something about a link definition or a footnote, which may stand anywhere in the note. Labels are normalised. */
export interface Labelled<Thing> {
  readonly label: string;
  readonly of: Thing;
}

/** What was read of a stretch of a note. Spans count from its start, and citations by its own first one. */
export interface StretchReading {
  /** In document order. The destination of a reference has its place in the text that its definition stood in. */
  readonly citations: readonly Citation[];
  /** The citations whose destination is a definition's, and what is wrong with its fragment. */
  readonly references: readonly Labelled<{ readonly citation: number; readonly problem: NoteProblem | null }>[];
  /** In document order, those in titles of definitions left out. */
  readonly quotations: readonly Quotation[];
  /** In document order: what is cited by links whose definition has a title. */
  readonly titled: readonly Labelled<readonly number[]>[];
  /** In document order, those of definitions left out. */
  readonly problems: readonly NoteProblem[];
  readonly ignores: readonly IgnoreComment[];
  /** Whether something was looked for in front of the stretch, or behind it. */
  readonly beyond: { readonly before: boolean; readonly behind: boolean };
}
