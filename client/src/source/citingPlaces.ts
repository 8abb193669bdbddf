import { commands, Position } from "vscode";
import type { Location } from "vscode-languageclient";
import { type CitingPlacesParams, citingPlacesRequest } from "../../../server/src/shell/protocol.ts";
import type { Server } from "../server/server.ts";

/**
 * Shows the quotes and citations that cite a line of a source, as "Go to References" does. They are asked for now: a
 * lens may be older than the last edit of a note.
 */
export async function showCitingPlaces(server: Server, params: CitingPlacesParams): Promise<void> {
  const client = await server.client();
  const converter = client.protocol2CodeConverter;
  const places = (await client.sendRequest<Location[] | null>(citingPlacesRequest, params)) ?? [];
  await commands.executeCommand(
    "editor.action.showReferences",
    converter.asUri(params.uri),
    new Position(params.line, 0),
    places.map((place) => converter.asLocation(place)),
  );
}
