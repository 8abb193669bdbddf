import type { PiecedText } from "../../source/piecedText.ts";
import { type Backlinks, createBacklinks } from "../backlinks.ts";
import { createKeptChecks, type KeptChecks } from "../cache/keptChecks.ts";
import type { FileSystem } from "../fileSystem.ts";
import { createInventory, type Inventory } from "../inventory.ts";
import { type KeepText, keepAsBytes, keepAsString } from "../keptText.ts";
import { createLeastUse } from "../leastUse.ts";
import { createMemo, type Memo } from "../memo.ts";
import { createNoteList, type NoteList } from "../noteList.ts";
import type { NoteShare } from "../noteShare.ts";
import { createNoteTable, type NoteTable } from "../noteTable.ts";
import { createRelation, type Relation } from "../relation.ts";
import type { Settings } from "../settings.ts";
import { createSourceFolders, type SourceFolders } from "../sourceFolders.ts";
import { createSourcePool, type SourcePool } from "../sourcePool.ts";
import { createSourceStore, type SourceStore } from "../sources.ts";
import { createTotals, type Totals } from "../summary.ts";
import { createUnfoundTable, type UnfoundTable } from "../unfound.ts";
import { normalizeUri } from "../uri.ts";
import type { NoteUpdate, Work, WorkspaceOptions } from "../workspace.ts";

/** All that a workspace knows. Only the functions behind `Workspace` may see it. URIs are in their normal form. */
export interface WorkspaceState {
  readonly fileSystem: FileSystem;
  readonly onWork: (work: Work) => void;
  readonly keepText: KeepText;
  /** Remembers what could not be read, and tells of it. */
  readonly onError: (uri: string, error: unknown) => void;
  readonly newKeptChecks: (roots: readonly string[], settings: Settings) => KeptChecks | null;

  roots: readonly string[];
  settings: Settings;
  /** Where notes are looked for; null where that is everywhere below the roots. */
  readonly within: readonly string[] | null;
  /** Where there are other notes that count only for what sources there are. */
  beside: readonly string[];
  /** What is open in the editor, what a person had to do with last behind all others. */
  readonly documents: Map<string, { readonly version: number; readonly text: PiecedText }>;

  inventory: Inventory;
  /** The search for all notes. Needed: which there are is not known any more. */
  readonly scan: { wasMade: boolean; isNeeded: boolean; running: Promise<void> | null };
  /** Notes, sources and folders that could not be read, for a reason that may pass. */
  readonly unread: Set<string>;
  readonly sourceFolders: SourceFolders;
  readonly store: SourceStore;
  readonly pool: SourcePool;

  readonly table: NoteTable;
  /** By note: what may change its findings, as `loadCitations` says. */
  readonly dependencies: Relation;
  readonly unfound: UnfoundTable;
  /** Notes with quotes that may be found in a source of the pool that changed, or not any more. */
  readonly toLookAgain: Set<string>;
  /** Open documents that a person types in: notes that cite them and are not open are marked when that is over. */
  readonly typedIn: Set<string>;
  /** Of open notes, whose quotes are the same from one keystroke to the next but for one. */
  readonly memos: Map<string, Memo>;
  /** Of the note without a memo of its own that was tried last. */
  tried: { readonly uri: string; readonly memo: Memo };
  keptChecks: KeptChecks | null;
  /** Of all sources of the pool as it was in that generation. */
  poolDigest: { readonly generation: number; readonly digest: string | null } | null;
  /** The share of the notes that is checked here, until those of the others are told what it cites. */
  unsharedCitings: NoteShare | null;
  /** What an editor waits for, with its window held: `refresh` begins nothing new before it has ended. */
  urgent: Promise<unknown>;

  readonly backlinks: Backlinks;
  readonly totals: Totals;
  readonly noteList: NoteList;
  readonly markListeners: (() => void)[];
  readonly updateListeners: ((update: NoteUpdate) => void)[];
}

/** In bytes, for prepared sources where memory is not short. */
const ampleRoom = 256 * 2 ** 20;

/** A workspace nothing of which was looked at yet. */
export function createState(options: WorkspaceOptions): WorkspaceState {
  const { fileSystem, settings, cache } = options;
  const roots = options.roots.map(normalizeUri);
  const within = options.within?.map(normalizeUri) ?? null;
  const documents: WorkspaceState["documents"] = new Map();
  const unread = new Set<string>();
  const onError = (uri: string, error: unknown) => {
    unread.add(uri);
    options.onError?.(uri, error);
  };
  const isAmple = options.room === undefined;
  const room = createLeastUse(options.room ?? ampleRoom);
  const keepText = isAmple ? keepAsString : keepAsBytes(room);
  const store = createSourceStore({
    fileSystem,
    keepText,
    room,
    openText: (uri) => documents.get(uri)?.text.whole() ?? null,
    digest: cache?.digest,
    onUnreadable: (uri) => unread.add(uri),
  });
  const newKeptChecks: WorkspaceState["newKeptChecks"] = (...given) =>
    cache === undefined ? null : createKeptChecks(cache, ...given);
  return {
    fileSystem,
    onWork: options.onWork ?? (() => {}),
    keepText,
    onError,
    newKeptChecks,
    roots,
    settings,
    within,
    beside: [],
    documents,
    inventory: newInventory({ fileSystem, roots, settings, within, beside: [], documents, onError }),
    scan: { wasMade: false, isNeeded: false, running: null },
    unread,
    sourceFolders: createSourceFolders({ fileSystem, onError }),
    store,
    pool: createSourcePool({ keepsSkeletons: isAmple }),
    table: createNoteTable(),
    dependencies: createRelation(),
    unfound: createUnfoundTable(),
    toLookAgain: new Set(),
    typedIn: new Set(),
    memos: new Map(),
    tried: { uri: "", memo: createMemo() },
    keptChecks: newKeptChecks(roots, settings),
    poolDigest: null,
    unsharedCitings: null,
    urgent: Promise.resolve(),
    backlinks: createBacklinks(),
    totals: createTotals(),
    noteList: createNoteList(),
    markListeners: [],
    updateListeners: [],
  };
}

type InventoryPlaces = "fileSystem" | "roots" | "settings" | "within" | "beside" | "documents" | "onError";

/** Of files as they are looked for now, none of which were. */
export function newInventory(state: Pick<WorkspaceState, InventoryPlaces>): Inventory {
  const { fileSystem, roots, settings, within, beside, documents, onError } = state;
  const wanted = within && [...within, ...beside];
  return createInventory({ fileSystem, roots, settings, within: wanted, isOpen: (uri) => documents.has(uri), onError });
}
