import type {
  DidChangeTextDocumentParams,
  TextDocumentContentChangeEvent,
  TextDocumentItem,
  VersionedTextDocumentIdentifier,
} from "vscode-languageserver-protocol";
import { type PiecedText, piecedText } from "../../source/piecedText.ts";
import { normalizeUri } from "../../workspace/uri.ts";

/** A document that the client has open. */
export interface OpenDocument {
  /** As the client spells it. */
  readonly uri: string;
  /** As the workspace knows it. */
  readonly key: string;
  readonly version: number;
  readonly text: PiecedText;
}

export interface DocumentsOptions {
  /** Schemes of documents that the workspace can hold, as `file`. */
  readonly schemes: ReadonlySet<string>;
  /** The workspace folder to which the citations of a note without a file are relative, if there is one. */
  readonly untitledFolder: () => string | null;
}

/**
 * The documents that the client has open, by the workspace's URI for them. The library's own are not used: its `TextDocuments`
 * drops a change that changes nothing, and a client that waits for the diagnostics of its version would wait forever; its
 * `TextDocument` makes a text of a megabyte anew at every keystroke.
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
  const open = new Map<string, OpenDocument>();

  function newKey({ uri, languageId }: TextDocumentItem): string | null {
    const scheme = schemeOf(uri);
    if (scheme !== "untitled") return schemes.has(scheme) ? normalizeUri(uri) : null;
    const folder = languageId === "markdown" ? untitledFolder() : null;
    if (folder === null) return null;
    const name = uri.slice("untitled:".length).replaceAll("/", " ").trim();
    return normalizeUri(`${folder}/${encodeURIComponent(`${name} (not saved).md`)}`);
  }

  return {
    open(item) {
      const key = newKey(item);
      if (key === null) return null;
      keys.set(item.uri, key);
      const { uri, version } = item;
      const document = { uri, key, version, text: piecedText(item.text) };
      open.set(key, document);
      return document;
    },
    change({ textDocument, contentChanges }) {
      const key = keys.get(textDocument.uri);
      const document = key === undefined ? undefined : open.get(key);
      if (key === undefined || document === undefined) return null;
      const text = contentChanges.reduce(changed, document.text);
      const now = { ...document, version: versionOf(textDocument, document), text };
      open.set(key, now);
      return now;
    },
    close(uri) {
      const key = keys.get(uri);
      if (key === undefined) return null;
      const closed = open.get(key) ?? null;
      keys.delete(uri);
      open.delete(key);
      return closed;
    },
    keyOf: (uri) => keys.get(uri) ?? (schemes.has(schemeOf(uri)) ? normalizeUri(uri) : null),
    get: (key) => open.get(key) ?? null,
    all: () => [...open.values()],
  };
}

function changed(before: PiecedText, change: TextDocumentContentChangeEvent): PiecedText {
  if (!("range" in change)) return before.replacedBy(change.text);
  const { start, end } = change.range;
  return before.replaced(start, end, change.text);
}

/** The protocol demands a number; old clients send null. */
function versionOf({ version }: VersionedTextDocumentIdentifier, before: OpenDocument): number {
  return typeof version === "number" ? version : before.version;
}

function schemeOf(uri: string): string {
  return uri.slice(0, Math.max(0, uri.indexOf(":"))).toLowerCase();
}
