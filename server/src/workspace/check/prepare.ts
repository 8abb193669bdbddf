import { isSameText } from "../../source/piecedText.ts";
import { recall } from "../cache/recall.ts";
import { loadCitations } from "../loadCitations.ts";
import type { NoteEntry } from "../noteTable.ts";
import { loadParts } from "../parts/loadParts.ts";
import { partMemoFor } from "../parts/partMemo.ts";
import { noteInParts } from "../parts/wholeCheck.ts";
import { backgroundPause, createPause, noPause } from "../pause.ts";
import { longText, type ParsedNote, parsedAgain, parsedInTurns, readNoteFile } from "../readNote.ts";
import { sourcesOf } from "../sourcedCitation.ts";
import type { WorkspaceState } from "../state/state.ts";
import { drop, putInPool, putPartsInPool } from "./standing.ts";

/**
 * The first step of a check: reads and parses the note where it changed, and loads its sources. Leaves the note marked
 * where it was overtaken.
 */
export async function prepare(state: WorkspaceState, entry: NoteEntry): Promise<void> {
  const { fileSystem, documents } = state;
  const { uri } = entry;
  const isOvertaken = state.table.overtaking(entry);
  if (isOvertaken()) return;
  if (!state.inventory.isNote(uri)) return drop(state, entry);
  if (entry.mark === "text" || entry.parsed === null) {
    const open = documents.get(uri);
    const file = open === undefined ? await readNoteFile(fileSystem, uri, state.keepText) : null;
    // Of all files that were read meanwhile one is dealt with at a time.
    if (open === undefined) await backgroundPause();
    if (isOvertaken()) return;
    entry.input = (file && state.keptChecks?.inputOf(file.bytes)) ?? null;
    const held = file?.held ?? open!.text;
    const memo = state.memos.get(uri);
    // A long note would else be read as a whole once more at the first keystroke.
    const isToBeEdited = memo?.parse === null && held.length > longText;
    if (entry.parsed === null || isToBeEdited || !isSameText(entry.parsed.held, held)) {
      if (entry.input !== null && (await recall(state, entry, { input: entry.input, held }))) return;
      if (isOvertaken()) return;
      state.onWork({ kind: "parse", uri });
      const parsed = await (memo === undefined
        ? parsedInTurns(held, backgroundPause, isOvertaken)
        : parsedAgain(held, memo, createPause()));
      if (parsed === null || isOvertaken()) return;
      entry.parsed = parsed;
    }
    entry.version = open?.version ?? null;
    entry.mark = "sources";
  }
  await prepareCitations(state, entry, entry.parsed);
}

/** Loads what the note cites, after which its quotes can be judged. */
export async function prepareCitations(state: WorkspaceState, entry: NoteEntry, parsed: ParsedNote): Promise<void> {
  const { roots, settings, inventory, store, dependencies, table, documents } = state;
  const { uri, version } = entry;
  const isOvertaken = table.overtaking(entry);
  const options = {
    noteUri: uri,
    roots,
    sourceRoots: settings.sourceRoots,
    inventory,
    store,
    isOvertaken,
    pause: documents.has(uri) ? noPause : backgroundPause,
  };
  const { parts } = parsed;
  const memo = state.memos.get(uri);
  if (parts !== undefined && memo !== undefined) {
    const depend = (keys: readonly Iterable<string>[]) => void dependencies.setLists(uri, keys);
    const partMemo = partMemoFor(memo, { noteUri: uri, roots, settings });
    const loaded = await loadParts(parts, partMemo, { ...options, depend });
    if (loaded === null || isOvertaken()) return;
    entry.ready = noteInParts({ uri, version, ...parsed }, loaded);
    entry.lookedAt = null;
    return putPartsInPool(state, uri, loaded.parts);
  }
  const depend = (keys: ReadonlySet<string>) => void dependencies.set(uri, keys);
  const loaded = await loadCitations({ ...options, note: parsed.note, depend });
  if (loaded === null || isOvertaken()) return;
  const { citations, files, names } = loaded;
  entry.ready = { uri, version, held: parsed.held, note: parsed.note, citations };
  entry.lookedAt = { files, names };
  putInPool(state, uri, sourcesOf(citations));
}
