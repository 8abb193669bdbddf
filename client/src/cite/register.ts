import { commands, Disposable, type Uri, window } from "vscode";
import type { Server } from "../server/server.ts";
import { askForCitation } from "./ask.ts";
import { CiteSelectionIn } from "./citeSelectionIn.ts";
import { CopiedCitation, copyAsCitation } from "./copyAsCitation.ts";
import { offerDropping } from "./drop.ts";
import { offerPasting } from "./paste.ts";

export interface Citing extends Disposable {
  readonly copyAsCitation: (resource?: Uri) => Promise<void>;
  /** The menus call it with the source’s URI, which is the active editor’s; whoever knows the note names it. */
  readonly citeSelectionIn: (argument?: { readonly note?: Uri }) => Promise<void>;
}

/** From a source to a note: pasting, dropping, and the commands that need neither. */
export function registerCiting(server: Server): Citing {
  const copied = new CopiedCitation();
  const citeSelection = new CiteSelectionIn(server);
  const registered = Disposable.from(offerPasting(server, copied), offerDropping(server), followNotes(server));
  return {
    copyAsCitation: (resource) => copyAsCitation(server, copied, resource),
    citeSelectionIn: (argument) => citeSelection.run(argument?.note),
    dispose: () => registered.dispose(),
  };
}

/** Keeps the context key by which the menus know a note that is no source, where nobody cites from. */
function followNotes(server: Server): Disposable {
  let isKnown = false;
  const tell = (isOnlyNote: boolean) => {
    if (isKnown === isOnlyNote) return;
    isKnown = isOnlyNote;
    void commands.executeCommand("setContext", "verbatim.isOnlyNote", isOnlyNote);
  };
  const look = async () => {
    const document = window.activeTextEditor?.document;
    if (document?.languageId !== "markdown" || !server.isWanted) return tell(false);
    const source = { uri: document.uri.toString() };
    const isOnlyNote = await askForCitation(server, { source, shape: "citation" }).then(
      (answer) => answer.isOnlyNote,
      () => false,
    );
    if (window.activeTextEditor?.document === document) tell(isOnlyNote);
  };
  void look();
  return Disposable.from(
    window.onDidChangeActiveTextEditor(look),
    server.onChecked((notes) => {
      if (notes.includes(window.activeTextEditor?.document.uri.toString() ?? "")) void look();
    }),
  );
}
