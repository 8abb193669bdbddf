import { l10n, type TextDocument, window, workspace } from "vscode";
import { type FixAllResult, fixAllCommand } from "../../../server/src/shell/protocol.ts";
import type { Server } from "../server/server.ts";
import { withServerProgress } from "../server/serverProgress.ts";
import { showNoFolder } from "./nothingCited.ts";

/** Makes all safe fixes of every note of the workspace and says how many. Undefined where the person cancelled it. */
export async function fixAllNotes(server: Server): Promise<FixAllResult | undefined> {
  const client = await server.client();
  const result = await withServerProgress(client, l10n.t("Mending citations"), (workDoneToken, cancellation) => {
    const params = { command: fixAllCommand, arguments: [], workDoneToken };
    return client.sendRequest<FixAllResult>("workspace/executeCommand", params, cancellation);
  });
  if (result === undefined) return undefined;
  const isNothingThere = workspace.workspaceFolders === undefined && !workspace.textDocuments.some(isNote);
  void (isNothingThere
    ? showNoFolder(l10n.t("Open the folder that holds your notes, to have all their citations mended."))
    : window.showInformationMessage(result.text));
  return result;
}

function isNote({ languageId }: TextDocument): boolean {
  return languageId === "markdown";
}
