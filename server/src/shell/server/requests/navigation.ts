import { DefinitionRequest, DocumentLinkRequest, HoverRequest } from "vscode-languageserver";
import { definitionAt } from "../../../features/definition.ts";
import { documentLinksOf } from "../../../features/documentLinks.ts";
import { hoverAt } from "../../../features/hover.ts";
import { noteAt, placeAt, type RequestContext, uriOf } from "./context.ts";

/** From a note to its sources: hover, definition, document links. */
export function answerNavigation(context: RequestContext): void {
  const { lifecycle, client } = context;

  lifecycle.onRequest(HoverRequest.type, async (params) => {
    const place = await placeAt(context, params);
    if (place === null) return null;
    const { workspace, settings } = place.session;
    const source = (uri: string) => workspace.source(uri);
    const { hoverFormat } = client();
    return hoverAt(place.checked, place.offset, { source, maxLines: settings().hoverMaxLines, format: hoverFormat });
  });

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
    const note = await noteAt(context, uriOf(textDocument));
    return note === null ? null : documentLinksOf(note.checked, (uri) => note.session.workspace.source(uri));
  });
}
