import {
  DefinitionRequest,
  DocumentLinkRequest,
  ErrorCodes,
  HoverRequest,
  LSPErrorCodes,
  type Position,
  RequestType,
  ResponseError,
  type TextDocumentIdentifier,
  type WorkDoneProgressReporter,
} from "vscode-languageserver";
import { definitionAt } from "../../features/definition.ts";
import { documentLinksOf } from "../../features/documentLinks.ts";
import { hoverAt } from "../../features/hover.ts";
import { offsetOf } from "../../features/position.ts";
import { summaryInWords } from "../../features/summary.ts";
import type { CheckedNote } from "../../workspace/checkedNote.ts";
import { summarize } from "../../workspace/summary.ts";
import type { Summary } from "../../workspace/workspace.ts";
import {
  type CheckAllParams,
  type CheckNoteParams,
  type CheckResult,
  checkAllRequest,
  checkNoteRequest,
} from "../protocol.ts";
import type { ClientFeatures } from "./clientFeatures.ts";
import type { Documents } from "./documents.ts";
import type { Lifecycle } from "./lifecycle.ts";
import { percentage } from "./progress.ts";
import type { Session } from "./session.ts";

export interface RequestsOptions {
  readonly lifecycle: Lifecycle;
  readonly documents: Documents;
  readonly client: () => ClientFeatures;
  readonly session: () => Promise<Session>;
  readonly progress: (params: CheckAllParams) => WorkDoneProgressReporter;
}

/** Answers the requests of a client. Whatever has no answer is null or empty, never an error. */
export function answerRequests({ lifecycle, documents, client, session, progress }: RequestsOptions): void {
  /** The note as the person sees it; null for whatever is no note. */
  async function noteAt(uri: string): Promise<{ checked: CheckedNote; session: Session } | null> {
    const key = documents.keyOf(uri);
    if (key === null) return null;
    const current = await session();
    current.flush();
    const checked = await current.workspace.check(key);
    return checked === null ? null : { checked, session: current };
  }

  async function placeAt({ textDocument, position }: PositionParams) {
    const note = await noteAt(uriOf(textDocument));
    const offset = note === null ? null : offsetOf(note.checked, positionOf(position));
    return note === null || offset === null ? null : { ...note, offset };
  }

  lifecycle.onRequest(HoverRequest.type, async (params) => {
    const place = await placeAt(params);
    if (place === null) return null;
    const { workspace, settings } = place.session;
    const source = (uri: string) => workspace.source(uri);
    const { hoverFormat } = client();
    return hoverAt(place.checked, place.offset, { source, maxLines: settings().hoverMaxLines, format: hoverFormat });
  });

  lifecycle.onRequest(DefinitionRequest.type, async (params) => {
    const place = await placeAt(params);
    if (place === null) return null;
    const { workspace } = place.session;
    const links = await definitionAt(place.checked, place.offset, (uri) => workspace.source(uri));
    if (links.length === 0) return null;
    if (client().definitionLinks) return links;
    return links.map(({ targetUri, targetSelectionRange }) => ({ uri: targetUri, range: targetSelectionRange }));
  });

  lifecycle.onRequest(DocumentLinkRequest.type, async ({ textDocument }) => {
    const note = await noteAt(uriOf(textDocument));
    return note === null ? null : documentLinksOf(note.checked, (uri) => note.session.workspace.source(uri));
  });

  lifecycle.onRequest(new RequestType<CheckNoteParams, CheckResult | null, void>(checkNoteRequest), async ({ uri }) => {
    const note = await noteAt(uriOf({ uri }));
    if (note === null) return null;
    note.session.publisher.update({ uri: note.checked.uri, checked: note.checked });
    await note.session.publisher.settled();
    return resultOf(summarize([note.checked]));
  });

  lifecycle.onRequest(new RequestType<CheckAllParams, CheckResult, void>(checkAllRequest), async (params, token) => {
    const { workspace, checker, publisher, flush, widen } = await session();
    flush();
    widen();
    const shown = progress(params);
    shown.begin("Verbatim: checking notes", 0, undefined, true);
    try {
      const report = (done: number, total: number) =>
        shown.report(percentage(done, total), `${done} of ${total} notes`);
      if (!(await checker.checkAll(token, report))) {
        throw new ResponseError(LSPErrorCodes.RequestCancelled, "The check was cancelled.");
      }
    } finally {
      shown.done();
    }
    await publisher.settled();
    return resultOf(workspace.summary());
  });
}

function resultOf(summary: Summary): CheckResult {
  return { text: summaryInWords(summary), summary };
}

interface PositionParams {
  readonly textDocument: TextDocumentIdentifier;
  readonly position: Position;
}

function uriOf(document: TextDocumentIdentifier | undefined): string {
  if (typeof document?.uri === "string") return document.uri;
  throw new ResponseError(ErrorCodes.InvalidParams, "The request names no document.");
}

function positionOf(position: Position | undefined): Position {
  if (typeof position === "object" && position !== null) return position;
  throw new ResponseError(ErrorCodes.InvalidParams, "The request names no position.");
}
