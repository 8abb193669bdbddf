import { commands, l10n, window } from "vscode";

export function focusProblems(): Thenable<unknown> {
  return commands.executeCommand("workbench.actions.view.problems");
}

/** Says a summary. With a button, because VS Code shows a message without one cut off after its first line. */
export async function showSummary(text: string): Promise<void> {
  if (await window.showInformationMessage(text, l10n.t("Show Problems"))) await focusProblems();
}
