import type { TextEdit, WorkspaceEdit } from "vscode-languageserver-types";
import type { NoteEdit } from "../workspace/noteEdit.ts";
import { rangeOf } from "./position.ts";

export interface WorkspaceEditOptions {
  /** How the client spells the URI of a note. */
  readonly uriOf: (key: string) => string;
  /** Whether the client reads `documentChanges`, which name the version that they were made for. */
  readonly versioned: boolean;
}

/** The edits as a client applies them, in one step that it can undo. */
export function workspaceEditOf(notes: readonly NoteEdit[], { uriOf, versioned }: WorkspaceEditOptions): WorkspaceEdit {
  const changes = notes.map((note) => ({
    textDocument: { uri: uriOf(note.uri), version: note.version },
    edits: note.edits.map(({ span, text }): TextEdit => ({ range: rangeOf(note, span), newText: text })),
  }));
  if (versioned) return { documentChanges: changes };
  return { changes: Object.fromEntries(changes.map(({ textDocument, edits }) => [textDocument.uri, edits])) };
}
