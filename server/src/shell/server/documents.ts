import type {
  DidChangeTextDocumentParams,
  TextDocumentItem,
  VersionedTextDocumentIdentifier,
} from "vscode-languageserver-protocol";
import { TextDocument } from "vscode-languageserver-textdocument";
import { normalizeUri } from "../../workspace/uri.ts";

/** A document that the client has open. */
export interface OpenDocument {
  /** As the client spells it. */
  readonly uri: string;
  /** As the workspace knows it. */
  readonly key: string;
  readonly version: number;
  readonly text: string;
}

export interface DocumentsOptions {
  /** Schemes of documents that the workspace can hold, as `file`. */
  readonly schemes: ReadonlySet<string>;
  /** The workspace folder to which the citations of a note without a file are relative, if there is one. */
  readonly untitledFolder: () => string | null;
}

/**
 * The documents that the client has open, by the workspace's URI for them. The package's own `TextDocuments` is not used:
 * it drops a change that changes nothing, and a client that waits for the diagnostics of its version would wait forever.
 */
export interface Documents {
  /** Null for a document that the workspace cannot hold (a diff's other side, a notebook cell). */
  open(item: TextDocumentItem): OpenDocument | null;
  /** Null where no such document is open. */
  change(params: DidChangeTextDocumentParams): OpenDocument | null;
  /** The document that was open, if any. */
  close(uri: string): OpenDocument | null;
  /** By the client's URI of a document, open or not; null for what the workspace cannot hold. */
  keyOf(uri: string): string | null;
  get(key: string): OpenDocument | null;
  all(): readonly OpenDocument[];
}

export function createDocuments({ schemes, untitledFolder }: DocumentsOptions): Documents {
  const keys = new Map<string, string>();
  const open = new Map<string, TextDocument>();

  function newKey({ uri, languageId }: TextDocumentItem): string | null {
    const scheme = schemeOf(uri);
    if (scheme !== "untitled") return schemes.has(scheme) ? normalizeUri(uri) : null;
    const folder = languageId === "markdown" ? untitledFolder() : null;
    if (folder === null) return null;
    const name = uri.slice("untitled:".length).replaceAll("/", " ").trim();
    return normalizeUri(`${folder}/${encodeURIComponent(`${name} (not saved).md`)}`);
  }

  function get(key: string): OpenDocument | null {
    const document = open.get(key);
    if (document === undefined) return null;
    return { uri: document.uri, key, version: document.version, text: document.getText() };
  }

  return {
    open(item) {
      const key = newKey(item);
      if (key === null) return null;
      keys.set(item.uri, key);
      open.set(key, TextDocument.create(item.uri, item.languageId, item.version, item.text));
      return get(key);
    },
    change({ textDocument, contentChanges }) {
      const key = keys.get(textDocument.uri);
      const document = key === undefined ? undefined : open.get(key);
      if (key === undefined || document === undefined) return null;
      open.set(key, TextDocument.update(document, contentChanges, versionOf(textDocument, document)));
      return get(key);
    },
    close(uri) {
      const key = keys.get(uri);
      if (key === undefined) return null;
      const closed = get(key);
      keys.delete(uri);
      open.delete(key);
      return closed;
    },
    keyOf: (uri) => keys.get(uri) ?? (schemes.has(schemeOf(uri)) ? normalizeUri(uri) : null),
    get,
    all: () => [...open.keys()].flatMap((key) => get(key) ?? []),
  };
}

/** The protocol demands a number; old clients send null. */
function versionOf({ version }: VersionedTextDocumentIdentifier, before: TextDocument): number {
  return typeof version === "number" ? version : before.version;
}

function schemeOf(uri: string): string {
  return uri.slice(0, Math.max(0, uri.indexOf(":"))).toLowerCase();
}
