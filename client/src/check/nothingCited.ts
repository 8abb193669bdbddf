import { commands, l10n, window, workspace } from "vscode";
import type { CheckResult } from "../../../server/src/shell/protocol.ts";

const walkthrough = "verbatim.verbatim-notes#verbatim.start";

/** Whether a check has nothing to show at all: no citation, and nothing that was meant to be one. */
export function isNothingCited({ summary }: CheckResult): boolean {
  const { citations, errors, warnings, information, hints } = summary;
  return citations + errors + warnings + information + hints === 0;
}

/** Says what to do, where a check of one note or of all found nothing to check. */
export async function showNothingCited(what: "note" | "workspace"): Promise<void> {
  if (what === "workspace" && workspace.workspaceFolders === undefined) {
    return showNoFolder(l10n.t("Open the folder that holds your notes, to have all of them checked."));
  }
  const message =
    what === "note"
      ? l10n.t("This note cites no source yet. Behind a quotation, write a link to the lines that it is from.")
      : l10n.t("No note here cites a source yet. Behind a quotation, write a link to the lines that it is from.");
  const how = l10n.t("Show How");
  const sample = l10n.t("Create Sample Notebook");
  const chosen = await window.showInformationMessage(message, how, sample);
  if (chosen === how) await commands.executeCommand("workbench.action.openWalkthrough", walkthrough, false);
  if (chosen === sample) await commands.executeCommand("verbatim.createSampleNotebook");
}

/** Says what is there to be done in a window without a folder, with a button for it. */
export async function showNoFolder(message: string): Promise<void> {
  const open = l10n.t("Open Folder");
  const sample = l10n.t("Create Sample Notebook");
  const chosen = await window.showInformationMessage(message, open, sample);
  if (chosen === open) await commands.executeCommand("vscode.openFolder");
  if (chosen === sample) await commands.executeCommand("verbatim.createSampleNotebook");
}
