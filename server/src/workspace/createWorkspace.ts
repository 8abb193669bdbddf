import { createBacklinks } from "./backlinks.ts";
import { createKeptChecks, type KeptChecks } from "./cache/keptChecks.ts";
import { carriedOver } from "./carryOver.ts";
import { checkAsIf } from "./checkAsIf.ts";
import type { CheckedNote } from "./checkedNote.ts";
import { checkedNote, judgeNote, type NoteToCheck } from "./checkNote.ts";
import { cite } from "./cite/cite.ts";
import { lookElsewhere, unfoundOf, unfoundQuotes } from "./elsewhere.ts";
import { isFoundByName } from "./fileNames.ts";
import { FileError } from "./fileSystem.ts";
import { findQuote } from "./findQuote.ts";
import { createInventory, type Inventory } from "./inventory.ts";
import { loadCitations, nameKey } from "./loadCitations.ts";
import { createMemo, type Memo } from "./memo.ts";
import { filesNear } from "./nearNames.ts";
import type { NoteEdit } from "./noteEdit.ts";
import { createNoteList } from "./noteList.ts";
import { createNoteTable, type JudgedFrom, type NoteEntry } from "./noteTable.ts";
import { createPause } from "./pause.ts";
import { type ParsedNote, parsedNote, readNoteFile } from "./readNote.ts";
import { createRelation } from "./relation.ts";
import { symbolicLinkNames } from "./renames/linkNames.ts";
import { createMentionTest } from "./renames/mention.ts";
import { type LinkedNote, linkedNote, renameEdits } from "./renames/renameEdits.ts";
import { createRenaming, type Renaming } from "./renames/renaming.ts";
import type { Settings } from "./settings.ts";
import { loadedSourceOf, sourcesOf } from "./sourcedCitation.ts";
import { createSourceFolders } from "./sourceFolders.ts";
import { createSourcePool } from "./sourcePool.ts";
import { createSourceStore, type LoadedSource, type SourceState } from "./sources.ts";
import { suggest } from "./suggest/suggest.ts";
import { noSuggestions } from "./suggest/suggestion.ts";
import { createTotals } from "./summary.ts";
import { reachOf } from "./target.ts";
import { createUnfoundTable } from "./unfound.ts";
import { isBelowAny, isWithin, normalizeUri } from "./uri.ts";
import type { Cancellation, NoteUpdate, RenameEditsOptions, Workspace, WorkspaceOptions } from "./workspace.ts";
import { writtenPath } from "./writtenPath.ts";

/** How many notes are read at a time. */
const parallelReads = 8;

/** A note of which a check was kept. */
type KeptNote = NonNullable<NoteEntry["kept"]>;

/**
 * A workspace, nothing of which was looked at yet. URIs may come in any form and go out in the normal form of
 * {@link normalizeUri}.
 *
 * A note is checked in two steps. `prepare` reads it and loads what it cites, after which it is known which sources
 * are cited at all; `judge` judges its quotes. When everything is new, all notes are prepared before the first is
 * judged, so that a quote is looked for in all other sources once.
 *
 * The file is long because all of this is about one state that nobody else may touch; what needs none of it is in the
 * files beside this one.
 */
export function createWorkspace(options: WorkspaceOptions): Workspace {
  const { fileSystem, onWork = () => {} } = options;
  const within = options.within?.map(normalizeUri) ?? null;
  let beside: readonly string[] = [];
  let roots = options.roots.map(normalizeUri);
  let settings = options.settings;
  const documents = new Map<string, { readonly version: number; readonly text: string }>();
  /** Notes, sources and folders that could not be read, for a reason that may pass. */
  const unread = new Set<string>();
  const store = createSourceStore({
    fileSystem,
    openText: (uri) => documents.get(uri)?.text ?? null,
    digest: options.cache?.digest,
    onUnreadable: (uri) => unread.add(uri),
  });
  let inventory = newInventory();
  let keptChecks = newKeptChecks();
  /** Of all sources of the pool as it was in that generation. */
  let poolDigest: { readonly generation: number; readonly digest: string | null } | null = null;
  let wasScanned = false;
  let needsScan = false;
  let scanning: Promise<void> | null = null;
  /** What an editor waits for, with its window held: `refresh` begins nothing new before it has ended. */
  let urgent: Promise<unknown> = Promise.resolve();

  const table = createNoteTable();
  const { entries, marked, mark } = table;
  /** By note: what may change its findings, as {@link loadCitations} says. */
  const dependencies = createRelation();
  const backlinks = createBacklinks();
  const totals = createTotals();
  const pool = createSourcePool();
  const sourceFolders = createSourceFolders({ fileSystem, onError });
  const unfound = createUnfoundTable();
  /** Notes with quotes that may be found in a source of the pool that changed, or not any more. */
  const toLookAgain = new Set<string>();
  /** Of open notes, whose quotes are the same from one keystroke to the next but for one. */
  const memos = new Map<string, Memo>();
  /** Of the note without a memo of its own that was tried last. */
  let tried = { uri: "", memo: createMemo() };
  const noteList = createNoteList();
  const markListeners: (() => void)[] = [];
  const updateListeners: ((update: NoteUpdate) => void)[] = [];

  function onError(uri: string, error: unknown): void {
    unread.add(uri);
    options.onError?.(uri, error);
  }

  function newInventory(): Inventory {
    const wanted = within && [...within, ...beside];
    const isOpen = (uri: string) => documents.has(uri);
    return createInventory({ fileSystem, roots, settings, within: wanted, isOpen, onError });
  }

  function newKeptChecks(): KeptChecks | null {
    return options.cache === undefined ? null : createKeptChecks(options.cache, roots, settings);
  }

  function announceMarks(): void {
    if (marked.size === 0 && !inventory.hasChanges && !needsScan) return;
    for (const listener of markListeners) listener();
  }

  function show(entry: NoteEntry, checked: CheckedNote | null): void {
    if (entry.checked !== null) totals.remove(entry.checked);
    if (checked !== null) totals.add(checked);
    entry.checked = checked;
    noteList.put(entry.uri, checked);
    backlinks.put(entry.uri, checked);
    for (const listener of updateListeners) listener({ uri: entry.uri, checked });
  }

  /** Ends the work on what is no note any longer, or could not be checked: nothing is left standing. */
  function drop(entry: NoteEntry): void {
    const { uri, checked } = entry;
    table.remove(entry);
    dependencies.set(uri, new Set());
    unfound.set(uri, []);
    toLookAgain.delete(uri);
    putInPool(uri, []);
    if (checked !== null) show(entry, null);
  }

  function putInPool(note: string, sources: readonly LoadedSource[]): void {
    for (const uri of pool.put(note, sources)) {
      for (const other of unfound.touchedBy(uri, () => pool.fingerprint(uri))) {
        toLookAgain.add(other);
        if (other !== note) mark(other, "sources");
      }
    }
  }

  /** Reads and parses the note where it changed, and loads its sources. Leaves it marked where it was overtaken. */
  async function prepare(entry: NoteEntry): Promise<void> {
    const { uri } = entry;
    const isOvertaken = table.overtaking(entry);
    if (isOvertaken()) return;
    if (!inventory.isNote(uri)) return drop(entry);
    if (entry.mark === "text" || entry.parsed === null) {
      const open = documents.get(uri);
      const { text, bytes } = open === undefined ? await readNoteFile(fileSystem, uri) : { ...open, bytes: null };
      if (isOvertaken()) return;
      entry.input = bytes === null || keptChecks === null ? null : keptChecks.inputOf(bytes);
      if (entry.parsed?.text !== text) {
        if (entry.input !== null && (await recall(entry, entry.input, text, isOvertaken))) return;
        entry.parsed = parsedNote(text);
        onWork({ kind: "parse", uri });
      }
      entry.version = open?.version ?? null;
      entry.mark = "sources";
    }
    await prepareCitations(entry, entry.parsed, isOvertaken);
  }

  async function prepareCitations(entry: NoteEntry, parsed: ParsedNote, isOvertaken: () => boolean): Promise<void> {
    const { uri, version } = entry;
    const { note } = parsed;
    const { sourceRoots } = settings;
    const loaded = await loadCitations({
      noteUri: uri,
      note,
      roots,
      sourceRoots,
      inventory,
      store,
      dependencies,
      isOvertaken,
    });
    if (loaded === null || isOvertaken()) return;
    const { citations, files, names } = loaded;
    entry.ready = { uri, version, ...parsed, citations };
    entry.lookedAt = { files, names };
    putInPool(uri, sourcesOf(citations));
  }

  /**
   * Takes what was kept of an earlier check of the file, where all that it looked at is as it was. Returns whether the
   * note is dealt with: so it is also where it was overtaken.
   */
  async function recall(entry: NoteEntry, input: string, text: string, isOvertaken: () => boolean): Promise<boolean> {
    const { uri } = entry;
    const record = keptChecks?.find(uri, input);
    if (!record) return false;
    const { basis } = record;
    const names = basis.names.map(({ name }) => name);
    dependencies.set(uri, new Set([...names.map(nameKey), ...basis.files.map((file) => file.uri)]));
    const filesNamed = names.length === 0 ? () => [] : await inventory.filesNamed(names);
    const folders = foldersOf(uri);
    for (const file of basis.files) if (store.loaded(file.uri) === null) await store.load(file.uri, folders);
    if (isOvertaken()) return true;
    if (!keptChecks?.holds(basis, store.loaded, filesNamed)) return false;
    const checked = record.checked(uri, text);
    const sources = basis.sources.map(store.loaded);
    if (checked === null || !sources.every(isLoaded)) return false;
    const realUris = basis.files.flatMap((file) => store.realUri(file.uri) ?? []);
    if (realUris.length > 0) dependencies.set(uri, new Set([...dependencies.keysOf(uri), ...realUris]));
    entry.parsed = { text, lineStarts: checked.lineStarts, note: checked.note };
    entry.version = null;
    entry.mark = "sources";
    entry.kept = { checked, pool: basis.pool };
    putInPool(uri, sources);
    return true;
  }

  async function judge(entry: NoteEntry): Promise<void> {
    const { uri } = entry;
    if (entry.kept !== null && !(await takeKept(entry, entry.kept))) return;
    const { ready: input } = entry;
    if (input === null) return;
    const judgedFrom = whatTellsApart(input, settings);
    const isUnchanged = !toLookAgain.has(uri) && isSame(entry.judged, judgedFrom);
    if (isUnchanged || isBeside(uri)) return table.unmark(entry);
    const carried = toLookAgain.has(uri) ? null : carry(entry, input, judgedFrom);
    if (carried !== null) {
      const isShown = carried === entry.checked;
      entry.judged = judgedFrom;
      table.unmark(entry);
      if (!isShown) show(entry, carried);
      return;
    }
    const isOvertaken = table.overtaking(entry);
    const memo = memos.get(uri);
    memo?.turn();
    let attachments = judgeNote(input, settings, memo);
    onWork({ kind: "judge", uri });
    const sought = unfoundQuotes(attachments, memo);
    unfound.set(
      uri,
      sought.map(({ trace }) => ({ trace, foundIn: null })),
    );
    if (sought.length > 0) {
      const own = new Set(sourcesOf(input.citations).map((source) => source.uri));
      attachments = await lookElsewhere(attachments, sought, { ...elsewhereFor(uri), note: uri, own, memo });
      if (isOvertaken()) return;
      const { quotes } = attachments;
      unfound.set(
        uri,
        sought.map(({ trace, index }) => ({ trace, foundIn: quotes[index].judgement?.other?.uri ?? null })),
      );
    }
    toLookAgain.delete(uri);
    const checked = checkedNote(input, attachments, settings);
    keep(entry, checked, input, sought.length > 0);
    entry.judged = judgedFrom;
    table.unmark(entry);
    show(entry, checked);
  }

  /** Shows what was kept of an earlier check. Returns whether the note is to be judged, for other sources have changed. */
  async function takeKept(entry: NoteEntry, { checked, pool: poolThen }: KeptNote): Promise<boolean> {
    const { uri, parsed } = entry;
    const isUpToDate = poolThen === null || poolThen === digestOfPool();
    if (!isUpToDate && parsed !== null && !isBeside(uri)) {
      entry.kept = null;
      await prepareCitations(entry, parsed, table.overtaking(entry));
      return true;
    }
    unfound.set(uri, poolThen === null ? [] : unfoundOf(checked));
    toLookAgain.delete(uri);
    table.unmark(entry);
    if (!isBeside(uri)) show(entry, checked);
    return false;
  }

  function digestOfPool(): string | null {
    if (poolDigest?.generation !== pool.generation) {
      const digest = keptChecks?.poolDigest(pool.uris(), store.loaded) ?? null;
      poolDigest = { generation: pool.generation, digest };
    }
    return poolDigest.digest;
  }

  function keep(entry: NoteEntry, checked: CheckedNote, input: NoteToCheck, looksElsewhere: boolean): void {
    const { input: from, lookedAt } = entry;
    if (keptChecks === null || from === null || lookedAt === null || documents.has(entry.uri)) return;
    const poolNow = looksElsewhere ? digestOfPool() : null;
    if (looksElsewhere && poolNow === null) return;
    const sources = sourcesOf(input.citations);
    keptChecks.keep(checked, { ...lookedAt, input: from, sources, state: store.loaded, pool: poolNow });
  }

  /** Whether the note only counts for what sources there are. */
  function isBeside(uri: string): boolean {
    return within !== null && !within.some((wanted) => isWithin(uri, wanted));
  }

  function foldersOf(note: string): readonly string[] {
    return reachOf(note, roots, settings.sourceRoots).folders;
  }

  function elsewhereFor(note: string) {
    return {
      pool,
      pause: createPause(),
      async load(uri: string): Promise<LoadedSource | null> {
        onWork({ kind: "look", uri });
        const state = store.loaded(uri) ?? (await store.load(uri, foldersOf(pool.citedBy(uri) ?? note)));
        return state.problem === undefined ? state : null;
      },
    };
  }

  /** One piece of work at a time on each note: whoever comes second waits, and has to look again. */
  function work(entry: NoteEntry, task: (entry: NoteEntry) => Promise<void>): Promise<void> {
    const isOvertaken = table.overtaking(entry);
    entry.working ??= task(entry)
      .catch((error) => {
        if (error instanceof FileError && error.reason === "not-found") inventory.noteMissing(entry.uri);
        else onError(entry.uri, error);
        if (!isOvertaken()) drop(entry);
      })
      .finally(() => {
        entry.working = null;
      });
    return entry.working;
  }

  async function prepareAndJudge(entry: NoteEntry): Promise<void> {
    await prepare(entry);
    await judge(entry);
  }

  async function checkMarked(uri: string): Promise<CheckedNote | null> {
    for (;;) {
      const entry = entries.get(uri);
      if (entry === undefined || entry.mark === null) return entry?.checked ?? null;
      await work(entry, prepareAndJudge);
    }
  }

  /** Brings up to date which notes there are. Returns false where it was cancelled. */
  async function catchUp(cancellation?: Cancellation): Promise<boolean> {
    while (needsScan || inventory.hasChanges) {
      if (cancellation?.isCancellationRequested) return false;
      if (needsScan) await scan(cancellation);
      const { notes, names } = await inventory.catchUp();
      for (const uri of notes) mark(uri, "text");
      for (const name of names) markDependents(nameKey(name));
    }
    return !cancellation?.isCancellationRequested;
  }

  function scan(cancellation?: Cancellation): Promise<void> {
    scanning = scanOnce(cancellation);
    return scanning;
  }

  async function scanOnce(cancellation?: Cancellation): Promise<void> {
    wasScanned = true;
    const scanned = inventory;
    needsScan = !(await scanned.scan(cancellation)) || scanned !== inventory;
    if (needsScan) return;
    for (const uri of inventory.notesOnDisk()) if (!entries.has(uri)) mark(uri, "text");
    for (const uri of [...entries.keys()]) if (!inventory.isNote(uri)) mark(uri, "text");
    announceMarks();
  }

  async function refresh(request: Parameters<Workspace["refresh"]>[0] = {}): Promise<boolean> {
    const { cancellation, progress } = request;
    const pause = createPause();
    let halves = 0;
    let total = 0;

    async function each(batch: readonly NoteEntry[], task: typeof prepare, parallel: number): Promise<void> {
      const waiting = batch.values();
      const worker = async () => {
        for (const entry of waiting) {
          await urgent;
          if (cancellation?.isCancellationRequested) return;
          if (entry.mark !== null) await work(entry, task);
          halves += task === prepareAndJudge ? 2 : 1;
          progress?.(Math.floor(halves / 2), total);
          await pause();
        }
      };
      await Promise.all(Array.from({ length: parallel }, worker));
    }

    while (await catchUp(cancellation)) {
      if (marked.size === 0) return true;
      const batch = [...marked].sort((a, b) => (a.uri < b.uri ? -1 : 1));
      const closed = batch.filter(({ uri }) => !documents.has(uri));
      total += batch.length;
      await each(
        batch.filter(({ uri }) => documents.has(uri)),
        prepareAndJudge,
        1,
      );
      await each(closed, prepare, parallelReads);
      await each(closed, judge, 1);
    }
    return false;
  }

  /**
   * All notes that renames could concern, read where they changed, but not judged; null where it was cancelled. Of a
   * note that was not read yet the text is looked at first: most of a large notebook has nothing to do with one file.
   */
  async function readNotes(renaming: Renaming, cancellation?: Cancellation): Promise<LinkedNote[] | null> {
    await (scanning ?? scan(cancellation));
    if (!(await catchUp(cancellation))) return null;
    const notes: LinkedNote[] = [];
    const waiting = [...entries.values()].values();
    const pause = createPause();
    const mayConcern = await mentionTest(renaming);
    const worker = async () => {
      for (const entry of waiting) {
        const { uri, mark, ready, parsed } = entry;
        const isNew = mark !== null && ready === null && parsed === null && !documents.has(uri);
        if (isNew && renaming.after(uri) === uri) {
          const file = await readNoteFile(fileSystem, uri).catch(() => null);
          await pause();
          if (file !== null && !mayConcern(file.text)) continue;
        }
        while (entry.mark !== null && entry.ready === null && !cancellation?.isCancellationRequested) {
          await work(entry, prepare);
        }
        const note = linkedNote(entry);
        if (note !== null) notes.push(note);
        await pause();
      }
    };
    await Promise.all(Array.from({ length: parallelReads }, worker));
    return cancellation?.isCancellationRequested ? null : notes.sort((a, b) => (a.uri < b.uri ? -1 : 1));
  }

  async function editsForRenames(
    renaming: Renaming,
    { cancellation, editorKeeps = { movedNotes: false, movedFolders: false } }: RenameEditsOptions,
  ): Promise<readonly NoteEdit[] | null> {
    const notes = await readNotes(renaming, cancellation);
    if (notes === null) return null;
    const edits = await renameEdits(notes, {
      renaming,
      roots,
      realUri: store.realUri,
      filesNamed: (names) => inventory.filesNamed(names),
      isFoundByName: (uri) => isFoundByName(uri, roots),
      editorKeeps,
      cancellation,
    });
    if (cancellation?.isCancellationRequested) return null;
    return (await markOutdated(edits)) ? editsForRenames(renaming, { cancellation, editorKeeps }) : edits;
  }

  /** Marks notes on disk that have changed without a word, and whose edits would go astray. Whether there are any. */
  async function markOutdated(edits: readonly NoteEdit[]): Promise<boolean> {
    let isAny = false;
    for (const { uri, text } of edits) {
      if (documents.has(uri)) continue;
      const file = await readNoteFile(fileSystem, uri).catch(() => null);
      if (file?.text === text) continue;
      isAny = true;
      inventory.noteChange({ uri, type: "created" });
      mark(uri, "text");
    }
    return isAny;
  }

  /** Of what lies outside of the workspace nobody knows whether a symbolic link leads from there. */
  async function mentionTest({ renames }: Renaming): Promise<(text: string) => boolean> {
    if (settings.sourceRoots.length > 0) return () => true;
    const linkNames = await symbolicLinkNames(fileSystem, roots);
    return createMentionTest({ renames, linkNames, isFoundByName: (uri) => isFoundByName(uri, roots) });
  }

  function markDependents(key: string): void {
    for (const note of dependencies.notesOf(key)) mark(note, "sources");
  }

  function setDocument(givenUri: string, document: { readonly version: number; readonly text: string } | null): void {
    const uri = normalizeUri(givenUri);
    if (document === null) {
      documents.delete(uri);
      memos.delete(uri);
    } else {
      documents.set(uri, document);
      if (!memos.has(uri)) memos.set(uri, createMemo());
    }
    const known = store.loaded(uri);
    if (document === null || known === null || known.problem !== undefined || known.source.text !== document.text) {
      store.forget(uri);
      markDependents(uri);
    }
    if (entries.has(uri) || inventory.isNote(uri)) mark(uri, "text");
    announceMarks();
  }

  function lookAgain(what: "unread" | "everything"): void {
    const again = [...unread];
    unread.clear();
    sourceFolders.forget();
    if (what === "everything") {
      inventory = newInventory();
      store.outdateAll();
      needsScan = wasScanned;
      for (const uri of entries.keys()) mark(uri, "text");
    }
    for (const uri of again) {
      inventory.noteChange({ uri, type: "created" });
      markDependents(uri);
      if (entries.has(uri) || inventory.isNote(uri)) mark(uri, "text");
    }
    announceMarks();
  }

  /** Null for what may not be read. */
  async function loadFile(uri: string): Promise<SourceState | null> {
    const folders = [...roots, ...settings.sourceRoots];
    const mayRead = documents.has(uri) || store.loaded(uri) !== null || folders.some((root) => isWithin(uri, root));
    return mayRead ? store.load(uri, folders) : null;
  }

  /** Starts over with which notes and sources there are, but not with what was parsed. */
  function rebuild(): void {
    inventory = newInventory();
    keptChecks = newKeptChecks();
    store.forgetAll();
    sourceFolders.forget();
    needsScan = wasScanned;
    for (const uri of entries.keys()) mark(uri, "sources");
    for (const uri of documents.keys()) if (!entries.has(uri) && inventory.isNote(uri)) mark(uri, "text");
    announceMarks();
  }

  return {
    openDocument: (uri, version, text) => setDocument(uri, { version, text }),
    changeDocument: (uri, version, text) => setDocument(uri, { version, text }),
    closeDocument: (uri) => setDocument(uri, null),
    filesChanged(changes) {
      const folders = new Set<string>();
      for (const { uri: givenUri, type } of changes) {
        const uri = normalizeUri(givenUri);
        inventory.noteChange({ uri, type });
        if (type !== "changed") folders.add(uri);
        if (documents.has(uri)) continue;
        store.forget(uri);
        markDependents(uri);
        if (entries.has(uri) || inventory.isNote(uri)) mark(uri, "text");
      }
      if (folders.size > 0) {
        sourceFolders.forget();
        store.forgetBelow(folders);
        for (const key of dependencies.keys()) if (isBelowAny(key, folders)) markDependents(key);
        for (const uri of entries.keys()) if (isBelowAny(uri, folders)) mark(uri, "text");
      }
      announceMarks();
    },
    lookAgain,
    get hasUnread() {
      return unread.size > 0;
    },
    setRoots(newRoots) {
      roots = newRoots.map(normalizeUri);
      rebuild();
    },
    setSettings(newSettings) {
      settings = newSettings;
      rebuild();
    },
    lookBeside(uris) {
      beside = uris.map(normalizeUri);
      inventory = newInventory();
      needsScan = wasScanned;
      announceMarks();
    },
    onMarked: (listener) => void markListeners.push(listener),
    onUpdate: (listener) => void updateListeners.push(listener),
    scan,
    refresh,
    async check(givenUri) {
      const uri = normalizeUri(givenUri);
      // What is open is a note by its name alone, and need not wait for a scan to end.
      if (!documents.has(uri)) await catchUp();
      if (!entries.has(uri) && inventory.isNote(uri)) mark(uri, "text");
      return checkMarked(uri);
    },
    async tryText(givenUri, text) {
      const uri = normalizeUri(givenUri);
      const open = documents.get(uri);
      if (open === undefined) await catchUp();
      const version = open?.version ?? null;
      if (!memos.has(uri) && tried.uri !== uri) tried = { uri, memo: createMemo() };
      const memo = memos.get(uri) ?? tried.memo;
      return checkAsIf({ uri, version, text, roots, settings, inventory, store, elsewhere: elsewhereFor(uri), memo });
    },
    renameEdits(renames, options = {}) {
      const edits = editsForRenames(createRenaming(renames), options);
      urgent = Promise.allSettled([urgent, edits]);
      return edits;
    },
    async filesNear(name) {
      await catchUp();
      return filesNear(name, await inventory.allFiles());
    },
    citedSources: (note) => pool.othersOf(normalizeUri(note)),
    async findQuote(quotation, uris) {
      const sources: LoadedSource[] = [];
      for (const uri of uris) {
        const state = await loadFile(normalizeUri(uri));
        if (state !== null && state.problem === undefined) sources.push(state);
      }
      return findQuote(quotation, sources);
    },
    pathTo(noteUri, sourceUri) {
      return writtenPath(normalizeUri(noteUri), normalizeUri(sourceUri), { roots, sourceRoots: settings.sourceRoots });
    },
    async cite({ sourceUri, note, ...request }) {
      const source = normalizeUri(sourceUri);
      const read = await this.source(source);
      const context = { roots, settings, tryText: this.tryText };
      const into = note && { ...note, uri: normalizeUri(note.uri) };
      return cite({ ...request, source: { uri: source, read }, note: into }, context);
    },
    async suggest(givenUri, text, cursor, cancellation) {
      const uri = normalizeUri(givenUri);
      if (!inventory.isNote(uri)) return noSuggestions;
      return suggest({
        noteUri: uri,
        text,
        cursor,
        checked: entries.get(uri)?.checked ?? null,
        roots,
        settings,
        inventory,
        store,
        isCited: (source) => backlinks.notesOf(source).size > 0,
        isCancelled: () => cancellation?.isCancellationRequested ?? false,
      });
    },
    async source(givenUri) {
      const state = await loadFile(normalizeUri(givenUri));
      return state?.problem === undefined ? (state?.source ?? null) : null;
    },
    async checkCiting(givenUri, cancellation) {
      const citing = backlinks.notesOf(normalizeUri(givenUri));
      const pause = createPause();
      for (const { uri } of [...marked].filter((entry) => citing.has(entry.uri))) {
        if (cancellation?.isCancellationRequested) break;
        await checkMarked(uri);
        await pause();
      }
      return citing.size > 0;
    },
    citationsOf: (uri) => backlinks.citationsOf(normalizeUri(uri)),
    backlinksOf: (uri, lines) => backlinks.backlinksOf(normalizeUri(uri), lines),
    async uncitedFiles() {
      const allowed = [...roots, ...settings.sourceRoots];
      const files = await sourceFolders.files({ cited: backlinks.sources(), roots, allowed });
      return files.filter((uri) => backlinks.notesOf(uri).size === 0 && !inventory.isNote(uri));
    },
    noteUris() {
      const open = [...documents.keys()].filter(inventory.isNote);
      return [...new Set([...inventory.notesOnDisk(), ...open])].sort();
    },
    notes: noteList.all,
    summary() {
      return totals.summary(backlinks.sourceCount);
    },
  };
}

function isLoaded(state: SourceState | null): state is LoadedSource {
  return state !== null && state.problem === undefined;
}

/** The note where only sources have changed, and none near to what it cites; else null. */
function carry({ checked, judged }: NoteEntry, input: NoteToCheck, now: JudgedFrom): CheckedNote | null {
  if (checked === null || judged === null) return null;
  const { note, version, settings } = now;
  if (judged.note !== note || judged.version !== version || judged.settings !== settings) return null;
  return carriedOver(checked, input, judged.revisions);
}

function whatTellsApart({ note, version, citations }: NoteToCheck, settings: Settings): JudgedFrom {
  const revisions = citations.map((citation) => (citation && loadedSourceOf(citation)?.revision) ?? null);
  return { note, version, settings, revisions };
}

/** Whether an event left everything as it was, as doubled ones and a file that is saved unchanged do. */
function isSame(before: JudgedFrom | null, now: JudgedFrom): boolean {
  return (
    before !== null &&
    before.note === now.note &&
    before.version === now.version &&
    before.settings === now.settings &&
    now.revisions.every((revision, index) => revision !== null && revision === before.revisions[index])
  );
}
