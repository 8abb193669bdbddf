import {
  type CompletionContext,
  type CompletionItem,
  CompletionItemKind,
  type CompletionList,
  CompletionTriggerKind,
  type TextDocument,
} from "vscode";

/** Whether the server is to be asked: of documents of other languages not at each space that somebody types. */
export function mayComplete({ languageId }: TextDocument, { triggerKind }: CompletionContext): boolean {
  return languageId === "markdown" || triggerKind !== CompletionTriggerKind.TriggerCharacter;
}

const suggestAgain = { command: "editor.action.triggerSuggest", title: "" };

/** A file that was chosen is cited by its lines: they are asked for at once. */
export function askForLines<Result extends CompletionItem[] | CompletionList | null | undefined>(
  result: Result,
): Result {
  const items = Array.isArray(result) ? result : (result?.items ?? []);
  for (const item of items) {
    if (item.kind === CompletionItemKind.File) item.command = suggestAgain;
  }
  return result;
}
