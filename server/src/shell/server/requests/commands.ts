import { ErrorCodes, ExecuteCommandRequest, type ProgressToken, ResponseError } from "vscode-languageserver";
import type { Cancellation } from "../../../workspace/workspace.ts";
import type { RequestContext } from "./context.ts";

export interface CommandCall {
  readonly arguments: readonly unknown[];
  readonly workDoneToken: ProgressToken | undefined;
  readonly cancellation: Cancellation;
}

export type CommandHandler = (call: CommandCall) => Promise<unknown>;

/** Commands by their ids, for clients that send no requests but those of the protocol. */
export function answerCommands(
  { lifecycle }: RequestContext,
  handlers: Readonly<Record<string, CommandHandler>>,
): void {
  lifecycle.onRequest(ExecuteCommandRequest.type, async ({ command, arguments: given, workDoneToken }, token) => {
    const handler = Object.hasOwn(handlers, command) ? handlers[command] : null;
    if (handler === null) throw new ResponseError(ErrorCodes.InvalidParams, `There is no command ${command}.`);
    return handler({ arguments: given ?? [], workDoneToken, cancellation: token });
  });
}
