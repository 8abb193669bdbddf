import { type Connection, MessageType, ShowMessageNotification } from "vscode-languageserver";
import { diagnosticsOf } from "../../features/diagnostics.ts";
import { type LostQuote, lostInWords } from "../../features/lostQuotes.ts";
import { summaryInWords } from "../../features/summary.ts";
import { t } from "../../l10n.ts";
import { citedUris } from "../../workspace/citedUris.ts";
import type { FileSystem } from "../../workspace/fileSystem.ts";
import type { Settings, SettingsReading } from "../../workspace/settings.ts";
import { isWithin } from "../../workspace/uri.ts";
import type { FileChange, Workspace, WorkspaceOptions } from "../../workspace/workspace.ts";
import type { DiskCache } from "../diskCache.ts";
import {
  type CheckedParams,
  checkedNotification,
  type InitializationOptions,
  type LostQuotesParams,
  lostQuotesNotification,
  type StatusParams,
  statusNotification,
} from "../protocol.ts";
import { createCacheWriter } from "./cacheWriter.ts";
import { type Checker, type CheckerState, createChecker } from "./checker.ts";
import type { ClientFeatures } from "./clientFeatures.ts";
import { createDebouncer } from "./debounce.ts";
import type { Documents } from "./documents.ts";
import { inWords } from "./lifecycle.ts";
import { startPolling } from "./polling.ts";
import { createLateProgress } from "./progress.ts";
import { createPublisher, type Publisher } from "./publisher.ts";
import { createRefresher } from "./refresher.ts";
import { createSecondLooks } from "./secondLooks.ts";
import { createSourceChanges } from "./sourceChanges.ts";

export interface SessionOptions {
  readonly connection: Connection;
  readonly client: ClientFeatures;
  readonly documents: Documents;
  readonly fileSystem: FileSystem;
  readonly roots: readonly string[];
  readonly reading: SettingsReading;
  readonly createWorkspace: (options: WorkspaceOptions) => Workspace;
  /** What is kept of checks from one start to the next; null where nothing is. */
  readonly cache: DiskCache | null;
  /** What the client wants to hear beyond LSP. */
  readonly wishes: NonNullable<InitializationOptions["verbatim"]>;
}

/** A workspace at work: what the client tells goes in, and what is found is published. */
export interface Session {
  readonly workspace: Workspace;
  readonly checker: Checker;
  readonly publisher: Publisher;
  settings(): Settings;
  /** The workspace folders. */
  roots(): readonly string[];
  /** Begins to check and to publish. */
  start(): void;
  /** Of the documents, by their keys, as they are by now. */
  opened(key: string): void;
  changed(key: string): void;
  closed(key: string): void;
  /** A document was saved, and with it maybe others, by programs of which the client knows nothing. */
  saved(): void;
  apply(reading: SettingsReading): void;
  setRoots(roots: readonly string[]): void;
  filesChanged(changes: readonly FileChange[]): void;
  /** All notes get diagnostics, whatever the settings say, until they say something else. */
  widen(): void;
  /** A workspace in which all notes are found, whatever the scope of the diagnostics is. */
  withAllNotes(): Workspace;
  /** Hands changes that still wait to the workspace, so that a request sees what the person sees. */
  flush(): void;
  dispose(): void;
}

/** Milliseconds without a keystroke before a document is checked, and at most between two checks while typing. */
const quietTime = 150;
const longestWait = 600;
/** Milliseconds without a keystroke before notes that are not open are checked for what was typed, and at most. */
const restTime = 400;
const longestTyping = 4000;
/** Milliseconds in which notes gather that the client is told were checked, and at most between two such messages. */
const tellTime = 60;
const longestTell = 500;
/** Milliseconds without a check after which a change of sources has settled. */
const settleTime = 2000;
/** Milliseconds until what could not be read is looked at again: at first, and at most. */
const firstSecondLook = 1000;
const longestSecondLook = 60_000;
/** Milliseconds between two looks at the sources of open notes of which the client does not tell when they change. */
const pollingInterval = 2000;
/** The same for everything, after a document was saved. */
const afterSave = 500;
/** The most quotes that a message about them names. */
const mostLost = 1000;
/** Bytes for texts and sources that were made ready to be looked at. */
const room = 8 * 2 ** 20;
/** Milliseconds before progress is shown. */
const progressDelay = 1000;

export function createSession(options: SessionOptions): Session {
  const { connection, client, documents, fileSystem, cache, wishes } = options;
  const onError = (error: unknown) => connection.console.error(`Checking failed: ${inWords(error)}`);
  let { settings, problems } = options.reading;
  let { roots } = options;
  let isStarted = false;
  let lastStatus = "";
  let applied = JSON.stringify(options.reading);
  const told = new Set<string>();
  /** Documents that the workspace knows to be open. */
  const known = new Set<string>();
  const warned = new Set<string>();
  /** Notes that were checked since the client was last told. */
  const checked = new Set<string>();

  const workspace = options.createWorkspace({
    fileSystem,
    roots,
    settings,
    cache: cache ?? undefined,
    room,
    onError: warn,
  });
  const cacheWriter = cache && createCacheWriter({ cache, onError: warnOfCache });
  const publisher = createPublisher({
    send: (params) => connection.sendDiagnostics(params),
    diagnosticsOf: (checked) =>
      diagnosticsOf(checked, { source: client.relatedInformation ? (uri) => workspace.source(uri) : null }),
    openDocument: (key) => documents.get(key),
    onError,
  });
  const secondLooks = createSecondLooks({
    isWanted: () => workspace.hasUnread,
    look: () => workspace.lookAgain("unread"),
    first: firstSecondLook,
    longest: longestSecondLook,
  });
  const checker = createChecker({ workspace, progress: showProgress, onState, onError });
  const debouncer = createDebouncer({ quiet: quietTime, longest: longestWait, run: handOver });

  const resting = createDebouncer({ quiet: restTime, longest: longestTyping, run: () => workspace.rested() });

  const teller = createDebouncer({ quiet: tellTime, longest: longestTell, run: tellChecked });

  const sourceChanges = createSourceChanges({ settleTime, tell: tellLost });

  const refresher = createRefresher({ connection, client, onError });

  workspace.onUpdate((update) => {
    publisher.update(update);
    refresher.update(update);
    if (wishes.lostQuotes === true) sourceChanges.update(update);
    if (wishes.checked !== true) return;
    checked.add(update.uri);
    teller.trigger(checkedNotification);
  });
  workspace.onMarked(() => isStarted && checker.schedule());

  /** Once for each reason: what cannot be read is looked at again and again. */
  function warn(uri: string, error: unknown): void {
    const warning = `${uri}: ${inWords(error)}`;
    if (warned.has(warning)) return;
    warned.add(warning);
    connection.console.warn(warning);
  }

  function warnOfCache(error: unknown): void {
    connection.console.warn(`What was found could not be kept: ${inWords(error)}`);
  }

  /** Of those that the client tells nothing of: it watches folders, if anything. */
  async function unwatchedSources(): Promise<Set<string>> {
    const watched = client.fileWatching ? [...roots, ...watchedSourceRoots] : [];
    const uris = new Set<string>();
    for (const { key } of documents.all()) {
      const checked = await workspace.check(key);
      for (const uri of checked === null ? [] : citedUris(checked)) {
        if (!watched.some((folder) => isWithin(uri, folder))) uris.add(uri);
      }
    }
    return uris;
  }

  function onState(state: CheckerState): void {
    sendStatus(state);
    if (state === "scanning") return;
    secondLooks.settled();
    cacheWriter?.rested();
  }

  function showProgress(onCancel: () => void) {
    const create = () =>
      client.progress ? connection.window.createWorkDoneProgress() : Promise.reject(new Error("no progress"));
    return createLateProgress({ create, title: t("Verbatim: checking notes"), after: progressDelay, onCancel });
  }

  function sendStatus(checking: CheckerState): void {
    if (wishes.status !== true) return;
    const state = checking === "scanning" ? "scanning" : "ready";
    const found = state === "ready" ? summaryInWords(workspace.summary()) : "";
    const summary =
      checking === "stopped" ? t("{0}; the check was stopped before all notes were checked", found) : found;
    const status: StatusParams = { state, summary, problems };
    const content = JSON.stringify(status);
    if (content === lastStatus) return;
    lastStatus = content;
    void connection.sendNotification(statusNotification, status);
  }

  function tellChecked(): void {
    const params: CheckedParams = { notes: [...checked].map((key) => documents.get(key)?.uri ?? key) };
    checked.clear();
    void connection.sendNotification(checkedNotification, params).catch(onError);
  }

  function tellLost(lost: readonly LostQuote[]): void {
    const params: LostQuotesParams = {
      text: lostInWords(lost),
      quotes: lost.slice(0, mostLost).map(({ note, quote }) => ({ note, quote })),
    };
    void connection.sendNotification(lostQuotesNotification, params).catch(onError);
  }

  /** An open note does not wait for its turn in a run over all notes. Whatever depends on it has its turn after. */
  function checkOpen(key: string): void {
    if (!isStarted) return;
    workspace
      .check(key)
      .then((checked) => {
        if (checked !== null) publisher.update({ uri: key, checked });
        checker.schedule();
      })
      .catch(onError);
  }

  function handOver(key: string): void {
    const document = documents.get(key);
    if (document === null) return;
    workspace.changeDocument(key, document.version, document.text);
    resting.trigger("typing");
    checkOpen(key);
  }

  function tellProblems(): void {
    for (const problem of problems) {
      if (told.has(problem)) continue;
      told.add(problem);
      void connection.sendNotification(ShowMessageNotification.type, { type: MessageType.Warning, message: problem });
    }
  }

  /** Where the client tells of no files that change, and so everything has to be looked at anew from time to time. */
  const rescanner = createDebouncer({
    quiet: afterSave,
    longest: afterSave,
    run: () => workspace.lookAgain("everything"),
  });
  let endPolling: () => void = () => {};
  /** Those of the start: the client is asked once. */
  let watchedSourceRoots: readonly string[] = [];

  return {
    workspace,
    checker,
    publisher,
    settings: () => settings,
    roots: () => roots,
    start() {
      isStarted = true;
      tellProblems();
      for (const { key } of documents.all()) checkOpen(key);
      checker.scan();
      if (client.relativePatterns) watchedSourceRoots = settings.sourceRoots;
      endPolling = startPolling({
        fileSystem,
        files: unwatchedSources,
        changed: workspace.filesChanged,
        onError,
        interval: pollingInterval,
      });
    },
    opened(key) {
      const document = documents.get(key);
      if (document === null || known.has(key)) return;
      known.add(key);
      publisher.opened(key);
      workspace.openDocument(key, document.version, document.text);
      checkOpen(key);
    },
    changed: (key) => debouncer.trigger(key),
    closed(key) {
      debouncer.cancel(key);
      known.delete(key);
      workspace.closeDocument(key);
    },
    saved() {
      workspace.rested();
      if (!client.fileWatching) rescanner.trigger("everything");
    },
    apply(reading) {
      const content = JSON.stringify(reading);
      if (content === applied) return;
      applied = content;
      ({ settings, problems } = reading);
      workspace.setSettings(settings);
      refresher.refresh();
      sourceChanges.startAnew();
      if (!isStarted) return;
      tellProblems();
      for (const { key } of documents.all()) checkOpen(key);
      checker.scan();
    },
    setRoots(newRoots) {
      roots = newRoots;
      workspace.setRoots(roots);
      sourceChanges.startAnew();
      if (isStarted) checker.scan();
    },
    filesChanged(changes) {
      workspace.filesChanged(changes);
      const cameOrWent = changes.some(({ type }) => type !== "changed");
      if (cameOrWent && wishes.checked === true) teller.trigger(checkedNotification);
    },
    widen() {
      if (settings.scope === "workspace") return;
      settings = { ...settings, scope: "workspace" };
      workspace.setSettings(settings);
    },
    withAllNotes() {
      if (settings.scope === "workspace") return workspace;
      const scope = "workspace";
      const all = options.createWorkspace({
        fileSystem,
        roots,
        settings: { ...settings, scope },
        cache: cache ?? undefined,
        room,
      });
      for (const { key, version, text } of documents.all()) all.openDocument(key, version, text);
      return all;
    },
    flush: () => debouncer.flushAll(),
    dispose() {
      endPolling();
      rescanner.cancelAll();
      secondLooks.dispose();
      debouncer.cancelAll();
      resting.cancelAll();
      teller.cancelAll();
      refresher.dispose();
      sourceChanges.dispose();
      checker.dispose();
      cacheWriter?.end();
    },
  };
}
