import { InlayHintRequest, SemanticTokensRequest } from "vscode-languageserver";
import { inlayHintsOf } from "../../../features/inlayHints.ts";
import { semanticTokensOf } from "../../../features/semanticTokens.ts";
import { noteAt, type RequestContext } from "./context.ts";

/** What is shown in the text of a note: verdicts behind citations, and citations that lead nowhere. */
export function answerMarks(context: RequestContext): void {
  const { lifecycle, session } = context;

  lifecycle.onRequest(InlayHintRequest.type, async ({ textDocument, range }) => {
    if (!(await session()).settings().inlayHints) return null;
    const note = await noteAt(context, textDocument.uri);
    return note === null ? null : inlayHintsOf(note.checked, range);
  });

  lifecycle.onRequest(SemanticTokensRequest.type, async ({ textDocument }) => {
    const note = await noteAt(context, textDocument.uri);
    return note === null ? null : { data: semanticTokensOf(note.checked) };
  });
}
