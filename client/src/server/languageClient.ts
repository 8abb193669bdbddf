import type { LogOutputChannel } from "vscode";
import {
  CloseAction,
  type CloseHandlerResult,
  type Disposable,
  ErrorAction,
  LanguageClient,
  type LanguageClientOptions,
  State,
  TransportKind,
  WorkDoneProgress,
  type WorkDoneProgressBegin,
  type WorkDoneProgressEnd,
  type WorkDoneProgressReport,
} from "vscode-languageclient/node";
import { serverEnvironment } from "./serverEnvironment.ts";

export interface ClientOptions {
  /** The server's bundle. */
  readonly module: string;
  readonly log: LogOutputChannel;
  readonly traceLog: LogOutputChannel;
  readonly initializationOptions: () => unknown;
  readonly middleware: LanguageClientOptions["middleware"];
  /** Whether a server that is gone is to be started again. */
  readonly restarts: () => boolean;
  readonly onState: (state: "starting" | "running" | "failed") => void;
}

type WorkDoneStep = WorkDoneProgressBegin | WorkDoneProgressReport | WorkDoneProgressEnd;

/**
 * The connection to a server in a process of its own. This file alone runs the client library: it is a bundle beside
 * the extension's, loaded when the first note is there, since reading it takes longer than all of activation.
 */
export class Client extends LanguageClient {
  constructor(options: ClientOptions) {
    super(
      "verbatim",
      "Verbatim",
      { module: options.module, transport: TransportKind.ipc, options: { env: serverEnvironment } },
      {
        // Every file: a source that is open is checked as it stands in the editor, whatever its language.
        documentSelector: [{ scheme: "file" }, { scheme: "untitled", language: "markdown" }],
        diagnosticCollectionName: "verbatim",
        outputChannel: options.log,
        traceOutputChannel: options.traceLog,
        initializationOptions: options.initializationOptions,
        initializationFailedHandler: () => false,
        middleware: options.middleware,
        errorHandler: {
          // Messages under way to a server that dies fail one by one. Its end is told by `closed`, which decides.
          error: () => ({ action: ErrorAction.Continue, handled: true }),
          closed: (): CloseHandlerResult => {
            this.#forgetWaiting();
            return { action: options.restarts() ? CloseAction.Restart : CloseAction.DoNotRestart };
          },
        },
      },
    );
    this.onDidChangeState(({ newState }) => {
      if (newState === State.Starting) options.onState("starting");
      if (newState === State.Running) options.onState("running");
      if (newState === State.StartFailed) options.onState("failed");
    });
  }

  /**
   * The library shows diagnostics one document at a time, and would go on with those of a server that is gone when the
   * next one runs, which says nothing of a note in which all is well by then.
   */
  #forgetWaiting(): void {
    // biome-ignore lint/complexity/useLiteralKeys: private to the library, which offers no other way
    this["_diagnosticQueue"].clear();
  }

  /** Waits for a start that is under way. Whether the server then runs. */
  async isUp(): Promise<boolean> {
    if (this.state === State.Starting) await this.start().catch(() => {});
    return this.isRunning();
  }

  onWorkDoneProgress(token: string, listener: (step: WorkDoneStep) => void): Disposable {
    return this.onProgress(WorkDoneProgress.type, token, listener);
  }

  /** Errors are logged; telling the person, once, is left to us. */
  override error(message: string, data?: unknown): void {
    super.error(message, data, false);
  }

  override info(message: string, data?: unknown): void {
    super.info(message, data, false);
  }
}
