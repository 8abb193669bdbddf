import { createUnion, type Exchange, type Things, type Union } from "./union.ts";

/** Pairs of notes and what they depend on, to be looked up from both sides. */
export interface Relation {
  /** Gives a note new keys in place of its old ones. Returns the keys that came into use or went out of it. */
  set(note: string, keys: ReadonlySet<string>): string[];
  /** The same of keys in lists, of which only those are looked at that it was not given last: {@link Union.update}. */
  setLists(note: string, lists: readonly Iterable<string>[]): string[];
  notesOf(key: string): ReadonlySet<string>;
  /** Not to be kept: they may change. */
  keysOf(note: string): Things<string>;
  /** All keys in use. */
  keys(): Iterable<string>;
  readonly keyCount: number;
  has(key: string): boolean;
}

const none: ReadonlySet<string> = new Set();

export function createRelation(): Relation {
  const keysByNote = new Map<string, Things<string>>();
  /** Of notes whose keys were given in lists. */
  const unions = new Map<string, Union<string>>();
  const notesByKey = new Map<string, Set<string>>();

  function exchange(note: string, { came, went }: Exchange<string>): string[] {
    const changed: string[] = [];
    for (const key of went) {
      const notes = notesByKey.get(key)!;
      notes.delete(note);
      if (notes.size > 0) continue;
      notesByKey.delete(key);
      changed.push(key);
    }
    for (const key of came) {
      const notes = notesByKey.get(key);
      if (notes !== undefined) notes.add(note);
      else {
        notesByKey.set(key, new Set([note]));
        changed.push(key);
      }
    }
    return changed;
  }

  function replace(note: string, keys: Things<string>): string[] {
    const before = keysByNote.get(note) ?? none;
    keysByNote.set(note, keys);
    return exchange(note, { came: without(keys, before), went: without(before, keys) });
  }

  return {
    set(note, keys) {
      unions.delete(note);
      const changed = replace(note, keys);
      if (keys.size === 0) keysByNote.delete(note);
      return changed;
    },
    setLists(note, lists) {
      const known = unions.get(note);
      if (known !== undefined) return exchange(note, known.update(lists));
      const union = createUnion<string>();
      union.update(lists);
      unions.set(note, union);
      return replace(note, union.all);
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

function without(keys: Things<string>, others: Things<string>): string[] {
  const rest: string[] = [];
  for (const key of keys.keys()) if (!others.has(key)) rest.push(key);
  return rest;
}
