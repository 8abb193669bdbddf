import { type Disposable, l10n, window, workspace } from "vscode";
import type { QuoteName } from "../../../server/src/shell/protocol.ts";
import type { Server } from "../server/server.ts";

/** Tells the person, where the settings let it, of quotes that a changed source has made wrong; "Show" leads to them. */
export function tellLostQuotes(server: Server, show: (quotes: readonly QuoteName[]) => Promise<void>): Disposable {
  return server.onLostQuotes(async ({ text, quotes }) => {
    if (!workspace.getConfiguration("verbatim").get("notifyOnSourceChange", true)) return;
    if (await window.showInformationMessage(text, l10n.t("Show"))) await show(quotes);
  });
}
