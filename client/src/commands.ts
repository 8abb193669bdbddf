import { commands, Disposable, type LogOutputChannel, Uri, window } from "vscode";
import type { CitingPlacesParams } from "../../server/src/shell/protocol.ts";
import { checkAllNotes } from "./check/checkAllNotes.ts";
import { checkThisNote } from "./check/checkThisNote.ts";
import { fixAllNotes } from "./check/fixAllNotes.ts";
import type { Citing } from "./cite/register.ts";
import { createSampleNotebook } from "./sampleNotebook.ts";
import type { Server } from "./server/server.ts";
import { showCitingPlaces } from "./source/citingPlaces.ts";

const extensionId = "verbatim.verbatim-notes";

interface CommandContext {
  readonly server: Server;
  readonly citing: Citing;
  readonly log: LogOutputChannel;
  /** The folder of the extension. */
  readonly extension: Uri;
}

/** The commands of package.json and of lenses, by the part of their id behind `verbatim.`. */
export function registerCommands({ server, citing, log, extension }: CommandContext): Disposable {
  const handlers: Readonly<Record<string, (argument: never) => unknown>> = {
    checkAllNotes: () => checkAllNotes(server),
    checkThisNote: () => checkThisNote(server),
    citeSelectionIn: (argument?: { readonly note?: Uri }) => citing.citeSelectionIn(argument),
    copyAsCitation: (resource?: Uri) => citing.copyAsCitation(resource),
    createSampleNotebook: (parent?: unknown) =>
      createSampleNotebook(Uri.joinPath(extension, "sample"), parent instanceof Uri ? parent : undefined),
    fixAllNotes: () => fixAllNotes(server),
    openSettings: () => commands.executeCommand("workbench.action.openSettings", `@ext:${extensionId}`),
    restartServer: () => server.restart(),
    showCitingPlaces: (params: CitingPlacesParams) => showCitingPlaces(server, params),
    showOutput: () => log.show(),
  };
  return Disposable.from(
    ...Object.entries(handlers).map(([name, handler]) =>
      commands.registerCommand(`verbatim.${name}`, async (argument: never) => {
        try {
          return await handler(argument);
        } catch (error) {
          log.error(error instanceof Error ? error : String(error));
          void window.showErrorMessage(error instanceof Error ? error.message : String(error));
        }
      }),
    ),
  );
}
