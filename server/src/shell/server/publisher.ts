import type { Diagnostic, PublishDiagnosticsParams } from "vscode-languageserver-protocol";
import type { CheckedNote } from "../../workspace/checkedNote.ts";
import type { NoteUpdate } from "../../workspace/workspace.ts";
import type { OpenDocument } from "./documents.ts";

export interface PublisherOptions {
  readonly send: (params: PublishDiagnosticsParams) => void;
  readonly diagnosticsOf: (checked: CheckedNote) => Promise<Diagnostic[]>;
  readonly openDocument: (uri: string) => Pick<OpenDocument, "uri" | "version"> | null;
  readonly onError: (error: unknown) => void;
}

/**
 * Publishes what was found. An open note is published with its version at every check, also where nothing changed; a
 * note on disk only when its diagnostics did. A check of another version than the open one is never published.
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
  /** The diagnostics as JSON. */
  readonly content: string;
  readonly checked: CheckedNote | null;
}

export function createPublisher({ send, diagnosticsOf, openDocument, onError }: PublisherOptions): Publisher {
  const published = new Map<string, Published>();
  const latest = new Map<string, NoteUpdate>();
  let turn = Promise.resolve();

  async function publish(update: NoteUpdate): Promise<void> {
    const { uri: key, checked } = update;
    const isOutdated = () => latest.get(key) !== update || isOfOtherVersion(key, checked);
    if (isOutdated()) return;
    const before = published.get(key);
    const wasOpen = before?.isOpen === true && openDocument(key) !== null;
    if (wasOpen && checked !== null && before.checked === checked) return;
    const diagnostics = checked === null ? [] : await diagnosticsOf(checked);
    if (isOutdated()) return;

    const open = openDocument(key);
    const uri = open?.uri ?? key;
    const content = JSON.stringify(diagnostics);
    const stands = before?.content ?? empty;
    if (before !== undefined && before.uri !== uri && stands !== empty) send({ uri: before.uri, diagnostics: [] });
    if (open !== null && checked !== null) send({ uri, version: open.version, diagnostics });
    else if (content !== (before?.uri === uri ? stands : empty)) send({ uri, diagnostics });
    if (open === null && content === empty) published.delete(key);
    else published.set(key, { uri, isOpen: open !== null, content, checked });
  }

  /** The document was changed, opened or closed since: another check of it is on its way. */
  function isOfOtherVersion(key: string, checked: CheckedNote | null): boolean {
    return checked !== null && checked.version !== (openDocument(key)?.version ?? null);
  }

  function update(each: NoteUpdate): void {
    latest.set(each.uri, each);
    turn = turn
      .then(() => publish(each))
      .catch(onError)
      .then(() => {
        if (latest.get(each.uri) === each) latest.delete(each.uri);
      });
  }

  return {
    update,
    opened(key) {
      const before = published.get(key);
      if (before !== undefined) published.set(key, { ...before, isOpen: false });
    },
    settled: () => turn,
  };
}

const empty = "[]";
