import { type Fingerprint, gramsOf, mayHold } from "./locate/fingerprint.ts";
import { longestStretch } from "./locate/partMeasures.ts";
import { readingsOf } from "./text/readings.ts";

/** What a source must have in which a quote stands: for each way to read the quote, grams of all of its parts. */
export type Trace = readonly Int32Array[];

/** The trace of a quote with this text. O(its length). */
export function traceOf(text: string): Trace {
  return readingsOf(text)
    .filter(({ parts }) => parts.length > 0)
    .map(({ parts }) => Int32Array.from(parts.flatMap((part) => [...gramsOf(longestStretch(part).units)])));
}

/** Whether the quote may stand in the source, exact or equivalent. Never says no where it does. */
export function mayStandIn(trace: Trace, source: Fingerprint): boolean {
  return trace.some((grams) => mayHold(source, grams));
}
