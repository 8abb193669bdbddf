import { Disposable, type LogOutputChannel, type Memento, window } from "vscode";
import { tellLostQuotes } from "../check/lostQuotes.ts";
import type { Server } from "../server/server.ts";
import { registerEvidenceCommands } from "./commands.ts";
import { EvidenceView } from "./view.ts";

export interface EvidenceOptions {
  readonly server: Server;
  /** Where it is kept how a person last had the view. */
  readonly state: Memento;
  readonly log: LogOutputChannel;
}

/** The view of the evidence with its commands, and the message that leads to it when sources change. */
export function showEvidence({ server, state, log }: EvidenceOptions): Disposable {
  const logError = (error: unknown) => log.error(error instanceof Error ? error : String(error));
  const tellError = (error: unknown) => {
    logError(error);
    void window.showErrorMessage(error instanceof Error ? error.message : String(error));
  };
  const view = new EvidenceView({ server, state, onError: logError });
  return Disposable.from(
    view,
    registerEvidenceCommands(view, tellError),
    tellLostQuotes(server, (quotes) => view.showQuotes(quotes)),
  );
}
