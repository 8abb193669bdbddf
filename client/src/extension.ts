import { commands, type ExtensionContext, window, workspace } from "vscode";
import { selectCommand } from "../../server/src/shell/protocol.ts";
import { registerCiting } from "./cite/register.ts";
import { registerCommands } from "./commands.ts";
import { showEvidence } from "./evidence/evidence.ts";
import { whenNoteExists } from "./firstNote.ts";
import type { MarkdownIt } from "./preview/markdownIt.ts";
import { extendMarkdownIt } from "./preview/marksPlugin.ts";
import { PreviewMarks } from "./preview/previewMarks.ts";
import { select } from "./select.ts";
import { showFailures } from "./server/failures.ts";
import { Server } from "./server/server.ts";
import { showStatus } from "./server/status.ts";
import { CitedPassages } from "./source/citedPassages.ts";
import { Passages } from "./source/passages.ts";

/** What VS Code's Markdown support asks of an extension that contributes `markdown.markdownItPlugins`. */
interface Exports {
  readonly extendMarkdownIt: (md: MarkdownIt) => MarkdownIt;
}

/**
 * Called for the first Markdown or plain text document, or a command. Nothing is done here but registering; all
 * checking is the server's, which is started when there is a note, or when something asks for it.
 */
export function activate(context: ExtensionContext): Exports {
  const log = window.createOutputChannel("Verbatim", { log: true });
  const passages = new Passages();
  const storage = context.storageUri ?? context.globalStorageUri;
  const server = new Server({ dist: context.asAbsolutePath("dist"), storage, log, passages });
  const previewMarks = new PreviewMarks(server);
  const citing = registerCiting(server);
  context.subscriptions.push(
    log,
    passages,
    server,
    previewMarks,
    showStatus(server),
    showFailures(server),
    citing,
    registerCommands({ server, citing, log, extension: context.extensionUri }),
    commands.registerCommand(selectCommand, select),
    showEvidence({ server, state: context.workspaceState, log }),
    new CitedPassages(server),
    workspace.onDidChangeConfiguration((change) => {
      if (server.isWanted && change.affectsConfiguration("verbatim.sourceRoots")) void server.restart();
    }),
    // In a turn of its own: VS Code does not wait for it, nor does any extension behind this one.
    whenNoteExists(() => setImmediate(() => server.start())),
  );
  return { extendMarkdownIt: (md) => extendMarkdownIt(md, previewMarks) };
}
