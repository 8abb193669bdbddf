import type { CheckedNote } from "../checkedNote.ts";
import type { NoteToCheck } from "../checkNote.ts";
import type { NoteEntry } from "../noteTable.ts";
import { sourcesOf } from "../sourcedCitation.ts";
import type { WorkspaceState } from "../state/state.ts";
import { poolDigest } from "./poolDigest.ts";

export interface CheckToKeep {
  readonly checked: CheckedNote;
  readonly input: NoteToCheck;
  /** Whether quotes were looked for in the sources of all notes. */
  readonly looksElsewhere: boolean;
}

/** Keeps the check of a note for another run, unless the note is open: what is unsaved is nobody's but the editor's. */
export function keep(state: WorkspaceState, entry: NoteEntry, { checked, input, looksElsewhere }: CheckToKeep): void {
  const { keptChecks, documents, store } = state;
  const { input: from, lookedAt } = entry;
  if (keptChecks === null || from === null || lookedAt === null || documents.has(entry.uri)) return;
  const pool = looksElsewhere ? poolDigest(state) : null;
  if (looksElsewhere && pool === null) return;
  const sources = sourcesOf(input.citations);
  keptChecks.keep(checked, { ...lookedAt, input: from, sources, state: store.loaded, pool });
}
