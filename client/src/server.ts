import { type Disposable, EventEmitter, type LogOutputChannel, l10n, workspace } from "vscode";
import { CloseAction, ErrorAction, LanguageClient, State, TransportKind } from "vscode-languageclient/node";
import {
  type CheckedParams,
  checkedNotification,
  type InitializationOptions,
  type StatusParams,
  statusNotification,
} from "../../server/src/shell/protocol.ts";
import type { Passages } from "./passages.ts";
import { traceChannel } from "./trace.ts";

/** What the person sees of the server: it starts, works, or has stopped for a reason. */
export type ServerState = StatusParams | { readonly state: "starting" } | { readonly state: "stopped" };

/** How often a server that crashes is started again within {@link crashWindow} before it is given up. */
const maxRestarts = 3;
/** In milliseconds. */
const crashWindow = 3 * 60 * 1000;

/** The language server in a process of its own, and the connection to it. */
export class Server implements Disposable {
  readonly #module: string;
  readonly #log: LogOutputChannel;
  readonly #passages: Passages;
  readonly #states = new EventEmitter<ServerState>();
  readonly #failures = new EventEmitter<string>();
  readonly #checks = new EventEmitter<readonly string[]>();
  #current: { readonly client: LanguageClient; readonly started: Promise<void> } | null = null;
  #turn: Promise<void> = Promise.resolve();

  readonly onState = this.#states.event;
  /** The server is down and stays so until somebody starts it again. Fired with the reason in words. */
  readonly onFailure = this.#failures.event;
  /** What was found in these notes (URIs) has changed. */
  readonly onChecked = this.#checks.event;

  constructor(options: { readonly module: string; readonly log: LogOutputChannel; readonly passages: Passages }) {
    this.#module = options.module;
    this.#log = options.log;
    this.#passages = options.passages;
  }

  /** Ends the server if it runs, and starts a new one. Resolves when that one is ready or has failed; never rejects. */
  restart(): Promise<void> {
    this.#turn = this.#turn.then(async () => {
      await this.#end();
      const client = this.#createClient();
      const started = client.start();
      this.#current = { client, started };
      this.#states.fire({ state: "starting" });
      await started.catch(() => {});
    });
    return this.#turn;
  }

  /** The running client. Rejects with words for a person where the server does not run. */
  async client(): Promise<LanguageClient> {
    await this.#turn;
    const client = this.#current?.client;
    if (client?.state === State.Starting) await client.start().catch(() => {});
    if (client?.isRunning()) return client;
    throw new Error(l10n.t("The Verbatim server does not run."));
  }

  dispose(): Promise<void> {
    this.#turn = this.#turn.then(() => this.#end());
    return this.#turn;
  }

  async #end(): Promise<void> {
    const current = this.#current;
    this.#current = null;
    if (current === null) return;
    await current.started.catch(() => {});
    await current.client.dispose().catch((error) => this.#log.error(error));
  }

  #createClient(): LanguageClient {
    let wasRunning = false;
    const crashes: number[] = [];
    const client = new QuietClient(
      "verbatim",
      "Verbatim",
      { module: this.#module, transport: TransportKind.ipc },
      {
        // Every file: a source that is open is checked as it stands in the editor, whatever its language.
        documentSelector: [{ scheme: "file" }, { scheme: "untitled", language: "markdown" }],
        diagnosticCollectionName: "verbatim",
        outputChannel: this.#log,
        traceOutputChannel: traceChannel(this.#log),
        initializationOptions,
        initializationFailedHandler: () => false,
        middleware: {
          provideDefinition: async (document, position, token, next) => {
            const definition = await next(document, position, token);
            this.#passages.remember(definition);
            return definition;
          },
        },
        errorHandler: {
          // Messages under way to a server that dies fail one by one. Its end is told by `closed`, which decides.
          error: () => ({ action: ErrorAction.Continue, handled: true }),
          closed: () => {
            const now = Date.now();
            crashes.push(now);
            const recent = crashes.filter((time) => now - time < crashWindow).length;
            const again = wasRunning && recent <= maxRestarts;
            if (!again && wasRunning) this.#fail(l10n.t("The Verbatim server stopped {0} times in a row.", recent));
            return { action: again ? CloseAction.Restart : CloseAction.DoNotRestart };
          },
        },
      },
    );
    client.onDidChangeState(({ newState }) => {
      if (this.#current?.client !== client) return;
      if (newState === State.Running) wasRunning = true;
      if (newState === State.Starting) this.#states.fire({ state: "starting" });
      if (newState === State.StartFailed && !wasRunning)
        this.#fail(l10n.t("The Verbatim server could not be started."));
    });
    client.onNotification(statusNotification, (status: StatusParams) => this.#states.fire(status));
    client.onNotification(checkedNotification, ({ notes }: CheckedParams) => this.#checks.fire(notes));
    return client;
  }

  #fail(reason: string): void {
    this.#states.fire({ state: "stopped" });
    this.#failures.fire(reason);
  }
}

/** Logs what goes wrong and leaves it to us to tell the person, once. */
class QuietClient extends LanguageClient {
  override error(message: string, data?: unknown): void {
    super.error(message, data, false);
  }

  override info(message: string, data?: unknown): void {
    super.info(message, data, false);
  }
}

function initializationOptions(): InitializationOptions {
  // A setting of scope "machine": VS Code ignores what a workspace says of it.
  const sourceRoots = workspace.getConfiguration("verbatim").get<unknown>("sourceRoots");
  return {
    sourceRoots: Array.isArray(sourceRoots) ? sourceRoots.filter((root) => typeof root === "string") : [],
    verbatim: { status: true, checked: true },
  };
}
