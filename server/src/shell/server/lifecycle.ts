import {
  type CancellationToken,
  type Connection,
  ErrorCodes,
  LSPErrorCodes,
  type NotificationType,
  type RequestType,
  ResponseError,
} from "vscode-languageserver";
import { attend } from "../../workspace/pause.ts";
import { paramsOf } from "./params.ts";

/**
 * Requests and notifications by the server's state. Before `initialize` and after `shutdown` requests are refused and
 * notifications dropped; a handler that throws makes one error reply and a line in the log, and nothing else.
 */
export interface Lifecycle {
  readonly phase: "new" | "running" | "shut down";
  initialized(): void;
  shutDown(): void;
  onRequest<P, R, E>(
    type: RequestType<P, R, E>,
    handler: (params: P, token: CancellationToken) => Promise<NoInfer<R>>,
  ): void;
  onNotification<P>(type: NotificationType<P>, handler: (params: P) => void): void;
  /** Throws where a request may not be answered now. */
  admit(): void;
}

/** Milliseconds in which other work stands back for a request. */
const mostAttention = 100;

export function createLifecycle(connection: Connection): Lifecycle {
  let phase: Lifecycle["phase"] = "new";

  function admit(): void {
    if (phase === "new") throw new ResponseError(ErrorCodes.ServerNotInitialized, "The server is not initialized yet.");
    if (phase === "shut down") throw new ResponseError(ErrorCodes.InvalidRequest, "The server was shut down.");
  }

  connection.onRequest((method) => {
    admit();
    throw new ResponseError(ErrorCodes.MethodNotFound, `There is no request ${method}.`);
  });

  return {
    get phase() {
      return phase;
    },
    initialized: () => {
      phase = "running";
    },
    shutDown: () => {
      phase = "shut down";
    },
    admit,
    onRequest({ method }, handler) {
      connection.onRequest<unknown, unknown>(method, async (...given): Promise<unknown> => {
        // The library leaves out parameters that a request has not.
        const [params, token] = given.length > 1 ? given : [undefined, given[0] as CancellationToken];
        admit();
        // Such a token tells nobody any more that it is cancelled.
        if (token.isCancellationRequested) throw cancelled();
        const attended = attend();
        // Some requests wait for what nobody else waits for.
        const timer = setTimeout(attended, mostAttention);
        try {
          const result = await handler(paramsOf(method, params) as never, token);
          if (!token.isCancellationRequested) return result;
        } catch (error) {
          if (error instanceof ResponseError) throw error;
          connection.console.error(`${method} failed: ${inWords(error)}`);
          throw new ResponseError(ErrorCodes.InternalError, `Verbatim could not answer: ${inWords(error)}`);
        } finally {
          clearTimeout(timer);
          attended();
        }
        throw cancelled();
      });
    },
    onNotification({ method }, handler) {
      connection.onNotification(method, (params) => {
        if (phase !== "running") return;
        try {
          handler(params);
        } catch (error) {
          connection.console.error(`${method} failed: ${inWords(error)}`);
        }
      });
    },
  };
}

function cancelled(): ResponseError<void> {
  return new ResponseError(LSPErrorCodes.RequestCancelled, "The request was cancelled.");
}

/** What went wrong, on one line and without a stack. */
export function inWords(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return message.split("\n", 1)[0] || "unknown error";
}
