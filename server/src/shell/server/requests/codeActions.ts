import { type CodeAction, CodeActionRequest, CodeActionResolveRequest, type Range } from "vscode-languageserver";
import {
  type CodeActionData,
  type CodeActionOptions,
  codeActionsAt,
  resolvedAction,
} from "../../../features/codeActions.ts";
import { fixAllAction, isFixAllWanted } from "../../../features/fixAllAction.ts";
import { offsetOf } from "../../../features/position.ts";
import type { fixAll } from "../../../workspace/fixes/fixAll.ts";
import type { fixesOf, rewritesOf } from "../../../workspace/fixes/fixes.ts";
import type { Cancellation, Workspace } from "../../../workspace/workspace.ts";
import { selectCommand } from "../../protocol.ts";
import { noteAt, type RequestContext, type RequestedNote } from "./context.ts";

export interface CodeActionsOptions {
  /** Loads what finds fixes. */
  readonly fixes: () => Promise<{
    readonly fixesOf: typeof fixesOf;
    readonly rewritesOf: typeof rewritesOf;
    readonly fixAll: typeof fixAll;
  }>;
}

/** Fixes of what was found in a note. */
export function answerCodeActions(context: RequestContext, { fixes }: CodeActionsOptions): void {
  const { lifecycle, client, documents, wishes } = context;

  async function optionsFor(workspace: Workspace, cancellation: Cancellation): Promise<CodeActionOptions> {
    const { fixesOf, rewritesOf } = await fixes();
    const options = { workspace, cancellation };
    const { codeActions, documentChanges } = client();
    return {
      finder: {
        fixesOf: (checked, finding) => fixesOf(checked, finding, options),
        rewritesOf: (checked, citation) => rewritesOf(checked, citation, options),
      },
      uriOf: (key) => documents.get(key)?.uri ?? key,
      versioned: documentChanges,
      resolve: codeActions.resolve,
      disabled: codeActions.disabled,
      selectCommand: wishes().select === true ? selectCommand : null,
    };
  }

  lifecycle.onRequest(CodeActionRequest.type, async (params, token): Promise<CodeAction[] | null> => {
    const note = client().codeActions.literals ? await noteAt(context, params.textDocument.uri) : null;
    const span = note && spanOf(note, params.range);
    if (note === null || span === null) return null;
    const { diagnostics = [], only: kinds } = params.context ?? {};
    const only = kinds?.length ? kinds : null;
    const { workspace } = note.session;
    const options = await optionsFor(workspace, token);
    const actions = await codeActionsAt(note.checked, { span, only, diagnostics: diagnostics ?? [] }, options);
    if (!isFixAllWanted(only)) return actions;
    const { fixAll } = await fixes();
    const fixed = await fixAll(note.checked, { workspace, cancellation: token });
    return fixed === null ? actions : [...actions, fixAllAction(fixed, options)];
  });

  lifecycle.onRequest(CodeActionResolveRequest.type, async (action, token): Promise<CodeAction> => {
    const data = action.data as CodeActionData | undefined;
    if (typeof data?.uri !== "string") return action;
    const note = await noteAt(context, data.uri);
    const { workspace } = note?.session ?? (await context.session());
    return resolvedAction(note?.checked ?? null, action, await optionsFor(workspace, token));
  });
}

function spanOf({ checked }: RequestedNote, range: Range) {
  const start = offsetOf(checked, range.start);
  const end = offsetOf(checked, range.end);
  return start === null || end === null ? null : { start, end };
}
