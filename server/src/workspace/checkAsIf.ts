import { heldString } from "../source/heldText.ts";
import type { CheckedNote } from "./checkedNote.ts";
import { checkedNote } from "./checkNote.ts";
import type { Inventory } from "./inventory.ts";
import { type JudgeNoteOptions, judgeNote } from "./judgeNote.ts";
import { loadCitations } from "./loadCitations.ts";
import type { Memo } from "./memo.ts";
import { checkedInParts } from "./parts/checkedInParts.ts";
import { checkParts } from "./parts/checkParts.ts";
import { loadParts } from "./parts/loadParts.ts";
import { partMemoFor } from "./parts/partMemo.ts";
import { noteInParts } from "./parts/wholeCheck.ts";
import { parsedAsIf } from "./readNote.ts";
import type { Settings } from "./settings.ts";
import { loadedSource, type SourceState, type SourceStore } from "./sources.ts";

export interface CheckAsIfOptions {
  readonly uri: string;
  readonly version: number | null;
  readonly text: string;
  readonly roots: readonly string[];
  readonly settings: Settings;
  readonly inventory: Inventory;
  readonly store: SourceStore;
  readonly memo: Memo;
  readonly elsewhere: JudgeNoteOptions["elsewhere"];
}

/** What checking a note would find if its text were another: every step of a check, none of which is kept. */
export async function checkAsIf(options: CheckAsIfOptions): Promise<CheckedNote> {
  const { uri, version, text, roots, settings, inventory, memo, elsewhere } = options;
  const parsed = parsedAsIf(heldString(text), memo);
  const load = {
    noteUri: uri,
    roots,
    sourceRoots: settings.sourceRoots,
    inventory,
    store: storeWithText(options),
    depend: () => {},
    isOvertaken: () => false,
  };
  if (parsed.parts !== undefined) {
    const parts = partMemoFor(memo, { noteUri: uri, roots, settings });
    const loaded = (await loadParts(parsed.parts, parts, load))!;
    const how = { settings, memo, parts, elsewhere, untouched: [], isOvertaken: () => false, onSought: () => {} };
    const checked = (await checkParts(loaded, how))!;
    return checkedInParts(noteInParts({ uri, version, ...parsed }, loaded), checked, settings);
  }
  const { citations } = (await loadCitations({ ...load, note: parsed.note }))!;
  const input = { uri, version, ...parsed, parts: undefined, citations };
  const { attachments } = (await judgeNote(input, { settings, memo, elsewhere }))!;
  return checkedNote(input, attachments, settings);
}

/** The store, in which a note that cites itself, by a symbolic link perhaps, has the given text. */
function storeWithText({ uri: note, text, store }: CheckAsIfOptions): SourceStore {
  const asGiven = (uri: string, state: SourceState) =>
    uri === note || store.realUri(uri) === note ? loadedSource(uri, heldString(text)) : state;
  return {
    ...store,
    version: {},
    load: async (uri, folders) => asGiven(uri, await store.load(uri, folders)),
    loaded: (uri) => {
      const state = store.loaded(uri);
      return state && asGiven(uri, state);
    },
  };
}
