import type { SourceState } from "../sources.ts";
import { isWithin } from "../uri.ts";
import type { WorkspaceState } from "./state.ts";

/** A file as a source, whether or not something cites it. Null for what may not be read. */
export async function readFile(state: WorkspaceState, uri: string): Promise<SourceState | null> {
  const { roots, settings, documents, store } = state;
  const folders = [...roots, ...settings.sourceRoots];
  const mayRead = documents.has(uri) || store.loaded(uri) !== null || folders.some((root) => isWithin(uri, root));
  return mayRead ? store.load(uri, folders) : null;
}
