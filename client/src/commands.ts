import { commands, Disposable, type LogOutputChannel, window } from "vscode";
import { checkAllNotes } from "./checkAllNotes.ts";
import { checkThisNote } from "./checkThisNote.ts";
import type { Server } from "./server.ts";

const extensionId = "verbatim.verbatim-notes";

/** The commands of package.json, by the part of their id behind `verbatim.`. */
export function registerCommands(server: Server, log: LogOutputChannel): Disposable {
  const handlers: Readonly<Record<string, () => unknown>> = {
    checkAllNotes: () => checkAllNotes(server),
    checkThisNote: () => checkThisNote(server),
    openSettings: () => commands.executeCommand("workbench.action.openSettings", `@ext:${extensionId}`),
    restartServer: () => server.restart(),
    showOutput: () => log.show(),
  };
  return Disposable.from(
    ...Object.entries(handlers).map(([name, handler]) =>
      commands.registerCommand(`verbatim.${name}`, async () => {
        try {
          return await handler();
        } catch (error) {
          log.error(error instanceof Error ? error : String(error));
          void window.showErrorMessage(error instanceof Error ? error.message : String(error));
        }
      }),
    ),
  );
}
