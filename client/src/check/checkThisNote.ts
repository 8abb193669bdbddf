import { l10n, window } from "vscode";
import { type CheckNoteParams, type CheckResult, checkNoteRequest } from "../../../server/src/shell/protocol.ts";
import type { Server } from "../server/server.ts";
import { isNothingCited, showNothingCited } from "./nothingCited.ts";
import { showSummary } from "./summary.ts";

/** Checks the note in the active editor and says what was found. Returns the result, or undefined without a note. */
export async function checkThisNote(server: Server): Promise<CheckResult | undefined> {
  const document = window.activeTextEditor?.document;
  if (document === undefined) {
    void window.showInformationMessage(l10n.t("Open a note to check it."));
    return undefined;
  }
  const client = await server.client();
  const params: CheckNoteParams = { uri: client.code2ProtocolConverter.asUri(document.uri) };
  const result = await client.sendRequest<CheckResult | null>(checkNoteRequest, params);
  if (result === null) {
    void window.showInformationMessage(l10n.t("This document is not a note."));
    return undefined;
  }
  void (isNothingCited(result) ? showNothingCited("note") : showSummary(result.text));
  return result;
}
