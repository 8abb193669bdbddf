import type { HeldText } from "../../source/heldText.ts";
import { putInPool } from "../check/standing.ts";
import { nameKey } from "../loadCitations.ts";
import type { NoteEntry } from "../noteTable.ts";
import type { LoadedSource, SourceState } from "../sources.ts";
import type { WorkspaceState } from "../state/state.ts";
import { reachOf } from "../target.ts";

/**
 * Takes what was kept of an earlier check of the file, where all that it looked at is as it was. Returns whether the
 * note is dealt with: so it is also where it was overtaken.
 */
export async function recall(
  state: WorkspaceState,
  entry: NoteEntry,
  { input, held }: { readonly input: string; readonly held: HeldText },
): Promise<boolean> {
  const { dependencies, inventory, store } = state;
  const { uri } = entry;
  const isOvertaken = state.table.overtaking(entry);
  const record = state.keptChecks?.find(uri, input);
  if (!record) return false;
  const { basis } = record;
  const names = basis.names.map(({ name }) => name);
  dependencies.set(uri, new Set([...names.map(nameKey), ...basis.files.map((file) => file.uri)]));
  const filesNamed = names.length === 0 ? () => [] : await inventory.filesNamed(names);
  const { folders } = reachOf(uri, state.roots, state.settings.sourceRoots);
  for (const file of basis.files) if (store.loaded(file.uri) === null) await store.load(file.uri, folders);
  if (isOvertaken()) return true;
  if (!state.keptChecks?.holds(basis, store.loaded, filesNamed)) return false;
  const checked = record.checked(uri, held);
  const sources = basis.sources.map(store.loaded);
  if (checked === null || !sources.every(isLoaded)) return false;
  const realUris = basis.files.flatMap((file) => store.realUri(file.uri) ?? []);
  if (realUris.length > 0) dependencies.set(uri, new Set([...dependencies.keysOf(uri).keys(), ...realUris]));
  entry.parsed = { held, note: checked.note };
  entry.version = null;
  entry.mark = "sources";
  entry.kept = { checked, pool: basis.pool };
  putInPool(state, uri, sources);
  return true;
}

function isLoaded(state: SourceState | null): state is LoadedSource {
  return state !== null && state.problem === undefined;
}
