import { WillRenameFilesRequest, type WorkspaceEdit } from "vscode-languageserver";
import { workspaceEditOf } from "../../../features/workspaceEdit.ts";
import type { EditorKeeps } from "../../../workspace/renames/renaming.ts";
import type { RequestContext } from "./context.ts";

export interface RenamesOptions {
  /** A setting of the client, whoever it belongs to; null where the client has none of that name. */
  readonly setting: (name: string) => Promise<unknown>;
}

/** Notes follow a file or folder that is about to be renamed. */
export function answerRenames(
  { lifecycle, documents, client, session }: RequestContext,
  options: RenamesOptions,
): void {
  lifecycle.onRequest(WillRenameFilesRequest.type, async ({ files }, token): Promise<WorkspaceEdit | null> => {
    const renames = (files ?? []).flatMap(({ oldUri, newUri }) => {
      const [from, to] = [documents.keyOf(oldUri), documents.keyOf(newUri)];
      return from === null || to === null || from === to ? [] : { from, to };
    });
    if (renames.length === 0) return null;
    const { flush, withAllNotes } = await session();
    flush();
    const editorKeeps = editorKeepsOf(await options.setting("markdown.updateLinksOnFileMove"));
    const edits = await withAllNotes().renameEdits(renames, { editorKeeps, cancellation: token });
    if (edits === null || edits.length === 0) return null;
    const uriOf = (key: string) => documents.get(key)?.uri ?? key;
    return workspaceEditOf(edits, { uriOf, versioned: client().documentChanges });
  });
}

/**
 * What VS Code's own Markdown support was told to do with the links of notes that move. It does so when they have moved,
 * on top of what was written before, and takes for granted that nothing was.
 */
function editorKeepsOf(setting: unknown): EditorKeeps {
  const { enabled, enableForDirectories } = (setting ?? {}) as Readonly<Record<string, unknown>>;
  const movedNotes = enabled === "always" || enabled === "prompt";
  return { movedNotes, movedFolders: movedNotes && enableForDirectories !== false };
}
