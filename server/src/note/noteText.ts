/** A text to be read, of which parts are asked for: a string, or what has no need to be one. */
export interface NoteText {
  readonly length: number;
  slice(start: number, end: number): string;
  /** How many units it surely has in common with an earlier text, at both ends. */
  readonly sharedWith?: ((before: NoteText) => SharedEnds) | undefined;
}

export interface SharedEnds {
  readonly front: number;
  readonly back: number;
}

/** What two texts are known to have in common without being compared. They may have more. */
export function sharedEnds(text: NoteText, before: NoteText | null): SharedEnds {
  const { front, back } = (before && text.sharedWith?.(before)) ?? { front: 0, back: 0 };
  return { front, back: Math.min(back, text.length - front) };
}
