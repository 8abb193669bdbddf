/** What two texts of one source have in common. */
export interface SourceChange {
  /** The revision of the earlier text. */
  readonly from: number;
  readonly fromLength: number;
  /** How many UTF-16 units are the same at the beginning, … */
  readonly prefix: number;
  /** … and at the end, without those. */
  readonly suffix: number;
}

/** Texts further back are no longer told of. */
const mostChanges = 64;

interface Text {
  readonly revision: number;
  readonly text: string;
  readonly changes: readonly SourceChange[];
}

/** How a text differs from the one before it, and from those that this one tells of. Linear in what is the same. */
export function changesFrom(before: Text, text: string): readonly SourceChange[] {
  const shorter = Math.min(before.text.length, text.length);
  let prefix = 0;
  while (prefix < shorter && before.text.charCodeAt(prefix) === text.charCodeAt(prefix)) prefix++;
  let suffix = 0;
  const ends = [before.text.length - 1, text.length - 1];
  while (suffix < shorter - prefix && before.text.charCodeAt(ends[0] - suffix) === text.charCodeAt(ends[1] - suffix)) {
    suffix++;
  }
  const last = { from: before.revision, fromLength: before.text.length, prefix, suffix };
  const earlier = before.changes.slice(0, mostChanges - 1).map((change) => ({
    ...change,
    prefix: Math.min(change.prefix, prefix),
    suffix: Math.min(change.suffix, suffix),
  }));
  return [last, ...earlier];
}
