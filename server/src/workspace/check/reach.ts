import type { WorkspaceState } from "../state/state.ts";
import { isWithin } from "../uri.ts";

/** Whether the note only counts for what sources there are. */
export function isBeside({ within }: WorkspaceState, uri: string): boolean {
  return within !== null && !within.some((wanted) => isWithin(uri, wanted));
}
