import type { Part } from "../text/parse.ts";
import type { Stretch } from "../text/stretch.ts";

/**
 * One step of an alignment: elements `quote` of the part and words `source` of the stretch stand for each other. Both
 * are half-open ranges of indexes; an empty one says that words were added or left out.
 */
export interface Step {
  readonly type: "same" | "changed" | "bracket";
  readonly quoteFrom: number;
  readonly quoteTo: number;
  readonly sourceFrom: number;
  readonly sourceTo: number;
}

export interface Alignment {
  /** In order; they cover the part's elements without a gap, and the source's words from first to last step. */
  readonly steps: readonly Step[];
  readonly cost: number;
}

/** A part of a quote aligned with a stretch of its source. */
export interface AlignedPart {
  readonly quoteText: string;
  readonly part: Part;
  readonly stretch: Stretch;
  readonly alignment: Alignment;
}
