/** A part of the notes: several workspaces, each in a thread, can check a notebook together. */
export interface NoteShare {
  /** Whether the note is of this part. */
  isOwn(noteUri: string): boolean;
  /** Tells what the notes of this part cite, and learns what those of all parts do. */
  exchange(own: Citings): Promise<Citings>;
}

/**
 * Sources that can be quoted from, by the URI of a note that cites them. A source need not be there with every note that
 * cites it: one is enough to look for words in it.
 */
export type Citings = ReadonlyMap<string, readonly string[]>;

/** What notes are sorted into, whoever does: a part is of one share, and of one file of a cache. */
export const partCount = 64;

/** Which part a note is of, from 0; this follows from its URI alone. */
export function partOf(noteUri: string): number {
  return hash(noteUri) % partCount;
}

/** One of so many shares of about the same size. */
export function shareOf(share: number, shares: number, exchange: NoteShare["exchange"]): NoteShare {
  return { isOwn: (noteUri) => partOf(noteUri) % shares === share, exchange };
}

/** Of two notes that cite a source the first counts. */
export function mergeCitings(parts: readonly Citings[]): Citings {
  const seen = new Set<string>();
  const merged = new Map<string, readonly string[]>();
  for (const [note, sources] of parts.flatMap((part) => [...part])) {
    const fresh = sources.filter((source) => !seen.has(source));
    for (const source of fresh) seen.add(source);
    if (fresh.length > 0) merged.set(note, fresh);
  }
  return merged;
}

/** FNV-1a, of UTF-16 units. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193);
  return value >>> 0;
}
