import type { ElsewhereOptions } from "../elsewhere.ts";
import type { Pause } from "../pause.ts";
import type { WorkspaceState } from "../state/state.ts";
import { reachOf } from "../target.ts";

/** Where quotes of a note are looked for that are not in its own sources. */
export function otherSources(
  { pool, store, roots, settings, onWork }: WorkspaceState,
  note: string,
  pause: Pause,
): Pick<ElsewhereOptions, "note" | "pool" | "load" | "pause"> {
  return {
    note,
    pool,
    pause,
    async load(uri) {
      onWork({ kind: "look", uri });
      const { folders } = reachOf(pool.citedBy(uri) ?? note, roots, settings.sourceRoots);
      const state = store.loaded(uri) ?? (await store.load(uri, folders));
      return state.problem === undefined ? state : null;
    },
  };
}
