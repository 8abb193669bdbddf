import { checkAsIf } from "../checkAsIf.ts";
import type { CheckedNote } from "../checkedNote.ts";
import { createMemo, type Memo } from "../memo.ts";
import { createPause } from "../pause.ts";
import { catchUp } from "../state/scan.ts";
import type { WorkspaceState } from "../state/state.ts";
import { otherSources } from "./otherSources.ts";

/** What checking the note would find if its text were this. Leaves no trace but answers that may be asked for again. */
export async function tryText(state: WorkspaceState, uri: string, text: string): Promise<CheckedNote> {
  const open = state.documents.get(uri);
  if (open === undefined) await catchUp(state);
  const { roots, settings, inventory, store } = state;
  const version = open?.version ?? null;
  const elsewhere = otherSources(state, uri, createPause());
  return checkAsIf({ uri, version, text, roots, settings, inventory, store, elsewhere, memo: memoOf(state, uri) });
}

function memoOf(state: WorkspaceState, uri: string): Memo {
  const own = state.memos.get(uri);
  if (own !== undefined) return own;
  if (state.tried.uri !== uri) state.tried = { uri, memo: createMemo() };
  return state.tried.memo;
}
