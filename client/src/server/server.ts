import { join } from "node:path";
import { type Disposable, EventEmitter, type LogOutputChannel, l10n, type Uri, workspace } from "vscode";
import {
  type CheckedParams,
  checkedNotification,
  type InitializationOptions,
  type LostQuotesParams,
  lostQuotesNotification,
  type StatusParams,
  statusNotification,
} from "../../../server/src/shell/protocol.ts";
import { askForLines, mayComplete } from "../completions.ts";
import type { Passages } from "../source/passages.ts";
import type { Client } from "./languageClient.ts";
import { traceChannel } from "./trace.ts";

/** What the person sees of the server: it starts, works, or has stopped for a reason. */
export type ServerState = StatusParams | { readonly state: "starting" } | { readonly state: "stopped" };

/** How often a server that crashes is started again within {@link crashWindow} before it is given up. */
const maxRestarts = 4;
/** In milliseconds. */
const crashWindow = 3 * 60 * 1000;

export interface ServerOptions {
  /** The folder of the bundles. */
  readonly dist: string;
  /** A folder of the extension's own, which may not be there yet. */
  readonly storage: Uri;
  readonly log: LogOutputChannel;
  readonly passages: Passages;
}

/** The language server in a process of its own, and the connection to it. Nothing is loaded before it is needed. */
export class Server implements Disposable {
  readonly #dist: string;
  readonly #storage: Uri;
  readonly #log: LogOutputChannel;
  readonly #passages: Passages;
  readonly #states = new EventEmitter<ServerState>();
  readonly #failures = new EventEmitter<string>();
  readonly #checks = new EventEmitter<readonly string[]>();
  readonly #losses = new EventEmitter<LostQuotesParams>();
  #current: { readonly client: Client; readonly started: Promise<void> } | null = null;
  #turn: Promise<void> | null = null;

  readonly onState = this.#states.event;
  /** The server is down and stays so until somebody starts it again. Fired with the reason in words. */
  readonly onFailure = this.#failures.event;
  /** What was found in these notes (URIs) has changed. */
  readonly onChecked = this.#checks.event;
  /** A change of sources has made quotes wrong that were right. */
  readonly onLostQuotes = this.#losses.event;

  constructor(options: ServerOptions) {
    this.#dist = options.dist;
    this.#storage = options.storage;
    this.#log = options.log;
    this.#passages = options.passages;
  }

  /** Whether anything has asked for the server so far. */
  get isWanted(): boolean {
    return this.#turn !== null;
  }

  /** Starts the server unless that was done before. Resolves when it is ready or has failed; never rejects. */
  start(): Promise<void> {
    return this.#turn ?? this.restart();
  }

  /** Ends the server if it runs, and starts a new one. Resolves when that one is ready or has failed; never rejects. */
  restart(): Promise<void> {
    return this.#inTurn(async () => {
      await this.#end();
      this.#states.fire({ state: "starting" });
      try {
        const client = this.#createClient();
        this.#current = { client, started: client.start() };
        await this.#current.started;
      } catch (error) {
        // Of a server that does not start the client tells itself.
        if (this.#current === null) this.#notStarted(error);
      }
    });
  }

  /**
   * The running client, which is started where that was not done before. Rejects with words for a person where the
   * server does not run.
   */
  async client(): Promise<Client> {
    await this.start();
    const client = this.#current?.client;
    if (client !== undefined && (await client.isUp())) return client;
    throw new Error(l10n.t("The Verbatim server does not run."));
  }

  dispose(): Promise<void> {
    return this.#inTurn(() => this.#end());
  }

  #inTurn(action: () => Promise<void>): Promise<void> {
    this.#turn = (this.#turn ?? Promise.resolve()).then(action);
    return this.#turn;
  }

  async #end(): Promise<void> {
    const current = this.#current;
    this.#current = null;
    if (current === null) return;
    await current.started.catch(() => {});
    await current.client.dispose().catch((error) => this.#log.error(error));
  }

  #createClient(): Client {
    // Named by a path that is known only at run time, so that it stays a bundle of its own.
    const bundle: typeof import("./languageClient.ts") = require(join(this.#dist, "languageClient.js"));
    let wasRunning = false;
    const crashes: number[] = [];
    const client = new bundle.Client({
      module: join(this.#dist, "server.js"),
      log: this.#log,
      traceLog: traceChannel(this.#log),
      initializationOptions: () => initializationOptions(this.#storage),
      middleware: {
        provideDefinition: async (document, position, token, next) => {
          const definition = await next(document, position, token);
          this.#passages.remember(definition);
          return definition;
        },
        provideCompletionItem: async (document, position, context, token, next) =>
          mayComplete(document, context) ? askForLines(await next(document, position, context, token)) : null,
        provideDocumentHighlights: async (document, position, token, next) => {
          // Beside the passages of a line the editor's own highlights, of words, are of more use.
          const highlights = await next(document, position, token);
          return highlights?.some(({ range }) => range.contains(position)) ? highlights : undefined;
        },
      },
      restarts: () => {
        const now = Date.now();
        crashes.push(now);
        const recent = crashes.filter((time) => now - time < crashWindow).length;
        const again = wasRunning && recent <= maxRestarts;
        if (!again && wasRunning) this.#fail(l10n.t("The Verbatim server stopped {0} times in a row.", recent));
        return again;
      },
      onState: (state) => {
        if (this.#current?.client !== client) return;
        if (state === "running") wasRunning = true;
        if (state === "starting") this.#states.fire({ state });
        if (state === "failed" && !wasRunning) this.#notStarted();
      },
    });
    client.onNotification(statusNotification, (status: StatusParams) => this.#states.fire(status));
    client.onNotification(checkedNotification, ({ notes }: CheckedParams) => this.#checks.fire(notes));
    client.onNotification(lostQuotesNotification, (lost: LostQuotesParams) => this.#losses.fire(lost));
    return client;
  }

  #notStarted(error?: unknown): void {
    if (error !== undefined) this.#log.error(error instanceof Error ? error : String(error));
    this.#fail(l10n.t("The Verbatim server could not be started."));
  }

  #fail(reason: string): void {
    this.#states.fire({ state: "stopped" });
    this.#failures.fire(reason);
  }
}

function initializationOptions(storage: Uri): InitializationOptions {
  // A setting of scope "machine": VS Code ignores what a workspace says of it.
  const sourceRoots = workspace.getConfiguration("verbatim").get<unknown>("sourceRoots");
  return {
    sourceRoots: Array.isArray(sourceRoots) ? sourceRoots.filter((root) => typeof root === "string") : [],
    ...(storage.scheme === "file" ? { cacheFolder: join(storage.fsPath, "checks") } : {}),
    verbatim: { status: true, checked: true, select: true, lostQuotes: true, showCitingPlaces: true, listsLinks: true },
  };
}
