import { Message } from "vscode-languageserver/node";
import { problemsOf } from "./messages.ts";

/** A request of the client's, and what has become of it. */
export interface Exchange {
  readonly id: number | string;
  readonly method: string;
  readonly params: unknown;
  /** How many messages had passed before. */
  readonly sentAt: number;
  readonly replies: Reply[];
}

export interface Reply {
  readonly at: number;
  readonly result?: unknown;
  readonly error?: { readonly code: number; readonly message: string };
}

/** What passes over a connection, seen between the client and the wire. */
export interface Traffic {
  toServer(message: Message): void;
  toClient(message: Message): void;
  /** The client's requests, oldest first. */
  readonly exchanges: readonly Exchange[];
  /** How many messages have passed. */
  count(): number;
  /**
   * What no server may do: say what the protocol has no form for, answer twice, answer what nobody asked, or report
   * progress in front of its beginning or behind its end.
   */
  problems(): string[];
}

export function createTraffic(): Traffic {
  const exchanges = new Map<number | string, Exchange>();
  const problems: string[] = [];
  const shown = new Set<unknown>();
  let count = 0;
  return {
    toServer(message) {
      count++;
      if (!Message.isRequest(message)) return;
      const { id, method, params } = message;
      if (id !== null) exchanges.set(id, { id, method, params, sentAt: count, replies: [] });
    },
    toClient(message) {
      count++;
      const answered = Message.isResponse(message) && message.id !== null ? exchanges.get(message.id) : undefined;
      problems.push(...problemsOf(message, answered?.method ?? null));
      problems.push(...progressProblems(message, shown));
      if (!Message.isResponse(message)) return;
      if (answered === undefined) problems.push(`a reply to no request: ${JSON.stringify(message)}`);
      else answered.replies.push({ at: count, result: message.result, error: message.error });
    },
    get exchanges() {
      return [...exchanges.values()];
    },
    count: () => count,
    problems: () => [
      ...problems,
      ...[...exchanges.values()]
        .filter(({ replies }) => replies.length > 1)
        .map(({ method, replies }) => `${replies.length} replies to one ${method}`),
    ],
  };
}

/** Keeps the tokens of progress that has begun in `shown`. */
function progressProblems(message: Message, shown: Set<unknown>): string[] {
  if (!Message.isNotification(message) || message.method !== "$/progress") return [];
  const { token, value } = message.params as { readonly token: unknown; readonly value: { readonly kind: string } };
  if (value.kind === "begin") shown.add(token);
  else if (!shown.has(token)) return [`progress that is not shown: ${JSON.stringify(message.params)}`];
  if (value.kind === "end") shown.delete(token);
  return [];
}
