import type { Range, TextDocument } from "vscode";
import { type CiteParams, type CiteResult, citeRequest } from "../../../server/src/shell/protocol.ts";
import type { Server } from "../server/server.ts";

export interface Ask {
  readonly source: CiteParams["source"];
  /** Where in a note; without a range, at its end. */
  readonly note?: { readonly document: TextDocument; readonly range?: Range };
  readonly shape: NonNullable<CiteParams["shape"]>;
}

/** What the server writes for a place of a note. Nothing is changed. */
export async function askForCitation(server: Server, { source, note, shape }: Ask): Promise<CiteResult> {
  const client = await server.client();
  const params: CiteParams = {
    source,
    shape,
    ...(note && { note: { uri: note.document.uri.toString(), ...(note.range && { range: plainRange(note.range) }) } }),
  };
  return client.sendRequest<CiteResult>(citeRequest, params);
}

function plainRange({ start, end }: Range) {
  return {
    start: { line: start.line, character: start.character },
    end: { line: end.line, character: end.character },
  };
}
