import type { CodeAction } from "vscode-languageserver-types";
import { t } from "../l10n.ts";
import type { FixedNote } from "../workspace/fixes/fixAll.ts";
import { isOfKind } from "./codeActions.ts";
import { type WorkspaceEditOptions, workspaceEditOf } from "./workspaceEdit.ts";

const kind = "source.fixAll.verbatim";

/** Whether a client asks for such actions. They are not offered unasked: nobody wants to read of them at every finding. */
export function isFixAllWanted(only: readonly string[] | null): boolean {
  return only?.some((each) => isOfKind(kind, each)) ?? false;
}

/** Makes all safe fixes of a note, from the menu of source actions or when it is saved. */
export function fixAllAction({ edit }: FixedNote, options: WorkspaceEditOptions): CodeAction {
  return { title: t("Fix all re-points in this note"), kind, edit: workspaceEditOf([edit], options) };
}
