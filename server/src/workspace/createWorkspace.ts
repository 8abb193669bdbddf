import { inPieces } from "../source/piecedText.ts";
import { refresh } from "./check/refresh.ts";
import { takeShare } from "./check/share.ts";
import { tryText } from "./check/tryText.ts";
import { checkMarked } from "./check/work.ts";
import { cite } from "./cite/cite.ts";
import { findQuote } from "./findQuote.ts";
import { filesNear } from "./nearNames.ts";
import { createPause } from "./pause.ts";
import { editsForRenames } from "./renames/editsForRenames.ts";
import { createRenaming } from "./renames/renaming.ts";
import type { LoadedSource } from "./sources.ts";
import { filesChanged, lookAgain, lookBeside, rebuild, rested, setDocument, setRoots } from "./state/events.ts";
import { markDependents, markRested } from "./state/marks.ts";
import { readFile } from "./state/readFile.ts";
import { catchUp, scan } from "./state/scan.ts";
import { createState } from "./state/state.ts";
import { suggest } from "./suggest/suggest.ts";
import { noSuggestions } from "./suggest/suggestion.ts";
import { normalizeUri } from "./uri.ts";
import type { Workspace, WorkspaceOptions } from "./workspace.ts";
import { writtenPath } from "./writtenPath.ts";

/**
 * A workspace, nothing of which was looked at yet. URIs may come in any form and go out in the normal form of
 * {@link normalizeUri}.
 *
 * There is one state (`state/state.ts`), which events mark in (`state/events.ts`), and which checks bring up to date
 * (`check/refresh.ts`) in two steps for each note: `check/prepare.ts` reads it and loads what it cites, after which it is
 * known which sources are cited at all; `check/judge.ts` judges its quotes.
 */
export function createWorkspace(options: WorkspaceOptions): Workspace {
  const state = createState(options);
  const { documents, store, pool, table, unread, backlinks, totals, noteList, markListeners, updateListeners } = state;

  return {
    openDocument: (uri, version, text) => setDocument(state, normalizeUri(uri), { version, text: inPieces(text) }),
    changeDocument: (uri, version, text) => setDocument(state, normalizeUri(uri), { version, text: inPieces(text) }),
    closeDocument: (uri) => setDocument(state, normalizeUri(uri), null),
    rested: () => rested(state),
    filesChanged: (changes) =>
      filesChanged(
        state,
        changes.map(({ uri, type }) => ({ uri: normalizeUri(uri), type })),
      ),
    lookAgain: (what) => lookAgain(state, what),
    get hasUnread() {
      return unread.size > 0;
    },
    setRoots: (roots) => setRoots(state, roots.map(normalizeUri)),
    setSettings(settings) {
      state.settings = settings;
      rebuild(state);
    },
    lookBeside: (uris) => lookBeside(state, uris.map(normalizeUri)),
    share: (share) => takeShare(state, share),

    onMarked: (listener) => void markListeners.push(listener),
    onUpdate: (listener) => void updateListeners.push(listener),

    scan: (cancellation) => scan(state, cancellation),
    refresh: (request = {}) => refresh(state, request),
    async check(givenUri) {
      const uri = normalizeUri(givenUri);
      const open = documents.get(uri);
      // What is open is a note by its name alone, and need not wait for a scan to end.
      if (open === undefined) {
        markRested(state);
        await catchUp(state);
      } else {
        documents.delete(uri);
        documents.set(uri, open);
      }
      if (!table.entries.has(uri) && state.inventory.isNote(uri)) table.mark(uri, "text");
      return checkMarked(state, uri);
    },
    tryText: (uri, text) => tryText(state, normalizeUri(uri), text),
    renameEdits(renames, request = {}) {
      const edits = editsForRenames(state, createRenaming(renames), request);
      state.urgent = Promise.allSettled([state.urgent, edits]);
      return edits;
    },
    async filesNear(name) {
      await catchUp(state);
      return filesNear(name, await state.inventory.allFiles());
    },
    citedSources: (note) => pool.othersOf(normalizeUri(note)),
    async findQuote(quotation, uris) {
      const sources: LoadedSource[] = [];
      for (const uri of uris) {
        const source = await readFile(state, normalizeUri(uri));
        if (source !== null && source.problem === undefined) sources.push(source);
      }
      return findQuote(quotation, sources);
    },
    pathTo(noteUri, sourceUri) {
      const { roots, settings } = state;
      return writtenPath(normalizeUri(noteUri), normalizeUri(sourceUri), { roots, sourceRoots: settings.sourceRoots });
    },
    async cite({ sourceUri, note, ...request }) {
      const source = normalizeUri(sourceUri);
      const read = await this.source(source);
      const { roots, settings } = state;
      const into = note && { ...note, uri: normalizeUri(note.uri) };
      return cite(
        { ...request, source: { uri: source, read }, note: into },
        { roots, settings, tryText: this.tryText },
      );
    },
    async suggest(givenUri, text, cursor, cancellation) {
      const uri = normalizeUri(givenUri);
      const { inventory, roots, settings } = state;
      if (!inventory.isNote(uri)) return noSuggestions;
      return suggest({
        noteUri: uri,
        text,
        cursor,
        checked: table.entries.get(uri)?.checked ?? null,
        roots,
        settings,
        inventory,
        store,
        isCited: (source) => backlinks.notesOf(source).size > 0,
        isCancelled: () => cancellation?.isCancellationRequested ?? false,
      });
    },
    async source(uri) {
      const read = await readFile(state, normalizeUri(uri));
      return read?.problem === undefined ? (read?.source ?? null) : null;
    },
    async checkCiting(sourceUri, cancellation) {
      const uri = normalizeUri(sourceUri);
      if (state.typedIn.delete(uri)) markDependents(state, uri);
      const citing = backlinks.notesOf(uri);
      const pause = createPause();
      for (const entry of [...table.marked].filter((each) => citing.has(each.uri))) {
        if (cancellation?.isCancellationRequested) break;
        await checkMarked(state, entry.uri);
        await pause();
      }
      return citing.size > 0;
    },
    citationsOf: (uri) => backlinks.citationsOf(normalizeUri(uri)),
    backlinksOf: (uri, lines) => backlinks.backlinksOf(normalizeUri(uri), lines),
    async uncitedFiles() {
      const { roots, settings, inventory, sourceFolders } = state;
      const allowed = [...roots, ...settings.sourceRoots];
      const files = await sourceFolders.files({ cited: backlinks.sources(), roots, allowed });
      return files.filter((uri) => backlinks.notesOf(uri).size === 0 && !inventory.isNote(uri));
    },
    noteUris() {
      const { inventory } = state;
      const open = [...documents.keys()].filter(inventory.isNote);
      return [...new Set([...inventory.notesOnDisk(), ...open])].sort();
    },
    notes: noteList.all,
    summary: () => totals.summary(backlinks.sourceCount),
  };
}
