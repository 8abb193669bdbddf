/** The marks that quotations are written in: for finding them in notes, and for telling them from words. */

export interface MarkPair {
  readonly open: string;
  /** Any of these closes it. */
  readonly close: string;
  /** Marks of this kind are apostrophes too. */
  readonly single: boolean;
}

/** Marks that look the same on both sides are pairs of their own: their place decides what they are. */
export const markPairs: readonly MarkPair[] = [
  { open: "“", close: "”", single: false },
  { open: "„", close: "“”", single: false },
  { open: "”", close: "”", single: false },
  { open: '"', close: '"', single: false },
  { open: "«", close: "»", single: false },
  { open: "»", close: "«", single: false },
  { open: "「", close: "」", single: false },
  { open: "『", close: "』", single: false },
  { open: "‘", close: "’", single: true },
  { open: "‚", close: "‘’", single: true },
  { open: "'", close: "'", single: true },
  { open: "‹", close: "›", single: true },
  { open: "›", close: "‹", single: true },
];

/** Every mark there is, single ones included. */
export const quoteMarks = "“”„\"«»「」『』‘’‚'‹›";

/** Marks that never stand for an apostrophe. */
export const doubleMarks = '“”„"«»「」『』';
