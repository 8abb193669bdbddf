import type { CancellationToken, Position, TextDocumentIdentifier } from "vscode-languageserver";
import { offsetOf } from "../../../features/position.ts";
import type { Source } from "../../../source/source.ts";
import type { CheckedNote } from "../../../workspace/checkedNote.ts";
import type { InitializationOptions } from "../../protocol.ts";
import type { ClientFeatures } from "../clientFeatures.ts";
import type { Documents } from "../documents.ts";
import type { Lifecycle } from "../lifecycle.ts";
import type { Session } from "../session.ts";

/** What the handlers of requests work with. */
export interface RequestContext {
  readonly lifecycle: Lifecycle;
  readonly documents: Documents;
  readonly client: () => ClientFeatures;
  /** What the client asks for beyond LSP. */
  readonly wishes: () => NonNullable<InitializationOptions["verbatim"]>;
  readonly session: () => Promise<Session>;
}

/** A note as the person sees it at the moment of a request. */
export interface RequestedNote {
  readonly checked: CheckedNote;
  readonly session: Session;
}

export interface PositionParams {
  readonly textDocument: TextDocumentIdentifier;
  readonly position: Position;
}

/** Null for whatever is no note. */
export async function noteAt(context: RequestContext, uri: string): Promise<RequestedNote | null> {
  const key = context.documents.keyOf(uri);
  if (key === null) return null;
  const session = await context.session();
  session.flush();
  const checked = await session.workspace.check(key);
  return checked === null ? null : { checked, session };
}

/** Null where there is no note, or where it has no such line. */
export async function placeAt(
  context: RequestContext,
  { textDocument, position }: PositionParams,
): Promise<(RequestedNote & { readonly offset: number }) | null> {
  const note = await noteAt(context, textDocument.uri);
  const offset = note === null ? null : offsetOf(note.checked, position);
  return note === null || offset === null ? null : { ...note, offset };
}

/** A source that notes cite, as far as is known by now, with what was found in it up to date. */
export interface CitedSource {
  readonly key: string;
  readonly source: Source;
  readonly session: Session;
}

/** Null for whatever nothing cites or cannot be read. Does not wait for notes that were not looked at yet. */
export async function citedSourceAt(
  { documents, session }: RequestContext,
  uri: string,
  token: CancellationToken,
): Promise<CitedSource | null> {
  const key = documents.keyOf(uri);
  if (key === null) return null;
  const current = await session();
  current.flush();
  const { workspace } = current;
  if (!(await workspace.checkCiting(key, token))) return null;
  const source = await workspace.source(key);
  return source === null ? null : { key, source, session: current };
}
