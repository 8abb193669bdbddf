import { randomUUID } from "node:crypto";
import { type CancellationToken, ProgressLocation, window } from "vscode";
import type { Client } from "./languageClient.ts";

/** Sends a request under a token with which the server reports how far it is. */
export type Send<T> = (workDoneToken: string, cancellation: CancellationToken) => Promise<T>;

/** Shows the server's progress while it works. Resolves with undefined where the person cancelled it. */
export function withServerProgress<T>(client: Client, title: string, send: Send<T>): Thenable<T | undefined> {
  return window.withProgress(
    { location: ProgressLocation.Notification, title, cancellable: true },
    async (progress, cancellation) => {
      const workDoneToken = randomUUID();
      let reached = 0;
      const listener = client.onWorkDoneProgress(workDoneToken, (step) => {
        if (step.kind === "end") return;
        const percentage = step.percentage ?? reached;
        progress.report({ message: step.message, increment: Math.max(0, percentage - reached) });
        reached = percentage;
      });
      try {
        return await send(workDoneToken, cancellation);
      } catch (error) {
        if (cancellation.isCancellationRequested) return undefined;
        throw error;
      } finally {
        listener.dispose();
      }
    },
  );
}
