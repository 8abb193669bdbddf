/**
 * The port to what is kept of checks from one run to the next. It may forget anything at any time. What comes out of it
 * is not trusted: it may be what somebody else put there.
 */
export interface CheckCache {
  /** Short text that no two texts or files have in common. */
  digest(content: Uint8Array | string): string;
  /** What was kept for the note; null where nothing was. */
  read(noteUri: string): string | null;
  write(noteUri: string, record: string): void;
}
