import type { WorkspaceState } from "../state/state.ts";

/** Tells all sources of all notes apart from others, as they are now; null where that cannot be told. */
export function poolDigest(state: WorkspaceState): string | null {
  const { pool, store, keptChecks } = state;
  if (state.poolDigest?.generation !== pool.generation) {
    const digest = keptChecks?.poolDigest(pool.uris(), store.loaded) ?? null;
    state.poolDigest = { generation: pool.generation, digest };
  }
  return state.poolDigest.digest;
}
