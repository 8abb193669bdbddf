import { env, l10n, type Uri, window } from "vscode";
import type { Server } from "../server/server.ts";
import { askForCitation } from "./ask.ts";
import { askForSelection } from "./askForSelection.ts";
import { type Origin, originOfSelection } from "./origin.ts";

/** The last citation that went to the clipboard. Pasted into a note it is written anew, for that note. */
export class CopiedCitation {
  #last: { readonly text: string; readonly origin: Origin } | null = null;

  remember(text: string, origin: Origin): void {
    this.#last = { text, origin };
  }

  /** What the text of the clipboard cites, if it is that citation. */
  originOf(text: string): Origin | null {
    return this.#last?.text === text ? this.#last.origin : null;
  }
}

/**
 * Copies the selection with its citation, as a note in the workspace folder would have it. `resource`: a file that was
 * chosen elsewhere than in the editor, which is cited as a whole.
 */
export async function copyAsCitation(server: Server, copied: CopiedCitation, resource?: Uri): Promise<void> {
  const editor = window.activeTextEditor;
  const isOwn = resource === undefined || editor?.document.uri.toString() === resource.toString();
  if (isOwn && editor === undefined) return askForSelection();
  const origin =
    isOwn && editor !== undefined ? originOfSelection(editor) : { uri: String(resource), ranges: [], copied: [] };
  const shape = origin.ranges.length > 0 ? "quotation" : "citation";
  const { text, problem } = await askForCitation(server, { source: origin, shape });
  if (text === null) throw new Error(problem ?? "");
  await env.clipboard.writeText(text);
  copied.remember(text, origin);
  window.setStatusBarMessage(l10n.t("Copied with its citation."), 5000);
}
