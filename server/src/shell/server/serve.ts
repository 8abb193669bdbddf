import {
  type Connection,
  DidChangeConfigurationNotification,
  DidChangeTextDocumentNotification,
  DidChangeWatchedFilesNotification,
  DidCloseTextDocumentNotification,
  DidOpenTextDocumentNotification,
  DidRenameFilesNotification,
  DidSaveTextDocumentNotification,
  ErrorCodes,
  InitializedNotification,
  type InitializeResult,
  ResponseError,
} from "vscode-languageserver";
import { version } from "../../../../package.json";
import { english, type Language, speak } from "../../l10n.ts";
import type { FileSystem } from "../../workspace/fileSystem.ts";
import type { readSettings, SettingsReading } from "../../workspace/settings.ts";
import { normalizeUri } from "../../workspace/uri.ts";
import type { DiskCache } from "../diskCache.ts";
import { type CiteParams, citeCommand, fixAllCommand, type InitializationOptions } from "../protocol.ts";
import { type ClientFeatures, clientFeaturesOf } from "./clientFeatures.ts";
import { createDocuments } from "./documents.ts";
import { capabilities, rootsOf, wishesOf } from "./initialize.ts";
import { createLifecycle, inWords, type Lifecycle } from "./lifecycle.ts";
import { answerBacklinks } from "./requests/backlinks.ts";
import { answerChecks } from "./requests/checks.ts";
import { answerCite, cite } from "./requests/cite.ts";
import { answerCodeActions } from "./requests/codeActions.ts";
import { answerCommands } from "./requests/commands.ts";
import { answerCompletion } from "./requests/completion.ts";
import { answerEvidence } from "./requests/evidence.ts";
import { fixAllNotes } from "./requests/fixAll.ts";
import { answerMarks } from "./requests/marks.ts";
import { answerNavigation } from "./requests/navigation.ts";
import { answerRenames } from "./requests/renames.ts";
import { answerRendering } from "./requests/rendering.ts";
import { createSession, type Session } from "./session.ts";
import { pushedSettings, readClientSettings } from "./settings.ts";
import { changesOfRenames, fileChangesOf, registerWatching } from "./watching.ts";

export interface ServeOptions {
  readonly fileSystem: FileSystem;
  /** Schemes of the URIs that the file system reads. */
  readonly schemes: ReadonlySet<string>;
  /** Loads what checks; not called before `initialize` was answered. */
  readonly loadCore: () => Promise<typeof import("./core.ts")>;
  /** The messages in a client's language; null where there are none. */
  readonly loadLanguage: (locale: string) => Promise<Language | null>;
  /** The URI of a folder as a person writes it; null where it is no absolute path. */
  readonly folderUri: (folder: string) => string | null;
  /** What is kept of checks in a folder. Throws where the URI cannot name one of this machine. */
  readonly openCache: (folderUri: string, options: ServerCacheOptions) => DiskCache;
  /** Told the process of the client, so that the server can end when that does. */
  readonly onClientProcess: (id: number) => void;
}

export interface ServerCacheOptions {
  readonly language: Language;
  /** The workspace folders of the moment, in which nothing is written. */
  readonly roots: () => readonly string[];
}

/** Milliseconds that the first check waits for the client's settings. A client that never answers loses no more. */
const settingsWait = 500;

/** Serves one client over a connection that is not listening yet. */
export function serve(connection: Connection, options: ServeOptions): Lifecycle {
  const { fileSystem, schemes, loadCore, loadLanguage, folderUri } = options;
  const lifecycle = createLifecycle(connection);
  let client: ClientFeatures = clientFeaturesOf({});
  let locale = "";
  let wishes: InitializationOptions = {};
  let rawSettings: unknown;
  let roots: readonly string[] = [];
  let session: Promise<Session> | null = null;
  const documents = createDocuments({ schemes, untitledFolder: () => (roots.length === 1 ? roots[0] : null) });
  const log = (what: string) => (error: unknown) => connection.console.error(`${what}: ${inWords(error)}`);

  function openSession(): Promise<Session> {
    session ??= Promise.all([loadCore(), loadLanguage(locale)]).then(
      ([{ createWorkspace, readSettings }, language]) => {
        speak(language ?? english);
        const reading = readWith(readSettings);
        const opened = createSession({
          connection,
          client,
          documents,
          fileSystem,
          roots,
          reading,
          createWorkspace,
          cache: cacheFor(language ?? english),
          wishes: wishes.verbatim ?? {},
        });
        for (const { key } of documents.all()) opened.opened(key);
        return opened;
      },
    );
    return session;
  }

  function readWith(read: typeof readSettings): SettingsReading {
    return readClientSettings({ raw: rawSettings, sourceRoots: wishes.sourceRoots ?? [], read, folderUri });
  }

  function cacheFor(language: Language): DiskCache | null {
    const { cacheFolder } = wishes;
    if (cacheFolder === undefined) return null;
    const uri = folderUri(cacheFolder);
    if (uri === null) {
      connection.console.warn(`Nothing is kept of checks: ${cacheFolder} is no absolute path.`);
      return null;
    }
    try {
      return options.openCache(uri, { language, roots: () => roots });
    } catch (error) {
      log("Nothing is kept of checks")(error);
      return null;
    }
  }

  function withSession(action: (session: Session) => void): void {
    session?.then(action).catch(log("Verbatim could not follow a change"));
  }

  async function applySettings(raw: unknown): Promise<void> {
    rawSettings = raw;
    const [current, { readSettings }] = await Promise.all([openSession(), loadCore()]);
    current.apply(readWith(readSettings));
  }

  async function askForSettings(): Promise<void> {
    await applySettings((await connection.workspace.getConfiguration("verbatim")) ?? wishes.settings);
  }

  connection.onInitialize((params): InitializeResult => {
    if (lifecycle.phase !== "new") {
      throw new ResponseError(ErrorCodes.InvalidRequest, "The server was initialized before.");
    }
    locale = params.locale ?? "";
    client = clientFeaturesOf(params.capabilities);
    wishes = wishesOf(params);
    rawSettings = wishes.settings;
    roots = rootsOf(params, folderUri).map(normalizeUri);
    if (typeof params.processId === "number") options.onClientProcess(params.processId);
    lifecycle.initialized();
    return { capabilities, serverInfo: { name: "Verbatim", version } };
  });

  lifecycle.onNotification(InitializedNotification.type, () => {
    const settled = client.configuration ? askForSettings().catch(log("The client gave no settings")) : null;
    const waited = Promise.race([settled, new Promise((resolve) => setTimeout(resolve, settingsWait))]);
    Promise.all([openSession(), waited])
      .then(([opened]) => {
        opened.start();
        return registerWatching(connection, client, opened.settings().sourceRoots);
      })
      .catch(log("Verbatim could not start"));
    if (client.workspaceFolders) {
      connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
        const gone = new Set(removed.map(({ uri }) => normalizeUri(uri)));
        const kept = roots.filter((root) => !gone.has(root));
        roots = [...new Set([...kept, ...added.map(({ uri }) => normalizeUri(uri))])];
        withSession((current) => current.setRoots(roots));
      });
    }
  });

  lifecycle.onNotification(DidChangeConfigurationNotification.type, ({ settings }) => {
    const applied = client.configuration
      ? askForSettings()
      : applySettings(pushedSettings(settings) ?? wishes.settings);
    applied.catch(log("The settings could not be read"));
  });

  lifecycle.onNotification(DidOpenTextDocumentNotification.type, ({ textDocument }) => {
    // A client that lost track opens what is open already: its text is then a change.
    const key = documents.keyOf(textDocument.uri);
    const isOpen = key !== null && documents.get(key) !== null;
    const document = documents.open(textDocument);
    if (document === null) return;
    withSession((current) => (isOpen ? current.changed(document.key) : current.opened(document.key)));
  });
  lifecycle.onNotification(DidChangeTextDocumentNotification.type, (params) => {
    const document = documents.change(params);
    if (document !== null) withSession((current) => current.changed(document.key));
  });
  lifecycle.onNotification(DidCloseTextDocumentNotification.type, ({ textDocument }) => {
    const document = documents.close(textDocument.uri);
    if (document !== null) withSession((current) => current.closed(document.key));
  });
  lifecycle.onNotification(DidSaveTextDocumentNotification.type, () => withSession((current) => current.saved()));
  // The watcher may take a second, in which all that was renamed would seem to be missing.
  lifecycle.onNotification(DidRenameFilesNotification.type, ({ files }) => {
    withSession((current) => current.workspace.filesChanged(changesOfRenames(files)));
  });
  lifecycle.onNotification(DidChangeWatchedFilesNotification.type, ({ changes }) => {
    withSession((current) => current.filesChanged(fileChangesOf(changes)));
  });

  const context = {
    lifecycle,
    documents,
    client: () => client,
    wishes: () => wishes.verbatim ?? {},
    session: openSession,
  };
  answerNavigation(context);
  answerCompletion(context);
  answerEvidence(context);
  answerBacklinks(context, {
    progress: ({ workDoneToken }) => connection.window.attachWorkDoneProgress(workDoneToken),
  });
  answerMarks(context);
  answerCite(context);
  answerCommands(context, {
    [citeCommand]: ({ arguments: [params] }) => cite(context, params as CiteParams | undefined),
    [fixAllCommand]: (call) =>
      fixAllNotes(context, call, {
        fixes: loadCore,
        progress: (token) => connection.window.attachWorkDoneProgress(token),
        applyEdit: async (params) => (await connection.workspace.applyEdit(params)).applied,
      }),
  });
  answerCodeActions(context, { fixes: loadCore });
  answerRendering(context);
  answerChecks(context, {
    progress: ({ workDoneToken }) => connection.window.attachWorkDoneProgress(workDoneToken),
  });

  answerRenames(context, {
    setting: async (name) => (client.configuration ? await connection.workspace.getConfiguration(name) : null),
  });

  connection.onShutdown(async () => {
    lifecycle.admit();
    lifecycle.shutDown();
    await session?.then((current) => current.dispose()).catch(log("Verbatim could not end its work"));
  });
  return lifecycle;
}
