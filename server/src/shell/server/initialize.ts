import {
  type InitializeParams,
  InitializeRequest,
  type InitializeResult,
  type Message,
  type RequestMessage,
  TextDocumentSyncKind,
} from "vscode-languageserver";
import { semanticTokensLegend } from "../../features/semanticTokens.ts";
import { markPairs } from "../../note/quoteMarks.ts";
import { citeCommand, fixAllCommand, type InitializationOptions } from "../protocol.ts";

/** For what is about notes alone: other documents need not be asked for, and other providers of theirs are left alone. */
const notes = [{ language: "markdown" }];
/** A source may have any name, and a folder that holds some too. */
const everything = [{ pattern: { glob: "**/*" } }];

/**
 * What a path, a fragment or a quotation begins with, or goes on with: an editor that shows no completions in prose
 * unasked, as VS Code in Markdown, then asks for them where there may be some, and is told at once where there are none.
 */
const completionTriggers = [..."[(<#/- ", ...new Set(markPairs.map(({ open }) => open))];

/** Positions count UTF-16 units, which every client knows; other encodings that it may offer are not taken up. */
export const capabilities: InitializeResult["capabilities"] = {
  positionEncoding: "utf-16",
  textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
  hoverProvider: true,
  definitionProvider: true,
  codeActionProvider: {
    codeActionKinds: ["quickfix", "refactor.rewrite", "source.fixAll.verbatim"],
    resolveProvider: true,
  },
  documentLinkProvider: { resolveProvider: false },
  referencesProvider: { workDoneProgress: true },
  documentHighlightProvider: true,
  codeLensProvider: { resolveProvider: true },
  inlayHintProvider: { documentSelector: notes, resolveProvider: false },
  semanticTokensProvider: { documentSelector: notes, legend: semanticTokensLegend, full: true },
  completionProvider: { triggerCharacters: completionTriggers, resolveProvider: true },
  workspace: {
    workspaceFolders: { supported: true, changeNotifications: true },
    fileOperations: { willRename: { filters: everything }, didRename: { filters: everything } },
  },
  executeCommandProvider: { commands: [citeCommand, fixAllCommand] },
};

/** The message, where it is `initialize` with the capabilities that it must have and may lack: the library reads them. */
export function completed(message: Message): Message {
  const { method, params } = message as Partial<RequestMessage>;
  if (method !== InitializeRequest.method) return message;
  const { capabilities, ...given } = (Array.isArray(params) ? {} : (params ?? {})) as Partial<InitializeParams>;
  const isGiven = typeof capabilities === "object" && capabilities !== null;
  return { ...message, params: { ...given, capabilities: isGiven ? capabilities : {} } } as Message;
}

/** Whatever else a client sends is left out. */
export function wishesOf({ initializationOptions }: InitializeParams): InitializationOptions {
  const options: InitializationOptions =
    typeof initializationOptions === "object" && initializationOptions !== null ? initializationOptions : {};
  const { cacheFolder, ...others } = options;
  const sourceRoots = Array.isArray(options.sourceRoots) ? options.sourceRoots : [];
  return {
    ...others,
    sourceRoots: sourceRoots.filter((root) => typeof root === "string"),
    ...(typeof cacheFolder === "string" ? { cacheFolder } : {}),
  };
}

/** The workspace folders' URIs. Old clients name one folder, by its URI or by its path. */
export function rootsOf(
  { workspaceFolders, rootUri, rootPath }: InitializeParams,
  folderUri: (folder: string) => string | null,
): string[] {
  if (Array.isArray(workspaceFolders)) {
    return workspaceFolders.flatMap((folder) => (typeof folder?.uri === "string" ? folder.uri : []));
  }
  if (typeof rootUri === "string") return [rootUri];
  const uri = typeof rootPath === "string" ? folderUri(rootPath) : null;
  return uri === null ? [] : [uri];
}
