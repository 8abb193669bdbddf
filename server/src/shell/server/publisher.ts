import type { Diagnostic, PublishDiagnosticsParams } from "vscode-languageserver-protocol";
import type { CheckedNote } from "../../workspace/checkedNote.ts";
import type { NoteUpdate } from "../../workspace/workspace.ts";
import type { OpenDocument } from "./documents.ts";

export interface PublisherOptions {
  /** Resolves when the message has left the process; a client that stops reading keeps it waiting. */
  readonly send: (params: PublishDiagnosticsParams) => Promise<void>;
  readonly diagnosticsOf: (checked: CheckedNote) => Promise<Diagnostic[]>;
  readonly openDocument: (uri: string) => Pick<OpenDocument, "uri" | "version"> | null;
  readonly onError: (error: unknown) => void;
}

/**
 * Publishes what was found. An open note is published with its version at every check, also where nothing changed; a
 * note on disk only when its diagnostics did. A check of another version than the open one is never published. One message
 * is under way at a time, and of what waits behind it only the newest of each note is kept.
 */
export interface Publisher {
  update(update: NoteUpdate): void;
  /** The client opened the document: it waits for diagnostics, even if a moment ago it had the same ones. */
  opened(uri: string): void;
  /** Resolves when everything that was handed in so far is published. */
  settled(): Promise<void>;
}

/** What the client was last told of a note. */
interface Published {
  /** The client's spelling of the URI that the diagnostics stand at. */
  readonly uri: string;
  readonly isOpen: boolean;
  readonly hasVersion: boolean;
  /** The diagnostics, or the same as JSON: there are few open notes, and many others. */
  readonly content: string | readonly Diagnostic[];
  readonly checked: CheckedNote | null;
}

export function createPublisher({ send, diagnosticsOf, openDocument, onError }: PublisherOptions): Publisher {
  const published = new Map<string, Published>();
  const waiting = new Map<string, NoteUpdate>();
  let publishing: Promise<void> | null = null;

  async function publish({ uri: key, checked }: NoteUpdate): Promise<void> {
    const isOutdated = () => waiting.has(key) || isOfOtherVersion(key, checked);
    if (isOutdated()) return;
    const before = published.get(key);
    const wasOpen = before?.isOpen === true && openDocument(key) !== null;
    if (wasOpen && checked !== null && before.checked === checked) return;
    const diagnostics = checked === null ? [] : await diagnosticsOf(checked);
    if (isOutdated()) return;

    const open = openDocument(key);
    const uri = open?.uri ?? key;
    if (before !== undefined && before.uri !== uri && jsonOf(before.content) !== empty) {
      await send({ uri: before.uri, diagnostics: [] });
    }
    if (open !== null && checked !== null) {
      published.set(key, { uri, isOpen: true, hasVersion: true, content: diagnostics, checked });
      return send({ uri, version: open.version, diagnostics });
    }
    const content = JSON.stringify(diagnostics);
    const stands = before?.uri === uri ? jsonOf(before.content) : empty;
    if (open === null && content === empty) published.delete(key);
    else published.set(key, { uri, isOpen: open !== null, hasVersion: open !== null, content, checked });
    if (content !== stands || isOfClosedVersion(before, content)) await send({ uri, diagnostics });
  }

  /** The document was changed, opened or closed since: another check of it is on its way. */
  function isOfOtherVersion(key: string, checked: CheckedNote | null): boolean {
    return checked !== null && checked.version !== (openDocument(key)?.version ?? null);
  }

  async function publishWaiting(): Promise<void> {
    for (const [key, update] of waiting) {
      waiting.delete(key);
      await publish(update).catch(onError);
    }
    publishing = null;
  }

  return {
    update(update) {
      waiting.set(update.uri, update);
      publishing ??= Promise.resolve().then(publishWaiting);
    },
    opened(key) {
      const before = published.get(key);
      if (before !== undefined) published.set(key, { ...before, isOpen: false });
    },
    settled: () => publishing ?? Promise.resolve(),
  };
}

/** Whether the same stands there for a version of the document, which nobody has open any more. */
function isOfClosedVersion(before: Published | undefined, content: string): boolean {
  return before?.hasVersion === true && content !== empty;
}

function jsonOf(content: Published["content"]): string {
  return typeof content === "string" ? content : JSON.stringify(content);
}

const empty = "[]";
