import { type ExtensionContext, window, workspace } from "vscode";
import { registerCommands } from "./commands.ts";
import { showFailures } from "./failures.ts";
import { Passages } from "./passages.ts";
import { Server } from "./server.ts";
import { showStatus } from "./status.ts";

/** Started by the first Markdown document, a workspace that holds one, or a command. All checking is the server's. */
export function activate(context: ExtensionContext): void {
  const log = window.createOutputChannel("Verbatim", { log: true });
  const passages = new Passages();
  const server = new Server({ module: context.asAbsolutePath("dist/server.js"), log, passages });
  context.subscriptions.push(
    log,
    passages,
    server,
    showStatus(server),
    showFailures(server),
    registerCommands(server, log),
    workspace.onDidChangeConfiguration((change) => {
      if (change.affectsConfiguration("verbatim.sourceRoots")) void server.restart();
    }),
  );
  void server.restart();
}
