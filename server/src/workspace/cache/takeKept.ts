import { prepareCitations } from "../check/prepare.ts";
import { isBeside } from "../check/reach.ts";
import { show } from "../check/standing.ts";
import { unfoundOf } from "../elsewhere.ts";
import type { NoteEntry } from "../noteTable.ts";
import type { WorkspaceState } from "../state/state.ts";
import { poolDigest } from "./poolDigest.ts";

/** Shows what was kept of an earlier check. Returns whether the note is to be judged, for other sources have changed. */
export async function takeKept(
  state: WorkspaceState,
  entry: NoteEntry,
  { checked, pool: poolThen }: NonNullable<NoteEntry["kept"]>,
): Promise<boolean> {
  const { uri, parsed } = entry;
  const isUpToDate = poolThen === null || poolThen === poolDigest(state);
  if (!isUpToDate && parsed !== null && !isBeside(state, uri)) {
    entry.kept = null;
    await prepareCitations(state, entry, parsed);
    return true;
  }
  state.unfound.set(uri, poolThen === null ? [] : unfoundOf(checked));
  state.toLookAgain.delete(uri);
  state.table.unmark(entry);
  if (!isBeside(state, uri)) show(state, entry, checked);
  return false;
}
