/** Pairs of notes and what they depend on, to be looked up from both sides. */
export interface Relation {
  /** Gives a note new keys in place of its old ones. Returns the keys that came into use or went out of it. */
  set(note: string, keys: ReadonlySet<string>): string[];
  notesOf(key: string): ReadonlySet<string>;
  keysOf(note: string): ReadonlySet<string>;
  /** All keys in use. */
  keys(): Iterable<string>;
  readonly keyCount: number;
  has(key: string): boolean;
}

const none: ReadonlySet<string> = new Set();

export function createRelation(): Relation {
  const keysByNote = new Map<string, ReadonlySet<string>>();
  const notesByKey = new Map<string, Set<string>>();

  return {
    set(note, keys) {
      const changed: string[] = [];
      const before = keysByNote.get(note) ?? none;
      // As it is at nearly all keystrokes.
      if (isSame(before, keys)) return changed;
      for (const key of before) {
        if (keys.has(key)) continue;
        const notes = notesByKey.get(key)!;
        notes.delete(note);
        if (notes.size > 0) continue;
        notesByKey.delete(key);
        changed.push(key);
      }
      for (const key of keys) {
        const notes = notesByKey.get(key);
        if (notes !== undefined) notes.add(note);
        else {
          notesByKey.set(key, new Set([note]));
          changed.push(key);
        }
      }
      if (keys.size > 0) keysByNote.set(note, keys);
      else keysByNote.delete(note);
      return changed;
    },
    notesOf: (key) => notesByKey.get(key) ?? none,
    keysOf: (note) => keysByNote.get(note) ?? none,
    keys: () => notesByKey.keys(),
    get keyCount() {
      return notesByKey.size;
    },
    has: (key) => notesByKey.has(key),
  };
}

function isSame(some: ReadonlySet<string>, others: ReadonlySet<string>): boolean {
  if (some.size !== others.size) return false;
  for (const each of some) if (!others.has(each)) return false;
  return true;
}
