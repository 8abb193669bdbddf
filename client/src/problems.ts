import { commands, Disposable, l10n, window } from "vscode";
import type { Server } from "./server.ts";

/** Tells the person what is wrong with the settings or with the server: each thing once, with what to do about it. */
export function showProblems(server: Server): Disposable {
  let known: readonly string[] = [];
  return Disposable.from(
    server.onState((status) => {
      if (status.state !== "ready") return;
      const fresh = status.problems.filter((problem) => !known.includes(problem));
      known = status.problems;
      const openSettings = { title: l10n.t("Open Settings"), command: "verbatim.openSettings" };
      if (fresh.length > 0) void offer(window.showWarningMessage(`Verbatim: ${fresh.join(" ")}`, openSettings));
    }),
    server.onFailure((reason) => {
      const restart = { title: l10n.t("Restart Server"), command: "verbatim.restartServer" };
      const output = { title: l10n.t("Show Output"), command: "verbatim.showOutput" };
      void offer(window.showErrorMessage(reason, output, restart));
    }),
  );
}

async function offer(choice: Thenable<{ readonly command: string } | undefined>): Promise<void> {
  const chosen = await choice;
  if (chosen) await commands.executeCommand(chosen.command);
}
