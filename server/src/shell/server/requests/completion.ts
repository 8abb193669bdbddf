import { CompletionRequest, CompletionResolveRequest } from "vscode-languageserver";
import { withDocumentation } from "../../../features/completion/completionDocumentation.ts";
import { completionList } from "../../../features/completion/completionItems.ts";
import { offsetOf } from "../../../features/position.ts";
import type { RequestContext } from "./context.ts";

/** What a note could be gone on with. Nothing of it waits for the note to be checked: a person is typing. */
export function answerCompletion({ lifecycle, documents, session, client }: RequestContext): void {
  lifecycle.onRequest(CompletionRequest.type, async ({ textDocument, position }, token) => {
    const key = documents.keyOf(textDocument.uri);
    const document = key === null ? null : documents.get(key);
    if (document === null) return null;
    const note = { text: document.text.whole(), lineStarts: document.text.lineStarts };
    const offset = offsetOf(note, position);
    if (offset === null) return null;
    const { workspace } = await session();
    const suggestions = await workspace.suggest(document.key, note.text, offset, token);
    return completionList(note, suggestions, client().completion);
  });

  lifecycle.onRequest(CompletionResolveRequest.type, async (item) => {
    const { workspace, settings } = await session();
    const { documentationFormat: format } = client().completion;
    return withDocumentation(item, {
      source: (uri) => workspace.source(uri),
      maxLines: settings().hoverMaxLines,
      format,
    });
  });
}
