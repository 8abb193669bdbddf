import type { Fingerprint } from "../quote/locate/fingerprint.ts";
import { mayStandIn, type Trace } from "../quote/trace.ts";

/** A quote that is not in its own sources, and the other one that it was found in, if there is one. */
export interface Unfound {
  readonly trace: Trace;
  readonly foundIn: string | null;
  /** In the note's quotations. */
  readonly quotation?: number;
}

/** Which quotes of which notes have to be looked for again when another source changes. */
export interface UnfoundTable {
  set(note: string, quotes: readonly Unfound[]): void;
  of(note: string): readonly Unfound[];
  /** The notes with a quote that may stand in the source now, or was found in it. Linear in all unfound quotes. */
  touchedBy(uri: string, fingerprint: () => Fingerprint | null): string[];
}

export function createUnfoundTable(): UnfoundTable {
  const notes = new Map<string, readonly Unfound[]>();
  return {
    set(note, quotes) {
      if (quotes.length > 0) notes.set(note, quotes);
      else notes.delete(note);
    },
    of: (note) => notes.get(note) ?? [],
    touchedBy(uri, fingerprint) {
      if (notes.size === 0) return [];
      const now = fingerprint();
      const isTouched = ({ trace, foundIn }: Unfound) => foundIn === uri || (now !== null && mayStandIn(trace, now));
      return [...notes].flatMap(([note, quotes]) => (quotes.some(isTouched) ? note : []));
    },
  };
}
