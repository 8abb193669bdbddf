import type { CheckedNote } from "./checkedNote.ts";

/** Checked notes in URI order, kept so while some of them change. */
export interface NoteList {
  /** Null for a note that is gone. */
  put(uri: string, checked: CheckedNote | null): void;
  /** Another array after every change. Linear in the notes where few have changed since the last call, without comparing them. */
  all(): readonly CheckedNote[];
}

/** Above this share of the notes it is quicker to sort them all. */
const mostChangedShare = 1 / 16;

export function createNoteList(): NoteList {
  const notes = new Map<string, CheckedNote>();
  const changed = new Set<string>();
  let sorted: readonly CheckedNote[] = [];

  function update(): readonly CheckedNote[] {
    if (changed.size > notes.size * mostChangedShare) {
      return [...notes.values()].sort((a, b) => (a.uri < b.uri ? -1 : 1));
    }
    const updated = [...sorted];
    for (const uri of changed) {
      const index = firstFrom(updated, uri);
      const isKnown = updated[index]?.uri === uri;
      updated.splice(index, isKnown ? 1 : 0, ...(notes.has(uri) ? [notes.get(uri)!] : []));
    }
    return updated;
  }

  return {
    put(uri, checked) {
      if (checked === null) notes.delete(uri);
      else notes.set(uri, checked);
      changed.add(uri);
    },
    all() {
      if (changed.size > 0) sorted = update();
      changed.clear();
      return sorted;
    },
  };
}

function firstFrom(sorted: readonly CheckedNote[], uri: string): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (sorted[middle].uri < uri) low = middle + 1;
    else high = middle;
  }
  return low;
}
