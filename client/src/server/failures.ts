import { commands, type Disposable, l10n, window } from "vscode";
import type { Server } from "./server.ts";

/** Tells the person when the server is down for good, once, and offers what can be done. */
export function showFailures(server: Server): Disposable {
  return server.onFailure(async (reason) => {
    const restart = { title: l10n.t("Restart Server"), command: "verbatim.restartServer" };
    const output = { title: l10n.t("Show Output"), command: "verbatim.showOutput" };
    const chosen = await window.showErrorMessage(reason, output, restart);
    if (chosen) await commands.executeCommand(chosen.command);
  });
}
