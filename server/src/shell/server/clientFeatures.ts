import type { ClientCapabilities } from "vscode-languageserver-protocol";
import type { CompletionFeatures } from "../../features/completion/completionItems.ts";
import type { HoverFormat } from "../../features/hoverText.ts";

/** What the client can do, of all that the server makes use of. */
export interface ClientFeatures {
  readonly hoverFormat: HoverFormat;
  readonly completion: CompletionFeatures & { readonly documentationFormat: HoverFormat };
  /** Definitions may say where they start and what to select. */
  readonly definitionLinks: boolean;
  readonly relatedInformation: boolean;
  /** The client can be asked for settings. */
  readonly configuration: boolean;
  /** The client asks to be told that the server wants to hear of changed settings. */
  readonly configurationRegistration: boolean;
  readonly fileWatching: boolean;
  /** Watched folders may lie outside the workspace. */
  readonly relativePatterns: boolean;
  readonly workspaceFolders: boolean;
  readonly progress: boolean;
  /** Edits may name the version of the document that they are for. */
  readonly documentChanges: boolean;
  /** The server may ask for an edit to be made. */
  readonly applyEdit: boolean;
  /** Edits may say that they are of the kind after which files are saved. */
  readonly editMetadata: boolean;
  readonly codeActions: {
    /** The client takes actions, and not only commands. */
    readonly literals: boolean;
    /** It asks for the edit of the action that was chosen. */
    readonly resolve: boolean;
    /** It shows actions that cannot be taken, with the reason. */
    readonly disabled: boolean;
  };
  /** The client can be told that what it shows of a kind is out of date. */
  readonly refresh: { readonly codeLens: boolean; readonly inlayHints: boolean; readonly semanticTokens: boolean };
}

/** Whatever the client does not mention it cannot do. */
export function clientFeaturesOf({ textDocument, workspace, window }: ClientCapabilities): ClientFeatures {
  const codeAction = textDocument?.codeAction;
  const item = textDocument?.completion?.completionItem;
  return {
    hoverFormat: textDocument?.hover?.contentFormat?.includes("markdown") ? "markdown" : "plaintext",
    completion: {
      labelDetails: item?.labelDetailsSupport === true,
      insertReplace: item?.insertReplaceSupport === true,
      documentationFormat: item?.documentationFormat?.includes("markdown") ? "markdown" : "plaintext",
    },
    definitionLinks: textDocument?.definition?.linkSupport === true,
    relatedInformation: textDocument?.publishDiagnostics?.relatedInformation === true,
    configuration: workspace?.configuration === true,
    configurationRegistration: workspace?.didChangeConfiguration?.dynamicRegistration === true,
    fileWatching: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    relativePatterns: workspace?.didChangeWatchedFiles?.relativePatternSupport === true,
    workspaceFolders: workspace?.workspaceFolders === true,
    progress: window?.workDoneProgress === true,
    documentChanges: workspace?.workspaceEdit?.documentChanges === true,
    applyEdit: workspace?.applyEdit === true,
    editMetadata: workspace?.workspaceEdit?.metadataSupport === true,
    codeActions: {
      literals: codeAction?.codeActionLiteralSupport !== undefined,
      resolve: codeAction?.dataSupport === true && codeAction.resolveSupport?.properties?.includes("edit") === true,
      disabled: codeAction?.disabledSupport === true,
    },
    refresh: {
      codeLens: workspace?.codeLens?.refreshSupport === true,
      inlayHints: workspace?.inlayHint?.refreshSupport === true,
      semanticTokens: workspace?.semanticTokens?.refreshSupport === true,
    },
  };
}
