import { l10n } from "vscode";
import { type CheckAllParams, type CheckResult, checkAllRequest } from "../../../server/src/shell/protocol.ts";
import type { Server } from "../server/server.ts";
import { withServerProgress } from "../server/serverProgress.ts";
import { isNothingCited, showNothingCited } from "./nothingCited.ts";
import { focusProblems, showSummary } from "./summary.ts";

/**
 * Checks every note of the workspace, shows the Problems view and says the summary. Returns the result, or undefined
 * where the person cancelled it.
 */
export async function checkAllNotes(server: Server): Promise<CheckResult | undefined> {
  const client = await server.client();
  const result = await withServerProgress(client, l10n.t("Checking all notes"), (workDoneToken, cancellation) => {
    const params: CheckAllParams = { workDoneToken };
    return client.sendRequest<CheckResult>(checkAllRequest, params, cancellation);
  });
  if (result === undefined) return undefined;
  if (isNothingCited(result)) void showNothingCited("workspace");
  else {
    await focusProblems();
    void showSummary(result.text);
  }
  return result;
}
