import type { Note } from "../note/note.ts";
import type { LookedAt } from "./cache/keptChecks.ts";
import type { CheckedNote } from "./checkedNote.ts";
import type { NoteToCheck } from "./checkNote.ts";
import type { ParsedNote } from "./readNote.ts";
import type { Settings } from "./settings.ts";

/** A note as far as it has been checked. */
export interface NoteEntry {
  readonly uri: string;
  /** Counts the marks, so that work can tell whether it was overtaken. */
  generation: number;
  /** What changed since it was checked: its text, or only what it depends on. */
  mark: "text" | "sources" | null;
  version: number | null;
  parsed: ParsedNote | null;
  /** What its file was read from, for what is kept of its check; null of an open document. */
  input: string | null;
  /** What was looked at for its citations. */
  lookedAt: LookedAt | null;
  /** An earlier check that may hold, and the sources of all notes that it was made with, where it looked at them. */
  kept: { readonly checked: CheckedNote; readonly pool: string | null } | null;
  /** Its sources are at hand, and its quotes are to be judged. */
  ready: NoteToCheck | null;
  /** What `checked` was made from. */
  judged: JudgedFrom | null;
  checked: CheckedNote | null;
  /** The work that is being done on it. */
  working: Promise<void> | null;
}

/** What tells one check from another, without keeping the sources. */
export interface JudgedFrom {
  readonly note: Note;
  readonly version: number | null;
  readonly settings: Settings;
  /** The revision of each citation's source; null where it has none. */
  readonly revisions: readonly (number | null)[];
  /** Of a note that was judged in parts, these, in place of the revisions. */
  readonly parts: readonly object[] | null;
}

/** All notes that were met, and which of them have to be looked at. */
export interface NoteTable {
  readonly entries: ReadonlyMap<string, NoteEntry>;
  readonly marked: ReadonlySet<NoteEntry>;
  /** How often something was marked. */
  readonly marks: number;
  /** Says that the note changed, or what it depends on. */
  mark(uri: string, what: "text" | "sources"): void;
  /** Says that what was marked has been dealt with. */
  unmark(entry: NoteEntry): void;
  remove(entry: NoteEntry): void;
  /** A test of whether the note was marked again or removed since now. */
  overtaking(entry: NoteEntry): () => boolean;
}

export function createNoteTable(): NoteTable {
  const entries = new Map<string, NoteEntry>();
  const marked = new Set<NoteEntry>();
  let marks = 0;

  function unmark(entry: NoteEntry): void {
    entry.mark = null;
    entry.ready = null;
    entry.kept = null;
    marked.delete(entry);
  }

  return {
    entries,
    marked,
    get marks() {
      return marks;
    },
    mark(uri, what) {
      const entry = entries.get(uri) ?? newEntry(uri);
      entries.set(uri, entry);
      entry.generation++;
      marks++;
      entry.ready = null;
      entry.kept = null;
      if (entry.mark !== "text") entry.mark = what;
      marked.add(entry);
    },
    unmark,
    remove(entry) {
      unmark(entry);
      entries.delete(entry.uri);
    },
    overtaking(entry) {
      const { generation } = entry;
      return () => entry.generation !== generation || entries.get(entry.uri) !== entry;
    },
  };
}

function newEntry(uri: string): NoteEntry {
  return {
    uri,
    generation: 0,
    mark: null,
    version: null,
    parsed: null,
    input: null,
    lookedAt: null,
    kept: null,
    ready: null,
    judged: null,
    checked: null,
    working: null,
  };
}
