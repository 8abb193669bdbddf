import type { Span } from "../../span.ts";
import type { PreparedSource } from "../prepare.ts";
import { newBudget } from "../stand/places.ts";
import { findStanding } from "../stand/standing.ts";
import { readingsOf } from "../text/readings.ts";

export interface WholePassageOptions {
  /** The passage ends there, or in front of it. */
  readonly end: number;
  /** Of several places the nearest counts. */
  readonly near: number;
}

/**
 * Where all parts of a quote stand in a source, with what its ellipses pass over between them. Null where they stand
 * nowhere so. Offsets are into the prepared text.
 */
export function wholePassage(source: PreparedSource, quote: string, { end, near }: WholePassageOptions): Span | null {
  const options = { within: { start: 0, end }, near, most: 1, budget: newBudget() };
  for (const reading of readingsOf(quote)) {
    const [place] = findStanding(source, reading, options);
    if (place !== undefined) return place.span;
  }
  return null;
}
