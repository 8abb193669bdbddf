import { l10n, window } from "vscode";
import { type FixAllResult, fixAllCommand } from "../../../server/src/shell/protocol.ts";
import type { Server } from "../server/server.ts";
import { withServerProgress } from "../server/serverProgress.ts";

/** Makes all safe fixes of every note of the workspace and says how many. Undefined where the person cancelled it. */
export async function fixAllNotes(server: Server): Promise<FixAllResult | undefined> {
  const client = await server.client();
  const result = await withServerProgress(client, l10n.t("Mending citations"), (workDoneToken, cancellation) => {
    const params = { command: fixAllCommand, arguments: [], workDoneToken };
    return client.sendRequest<FixAllResult>("workspace/executeCommand", params, cancellation);
  });
  if (result !== undefined) void window.showInformationMessage(result.text);
  return result;
}
