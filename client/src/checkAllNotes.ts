import { randomUUID } from "node:crypto";
import { l10n, ProgressLocation, window } from "vscode";
import { type CheckAllParams, type CheckResult, checkAllRequest } from "../../server/src/shell/protocol.ts";
import type { Server } from "./server.ts";
import { focusProblems, showSummary } from "./summary.ts";

/**
 * Checks every note of the workspace, shows the Problems view and says the summary. Returns the result, or undefined
 * where the person cancelled it.
 */
export async function checkAllNotes(server: Server): Promise<CheckResult | undefined> {
  const client = await server.client();
  const result = await window.withProgress(
    { location: ProgressLocation.Notification, title: l10n.t("Checking all notes"), cancellable: true },
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
        const params: CheckAllParams = { workDoneToken };
        return await client.sendRequest<CheckResult>(checkAllRequest, params, cancellation);
      } catch (error) {
        if (cancellation.isCancellationRequested) return undefined;
        throw error;
      } finally {
        listener.dispose();
      }
    },
  );
  if (result === undefined) return undefined;
  await focusProblems();
  void showSummary(result.text);
  return result;
}
