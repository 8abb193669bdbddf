import { commands, l10n, window } from "vscode";

/** Says what to do first, where no text is open to cite from: in the walkthrough, for one. */
export async function askForSelection(): Promise<void> {
  const open = l10n.t("Open a Source");
  const message = l10n.t("Open a source, and select the words to cite in it.");
  if (await window.showInformationMessage(message, open)) await commands.executeCommand("workbench.action.quickOpen");
}
