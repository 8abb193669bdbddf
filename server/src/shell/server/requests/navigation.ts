import { type CancellationToken, DefinitionRequest, DocumentLinkRequest, HoverRequest } from "vscode-languageserver";
import { citingPlaces } from "../../../features/citingPlaces.ts";
import { closeUp, placedRange } from "../../../features/closeUp.ts";
import { definitionAt } from "../../../features/definition.ts";
import { documentLinksOf } from "../../../features/documentLinks.ts";
import { hoverAt } from "../../../features/hover.ts";
import { offsetOf } from "../../../features/position.ts";
import { joinedHover, sourceHover } from "../../../features/sourceHover.ts";
import { displayPath } from "../../../workspace/uri.ts";
import { citedSourceAt, noteAt, type PositionParams, placeAt, type RequestContext } from "./context.ts";

/** From a note to its sources: hover, definition, document links. */
export function answerNavigation(context: RequestContext): void {
  const { lifecycle, documents, client } = context;

  lifecycle.onRequest(HoverRequest.type, async (params, token) => {
    return joinedHover(await hoverInNote(params), await hoverInSource(params, token));
  });

  async function hoverInNote({ textDocument, position }: PositionParams) {
    const note = await noteAt(context, textDocument.uri);
    if (note === null) return null;
    const { workspace, settings } = note.session;
    const options = {
      source: (uri: string) => workspace.source(uri),
      maxLines: settings().hoverMaxLines,
      format: client().hoverFormat,
    };
    const near = closeUp(note.checked, position);
    if (near !== null) {
      const hover = await hoverAt(near.checked, near.offset, options);
      return hover?.range ? { ...hover, range: placedRange(near.place, hover.range) } : hover;
    }
    const offset = offsetOf(note.checked, position);
    return offset === null ? null : hoverAt(note.checked, offset, options);
  }

  async function hoverInSource({ textDocument, position }: PositionParams, token: CancellationToken) {
    const { line } = position;
    const cited = await citedSourceAt(context, textDocument.uri, token);
    if (cited === null) return null;
    const { key, source, session } = cited;
    const places = citingPlaces(session.workspace.backlinksOf(key, { start: line + 1, end: line + 1 }));
    const roots = session.roots();
    return sourceHover(source, line, places, {
      format: client().hoverFormat,
      nameOf: (uri) => displayPath(uri, roots),
      uriOf: (uri) => documents.get(uri)?.uri ?? uri,
    });
  }

  lifecycle.onRequest(DefinitionRequest.type, async (params) => {
    const place = await placeAt(context, params);
    if (place === null) return null;
    const { workspace } = place.session;
    const links = await definitionAt(place.checked, place.offset, (uri) => workspace.source(uri));
    if (links.length === 0) return null;
    if (client().definitionLinks) return links;
    return links.map(({ targetUri, targetSelectionRange }) => ({ uri: targetUri, range: targetSelectionRange }));
  });

  lifecycle.onRequest(DocumentLinkRequest.type, async ({ textDocument }) => {
    const note = await noteAt(context, textDocument.uri);
    return note === null ? null : documentLinksOf(note.checked, (uri) => note.session.workspace.source(uri));
  });
}
