import type { Citings, NoteShare } from "../noteShare.ts";
import type { SourcePool } from "../sourcePool.ts";
import type { LoadedSource } from "../sources.ts";
import type { WorkspaceState } from "../state/state.ts";
import { reachOf } from "../target.ts";
import { putInPool } from "./standing.ts";

/** Leaves the notes that are not of the share to others. To be called between the scan and the first check. */
export function takeShare(state: WorkspaceState, share: NoteShare): void {
  const { table } = state;
  for (const entry of [...table.entries.values()]) if (!share.isOwn(entry.uri)) table.remove(entry);
  state.unsharedCitings = share;
}

/** Tells the others what the notes of this share cite, and counts what theirs do among the sources that there are. Once. */
export async function exchangeCitings(state: WorkspaceState): Promise<void> {
  const { unsharedCitings: share, store, pool, roots, settings } = state;
  if (share === null) return;
  state.unsharedCitings = null;
  for (const [note, uris] of await share.exchange(citingsOf(pool))) {
    if (share.isOwn(note)) continue;
    const { folders } = reachOf(note, roots, settings.sourceRoots);
    const sources: LoadedSource[] = [];
    for (const uri of uris) {
      const source = await store.load(uri, folders);
      if (source.problem === undefined) sources.push(source);
    }
    putInPool(state, note, sources);
  }
}

function citingsOf(pool: SourcePool): Citings {
  const citings = new Map<string, string[]>();
  for (const uri of pool.uris()) {
    const note = pool.citedBy(uri)!;
    const sources = citings.get(note);
    if (sources === undefined) citings.set(note, [uri]);
    else sources.push(uri);
  }
  return citings;
}
